import Basics
import Config

/// What is said of the command line in the words of the program by whose name we run.
///
/// The marks are those of ``InvocationParser``; longer texts stand in ``Words``.
enum HelpText {
    static let license: StaticString = "swinit is free software under the MIT License\n"

    /// tini with a value that is none.
    static let tiniValue: StaticString = "[FATAL tini (%5)] Not a valid option for -%6: %1\n"

    private static let catatonitUsage: StaticString =
        "usage: catatonit [-ghLPV] [--] <progname> [<arguments>...]\n"

    /// What follows a refusal.
    static func usage(of personality: Personality) -> Text {
        switch personality {
        case .swinit, .dumbInit: Text([])
        case .tini: Words.text(.tini)
        case .catatonit: Text(stringLiteral: catatonitUsage)
        }
    }

    /// What is said where there is no command.
    static func missingCommand(of personality: Personality) -> Text {
        switch personality {
        case .swinit: Text([])
        case .tini: Words.text(.tini)
        case .dumbInit:
            """
            Usage: %3 [option] program [args]
            Try %3 --help for full usage.

            """
        case .catatonit:
            "ERROR (catatonit:%5): missing program name\n\(Text(stringLiteral: catatonitUsage))"
        }
    }
}
