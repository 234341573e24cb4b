import Basics
import Linux

/// What the command line and the environment ask for; nothing has been done yet.
///
/// One flat record, which each mode reads its own part of: it is filled in place and never copied.
struct Invocation: Equatable, Sendable {
    /// What swinit is to be.
    enum Mode: Equatable, Sendable {
        /// The jobs of a configuration file.
        case supervise
        /// Parse and validate a configuration.
        case check
        /// Print what a configuration comes to.
        case print
        /// One command and nothing else.
        case single
        /// No command at all: reap and wait for a signal (`catatonit -P`).
        case pause
        /// Something to say, and then the end.
        case say
    }

    var mode = Mode.supervise
    /// Whose manners to keep: messages, exit statuses, who hears of a signal.
    var personality = Personality.swinit
    /// The single command, never empty; or, beside a file, the job named main, from behind `--`:
    /// empty where nothing follows, nil without `--`.
    var command: [Text]?
    /// How many `-v` less how many `-q`; warnings are shown from 0 up.
    var verbosity: Int32 = 0
    /// Where to write the process number.
    var pidFile: Text?
    /// What to say.
    var printout = Printout()

    // MARK: The jobs of a file

    /// The configuration file of `-c` or SWINIT_CONFIG; nil looks in the usual places.
    var file: Text?
    /// SWINIT_SHUTDOWN_TIMEOUT, which beats the file.
    var shutdownTimeout: Milliseconds?
    /// SWINIT_STOP_DELAY, which beats the file.
    var stopDelay: Milliseconds?
    /// Diagnostics as JSON, one object a line.
    var isJSON = false
    /// Warnings count as errors.
    var isStrict = false
    /// Secrets are printed as they are.
    var showsSecrets = false
    /// Codes of warnings that are not wanted.
    var allowed: [Text] = []

    // MARK: A single command

    /// Where the command stands among the processes.
    var place = CommandSpawn.Place.group
    /// Signals go to the command's process group.
    var signalsGroup = false
    /// Become a child subreaper even where the program of this name would not.
    var isSubreaper = false
    /// Warn of every process that was adopted and reaped.
    var warnsOfReaping = false
    /// Statuses that become 0.
    var successes: [UInt8] = []
    /// Signals that are passed on as others.
    var rewrites = Rewrites()
    /// What the kernel sends us when our parent ends.
    var parentDeathSignal: Signal?

    /// The status to end with when the command's was `status`.
    func remapped(_ status: Int32) -> Int32 {
        for success in successes where Int32(success) == status { return 0 }
        return status
    }
}

/// Text for one of the two outputs, and the status to end with.
struct Printout: Equatable, Sendable {
    var text = Text([])
    var descriptor: Int32 = 1
    var status: Int32 = 0
}
