/// Where characters begin and end in bytes that claim to be UTF-8.
public enum UTF8Form {
    /// How many bytes the well-formed character at `index` has, 1 to 4; 0 for a byte that begins none.
    ///
    /// Well-formed is Unicode's table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
    /// No byte from `end` on is looked at.
    @inline(never)
    public static func length(at index: Int, in bytes: [UInt8], before end: Int) -> Int {
        guard index >= 0, index < end, end <= bytes.count else { return 0 }
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        var length = 2
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: break
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard length <= end - index, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// Whether the well-formed character of `length` bytes at `index` would move a terminal's cursor
    /// or change its state: C0, DEL and C1.
    @inline(never)
    public static func isControl(at index: Int, length: Int, in bytes: [UInt8]) -> Bool {
        guard index >= 0, length >= 1, length <= bytes.count - index else { return false }
        let byte = bytes[index]
        if length == 1 { return byte < 0x20 || byte == 0x7F }
        return length == 2 && byte == 0xC2 && bytes[index + 1] < 0xA0
    }
}
