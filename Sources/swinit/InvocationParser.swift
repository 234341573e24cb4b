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
            let word = words[index]
            index += 1
            guard word.count > 1, word.bytes[0] == UInt8(ascii: "-") else {
                try take(word)
                continue
            }
            // tini goes by getopt(3), which knows no names.
            if word.bytes[1] != UInt8(ascii: "-") || (word.count > 2 && isTini) {
                try takeLetters(word)
            } else if word.count > 2 {
                try takeName(word)
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

    /// Takes the options of a word that begins with one dash.
    @inline(never)
    private mutating func takeLetters(_ word: Text) throws(Answered) {
        var offset = 1
        while offset < word.count {
            let letter = word.slice(offset..<(offset + 1))
            offset += 1
            let index = firstOption(of: letter)
            guard index < options.count else {
                throw mistake(
                    "invalid option -- '%1'|unknown option '-%1'|swinit --help lists them", letter)
            }
            let option = options[index]
            guard option.bytes[2] == UInt8(ascii: ":") else {
                try apply(option, Text([]))
                continue
            }
            var value = word.slice(offset..<word.count)
            if value.isEmpty {
                value = try takeNext(
                    "option requires an argument -- '%1'|option '-%1' needs a value", letter)
            }
            return try apply(option, value)
        }
    }

    /// Where the option of this letter stands; past the end where there is none.
    @inline(never)
    private func firstOption(of letter: Text) -> Int {
        var index = 0
        while index < options.count, letter.isEqual(to: "-") || !options[index].hasPrefix(letter) {
            index += 1
        }
        return index
    }

    /// Takes the next word as a value.
    @inline(never)
    private mutating func takeNext(
        _ refusal: StaticString, _ name: Text
    ) throws(Answered) -> Text {
        guard index < words.count else { throw mistake(refusal, name) }
        index += 1
        return words[index - 1]
    }

    /// Takes a word that begins with two dashes.
    @inline(never)
    private mutating func takeName(_ word: Text) throws(Answered) {
        let equals = word.firstIndex(of: UInt8(ascii: "="))
        let name = word.slice(2..<(equals ?? word.count))
        var found = Text([])
        var count = 0
        for option in options where Self.fits(name, option) {
            // An abbreviation is good while it fits one name alone; swinit's own have none.
            let isWhole = option.count - 3 == name.count
            guard isWhole || result.personality != .swinit else { continue }
            found = option
            count += 1
            if isWhole {
                count = 1
                break
            }
        }
        guard count > 0 else { throw unknown(word, name) }
        guard count == 1 else { throw ambiguous(word, name) }
        let known = found.slice(3..<found.count)
        var value = Text([])
        if found.bytes[2] != UInt8(ascii: ":") {
            if equals != nil {
                throw mistake(
                    "option '--%1' doesn't allow an argument|option '--%1' takes no value", known)
            }
        } else if let equals {
            value = word.slice((equals + 1)..<word.count)
        } else {
            value = try takeNext(
                "option '--%1' requires an argument|option '--%1' needs a value", known)
        }
        try apply(found, value)
    }

    /// Whether `name` is the beginning of the option's.
    @inline(never)
    private static func fits(_ name: Text, _ option: Text) -> Bool {
        option.count > 3 && option.slice(3..<option.count).hasPrefix(name)
    }

    private mutating func ambiguous(_ word: Text, _ name: Text) -> Answered {
        var list = Text([])
        for option in options where Self.fits(name, option) {
            list = Sentence.fill("%1 '--%2'", [list, option.slice(3..<option.count)])
        }
        return mistake("option '%1' is ambiguous; possibilities:%2|", word, list)
    }

    /// Takes a word that is no option.
    @inline(never)
    private mutating func take(_ word: Text) throws(Answered) {
        guard result.personality == .swinit else {
            operands.append(word)
            // dumb-init's options end here, and where POSIX is asked for (getopt(3)) the others' do.
            if result.personality == .dumbInit || surroundings.isSet("POSIXLY_CORRECT") {
                takeRest()
            }
            return
        }
        switch verb {
        case nil:
            if word.isEqual(to: "help") {
                if index < words.count, !words[index].isEqual(to: "help") {
                    verb = try verb(words[index])
                }
                throw help()
            }
            verb = try verb(word)
            isChecking = isChecking || verb == .check
        case .check: try takeFile(word)
        case .run:
            throw refusal(
                """
                'run' takes no word, but got '%1'|for a configuration file: swinit -c %1; for a \
                program: swinit -- %1
                """, word)
        }
    }

    @inline(never)
    private mutating func verb(_ word: Text) throws(Answered) -> Verb {
        switch word {
        case "run": .run
        case "check": .check
        default: throw unknown(verb: word)
        }
    }

    @inline(never)
    mutating func takeFile(_ name: Text) throws(Answered) {
        guard result.file == nil else {
            throw refusal("more than one configuration file is given")
        }
        result.file = name
    }
}
