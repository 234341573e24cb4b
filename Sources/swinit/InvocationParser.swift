import Basics

extension Invocation {
    /// Reads a command line: swinit's own, or that of the program by whose name we were executed.
    ///
    /// `words` begin with that name. What cannot be obeyed comes out as ``say(_:)`` with a status
    /// that is not zero.
    @inline(never)
    static func parse(
        _ words: [Text], _ surroundings: InvocationSurroundings
    ) -> Invocation {
        do throws(Printout) {
            switch Personality(name: words.first ?? "swinit") {
            case .tini: return try PersonalityTini.parse(words, surroundings)
            case .dumbInit: return try PersonalityDumbInit.parse(words, surroundings)
            case .catatonit: return try PersonalityCatatonit.parse(words, surroundings)
            case .swinit: break
            }
        } catch {
            return .say(error)
        }
        do throws(UsageError) {
            return try InvocationParser.parse(words, surroundings)
        } catch {
            return .say(error.printout)
        }
    }
}

/// Reads swinit's own command line: what it says is gathered first and judged as a whole at the end.
struct InvocationParser {
    private enum Verb {
        case run
        case check
    }

    private static let options: [InvocationOptions.Option] = [
        .init("c", "config", .value), .init("p", "pid-file", .value), .init("v", "verbose"),
        .init("q", "quiet"), .init("F"), .init("t"), .init("h", "help"), .init("V", "version"),
        .init(long: "json", as: "j"), .init(long: "strict", as: "x"),
        .init(long: "allow", as: "a", .value),
        .init("s"), .init("g"), .init("w"), .init("l"), .init("e", nil, .value),
        .init("r", nil, .value), .init(long: "single-child", as: "1"),
        .init(long: "parent-death-signal", as: "d", .value),
    ]

    private var verb: Verb?
    private var file: Text?
    private var pidFile: Text?
    private var verbosity: Int32?
    private var check = CheckOptions()
    private var single = SingleOptions(.swinit)
    private var command: [Text]?
    /// The first option that only single-command mode has, as it was written.
    private var singleOption: Text?
    /// The first option that only `check` has, as it was written.
    private var checkOption: Text?
    private var isChecking = false

    /// Reads `words`, which begin with the program's name.
    @inline(never)
    static func parse(
        _ words: [Text], _ surroundings: InvocationSurroundings
    ) throws(UsageError) -> Invocation {
        var parser = InvocationParser()
        var walk = InvocationOptions(words, options, abbreviates: false)
        reading: while true {
            switch walk.next() {
            case .option(UInt8(ascii: "h"), _): return .say(parser.help)
            case .option(UInt8(ascii: "V"), _): return .say(HelpText.version)
            case .option(UInt8(ascii: "l"), _): return .say(HelpText.license)
            case .option(let key, let value): try parser.take(key, value)
            case .operand(let word):
                if parser.verb == nil, word == "help" { return .say(try HelpText.on(walk.rest)) }
                try parser.take(word)
            case .separator:
                parser.command = walk.rest
                break reading
            case .wrong(let mistake): throw explanation(of: mistake)
            case .end: break reading
            }
        }
        return try parser.finish(surroundings)
    }

    private var help: Printout {
        switch verb {
        case nil: HelpText.general
        case .run: Printout(output: HelpText.run)
        case .check: Printout(output: HelpText.check)
        }
    }

    @inline(never)
    private mutating func take(_ key: UInt8, _ value: Text) throws(UsageError) {
        switch key {
        case UInt8(ascii: "c"):
            guard file == nil else { throw UsageError("more than one configuration file is given") }
            guard !value.isEmpty else { throw UsageError("the file name of '-c' is empty") }
            file = value
        case UInt8(ascii: "p"):
            guard !value.isEmpty else { throw UsageError("the file name of '-p' is empty") }
            pidFile = value
        // More of them than this say no more; the bound keeps the sum from overflowing.
        case UInt8(ascii: "v"): verbosity = min((verbosity ?? 0) + 1, 9)
        case UInt8(ascii: "q"): verbosity = max((verbosity ?? 0) - 1, -9)
        case UInt8(ascii: "F"): break
        case UInt8(ascii: "t"): isChecking = true
        case UInt8(ascii: "j"), UInt8(ascii: "x"), UInt8(ascii: "a"): takeCheck(key, value)
        default: try takeSingle(key, value)
        }
    }

    private mutating func takeCheck(_ key: UInt8, _ value: Text) {
        let name: Text
        switch key {
        case UInt8(ascii: "j"):
            check.isJSON = true
            name = "--json"
        case UInt8(ascii: "x"):
            check.isStrict = true
            name = "--strict"
        default:
            check.allowed.append(value)
            name = "--allow"
        }
        if checkOption == nil { checkOption = name }
    }

