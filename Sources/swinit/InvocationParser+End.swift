import Basics
import Config
import Linux

extension InvocationParser {
    /// Judges what was read, and adds what the environment says.
    @inline(never)
    mutating func finish() throws(Answered) {
        switch result.personality {
        case .swinit: return try finishOwn()
        case .tini, .dumbInit, .catatonit: break
        }
        if isPause {
            result.mode = .pause
            return
        }
        guard !operands.isEmpty else {
            throw answer(HelpText.missingCommand(of: result.personality))
        }
        result.mode = .single
        result.command = operands
        switch result.personality {
        case .tini: applyTini()
        case .dumbInit: applyDumbInit()
        case .swinit, .catatonit: break
        }
    }

    /// tini's three variables; its verbosity 1 shows warnings, as our 0 does.
    @inline(never)
    private mutating func applyTini() {
        if surroundings.isSet("TINI_SUBREAPER") { result.isSubreaper = true }
        if surroundings.isSet("TINI_KILL_PROCESS_GROUP") { result.signalsGroup = true }
        if let verbosity = surroundings["TINI_VERBOSITY"] {
            result.verbosity = CNumber(verbosity).value - 1
        }
    }

    private mutating func applyDumbInit() {
        // However often -v is given, only the variable brings the last line.
        result.verbosity =
            surroundings.has("DUMB_INIT_DEBUG=1") ? 2 : min(result.verbosity, 1)
        guard result.place == .group, !surroundings.has("DUMB_INIT_SETSID=0") else {
            result.place = .shared
            return
        }
        result.place = .session
        result.signalsGroup = true
        // Behind what the user wrote, and weaker: the kernel does nothing on these three in a session
        // without a job-control shell, so dumb-init sends STOP.
        for number in Signal.terminalStop.rawValue...Signal.terminalOutput.rawValue {
            let signal = Signal(rawValue: number)
            if result.rewrites.target(of: signal) == nil { result.rewrites.add(signal, to: .stop) }
        }
    }

    @inline(never)
    private mutating func finishOwn() throws(Answered) {
        if !checkOption.isEmpty, !isChecking {
            throw refusal(of: checkOption, "'%6' belongs to 'check'|swinit check %6 ...")
        }
        let isPrinting = verb == .config && !isChecking
        if result.showsSecrets, !isPrinting {
            throw refusal("'--show-secrets' belongs to 'config'|swinit config --show-secrets")
        }
        if isPrinting, hasSeparator {
            throw refusal("'config' takes no command|swinit config -c FILE")
        }
        let isSingle = hasSeparator && result.file == nil && verb == nil && !isChecking
        if !singleOption.isEmpty, !isSingle {
            throw refusal(
                of: singleOption,
                hasSeparator
                    ? """
                    '%6' cannot be used with a configuration file|the options of job "main" say how \
                    the command is run
                    """ : "'%6' needs a command|swinit %6 ... -- CMD")
        }
        if hasSeparator { result.command = operands }
        if isSingle { return try finishSingle() }
        if isChecking { result.mode = .check }
        if isPrinting { result.mode = .print }
        if result.file == nil, let file = surroundings["SWINIT_CONFIG"], !file.isEmpty {
            result.file = file
        }
        result.shutdownTimeout = try duration("SWINIT_SHUTDOWN_TIMEOUT")
        result.stopDelay = try duration("SWINIT_STOP_DELAY")
    }

    private mutating func finishSingle() throws(Answered) {
        guard !operands.isEmpty else {
            throw refusal("no command stands behind '--'|swinit -- CMD ARG...")
        }
        let isShared = result.place == .shared
        if isShared, result.signalsGroup {
            throw refusal("'-g' and '--single-child' contradict each other")
        }
        let verbosity = result.verbosity
        applyTini()
        // A flag beats the environment.
        if isShared { result.signalsGroup = false }
        if hasVerbosity { result.verbosity = verbosity }
        result.mode = .single
    }

    /// Refuses an option, which is named as the user writes it.
    @inline(never)
    private mutating func refusal(of option: Text, _ sentences: StaticString) -> Answered {
        name = Text([UInt8(ascii: "-"), option.bytes[0]])
        if option.bytes[0] == UInt8(ascii: "-") {
            name.bytes.append(option.bytes, 3..<option.count)
        }
        return refusal(sentences)
    }

    /// The length of time in the variable `name`, where a bare number means seconds.
    @inline(never)
    private mutating func duration(_ variable: Text) throws(Answered) -> Milliseconds? {
        remark = variable
        value = surroundings[variable] ?? Text([])
        if value.isEmpty { return nil }
        // As in the configuration file, but for the unit.
        switch DurationText.read(value) {
        case .value(let time): return time
        case .noUnit:
            if case .value(let time) = DurationText.read("\(value)s") { return time }
        case .tooLong, .malformed: break
        }
        throw refusal("'%1' in %2 is no length of time|write 9, 9s, 500ms or 1m30s")
    }
}
