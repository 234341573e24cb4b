import Basics

/// The command line of tini 0.19.0.
enum PersonalityTini {
    private static let version: Text = "tini version 0.19.0"

    private static let options: [InvocationOptions.Option] = [
        .init("h"), .init("v"), .init("w"), .init("g"), .init("l"), .init("s"),
        .init("e", nil, .value), .init("p", nil, .value),
    ]

    /// Reads the command line as tini does: options stand anywhere before `--`, as with glibc.
    @inline(never)
    static func parse(
        _ words: [Text], _ surroundings: InvocationSurroundings
    ) throws(Printout) -> Invocation {
        if words.count == 2, words[1].isEqual(to: "--version") {
            return .say(Printout(output: "\(version)\n"))
        }
        let name = words.first ?? "tini"
        var single = SingleOptions(.tini)
        let line = InvocationOptions.read(
            words, options, abbreviates: false, permutes: surroundings["POSIXLY_CORRECT"] == nil)
        for (key, value) in line.options {
            switch key {
            case UInt8(ascii: "h"): return .say(Printout(output: usage(name)))
            case UInt8(ascii: "l"): return .say(HelpText.license)
            default: try apply(key, value, to: &single, process: surroundings.process)
            }
        }
        if let mistake = line.mistake {
            throw Printout(errors: "\(name): \(mistake)\n\(usage(name))", status: 1)
        }
        single.command = line.operands
        guard !single.command.isEmpty else { throw Printout(errors: usage(name), status: 1) }
        apply(surroundings, to: &single)
        return .single(single)
    }

    /// tini's three variables; its verbosity 1 shows warnings, as our 0 does.
    @inline(never)
    static func apply(_ surroundings: InvocationSurroundings, to single: inout SingleOptions) {
        if surroundings["TINI_SUBREAPER"] != nil { single.isSubreaper = true }
        if surroundings["TINI_KILL_PROCESS_GROUP"] != nil { single.signalsGroup = true }
        if let verbosity = surroundings["TINI_VERBOSITY"] {
            single.verbosity = CNumber(verbosity).value - 1
        }
    }

    @inline(never)
    private static func apply(
        _ key: UInt8, _ value: Text, to single: inout SingleOptions, process: Int32
    ) throws(Printout) {
        switch key {
        case UInt8(ascii: "s"): single.isSubreaper = true
        case UInt8(ascii: "v"): single.verbosity += 1
        case UInt8(ascii: "w"): single.warnsOfReaping = true
        case UInt8(ascii: "g"): single.signalsGroup = true
        case UInt8(ascii: "e"):
            let number = CNumber(value)
            guard number.end == value.count, number.value >= 0, number.value <= 255 else {
                throw refusal(of: "e", value, process)
            }
            single.successes.append(number.value)
        default:
            guard let signal = signal(value) else { throw refusal(of: "p", value, process) }
            single.parentDeathSignal = signal
        }
    }

    @inline(never)
    private static func refusal(of letter: StaticString, _ value: Text, _ process: Int32)
        -> Printout
    {
        Printout(
            errors: "[FATAL tini (\(process))] Not a valid option for -\(letter): \(value)\n",
            status: 1)
    }

    /// The names that tini knows: with SIG, in capitals, and none of the rarer ones.
    @inline(never)
    private static func signal(_ name: Text) -> Signal? {
        guard name.hasPrefix("SIG"), name == name.uppercased, let signal = Signal(named: name),
            signal.rawValue <= 31, name == "SIG\(signal)"
        else { return nil }
        switch name {
        case "SIGSTKFLT", "SIGIO", "SIGPWR": return nil
        default: return signal
        }
    }

    @inline(never)
    private static func usage(_ path: Text) -> Text {
        let name = Personality.lastPart(of: path)
        return """
            \(name) (\(version))
            Usage: \(name) [OPTIONS] PROGRAM -- [ARGS] | --version

            Runs PROGRAM as the one child of an init. This is swinit, under the name of tini.

            Command line options:

              --version: show version and exit
              -h: show this help and exit
              -s: register as a child subreaper
              -p SIGNAL: get SIGNAL when the parent ends, such as SIGKILL
              -v: say more; up to 3 times
              -w: warn when an adopted process is reaped
              -g: send signals to the child's process group
              -e EXIT_CODE: turn EXIT_CODE (0 to 255) into 0; repeatable
              -l: show license and exit

            Environment variables:

              TINI_SUBREAPER: as -s
              TINI_VERBOSITY: how much to say (default: 1)
              TINI_KILL_PROCESS_GROUP: as -g

            """
    }
}
