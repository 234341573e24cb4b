import Basics

/// The line of a file that a diagnostic is about, with marks below the place.
struct Excerpt {
    /// At most as many characters of the line are shown.
    static let longest = 120
    /// Of a longer line, as many characters before the place.
    private static let context = 40
    /// The line number is set flush right in as many columns.
    private static let numberWidth = 5

    /// The part of the line; a control character or a byte that is not UTF-8 stands as `?`.
    private var text: [UInt8] = []
    /// Blanks (tabs below tabs) up to the place, then `^~~~`.
    private var marks: [UInt8] = []

    /// Takes the line of `bytes` in which `span` begins; `cursor` stands at its start.
    init(of bytes: [UInt8], around span: Span, cursor: SourceCursor) {
        let start = min(max(Int(span.start), cursor.lineStart), bytes.count)
        let end = max(Int(span.end), start + 1)
        var index = cursor.lineStart
        if cursor.column > Self.longest - Self.context {
            index = Self.stepBack(from: start, in: bytes, notBefore: cursor.lineStart)
            text = [46, 46, 46]
            marks = [32, 32, 32]
        }
        var shown = 0
        while index < bytes.count, !Self.isLineEnd(index, in: bytes) {
            guard shown < Self.longest else {
                text.append(contentsOf: [46, 46, 46])
                break
            }
            let length = UTF8Form.length(at: index, in: bytes, before: bytes.count)
            let size = max(length, 1)
            mark(bytes[index], isInside: index >= start && index < end)
            if bytes[index] == 9 {
                text.append(9)
            } else if length == 0 || UTF8Form.isControl(at: index, length: length, in: bytes) {
                text.append(63)
            } else {
                text.append(contentsOf: bytes[index..<(index + size)])
            }
            index += size
            shown += 1
        }
        if !hasMark { marks.append(94) }
    }

    private var hasMark = false

    private mutating func mark(_ byte: UInt8, isInside: Bool) {
        if isInside {
            marks.append(hasMark ? 126 : 94)
            hasMark = true
        } else if !hasMark {
            marks.append(byte == 9 ? 9 : 32)
        }
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

    /// Appends the two lines, with `hint` behind the marks.
    @inline(never)
    func render(line: Int, hint: Text?, into output: inout [UInt8]) {
        let number: Text = "\(line)"
        let width = max(number.count, Self.numberWidth)
        for _ in number.count..<width { output.append(32) }
        output.append(contentsOf: number.bytes)
        output.append(contentsOf: [32, 124, 32])
        output.append(contentsOf: text)
        output.append(10)
        for _ in 0..<(width + 1) { output.append(32) }
        output.append(contentsOf: [124, 32])
        output.append(contentsOf: marks)
        if let hint {
            output.append(32)
            output.append(contentsOf: hint.bytes)
        }
        output.append(10)
    }
}
