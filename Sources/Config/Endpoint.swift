public import Basics

/// Where a connection goes to: `ADDR:PORT`, `[V6]:PORT` or `NAME:PORT`.
public struct Endpoint: Equatable, Sendable {
    /// The address or name as it is written, without brackets.
    public var host: Text
    /// The 4 bytes of an IPv4 address or the 16 of an IPv6 address, the first part first; none for a
    /// name, `localhost` too.
    public var address: [UInt8]
    /// 1 to 65535.
    public var port: UInt16

    /// The longest name (RFC 1035).
    private static let longestName = 253
    /// The longest IPv6 address as a text, with an IPv4 address at its end.
    private static let longestAddress = 45

    /// Reads `text`; nil for anything else.
    @inline(never)
    public init?(_ text: Text) {
        guard let colon = text.lastIndex(of: 58), let port = text.dropFirst(colon + 1).decimal,
            port >= 1, port <= 65535
        else { return nil }
        self.port = UInt16(port)
        host = text.slice(0..<colon)
        if host.bytes.first == 91, host.bytes.last == 93 {
            host = host.slice(1..<(host.count - 1))
            guard let address = Self.version6(host) else { return nil }
            self.address = address
        } else if let address = Self.version4(host) {
            self.address = address
        } else {
            guard Self.isName(host) else { return nil }
            address = []
        }
    }

    /// The bytes of an IPv4 address in four parts.
    @inline(never)
    private static func version4(_ text: Text) -> [UInt8]? {
        var bytes: [UInt8] = []
        for part in text.split(at: 46) {
            // Some read 010 as 8.
            guard let number = part.decimal, number <= 255, part.count == 1 || part.bytes[0] != 48
            else { return nil }
            bytes.append(UInt8(number))
        }
        return bytes.count == 4 ? bytes : nil
    }

    /// The bytes of an IPv6 address (RFC 4291, section 2.2).
    private static func version6(_ text: Text) -> [UInt8]? {
        guard text.count <= longestAddress else { return nil }
        let parts = text.split(at: 58)
        var bytes: [UInt8] = []
        // Where `::` stands for zeros.
        var gap: Int?
        for index in parts.indices {
            let part = parts[index]
            let isLast = index + 1 == parts.count
            if part.isEmpty {
                // The first and the last colon of the text are two.
                let isEdge = index == 0 || isLast
                if isEdge {
                    guard parts.count > 2, parts[index == 0 ? 1 : index - 1].isEmpty else {
                        return nil
                    }
                } else {
                    guard gap == nil else { return nil }
                    gap = bytes.count
                }
            } else if isLast, index > 0, let end = version4(part) {
                bytes += end
            } else {
                guard let group = group(part) else { return nil }
                bytes.append(UInt8(group >> 8))
                bytes.append(UInt8(group & 255))
            }
        }
        guard let gap else { return bytes.count == 16 ? bytes : nil }
        guard bytes.count <= 14 else { return nil }
        var whole: [UInt8] = []
        whole.append(bytes, 0..<gap)
        while whole.count < 16 - bytes.count + gap { whole.append(0) }
        whole.append(bytes, gap..<bytes.count)
        return whole
    }

    /// One to four hexadecimal digits.
    private static func group(_ text: Text) -> UInt32? {
        guard text.count <= 4 else { return nil }
        var value: UInt32 = 0
        for byte in text.bytes {
            switch byte {
            case 48...57: value = value << 4 | UInt32(byte - 48)
            case 65...70, 97...102: value = value << 4 | UInt32(byte & 7 + 9)
            default: return nil
            }
        }
        return value
    }

    /// Whether `text` may be the name of a host; what ends in a number is an address (WHATWG URL).
    private static func isName(_ text: Text) -> Bool {
        guard !text.isEmpty, text.count <= longestName else { return false }
        for byte in text.bytes {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95: continue
            default: return false
            }
        }
        return !text.dropFirst((text.lastIndex(of: 46) ?? -1) + 1).isDigits
    }
}
