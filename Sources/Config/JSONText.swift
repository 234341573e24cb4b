public import Basics

/// Writes texts as JSON strings.
public enum JSONText {
    /// Appends `text` in quotes; a byte that is not UTF-8 becomes U+FFFD.
    @inline(never)
    public static func render(_ text: Text, into output: inout [UInt8]) {
        output.append(34)
        let bytes = text.bytes
        var index = 0
        while index < bytes.count {
            let length = UTF8Form.length(at: index, in: bytes, before: bytes.count)
            let byte = bytes[index]
            switch (length, byte) {
            case (0, _): output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            case (1, 34), (1, 92): output.append(contentsOf: [92, byte])
            case (1, 10): output.append(contentsOf: [92, 110])
            case (1, 0..<32), (1, 127):
                output.append(contentsOf: [92, 117, 48, 48])
                output.append(Shown.hexDigit(byte >> 4))
                output.append(Shown.hexDigit(byte & 15))
            default: output.append(bytes, index..<(index + length))
            }
            index += max(length, 1)
        }
        output.append(34)
    }
}