    private mutating func takeSingle(_ key: UInt8, _ value: Text) throws(UsageError) {
        var name: Text = "-\(Text([key]))"
        switch key {
        case UInt8(ascii: "s"): single.isSubreaper = true
        case UInt8(ascii: "g"): single.signalsGroup = true
        case UInt8(ascii: "w"): single.warnsOfReaping = true
        case UInt8(ascii: "e"):
            guard let code = value.decimal, code <= 255 else {
                throw UsageError(
                    "'\(value)' is no exit code", hint: "-e takes a number from 0 to 255")
            }
            single.successes.append(Int32(code))
        case UInt8(ascii: "r"): single.rewrites.append(try InvocationValue.rewrite(value))
        case UInt8(ascii: "1"):
            single.place = .shared
            name = "--single-child"
        default:
            single.parentDeathSignal = try InvocationValue.signal(value)
            name = "--parent-death-signal"
        }
        if singleOption == nil { singleOption = name }
    }

    @inline(never)
    private mutating func take(_ word: Text) throws(UsageError) {
        switch (verb, word) {
        case (nil, "run"): verb = .run
        case (nil, "check"):
            verb = .check
            isChecking = true
        case (.check, _):
            guard file == nil else { throw UsageError("more than one configuration file is given") }
            file = word
        case (.run, _):
            throw UsageError(
                "'run' takes no word, but got '\(word)'",
                hint:
                    "for a configuration file: swinit -c \(word); for a program: swinit -- \(word)")
        case (nil, _): throw ClientVerb.refusal(of: word)
        }
    }

    @inline(never)
    private func finish(
        _ surroundings: InvocationSurroundings
    ) throws(UsageError) -> Invocation {
        if let checkOption, !isChecking {
            throw UsageError(
                "'\(checkOption)' belongs to 'check'", hint: "swinit check \(checkOption) ...")
        }
        let isSingle = command != nil && file == nil && verb == nil && !isChecking
        if let singleOption, !isSingle {
            throw command == nil
                ? UsageError(
                    "'\(singleOption)' needs a command", hint: "swinit \(singleOption) ... -- CMD")
                : UsageError(
                    "'\(singleOption)' cannot be used with a configuration file",
                    hint: "the options of job \"main\" say how the command is run")
        }
        if isSingle { return try finishSingle(surroundings) }
        let options = SuperviseOptions(
            file: file ?? InvocationValue.path(surroundings["SWINIT_CONFIG"]), command: command,
            verbosity: verbosity ?? 0, pidFile: pidFile,
            shutdownTimeout: try InvocationValue.duration("SWINIT_SHUTDOWN_TIMEOUT", surroundings),
            stopDelay: try InvocationValue.duration("SWINIT_STOP_DELAY", surroundings))
        guard isChecking else { return .supervise(options) }
        var check = check
        check.file = options.file
        check.command = command
        check.verbosity = options.verbosity
        check.shutdownTimeout = options.shutdownTimeout
        check.stopDelay = options.stopDelay
        return .check(check)
    }

    private func finishSingle(
        _ surroundings: InvocationSurroundings
    ) throws(UsageError) -> Invocation {
        guard let command, !command.isEmpty else {
            throw UsageError("no command stands behind '--'", hint: "swinit -- CMD ARG...")
        }
        var single = single
        let isShared = single.place == .shared
        if isShared, single.signalsGroup {
            throw UsageError("'-g' and '--single-child' contradict each other")
        }
        PersonalityTini.apply(surroundings, to: &single)
        // A flag beats the environment.
        if isShared { single.signalsGroup = false }
        if let verbosity { single.verbosity = verbosity }
        single.command = command
        single.pidFile = pidFile
        return .single(single)
    }

    private static func explanation(of mistake: InvocationOptions.Mistake) -> UsageError {
        switch mistake {
        case .unknownLetter(let key):
            return UsageError("unknown option '-\(Text([key]))'", hint: "swinit --help lists them")
        case .letterWithoutValue(let key):
            return UsageError("option '-\(Text([key]))' needs a value")
        case .nameWithoutValue(let name): return UsageError("option '--\(name)' needs a value")
        case .nameWithValue(let name): return UsageError("option '--\(name)' takes no value")
        case .ambiguousName(let name, _): return UsageError("unknown option '--\(name)'")
        case .unknownName(let word):
            let name = word.slice(0..<(word.firstIndex(of: UInt8(ascii: "=")) ?? word.count))
            var names: [Text] = []
            for option in options { if let known = option.name { names.append("\(known)") } }
            return UsageError(
                "unknown option '--\(name)'",
                hint: EditDistance.nearest(to: name, among: names).map { "did you mean '--\($0)'?" }
                    ?? "swinit --help lists them")
        }
    }
}
