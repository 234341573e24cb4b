import Basics

/// Reading one word as a value; what is wrong is reported, and the value is then nil.
extension Line {
    /// The largest number of a user or group: the one above it means "leave it" (setresuid(2)).
    private static let largestAccount = UInt64(UInt32.max) - 1
    /// The longest name of a user or group, as useradd(8) and most libraries have it.
    private static let longestAccount = 255

    /// Word 1 as the number that the option of `entry` keeps.
    @inline(never)
    func number(_ entry: OptionEntry, _ list: inout DiagnosticList) -> Int64? {
        let text = text(1)
        if let number = entry.read(text) { return number }
        switch entry.kind {
        case .number, .octal:
            var fault = Fault.outOfRange
            if entry.kind == .number {
                if !isNumeral(text) { fault = .notANumber }
            } else {
                for byte in text.bytes where byte < 48 || byte > 55 { fault = .notOctal }
            }
            list.add(fault, self, 1, entry.least, entry.greatest)
        case .duration: _ = duration(text, at: span(1), &list)
        case .signal: _ = signal(1, &list)
        case .choice:
            var all: [UInt8] = []
            for byte in entry.choices.bytes {
                all.append(byte == 124 ? 44 : byte)
                if byte == 124 { all.append(32) }
            }
            list.add(
                .badChoice, at: span(1), [entry.name, text, Text(all)],
                suggesting: EditDistance.nearest(
                    to: text, among: entry.choices.split(at: 124)))
        case .flag, .word, .path, .account, .accounts, .list, .special, .optional, .block: break
        }
        return nil
    }

    /// Whether `text` is digits with an optional sign.
    private func isNumeral(_ text: Text) -> Bool {
        let hasSign = text.bytes.first == 43 || text.bytes.first == 45
        for byte in text.slice((hasSign ? 1 : 0)..<text.count).bytes where byte < 48 || byte > 57 {
            return false
        }
        return text.count > (hasSign ? 1 : 0)
    }

    /// A signal by name or number.
    @inline(never)
    func signal(_ index: Int, _ list: inout DiagnosticList) -> Signal? {
        let text = text(index)
        if let signal = Signal(named: text) { return signal }
        let name = text.uppercased
        list.add(
            .unknownSignal, at: span(index), text,
            suggesting: EditDistance.nearest(
                to: name.slice((name.hasPrefix("SIG") ? 3 : 0)..<name.count),
                among: Signal.allNames))
        return nil
    }

    /// The length of time that `text`, which stands at `span`, writes.
    @inline(never)
    func duration(
        _ text: Text, at span: Span, _ list: inout DiagnosticList
    ) -> Milliseconds? {
        let fault: Fault
        switch DurationText.read(text) {
        case .value(let value): return value
        case .noUnit: fault = .noUnit
        case .tooLong: fault = .durationTooLong
        case .malformed: fault = .notADuration
        }
        list.add(fault, at: span, text)
        return nil
    }

    /// Whether `name`, which is word `index` or a part of it, can be a user's or group's name or
    /// number; what is wrong is reported.
    @inline(never)
    func isAccount(_ name: Text, at index: Int, _ list: inout DiagnosticList) -> Bool {
        var isGood = !name.isEmpty && name.count <= Self.longestAccount
        var isNumber = true
        var hasComma = false
        for byte in name.bytes {
            switch byte {
            case 48...57: continue
            case 44: hasComma = true
            case 0...32, 47, 58, 127: isGood = false
            default: break
            }
            isNumber = false
        }
        guard isGood, !hasComma else {
            list.add(hasComma ? .commaInAccount : .notAnAccount, at: span(index), name)
            return false
        }
        if isNumber, name.decimal ?? .max > Self.largestAccount {
            list.add(.outOfRange, at: span(index), name, "0", "\(Self.largestAccount)")
            return false
        }
        return true
    }
}
