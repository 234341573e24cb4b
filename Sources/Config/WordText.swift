import Basics

/// Writes words so that the lexer reads the very same bytes.
enum WordText {
    /// Appends `word`, in quotes where it would not be one word without them.
    @inline(never)
    static func render(_ word: Text, into output: inout [UInt8]) {
        if isPlain(word) {
            word.render(into: &output)
        } else {
            quote(word, into: &output)
        }
    }

    /// Appends `VAR=VALUE` for a line of variables, where quotes may open behind the `=`.
    @inline(never)
    static func render(variable: Text, into output: inout [UInt8]) {
        let value = (variable.firstIndex(of: 61) ?? -1) + 1
        let name = variable.slice(0..<value)
        guard isPlain(name) else {
            quote(variable, into: &output)
            return
        }
        name.render(into: &output)
        // `VAR=` is a word without quotes too.
        if value < variable.count { render(variable.dropFirst(value), into: &output) }
    }

    /// Whether the lexer takes these bytes for one word as they stand, wherever they stand.
    private static func isPlain(_ word: Text) -> Bool {
        for byte in word.bytes where byte <= 32 || byte == 34 || byte == 39 { return false }
        switch word {
        // A brace, and what begins a block, even alone on its line.
        case "", "{", "}", "job", "defaults": return false
        // A comment; and what would join the next line.
        default: return word.bytes.first != 35 && word.bytes.last != 92
        }
    }

    private static func quote(_ word: Text, into output: inout [UInt8]) {
        output.append(34)
        for byte in word.bytes {
            if byte == 34 || byte == 92 { output.append(92) }
            output.append(byte)
        }
        output.append(34)
    }
}
