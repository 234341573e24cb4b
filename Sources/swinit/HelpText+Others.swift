import Basics

/// The programs whose names we go by.
extension HelpText {
    /// What follows a refusal.
    static func usage(of personality: Personality) -> StaticString {
        switch personality {
        case .swinit, .dumbInit: ""
        case .tini: tini
        case .catatonit: "usage: catatonit [-ghLPV] [--] <progname> [<arguments>...]\n"
        }
    }

    /// What is said where there is no command.
    static func missingCommand(of personality: Personality) -> StaticString {
        switch personality {
        case .swinit: ""
        case .tini: tini
        case .dumbInit:
            """
            Usage: %3 [option] program [args]
            Try %3 --help for full usage.

            """
        case .catatonit:
            """
            ERROR (catatonit:%5): missing program name
            usage: catatonit [-ghLPV] [--] <progname> [<arguments>...]

            """
        }
    }

    /// `tini -h`, which also follows every refusal.
    static let tini: StaticString = """
        %4 (tini version 0.19.0)
        Usage: %4 [OPTIONS] PROGRAM -- [ARGS] | --version

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

    /// tini with a value that is none.
    static let tiniValue: StaticString = "[FATAL tini (%5)] Not a valid option for -%6: %1\n"

    /// `dumb-init -h`.
    static let dumbInit: StaticString = """
        dumb-init v1.2.5
        Usage: %3 [option] command [[arg] ...]

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

    /// dumb-init with a rewrite that is none.
    static let dumbInitRewrite: StaticString = """
        Usage: -r option takes <signum>:<signum>, where <signum> is between 1 and 31.
        This option can be specified multiple times.
        Use --help for full usage.

        """

    /// `catatonit -h`.
    static let catatonit: StaticString = """
        usage: catatonit [-ghLPV] [--] <progname> [<arguments>...]

        options:
          -g              Forward signals to the program's process group.
          -h              Print this help page.
          -L              Print license information.
          -P              Run in pause mode (no program is run and quit on SIGINT).
          -V, --version   Print version information.

        This is swinit, under the name of catatonit.

        """
}
