import Basics

/// Sentences with marks: put together where they are needed, they would be half of the program.
enum Sentence {
    /// Puts `values` in the places of `%1`, `%2`, ...
    @inline(never)
    static func fill(_ pattern: Text, _ values: [Text]) -> Text {
        var bytes: [UInt8] = []
        var isMarked = false
        for byte in pattern.bytes {
            if isMarked {
                let index = Int(byte) - 49
                if values.indices.contains(index) { values[index].render(into: &bytes) }
                isMarked = false
            } else if byte == UInt8(ascii: "%") {
                isMarked = true
            } else {
                bytes.append(byte)
            }
        }
        return Text(bytes)
    }
}

extension Text {
    /// The decimal digits of `number`.
    @inline(never)
    init(_ number: Int32) {
        self = "\(number)"
    }
}
