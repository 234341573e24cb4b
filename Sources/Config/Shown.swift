import Basics

/// A user's text as a message may show it: no control characters, valid UTF-8, not too long.
struct Shown: Renderable {
    /// Longer texts are cut here, in bytes.
    static let longest = 80
    /// Longer ways from name to name are cut here.
    static let longestPath = 2000

    private let text: Text
    private let limit: Int

    init(_ text: Text, limit: Int = Self.longest) {
        self.text = text
        self.limit = limit
    }

    /// Appends the text; what a terminal would not print stands as `\xNN`.
    @inline(never)
    func render(into output: inout [UInt8]) {
        let bytes = text.bytes
        var index = 0
        while index < bytes.count {
            let length = UTF8Form.length(at: index, in: bytes, before: bytes.count)
            guard index + length <= limit, index < limit else {
                ("..." as StaticString).render(into: &output)
                return
            }
            let size = max(length, 1)
            if length == 0 || UTF8Form.isControl(at: index, length: length, in: bytes) {
                for place in index..<(index + size) { Self.escape(bytes[place], into: &output) }
            } else {
                output.append(bytes, index..<(index + size))
            }
            index += size
        }
    }

    private static func escape(_ byte: UInt8, into output: inout [UInt8]) {
        output.append(92)
        output.append(120)
        output.append(hexDigit(byte >> 4))
        output.append(hexDigit(byte & 15))
    }

    /// The lower-case hexadecimal digit for `value`, which is below 16.
    @inline(never)
    static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 48 &+ value : 87 &+ value
    }
}
