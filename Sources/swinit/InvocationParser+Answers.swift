import Basics
import Config
import Daemontools

extension InvocationParser {
    /// The verbs; behind the first five those that speak to a running supervisor, which are known
    /// so that a typing error is told from a verb.
    private static let verbs: StaticString = """
        run check config help tool status logs start stop restart reload signal scale wait health events \
        shutdown reexec completion
        """

    /// Settles what is said, on standard error, with status 1.
    ///
    /// Beside the marks of ``value``, ``remark`` and ``name``, `%3` is the program's name, `%4` that
    /// without its folder and `%5` our process number.
    @inline(never)
    mutating func answer(_ pattern: Text) -> Answered {
        let program = words.first ?? Text([])
        result.printout.text = Sentence.fill(
            pattern,
            [
                value, remark, program, Personality.lastPart(of: program),
                Text(surroundings.process), name,
            ])
        result.printout.descriptor = 2
        result.printout.status = 1
        return Answered()
    }

    /// Refuses in the words of another program.
    @inline(never)
    mutating func answer(_ pattern: StaticString) -> Answered {
        answer(Text(stringLiteral: pattern))
    }

    /// Says what was asked for.
    @inline(never)
    mutating func show(_ pattern: StaticString, on descriptor: Int32) -> Answered {
        show(page: Text(stringLiteral: pattern), on: descriptor)
    }

    @inline(never)
    private mutating func show(page pattern: Text, on descriptor: Int32) -> Answered {
        let answered = answer(pattern)
        result.printout.descriptor = descriptor
        result.printout.status = 0
        return answered
    }

    /// Refuses swinit's own command line: what is wrong, and behind a bar how to put it right.
    @inline(never)
    mutating func refusal(_ sentences: StaticString) -> Answered {
        refusal(Text(stringLiteral: sentences), from: 0)
    }

    @inline(never)
    private mutating func refusal(_ sentences: Text, from start: Int) -> Answered {
        var pattern: Text = "swinit | error: "
        for byte in sentences.slice(start..<sentences.count).bytes {
            if byte == UInt8(ascii: "|") {
                ("\nswinit | hint: " as StaticString).render(into: &pattern.bytes)
            } else {
                pattern.bytes.append(byte)
            }
        }
        pattern.bytes.append(10)
        let answered = answer(pattern)
        result.printout.status = ExitStatus.usage
        return answered
    }

    /// Refuses an option: in the words of getopt_long(3) of glibc, which scripts know, or behind a
    /// bar in swinit's own.
    @inline(never)
    mutating func mistake(_ sentences: StaticString) -> Answered {
        let all = Text(stringLiteral: sentences)
        let bar = all.firstIndex(of: UInt8(ascii: "|")) ?? all.count - 1
        if result.personality == .swinit { return refusal(all, from: bar + 1) }
        return answer(
            "%3: \(all.slice(0..<bar))\n\(HelpText.usage(of: result.personality))" as Text)
    }

    /// Refuses what may be a typing error of one of `candidates`, which becomes the remark.
    @inline(never)
    mutating func suggest(
        _ word: Text, _ candidates: [Text], _ sentences: StaticString, _ others: StaticString
    ) -> Answered {
        guard let near = EditDistance.nearest(to: word, among: candidates) else {
            return refusal(others)
        }
        remark = near
        return refusal(sentences)
    }

    /// Refuses a long option.
    @inline(never)
    mutating func unknownName() -> Answered {
        guard result.personality == .swinit else { return mistake("unrecognized option '%1'|") }
        var names: [Text] = []
        for row in options where row.count > 3 { names.append(row.slice(3..<row.count)) }
        return suggest(
            name, names, "unknown option '--%6'|did you mean '--%2'?",
            "unknown option '--%6'|swinit --help lists them")
    }

    /// Refuses a word that stands where a verb should.
    @inline(never)
    mutating func unknownVerb() -> Answered {
        let verbs = Text(stringLiteral: Self.verbs).split(at: 32)
        if verbs.contains(value) { return refusal("'%1' is not supported yet") }
        return suggest(
            value, verbs,
            "unknown command '%1'|did you mean '%2'? to run a program: swinit -- %1",
            "unknown command '%1'|to run a program: swinit -- %1")
    }

    /// Refuses `tool` and the words behind it: where those name a program nothing of this is asked.
    @inline(never)
    mutating func unknownTool() -> Answered {
        value = index < words.count ? words[index] : Text([])
        let names = Text(stringLiteral: Tool.names).split(at: 32)
        let answered: Answered
        if value.isEmpty {
            answered = refusal("'tool' needs the name of a program|swinit help tool lists them")
        } else if names.contains(value) {
            answered = refusal("'tool' must be the first word|swinit tool %1")
        } else {
            answered = suggest(
                value, names, "unknown program '%1'|did you mean '%2'?",
                "unknown program '%1'|swinit help tool lists them")
        }
        result.printout.status = ExitStatus.toolUsage
        return answered
    }

    // MARK: - Help

    /// What `-h` says.
    @inline(never)
    mutating func help() -> Answered {
        switch result.personality {
        case .swinit:
            switch verb {
            case nil: show(page: Words.text(.general), on: 1)
            case .run: show(page: Words.text(.run), on: 1)
            case .check: show(page: Words.text(.check), on: 1)
            case .tool: say("\(Words.text(.tool))\(Tool.names)\n")
            case .config: say("\(Words.text(.config))\(OptionHelp.list())")
            }
        case .tini: show(page: Words.text(.tini), on: 1)
        case .dumbInit: show(page: Words.text(.dumbInit), on: 2)
        case .catatonit: show(page: Words.text(.catatonit), on: 2)
        }
    }

    /// What `help config` says of the option that is the value.
    @inline(never)
    mutating func helpOnOption() -> Answered {
        if let page = OptionHelp.page(of: value) { return say(page) }
        return suggest(
            value, OptionHelp.names, "'%1' is no option|did you mean '%2'?",
            "'%1' is no option|swinit help config lists them")
    }

    /// Says a text that has no marks.
    @inline(never)
    private mutating func say(_ text: Text) -> Answered {
        result.printout = Printout(text: text)
        return Answered()
    }

    /// What `-V` says.
    @inline(never)
    mutating func version() -> Answered {
        switch result.personality {
        case .swinit: show("swinit 0.1.0\n", on: 1)
        case .tini: show("tini version 0.19.0\n", on: 1)
        case .dumbInit: show("dumb-init v1.2.5\n", on: 2)
        case .catatonit: show("tini version 0.1.7_catatonit\n", on: 1)
        }
    }
}
