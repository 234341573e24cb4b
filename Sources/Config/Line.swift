import Basics

/// One word of a line: where it stands, and where its quotes open.
struct Word: BitwiseCopyable {
    /// The offset of the first byte, a quote included.
    var start: Int
    /// The offset behind the last byte, a quote included.
    var end: Int
    /// Where the opening quote stands: at ``start``, or behind the `=` of `env VAR="..."`; nil for
    /// none.
    var quote: Int?
}

/// A line of the configuration, continued lines joined, as its words.
///
/// A class, although nothing but the lexer changes it and that only while it reads it: every binder is
/// handed a line, and as a value it would be five arguments of each call.
final class Line {
    /// The file, as in ``Span/source``.
    let source: Int32
    /// The whole file.
    let bytes: [UInt8]
    var words = PackedArray<Word>()
    /// The words' values once variables in them are replaced; empty before.
    var values: [Text] = []
    /// It has a lexical error, so that its words are not worth binding.
    var isBroken = false

    init(source: Int32, bytes: [UInt8]) {
        self.source = source
        self.bytes = bytes
    }

    /// How many words there are.
    var count: Int { words.count }

    /// Where word `index` stands; for a missing one, the end of the last word.
    @inline(never)
    func span(_ index: Int) -> Span {
        span(index, through: index)
    }

    /// Where the words from `first` to `last` stand.
    @inline(never)
    func span(_ first: Int, through last: Int) -> Span {
        guard first < words.count, let final = words.last else {
            return span(from: words.last?.end ?? 0, to: words.last?.end ?? 0)
        }
        return span(
            from: words[first].start, to: last < words.count ? words[last].end : final.end)
    }

    @inline(never)
    func span(from start: Int, to end: Int) -> Span {
        Span(source: source, start: Int32(clamping: start), end: Int32(clamping: end))
    }

    /// The value of word `index`: quotes taken off and escapes resolved; empty where there is none.
    @inline(never)
    func text(_ index: Int) -> Text {
        guard index < words.count else { return Text([]) }
        if index < values.count { return values[index] }
        let word = words[index]
        guard let quote = word.quote else { return Text(bytes[word.start..<word.end]) }
        let close = max(word.end - 1, quote + 1)
        guard close <= bytes.count else { return Text([]) }
        var value = Text(bytes[word.start..<quote]).bytes
        var next = quote + 1
        while next < close {
            var byte = bytes[next]
            if byte == 92, bytes[quote] == 34, next + 1 < close,
                bytes[next + 1] == 34 || bytes[next + 1] == 92
            {
                next += 1
                byte = bytes[next]
            }
            value.append(byte)
            next += 1
        }
        return Text(value)
    }

    /// Whether word `index` has quotes.
    @inline(never)
    func isQuoted(_ index: Int) -> Bool {
        index < words.count && words[index].quote != nil
    }

    /// Whether word `index` stands in `'...'`, where nothing is ever replaced.
    @inline(never)
    func isLiteral(_ index: Int) -> Bool {
        guard index < words.count, let quote = words[index].quote else { return false }
        return bytes[quote] == 39
    }

    /// Whether word `index` is exactly `literal`, without quotes.
    @inline(never)
    func isPlain(_ index: Int, _ literal: StaticString) -> Bool {
        guard index < words.count, words[index].quote == nil else { return false }
        let word = words[index]
        guard literal.utf8CodeUnitCount == word.end - word.start else { return false }
        return literal.withUTF8Buffer { expected in
            for offset in 0..<expected.count
            where unsafe bytes[word.start + offset] != expected[offset] {
                return false
            }
            return true
        }
    }
}

extension Line {
    /// Says on which line of this file `first` stands.
    @inline(never)
    func place(of first: Span) -> Text {
        "on line \(lineNumber(of: first))"
    }

    /// The number of the line on which `span`, of this file, begins.
    @inline(never)
    func lineNumber(of span: Span) -> Int {
        var cursor = SourceCursor()
        cursor.move(to: Int(span.start), source: span.source, bytes: bytes)
        return cursor.line
    }
}
