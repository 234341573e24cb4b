import Basics

/// Walks a command line as getopt_long(3) of glibc does, and says what stands there.
struct InvocationOptions {
    /// Whether an option takes a value.
    enum Arity: Equatable, Sendable {
        case flag
        case value
    }

    /// One option: a letter, a long name, or both.
    struct Option: Sendable {
        /// What ``Item`` names it by; the letter, where there is one.
        let key: UInt8
        /// Whether the key may stand behind one dash.
        let isShort: Bool
        let name: StaticString?
        let arity: Arity

        init(_ key: Unicode.Scalar, _ name: StaticString? = nil, _ arity: Arity = .flag) {
            self.key = UInt8(truncatingIfNeeded: key.value)
            isShort = true
            self.name = name
            self.arity = arity
        }

        /// An option without a letter.
        init(long name: StaticString, as key: Unicode.Scalar, _ arity: Arity = .flag) {
            self.key = UInt8(truncatingIfNeeded: key.value)
            isShort = false
            self.name = name
            self.arity = arity
        }
    }

    /// What stands on the command line.
    enum Item: Equatable {
        /// An option, by its key, with its value where it takes one.
        case option(UInt8, Text)
        /// A word that is no option.
        case operand(Text)
        /// `--`: the rest are operands.
        case separator
        case wrong(Mistake)
        case end
    }

    /// What is wrong with an option.
    enum Mistake: Equatable {
        case unknownLetter(UInt8)
        case letterWithoutValue(UInt8)
        case unknownName(Text)
        case ambiguousName(Text, [Text])
        case nameWithoutValue(Text)
        case nameWithValue(Text)
    }

    private let words: [Text]
    private let options: [Option]
    private let hasNames: Bool
    private let abbreviates: Bool
    private var index = 1
    /// Where in a word of several letters we are; 0 is at a word's start.
    private var offset = 0

    /// Begins behind the program's name; `abbreviates` takes the beginning of a long name for it.
    init(_ words: [Text], _ options: [Option], abbreviates: Bool) {
        self.words = words
        self.options = options
        self.abbreviates = abbreviates
        var hasNames = false
        for option in options where option.name != nil { hasNames = true }
        self.hasNames = hasNames
    }

    /// The words that were not walked over yet.
    var rest: [Text] { index < words.count ? [Text](words[index...]) : [] }

    /// Takes the next item.
    @inline(never)
    mutating func next() -> Item {
        if offset > 0 { return letter() }
        guard index < words.count else { return .end }
        let word = words[index]
        guard word.count > 1, word.bytes[0] == UInt8(ascii: "-") else {
            index += 1
            return .operand(word)
        }
        guard word.bytes[1] == UInt8(ascii: "-"), hasNames || word.count == 2 else {
            offset = 1
            return letter()
        }
        index += 1
        return word.count == 2 ? .separator : name(word.slice(2..<word.count))
    }

    @inline(never)
    private mutating func letter() -> Item {
        let word = words[index]
        let key = word.bytes[offset]
        offset += 1
        let isLast = offset >= word.count
        let rest = word.slice(offset..<word.count)
        if isLast {
            index += 1
            offset = 0
        }
        for option in options where option.isShort && option.key == key {
            if option.arity == .flag { return .option(key, Text([])) }
            if isLast {
                guard index < words.count else { return .wrong(.letterWithoutValue(key)) }
                index += 1
                return .option(key, words[index - 1])
            }
            index += 1
            offset = 0
            return .option(key, rest)
        }
        return .wrong(.unknownLetter(key))
    }

    private mutating func name(_ word: Text) -> Item {
        let equals = word.firstIndex(of: UInt8(ascii: "="))
        let name = word.slice(0..<(equals ?? word.count))
        var found: [Option] = []
        var names: [Text] = []
        for option in options {
            guard let known = option.name else { continue }
            if name.isEqual(to: known) {
                found = [option]
                names = []
                break
            }
            // An abbreviation is good while it fits one name alone.
            if abbreviates, ("\(known)" as Text).hasPrefix(name) {
                found.append(option)
                names.append("\(known)")
            }
        }
        guard let option = found.first else { return .wrong(.unknownName(word)) }
        if found.count > 1 { return .wrong(.ambiguousName(word, names)) }
        guard option.arity == .value else {
            return equals == nil
                ? .option(option.key, Text([])) : .wrong(.nameWithValue("\(option.name ?? "")"))
        }
        if let equals { return .option(option.key, word.slice((equals + 1)..<word.count)) }
        guard index < words.count else { return .wrong(.nameWithoutValue("\(option.name ?? "")")) }
        index += 1
        return .option(option.key, words[index - 1])
    }
}

extension InvocationOptions {
    /// A whole command line: what stood before the first mistake, in order.
    struct Line {
        var options: [(key: UInt8, value: Text)] = []
        var operands: [Text] = []
        var mistake: Mistake?
    }

    /// Reads all of `words`; where `permutes`, options may stand behind operands (getopt(3)).
    @inline(never)
    static func read(
        _ words: [Text], _ options: [Option], abbreviates: Bool, permutes: Bool
    ) -> Line {
        var walk = InvocationOptions(words, options, abbreviates: abbreviates)
        var line = Line()
        while true {
            switch walk.next() {
            case .option(let key, let value):
                line.options.append((key, value))
                continue
            case .operand(let word):
                line.operands.append(word)
                if permutes { continue }
            case .wrong(let mistake):
                line.mistake = mistake
                return line
            case .separator, .end: break
            }
            line.operands.append(contentsOf: walk.rest)
            return line
        }
    }
}

extension InvocationOptions.Mistake: Renderable {
    /// The words of glibc's getopt_long(3), which scripts know.
    @inline(never)
    func render(into bytes: inout [UInt8]) {
        let text: Text
        switch self {
        case .unknownLetter(let key): text = "invalid option -- '\(Text([key]))'"
        case .letterWithoutValue(let key):
            text = "option requires an argument -- '\(Text([key]))'"
        case .unknownName(let name): text = "unrecognized option '--\(name)'"
        case .ambiguousName(let name, let names):
            var line: Text = "option '--\(name)' is ambiguous; possibilities:"
            for name in names { line = "\(line) '--\(name)'" }
            text = line
        case .nameWithoutValue(let name): text = "option '--\(name)' requires an argument"
        case .nameWithValue(let name): text = "option '--\(name)' doesn't allow an argument"
        }
        text.render(into: &bytes)
    }
}
