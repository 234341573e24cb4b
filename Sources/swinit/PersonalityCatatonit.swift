import Basics

/// The command line of catatonit 0.1.7.
enum PersonalityCatatonit {
    private static let options: [InvocationOptions.Option] = [
        .init("g"), .init("h"), .init("L"), .init("P"), .init("V", "version"),
    ]
    private static let usage: Text = "usage: catatonit [-ghLPV] [--] <progname> [<arguments>...]\n"

    /// Reads the command line as catatonit does: options stand anywhere before `--`.
    @inline(never)
    static func parse(
        _ words: [Text], _ surroundings: InvocationSurroundings
    ) throws(Printout) -> Invocation {
        let name = words.first ?? "catatonit"
        var single = SingleOptions(.catatonit)
        var isPause = false
        let line = InvocationOptions.read(
            words, options, abbreviates: true, permutes: surroundings["POSIXLY_CORRECT"] == nil)
        for (key, _) in line.options {
            switch key {
            case UInt8(ascii: "g"): single.signalsGroup = true
            case UInt8(ascii: "P"): isPause = true
            case UInt8(ascii: "h"): return .say(Printout(errors: help))
            case UInt8(ascii: "V"):
                return .say(Printout(output: "tini version 0.1.7_catatonit\n"))
            default: return .say(HelpText.license)
            }
        }
        if let mistake = line.mistake {
            throw Printout(errors: "\(name): \(mistake)\n\(usage)", status: 1)
        }
        single.command = line.operands
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
