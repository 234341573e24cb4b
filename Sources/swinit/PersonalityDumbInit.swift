import Basics

/// The command line of dumb-init 1.2.5.
enum PersonalityDumbInit {
    private static let options: [InvocationOptions.Option] = [
        .init("h", "help"), .init("v", "verbose"), .init("V", "version"),
        .init("c", "single-child"),
        .init("r", "rewrite", .value),
    ]

    /// Reads the command line as dumb-init does: options end at the first word that is none.
    @inline(never)
    static func parse(
        _ words: [Text], _ surroundings: InvocationSurroundings
    ) throws(Printout) -> Invocation {
        let name = words.first ?? "dumb-init"
        var single = SingleOptions(.dumbInit)
        single.place =
            surroundings["DUMB_INIT_SETSID"]?.isEqual(to: "0") == true ? .shared : .session
        if surroundings["DUMB_INIT_DEBUG"]?.isEqual(to: "1") == true { single.verbosity = 2 }
        let line = InvocationOptions.read(words, options, abbreviates: true, permutes: false)
        for (key, value) in line.options {
            switch key {
            case UInt8(ascii: "h"): return .say(Printout(errors: help(name)))
            case UInt8(ascii: "V"): return .say(Printout(errors: "dumb-init v1.2.5\n"))
            case UInt8(ascii: "v"): single.verbosity = max(single.verbosity, 1)
            case UInt8(ascii: "c"): single.place = .shared
            default: single.rewrites.append(try rewrite(value))
            }
        }
        if let mistake = line.mistake {
            throw Printout(errors: "\(name): \(mistake)\n", status: 1)
        }
        single.command = line.operands
        guard !single.command.isEmpty else {
            throw Printout(
                errors: """
                    Usage: \(name) [option] program [args]
                    Try \(name) --help for full usage.

                    """, status: 1)
        }
        finish(&single)
        return .single(single)
    }

    @inline(never)
    private static func finish(_ single: inout SingleOptions) {
        guard single.place == .session else { return }
        single.signalsGroup = true
        // Behind what the user wrote, and weaker: the kernel does nothing on these three in a session
        // without a job-control shell, so dumb-init sends STOP.
        for signal in [Signal.terminalStop, .terminalInput, .terminalOutput]
        where !single.rewrites(signal) {
            single.rewrites.append(SingleOptions.Rewrite(from: signal, to: .stop))
        }
    }

    /// `s:r` as scanf's `%d:%d` reads it; what follows is not looked at.
    @inline(never)
    private static func rewrite(_ text: Text) throws(Printout) -> SingleOptions.Rewrite {
        let from = CNumber(text)
        guard from.isPresent, from.end < text.count, text.bytes[from.end] == UInt8(ascii: ":")
        else {
            throw rewriteUsage
        }
        let to = CNumber(text, from: from.end + 1)
        guard to.isPresent, (1...31).contains(from.value), (0...31).contains(to.value) else {
            throw rewriteUsage
        }
        return SingleOptions.Rewrite(
            from: Signal(rawValue: from.value),
            to: to.value == 0 ? nil : Signal(rawValue: to.value))
    }

    private static var rewriteUsage: Printout {
        Printout(
            errors: """
                Usage: -r option takes <signum>:<signum>, where <signum> is between 1 and 31.
                This option can be specified multiple times.
                Use --help for full usage.

                """, status: 1)
    }

    private static func help(_ name: Text) -> Text {
        """
        dumb-init v1.2.5
        Usage: \(name) [option] command [[arg] ...]

        Runs command and passes signals on. This is swinit, under the name of dumb-init.

        Optional arguments:
           -c, --single-child   Run in single-child mode: signals go to the
                                child alone, not to its descendants.
           -r, --rewrite s:r    Rewrite received signal s to new signal r before proxying.
                                To ignore (not proxy) a signal, rewrite it to 0.
                                This option can be specified multiple times.
           -v, --verbose        Print debugging information to stderr.
           -h, --help           Print this help message and exit.
           -V, --version        Print the current version and exit.

        """
    }
}
