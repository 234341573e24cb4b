import Basics

/// The line of a file that a diagnostic is about, with marks below the place.
enum Excerpt {
    /// At most as many characters of the line are shown.
    static let longest = 120
    /// Of a longer line, as many characters before the place.
    private static let context = 40
    /// The line number is set flush right in as many columns.
    private static let numberWidth = 5

    /// Appends the line of `bytes` in which `span` begins, at whose start `cursor` stands, and below it
    /// `^~~~` and `hint`.
    ///
    /// A control character or a byte that is not UTF-8 stands as `?`.
    @inline(never)
    static func render(
        _ bytes: [UInt8], _ span: Span, _ cursor: SourceCursor, hint: Text?,
        into output: inout [UInt8]
    ) {
        let start = min(max(Int(span.start), cursor.lineStart), bytes.count)
        let end = max(Int(span.end), start + 1)
        var index = cursor.lineStart
        // Blanks (tabs below tabs) up to the place, then the marks.
        var marks: [UInt8] = []
        let number: Text = "\(cursor.line)"
        let width = max(number.count, numberWidth)
        indent(width - number.count, &output)
        number.render(into: &output)
        (" | " as StaticString).render(into: &output)
        if cursor.column > longest - context {
            index = stepBack(from: start, in: bytes, notBefore: cursor.lineStart)
            ("..." as StaticString).render(into: &output)
            indent(3, &marks)
        }
        var shown = 0
        while index < bytes.count, !isLineEnd(index, in: bytes) {
            guard shown < longest else {
                ("..." as StaticString).render(into: &output)
                break
            }
            let length = UTF8Form.length(at: index, in: bytes, before: bytes.count)
            let byte = bytes[index]
            if index < start {
                marks.append(byte == 9 ? 9 : 32)
            } else if index < end {
                marks.append(marks.last == 94 || marks.last == 126 ? 126 : 94)
            }
            if byte != 9,
                length == 0 || UTF8Form.isControl(at: index, length: length, in: bytes)
            {
                output.append(63)
            } else {
                Text(bytes[index..<(index + length)]).render(into: &output)
            }
            index += max(length, 1)
            shown += 1
        }
        if marks.last != 126, marks.last != 94 { marks.append(94) }
        output.append(10)
        indent(width + 1, &output)
        ("| " as StaticString).render(into: &output)
        Text(marks).render(into: &output)
        if let hint {
            output.append(32)
            hint.render(into: &output)
        }
        output.append(10)
    }

    @inline(never)
    private static func indent(_ width: Int, _ output: inout [UInt8]) {
        for _ in 0..<max(width, 0) { output.append(32) }
    }

    @inline(never)
    private static func stepBack(from start: Int, in bytes: [UInt8], notBefore first: Int) -> Int {
        var index = start
        for _ in 0..<context where index > first {
            index -= 1
            while index > first, start - index < 4 * context, bytes[index] & 0xC0 == 0x80 {
                index -= 1
            }
        }
        return index
    }

    private static func isLineEnd(_ index: Int, in bytes: [UInt8]) -> Bool {
        if bytes[index] == 10 { return true }
        return bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] == 10)
    }
}
