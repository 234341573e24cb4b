import Basics

/// Cuts a file into lines of words.
///
/// It keeps one line at a time, as places in the file: a file of any size costs no more than its
/// longest line.
struct Lexer {
    /// The most words of one line.
    static let wordLimit = 4096

    /// The line that ``next(isEnvironment:_:)`` read last.
    private(set) var line: Line
    private var offset: Int
    private var isEnvironment = false

    /// Begins at `start`; at 0 behind a byte-order mark.
    init(source: Int32, bytes: [UInt8], at start: Int32 = 0) {
        line = Line(source: source, bytes: bytes)
        offset = max(Int(start), Self.firstOffset(of: bytes))
    }

    /// Where the text begins: behind a byte-order mark if there is one.
    @inline(never)
    static func firstOffset(of bytes: [UInt8]) -> Int {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// Reads the next line that has words; false at the end of the file.
    ///
    /// What is lexically wrong goes to `list`. With `isEnvironment` the line stands in an `env` block,
    /// where a quote behind the first `=` of a word opens a quoted value.
    @inline(never)
    mutating func next(isEnvironment: Bool, _ list: inout DiagnosticList) -> Bool {
        // Never the old one: a draft may have kept it.
        line = Line(source: line.source, bytes: line.bytes)
        self.isEnvironment = isEnvironment
        while offset < line.bytes.count {
            let byte = line.bytes[offset]
            if byte == 10 {
                offset += 1
                if !line.words.isEmpty { return true }
            } else if Self.isBlank(byte) {
                offset += 1
            } else if byte == 35 {
                offset = lineEnd
            } else if let length = continuation {
                offset += length
            } else {
                readWord(&list)
            }
        }
        return !line.words.isEmpty
    }

    /// Goes back so that the present line is read again.
    @inline(never)
    mutating func stepBack() {
        if let first = line.words.first { offset = first.start }
    }

    @inline(never)
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9 || byte == 13
    }

    /// How long a `\` that is the last character of its line is, with the line's end; nil elsewhere.
    private var continuation: Int? {
        guard line.bytes[offset] == 92 else { return nil }
        let next = offset + 1
        guard next < line.bytes.count else { return 1 }
        if line.bytes[next] == 10 { return 2 }
        guard line.bytes[next] == 13 else { return nil }
        guard next + 1 < line.bytes.count else { return 2 }
        return line.bytes[next + 1] == 10 ? 3 : nil
    }

    private var lineEnd: Int {
        var end = offset
        while end < line.bytes.count, line.bytes[end] != 10 { end += 1 }
        return end
    }

    private var endsWord: Bool {
        guard offset < line.bytes.count else { return true }
        let byte = line.bytes[offset]
        return byte == 10 || Self.isBlank(byte) || continuation != nil
    }

    @inline(never)
    private mutating func readWord(_ list: inout DiagnosticList) {
        var word = Word(start: offset, end: offset, quote: nil)
        if Self.isQuote(line.bytes[offset]) {
            word.quote = offset
            readQuoted(&list)
        } else {
            word.quote = readPlain(&list)
        }
        word.end = offset
        guard line.words.count < Self.wordLimit else {
            if !line.isBroken {
                list.add(
                    .tooManyWords, at: line.span(from: word.start, to: word.end),
                    "\(Self.wordLimit)")
            }
            line.isBroken = true
            return
        }
        line.words.append(word)
        if line.words.count == 1, line.isPlain(0, "env") { isEnvironment = true }
    }

    @inline(never)
    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == 34 || byte == 39
    }

    /// Reads a word without quotes, or up to the end of `VAR="..."`; tells where its quote opens.
    @inline(never)
    private mutating func readPlain(_ list: inout DiagnosticList) -> Int? {
        var strayQuote: Int?
        var isBehindSign = false
        var hasSign = !isEnvironment
        while !endsWord {
            let byte = line.bytes[offset]
            if Self.isQuote(byte) {
                if isBehindSign {
                    let quote = offset
                    readQuoted(&list)
                    return quote
                }
                if strayQuote == nil { strayQuote = offset }
            }
            isBehindSign = !hasSign && byte == 61
            if isBehindSign { hasSign = true }
            offset += 1
        }
        if let strayQuote {
            list.add(.quoteInWord, at: line.span(from: strayQuote, to: strayQuote + 1))
        }
        return nil
    }

    /// Reads from an opening quote to behind the closing one.
    @inline(never)
    private mutating func readQuoted(_ list: inout DiagnosticList) {
        let open = offset
        let quote = line.bytes[open]
        offset += 1
        while offset < line.bytes.count, line.bytes[offset] != 10 {
            let byte = line.bytes[offset]
            if byte == quote {
                offset += 1
                if !endsWord { readGlued(&list) }
                return
            }
            let isEscape =
                byte == 92 && quote == 34 && offset + 1 < line.bytes.count
                && (line.bytes[offset + 1] == 34 || line.bytes[offset + 1] == 92)
            offset += isEscape ? 2 : 1
        }
        line.isBroken = true
        let hasReturn = offset - 1 > open && line.bytes[offset - 1] == 13
        list.add(.unclosedQuote, at: line.span(from: open, to: offset - (hasReturn ? 1 : 0)))
    }

    private mutating func readGlued(_ list: inout DiagnosticList) {
        let start = offset
        while !endsWord { offset += 1 }
        line.isBroken = true
        list.add(.gluedQuote, at: line.span(from: start, to: offset))
    }
}
