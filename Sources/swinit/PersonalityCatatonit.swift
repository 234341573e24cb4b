import Basics

/// The command line of catatonit 0.1.7.
enum PersonalityCatatonit {
    private static let options: [InvocationOptions.Option] = [
        .init("g"), .init("h"), .init("L"), .init("P"), .init("V", "version"),
    ]
    private static let usage: Text = "usage: catatonit [-ghLPV] [--] <progname> [<arguments>...]\n"

    /// Reads the command line as catatonit does: options stand anywhere before `--`.
    static func parse(
        _ words: [Text], _ surroundings: InvocationSurroundings
    ) throws(Printout) -> Invocation {
        let name = words.first ?? "catatonit"
        var single = SingleOptions(.catatonit)
        var isPause = false
        var walk = InvocationOptions(words, options, abbreviates: true)
        reading: while true {
            switch walk.next() {
            case .option(UInt8(ascii: "g"), _): single.signalsGroup = true
            case .option(UInt8(ascii: "P"), _): isPause = true
            case .option(UInt8(ascii: "h"), _): return .say(Printout(errors: help))
            case .option(UInt8(ascii: "V"), _):
                return .say(Printout(output: "tini version 0.1.7_catatonit\n"))
            case .option:
                return .say(Printout(output: "swinit is free software under the MIT License\n"))
            case .operand(let word):
                single.command.append(word)
                guard surroundings["POSIXLY_CORRECT"] != nil else { continue reading }
                single.command.append(contentsOf: walk.rest)
                break reading
            case .separator:
                single.command.append(contentsOf: walk.rest)
                break reading
            case .wrong(let mistake):
                throw Printout(
                    errors: "\(name): \(mistake)\n\(usage)", status: 1)
            case .end: break reading
            }
        }
        if isPause { return .pause }
        guard !single.command.isEmpty else {
            throw Printout(
                errors: """
                    ERROR (catatonit:\(surroundings.process)): missing program name
                    \(usage)
                    """, status: 1)
        }
        return .single(single)
    }

    private static var help: Text {
        """
        \(usage)
        options:
          -g              Forward signals to the program's process group.
          -h              Print this help page.
          -L              Print license information.
          -P              Run in pause mode (no program is run and quit on SIGINT).
          -V, --version   Print version information.

        This is swinit, under the name of catatonit.

        """
    }
}
