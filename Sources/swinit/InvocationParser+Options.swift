import Basics
import Linux

extension InvocationParser {
    /// Does what the second byte of `option` says, of whichever program the option is.
    @inline(never)
    mutating func apply(_ option: Text, _ value: Text) throws(Answered) {
        let action = Unicode.Scalar(option.bytes[1])
        switch action {
        case "h": throw help()
        case "V": throw version()
        case "l": throw show(HelpText.license, on: 1)
        // More of them than this say no more; the bound keeps the sum from overflowing.
        case "v": add(to: 1)
        case "q": add(to: -1)
        case "c":
            if value.isEmpty, result.file == nil {
                throw refusal("the file name of '-c' is empty")
            }
            try takeFile(value)
        case "p":
            guard !value.isEmpty else { throw refusal("the file name of '-p' is empty") }
            result.pidFile = value
        case "t": isChecking = true
        case "P": isPause = true
        case "j": result.isJSON = true
        case "x": result.isStrict = true
        case "a": result.allowed.append(value)
        case "s": result.isSubreaper = true
        case "g": result.signalsGroup = true
        case "w": result.warnsOfReaping = true
        case "1": result.place = .shared
        case "e": result.successes.append(try code(value))
        case "r": try rewrite(value)
        case "d": result.parentDeathSignal = try parentDeathSignal(value)
        // -F, since swinit is always in the foreground.
        default: break
        }
        switch action {
        case "j", "x", "a":
            if checkOption.isEmpty { checkOption = Self.spelling(of: option) }
        case "s", "g", "w", "1", "e", "r", "d":
            if singleOption.isEmpty { singleOption = Self.spelling(of: option) }
        default: break
        }
    }

    @inline(never)
    private mutating func add(to step: Int32) {
        hasVerbosity = true
        result.verbosity = min(max(result.verbosity + step, -9), 9)
    }

    /// The option as the user writes it.
    @inline(never)
    private static func spelling(of option: Text) -> Text {
        var spelling = Text([UInt8(ascii: "-"), option.bytes[0]])
        if option.bytes[0] == UInt8(ascii: "-") {
            spelling.bytes.append(contentsOf: option.bytes[3...])
        }
        return spelling
    }

    // MARK: - Values

    /// An exit status, 0 to 255: digits alone, or as tini has it whatever strtol(3) reads.
    @inline(never)
    private mutating func code(_ value: Text) throws(Answered) -> UInt8 {
        let number = CNumber(value)
        let isTini = result.personality == .tini
        guard number.end == value.count, isTini || (value.bytes.first ?? 0) >= 48,
            let code = UInt8(exactly: number.value)
        else {
            throw isTini
                ? tiniRefusal(of: "e", value)
                : refusal("'%1' is no exit code|-e takes a number from 0 to 255", value)
        }
        return code
    }

    @inline(never)
    private mutating func tiniRefusal(of letter: Text, _ value: Text) -> Answered {
        answer("[FATAL tini (%5)] Not a valid option for -%2: %1\n", value, letter)
    }

    /// A signal's name or number; tini knows names with SIG, in capitals, and none of the rarer ones.
    @inline(never)
    private mutating func parentDeathSignal(_ name: Text) throws(Answered) -> Signal {
        guard result.personality == .tini else { return try signal(name) }
        // All up to SYS, but for STKFLT, IO and PWR.
        let known = SignalSet(bits: 0x7fff_ffff & ~(1 << 15 | 1 << 28 | 1 << 29))
        guard let signal = Signal(named: name), known.contains(signal), name == "SIG\(signal)"
        else {
            throw tiniRefusal(of: "p", name)
        }
        return signal
    }

    /// A signal's name or number.
    @inline(never)
    private mutating func signal(_ text: Text) throws(Answered) -> Signal {
        if let signal = Signal(named: text) { return signal }
        var bare = text.uppercased
        if bare.hasPrefix("SIG") { bare = bare.slice(3..<bare.count) }
        guard let near = EditDistance.nearest(to: bare, among: Signal.allNames) else {
            throw refusal("'%1' is no signal|write TERM, SIGTERM, 15 or RTMIN+3", text)
        }
        throw refusal("'%1' is no signal|did you mean '%2'?", text, near)
    }

    /// KILL, CHLD and STOP.
    private static var unforwarded: SignalSet { SignalSet(bits: 1 << 8 | 1 << 16 | 1 << 18) }
    /// ILL, TRAP, ABRT, BUS, FPE, SEGV and SYS.
    private static var faults: SignalSet {
        SignalSet(bits: 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 10 | 1 << 30)
    }

    @inline(never)
    private mutating func rewrite(_ text: Text) throws(Answered) {
        if result.personality == .dumbInit { return try rewriteNumbers(text) }
        let colon = text.firstIndex(of: UInt8(ascii: ":")) ?? text.count
        let to = text.slice((colon + 1)..<max(text.count, colon + 1))
        guard colon < text.count, to.firstIndex(of: UInt8(ascii: ":")) == nil else {
            throw refusal("'%1' is no rewrite|write TERM:QUIT, or TERM:0 to drop TERM", text)
        }
        let from = try signal(text.slice(0..<colon))
        let isFault = Self.faults.contains(from)
        if isFault || Self.unforwarded.contains(from) {
            throw refusal(
                isFault
                    ? "'%1' cannot be rewritten|it may be a fault of swinit itself"
                    : "'%1' cannot be rewritten|it is never forwarded", "\(from)")
        }
        result.rewrites.add(from, to: to.isEqual(to: "0") ? nil : try signal(to))
    }

    /// `s:r` as scanf's `%d:%d` reads it; what follows is not looked at.
    @inline(never)
    private mutating func rewriteNumbers(_ text: Text) throws(Answered) {
        let from = CNumber(text)
        let to = CNumber(text, from: from.end + 1)
        guard from.isPresent, from.end < text.count, text.bytes[from.end] == UInt8(ascii: ":"),
            to.isPresent, (1...31).contains(from.value), (0...31).contains(to.value)
        else {
            throw answer(HelpText.dumbInitRewrite)
        }
        result.rewrites.add(Signal(rawValue: from.value), to: Signal(rawValue: to.value))
    }
}
