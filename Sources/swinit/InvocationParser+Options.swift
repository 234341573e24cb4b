import Basics
import Config
import Linux

extension InvocationParser {
    /// Does what the second byte of the option says, of whichever program it is.
    @inline(never)
    mutating func apply() throws(Answered) {
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
            try takeFile()
        case "p":
            guard !value.isEmpty else { throw refusal("the file name of '-p' is empty") }
            result.pidFile = value
        case "t": isChecking = true
        case "P": isPause = true
        case "j": result.isJSON = true
        case "x": result.isStrict = true
        case "k": result.showsSecrets = true
        case "a": result.allowed.append(value)
        case "s": result.isSubreaper = true
        case "g": result.signalsGroup = true
        case "w": result.warnsOfReaping = true
        case "1": result.place = .shared
        case "e": try takeCode()
        case "r": try takeRewrite()
        case "d": try takeParentDeathSignal()
        // -F, since swinit is always in the foreground.
        default: break
        }
        switch action {
        case "j", "x", "a":
            if checkOption.isEmpty { checkOption = option }
        case "s", "g", "w", "1", "e", "r", "d":
            if singleOption.isEmpty { singleOption = option }
        default: break
        }
    }

    @inline(never)
    private mutating func add(to step: Int32) {
        hasVerbosity = true
        result.verbosity = min(max(result.verbosity + step, -9), 9)
    }

    // MARK: - Values

    /// An exit status, 0 to 255: digits alone, or as tini has it whatever strtol(3) reads.
    @inline(never)
    private mutating func takeCode() throws(Answered) {
        let number = CNumber(value)
        let isTini = result.personality == .tini
        guard number.end == value.count, isTini || (value.bytes.first ?? 0) >= 48,
            let code = UInt8(exactly: number.value)
        else {
            throw isTini
                ? answer(HelpText.tiniValue)
                : refusal("'%1' is no exit code|-e takes a number from 0 to 255")
        }
        result.successes.append(code)
    }

    /// A signal; tini knows names with SIG, in capitals, and none of the rarer ones.
    @inline(never)
    private mutating func takeParentDeathSignal() throws(Answered) {
        let signal: Signal
        if result.personality == .tini {
            // All up to SYS, but for STKFLT, IO and PWR.
            let known = SignalSet(bits: 0x7fff_ffff & ~(1 << 15 | 1 << 28 | 1 << 29))
            guard let named = Signal(named: value), known.contains(named), value == "SIG\(named)"
            else { throw answer(HelpText.tiniValue) }
            signal = named
        } else {
            signal = try readSignal()
        }
        result.parentDeathSignal = signal
    }

    /// The signal whose name or number is the value.
    @inline(never)
    private mutating func readSignal() throws(Answered) -> Signal {
        if let signal = Signal(named: value) { return signal }
        var bare = value.uppercased
        if bare.hasPrefix("SIG") { bare = bare.slice(3..<bare.count) }
        throw suggest(
            bare, Signal.allNames, "'%1' is no signal|did you mean '%2'?",
            "'%1' is no signal|write TERM, SIGTERM, 15 or RTMIN+3")
    }

    /// KILL, CHLD and STOP.
    private static var unforwarded: SignalSet { SignalSet(bits: 1 << 8 | 1 << 16 | 1 << 18) }
    /// ILL, TRAP, ABRT, BUS, FPE, SEGV and SYS.
    private static var faults: SignalSet {
        SignalSet(bits: 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 10 | 1 << 30)
    }

    @inline(never)
    private mutating func takeRewrite() throws(Answered) {
        if result.personality == .dumbInit { return try takeNumbers() }
        let parts = value.split(at: UInt8(ascii: ":"))
        guard parts.count == 2 else {
            throw refusal("'%1' is no rewrite|write TERM:QUIT, or TERM:0 to drop TERM")
        }
        value = parts[0]
        let from = try readSignal()
        value = "\(from)"
        if Self.unforwarded.contains(from) {
            throw refusal("'%1' cannot be rewritten|it is never forwarded")
        }
        if Self.faults.contains(from) {
            throw refusal("'%1' cannot be rewritten|it may be a fault of swinit itself")
        }
        value = parts[1]
        result.rewrites.add(from, to: value.isEqual(to: "0") ? nil : try readSignal())
    }

    /// `s:r` as scanf's `%d:%d` reads it; what follows is not looked at.
    @inline(never)
    private mutating func takeNumbers() throws(Answered) {
        let from = CNumber(value)
        let to = CNumber(value, from: from.end + 1)
        guard from.isPresent, from.end < value.count, value.bytes[from.end] == UInt8(ascii: ":"),
            to.isPresent, (1...31).contains(from.value), (0...31).contains(to.value)
        else {
            throw answer(Words.text(.dumbInitRewrite))
        }
        result.rewrites.add(Signal(rawValue: from.value), to: Signal(rawValue: to.value))
    }
}
