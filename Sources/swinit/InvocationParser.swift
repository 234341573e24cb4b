import Basics

extension Invocation {
    /// Reads a command line: swinit's own, or that of the program by whose name we were executed.
    ///
    /// `words` begin with that name. What cannot be obeyed comes out as something to say, with a
    /// status that is not zero.
    @inline(never)
    static func parse(_ words: [Text], _ surroundings: InvocationSurroundings) -> Invocation {
        var parser = InvocationParser(words, surroundings)
        do throws(InvocationParser.Answered) {
            try parser.read()
            try parser.finish()
        } catch {
            parser.result.mode = .say
        }
        return parser.end()
    }
}

/// Walks a command line as getopt_long(3) of glibc does, whoever's it is.
///
/// What swinit's own says is gathered first and judged as a whole at the end.
struct InvocationParser {
    /// Thrown once the result is something to say.
    struct Answered: Error {}

    enum Verb {
        case run
        case check
        case config
        case tool
    }

    let words: [Text]
    let surroundings: InvocationSurroundings
    /// As in ``Personality/options``.
    let options: [Text]
    /// The word that is read next.
    var index = 1
    var result = Invocation()
    /// The words that are no options, but for swinit's verbs and theirs.
    var operands: [Text] = []
    var hasSeparator = false
    var verb: Verb?
    var isChecking = false
    var isPause = false
    var hasVerbosity = false
    /// The first option that only a single command has, as it was written; empty for none.
    var singleOption = Text([])
    /// The first option that only `check` has, as it was written; empty for none.
    var checkOption = Text([])

    // What is at hand; the sentences of refusals name it by the marks.

    /// The row of the option, as in ``Personality/options``.
    var option = Text([])
    /// `%6`: the option as it is written, without dashes.
    var name = Text([])
    /// `%1`: the value of the option or variable, or the word that is no option.
    var value = Text([])
    /// `%2`: what else there is to say, such as what may have been meant.
    var remark = Text([])

    @inline(never)
    init(_ words: [Text], _ surroundings: InvocationSurroundings) {
        self.words = words
        self.surroundings = surroundings
        let personality = Personality(name: words.first ?? "swinit")
        result.personality = personality
        options = Text(stringLiteral: personality.options).split(at: 32)
    }

    /// What came out; moved, since a copy of the record is a long piece of code.
    mutating func end() -> Invocation {
        var moved = Invocation()
        swap(&moved, &result)
        return moved
    }

    /// Reads all words, up to the first mistake.
    @inline(never)
    mutating func read() throws(Answered) {
        if isTini, words.count == 2, words[1].isEqual(to: "--version") { throw version() }
        while index < words.count {
            value = words[index]
            index += 1
            if value.count < 2 || value.bytes[0] != UInt8(ascii: "-") {
                try takeWord()
            } else if value.bytes[1] != UInt8(ascii: "-") || (value.count > 2 && isTini) {
                // tini goes by getopt(3), which knows no names.
                try takeLetters(value)
            } else if value.count > 2 {
                try takeName(value)
            } else {
                hasSeparator = true
                takeRest()
            }
        }
    }

    private var isTini: Bool { result.personality == .tini }

    @inline(never)
    private mutating func takeRest() {
        while index < words.count {
            operands.append(words[index])
            index += 1
        }
    }

    // MARK: - Options

    private var takesValue: Bool { option.bytes[2] == UInt8(ascii: ":") }

    /// Takes the options of a word that begins with one dash.
    @inline(never)
    private mutating func takeLetters(_ word: Text) throws(Answered) {
        var offset = 1
        while offset < word.count {
            name = word.slice(offset..<(offset + 1))
            offset += 1
            try findLetter()
            if takesValue {
                value = word.slice(offset..<word.count)
                offset = word.count
                if value.isEmpty {
                    try takeNext("option requires an argument -- '%6'|option '-%6' needs a value")
                }
            }
            try apply()
        }
    }

    @inline(never)
    private mutating func findLetter() throws(Answered) {
        for row in options where row.hasPrefix(name) && !name.isEqual(to: "-") {
            option = row
            return
        }
        throw mistake("invalid option -- '%6'|unknown option '-%6'|swinit --help lists them")
    }

    /// Takes a word that begins with two dashes.
    @inline(never)
    private mutating func takeName(_ word: Text) throws(Answered) {
        let equals = word.firstIndex(of: UInt8(ascii: "=")) ?? word.count
        name = word.slice(2..<equals)
        try findName()
        if takesValue {
            value = word.slice((equals + 1)..<(word.count + 1))
            if equals == word.count {
                try takeNext("option '--%6' requires an argument|option '--%6' needs a value")
            }
        } else if equals < word.count {
            throw mistake("option '--%6' doesn't allow an argument|option '--%6' takes no value")
        }
        try apply()
    }

    @inline(never)
    private mutating func findName() throws(Answered) {
        var count = 0
        remark = Text([])
        for row in options where row.count > 3 {
            let known = row.slice(3..<row.count)
            guard known.hasPrefix(name) else { continue }
            // An abbreviation is good while it fits one name alone; swinit's own have none.
            let isWhole = known.count == name.count
            guard isWhole || result.personality != .swinit else { continue }
            option = row
            count = isWhole ? 1 : count + 1
            if isWhole { break }
            remark = "\(remark) '--\(known)'"
        }
        guard count > 0 else { throw unknownName() }
        guard count == 1 else { throw mistake("option '%1' is ambiguous; possibilities:%2|") }
        name = option.slice(3..<option.count)
    }

    /// Takes the next word as the value.
    @inline(never)
    private mutating func takeNext(_ refusal: StaticString) throws(Answered) {
        guard index < words.count else { throw mistake(refusal) }
        value = words[index]
        index += 1
    }

    // MARK: - Other words

    /// Takes a word that is no option.
    @inline(never)
    private mutating func takeWord() throws(Answered) {
        guard result.personality == .swinit else {
            operands.append(value)
            // dumb-init's options end here, and where POSIX is asked for (getopt(3)) the others' do.
            if result.personality == .dumbInit || surroundings.isSet("POSIXLY_CORRECT") {
                takeRest()
            }
            return
        }
        switch verb {
        case nil:
            if value.isEqual(to: "help") {
                if index < words.count { value = words[index] }
                if !value.isEqual(to: "help") { try takeVerb() }
                if verb == .config, index + 1 < words.count {
                    value = words[index + 1]
                    throw helpOnOption()
                }
                throw help()
            }
            try takeVerb()
            if verb == .tool { throw unknownTool() }
            isChecking = isChecking || verb == .check
        case .check, .config: try takeFile()
        case .run, .tool:
            throw refusal(
                """
                'run' takes no word, but got '%1'|for a configuration file: swinit -c %1; for a \
                program: swinit -- %1
                """)
        }
    }

    @inline(never)
    private mutating func takeVerb() throws(Answered) {
        switch value {
        case "run": verb = .run
        case "check": verb = .check
        case "config": verb = .config
        case "tool": verb = .tool
        default: throw unknownVerb()
        }
    }

    @inline(never)
    mutating func takeFile() throws(Answered) {
        guard result.file == nil else {
            throw refusal("more than one configuration file is given")
        }
        result.file = value
    }
}
