import Basics

/// Walks the options of a command line as daemontools' own getopt does.
///
/// They end at the first word that does not begin with a dash, or is one; a word that begins with two
/// ends them too, whatever follows.
struct ToolOptions {
    /// What ``next()`` answers for an option that there is not, or that lacks its value, after saying so.
    static let problem = UInt8(ascii: "?")

    private let tool: Tool
    private let words: [Text]
    /// The letters, a colon behind each that takes a value.
    private let letters: Text
    /// The word that is looked at, and in the end the first operand.
    private(set) var index = 1
    private var offset = 0
    /// The value of the last option.
    private(set) var value = Text([])

    init(_ tool: Tool, _ words: [Text], _ letters: StaticString) {
        self.tool = tool
        self.words = words
        self.letters = Text(stringLiteral: letters)
    }

    /// The letter of the next option; nil behind the last.
    @inline(never)
    mutating func next() -> UInt8? {
        if offset > 0, offset >= words[index].count {
            index += 1
            offset = 0
        }
        if offset == 0 {
            guard index < words.count, words[index].count > 1, words[index].bytes[0] == 45 else {
                return nil
            }
            if words[index].bytes[1] == 45 {
                index += 1
                return nil
            }
            offset = 1
        }
        let letter = words[index].bytes[offset]
        offset += 1
        guard letter != 58, let place = letters.firstIndex(of: letter) else {
            return say("illegal option", letter)
        }
        if place + 1 < letters.count, letters.bytes[place + 1] == 58 {
            value = words[index].slice(offset..<words[index].count)
            index += 1
            offset = 0
            if value.isEmpty {
                guard index < words.count else {
                    return say("option requires an argument", letter)
                }
                value = words[index]
                index += 1
            }
        }
        return letter
    }

    @inline(never)
    private func say(_ what: StaticString, _ letter: UInt8) -> UInt8 {
        tool.tell("\(tool.name): \(what) -- \(Text([letter]))")
        return Self.problem
    }
}
