import Basics

/// Who the job runs as.
extension JobDraft {
    @inline(never)
    func bindUser(_ line: Line, _ list: inout DiagnosticList) {
        let text = line.text(1)
        let parts = text.split(at: 58)
        guard parts.count <= 2 else {
            list.add(.notAUser, at: line.span(1), text)
            return
        }
        guard let user = line.account(parts[0], at: 1, &list) else { return }
        spec.set(.user, [user])
        if parts.count == 2 {
            guard let group = line.account(parts[1], at: 1, &list) else { return }
            spec.set(.group, [group])
            groupIsUsers = true
            userNamesGroup = true
        } else if groupIsUsers {
            // The group belonged to the user of the defaults.
            spec.set(.group, nil)
            groupIsUsers = false
        }
    }

    @inline(never)
    func bindGroups(_ line: Line, _ list: inout DiagnosticList) {
        var groups: [Text] = []
        for index in 1..<line.count {
            if let group = line.account(index, &list) { groups.append(group) }
        }
        spec.set(.groups, groups)
    }
}

extension Line {
    /// The largest number of a user or group: the one above it means "leave it" (setresuid(2)).
    private static let largestAccount = UInt64(UInt32.max) - 1
    /// The longest name of a user or group, as useradd(8) and most libraries have it.
    private static let longestAccount = 255

    /// A user's or group's name or number.
    @inline(never)
    func account(_ index: Int, _ list: inout DiagnosticList) -> Text? {
        account(text(index), at: index, &list)
    }

    /// The name or number `name`, which is word `index` or a part of it.
    @inline(never)
    func account(_ name: Text, at index: Int, _ list: inout DiagnosticList) -> Text? {
        var isGood = !name.isEmpty && name.count <= Self.longestAccount
        for byte in name.bytes where byte <= 32 || byte == 127 { isGood = false }
        for byte in [44, 47, 58] as [UInt8] where name.firstIndex(of: byte) != nil {
            isGood = false
        }
        guard isGood else {
            let hasComma = name.firstIndex(of: 44) != nil
            list.add(hasComma ? .commaInAccount : .notAnAccount, at: span(index), name)
            return nil
        }
        let isNumber = !name.bytes.contains { $0 < 48 || $0 > 57 }
        if isNumber, name.decimal ?? .max > Self.largestAccount {
            list.add(.outOfRange, at: span(index), name, "0", "\(Self.largestAccount)")
            return nil
        }
        return name
    }

    /// A file mode mask.
    @inline(never)
    func octal(_ index: Int, _ list: inout DiagnosticList) -> UInt32? {
        let bytes = text(index).bytes
        var value: UInt32 = 0
        for byte in bytes {
            guard byte >= 48, byte <= 55 else {
                list.add(.notOctal, at: span(index), text(index))
                return nil
            }
            value = min(value * 8 + UInt32(byte - 48), 0o10000)
        }
        guard !bytes.isEmpty, value <= 0o777 else {
            list.add(.outOfRange, at: span(index), text(index), "0000", "0777")
            return nil
        }
        return value
    }
}
