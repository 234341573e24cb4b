import Basics

extension InvocationParser {
    /// The verbs; behind the first three those that speak to a running supervisor, which are known
    /// so that a typing error is told from a verb.
    private static let verbs: StaticString = """
        run check help status logs start stop restart reload signal scale wait health events config \
        shutdown reexec completion
        """

    /// Settles what is said, on standard error, with status 1.
    ///
    /// In `pattern` `%1` and `%2` are the values, `%3` is the program's name, `%4` that without its
    /// folder and `%5` our process number.
    @inline(never)
    mutating func answer(_ pattern: Text, _ first: Text, _ second: Text) -> Answered {
        let name = words.first ?? Text([])
        result.printout.text = Sentence.fill(
            pattern,
            [first, second, name, Personality.lastPart(of: name), Text(surroundings.process)])
        result.printout.descriptor = 2
        result.printout.status = 1
        return Answered()
    }

    /// Says what has no values.
    @inline(never)
    mutating func answer(_ pattern: StaticString) -> Answered {
        answer(Text(stringLiteral: pattern), Text([]), Text([]))
    }

    /// Says what was asked for.
    @inline(never)
    mutating func show(_ pattern: StaticString, on descriptor: Int32) -> Answered {
        let answered = answer(pattern)
        result.printout.descriptor = descriptor
        result.printout.status = 0
        return answered
    }

    /// Refuses swinit's own command line: what is wrong, and behind a bar how to put it right.
    @inline(never)
    mutating func refusal(_ sentences: StaticString) -> Answered {
        refusal(sentences, Text([]), Text([]))
    }

    /// Refuses a value.
    @inline(never)
    mutating func refusal(_ sentences: StaticString, _ first: Text) -> Answered {
        refusal(sentences, first, Text([]))
    }

    /// Refuses with two values.
    @inline(never)
    mutating func refusal(
        _ sentences: StaticString, _ first: Text, _ second: Text
    ) -> Answered {
        refusal(Text(stringLiteral: sentences), from: 0, first, second)
    }

    @inline(never)
    private mutating func refusal(
        _ sentences: Text, from start: Int, _ first: Text, _ second: Text
    ) -> Answered {
        var pattern: Text = "swinit | error: "
        for byte in sentences.bytes[start...] {
            if byte == UInt8(ascii: "|") {
                ("\nswinit | hint: " as StaticString).render(into: &pattern.bytes)
            } else {
                pattern.bytes.append(byte)
            }
        }
        pattern.bytes.append(10)
        let answered = answer(pattern, first, second)
        result.printout.status = ExitStatus.usage
        return answered
    }

    /// Refuses an option.
    @inline(never)
    mutating func mistake(_ sentences: StaticString, _ first: Text) -> Answered {
        mistake(sentences, first, Text([]))
    }

    /// Refuses an option: in the words of getopt_long(3) of glibc, which scripts know, or behind a
    /// bar in swinit's own.
    @inline(never)
    mutating func mistake(
        _ sentences: StaticString, _ first: Text, _ second: Text
    ) -> Answered {
        let all = Text(stringLiteral: sentences)
        let bar = all.firstIndex(of: UInt8(ascii: "|")) ?? all.count - 1
        if result.personality == .swinit { return refusal(all, from: bar + 1, first, second) }
        let standard = all.slice(0..<bar)
        return answer(
            "%3: \(standard)\n\(HelpText.usage(of: result.personality))", first, second)
    }

    /// Refuses a long option.
    @inline(never)
    mutating func unknown(_ word: Text, _ name: Text) -> Answered {
        guard result.personality == .swinit else {
            return mistake("unrecognized option '%1'|", word)
        }
        var names: [Text] = []
        for option in options where option.count > 3 {
            names.append(option.slice(3..<option.count))
        }
        guard let near = EditDistance.nearest(to: name, among: names) else {
            return refusal("unknown option '--%1'|swinit --help lists them", name)
        }
        return refusal("unknown option '--%1'|did you mean '--%2'?", name, near)
    }

    /// Refuses a word that stands where a verb should.
    @inline(never)
    mutating func unknown(verb word: Text) -> Answered {
        let verbs = Text(stringLiteral: Self.verbs).split(at: 32)
        guard let near = EditDistance.nearest(to: word, among: verbs) else {
            return refusal("unknown command '%1'|to run a program: swinit -- %1", word)
        }
        if near == word { return refusal("'%1' is not supported yet", word) }
        return refusal(
            "unknown command '%1'|did you mean '%2'? to run a program: swinit -- %1", word, near)
    }

    // MARK: - Help

    /// What `-h` says.
    @inline(never)
    mutating func help() -> Answered {
        switch result.personality {
        case .swinit:
            switch verb {
            case nil: show(HelpText.general, on: 1)
            case .run: show(HelpText.run, on: 1)
            case .check: show(HelpText.check, on: 1)
            }
        case .tini: show(HelpText.tini, on: 1)
        case .dumbInit: show(HelpText.dumbInit, on: 2)
        case .catatonit: show(HelpText.catatonit, on: 2)
        }
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
