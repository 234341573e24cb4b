import Basics

/// What the command line and the environment ask for; nothing has been done yet.
enum Invocation: Equatable, Sendable {
    /// The jobs of a configuration file.
    case supervise(SuperviseOptions)
    /// One command and nothing else.
    case single(SingleOptions)
    /// No command at all: reap and wait for a signal (`catatonit -P`).
    case pause
    /// Parse and validate a configuration.
    case check(CheckOptions)
    /// Something to say, and then the end.
    case say(Printout)
}

/// What the supervisor is asked for beside its configuration file.
struct SuperviseOptions: Equatable, Sendable {
    /// The configuration file of `-c` or SWINIT_CONFIG; nil looks in the usual places.
    var file: Text?
    /// The job named main, from behind `--`; empty where nothing follows, nil without `--`.
    var command: [Text]?
    /// How many `-v` less how many `-q`.
    var verbosity: Int32 = 0
    /// Where to write the process number.
    var pidFile: Text?
    /// SWINIT_SHUTDOWN_TIMEOUT, which beats the file.
    var shutdownTimeout: Milliseconds?
    /// SWINIT_STOP_DELAY, which beats the file.
    var stopDelay: Milliseconds?
}

/// What `check` and `-t` are asked for.
struct CheckOptions: Equatable, Sendable {
    /// The file to check; nil looks in the usual places.
    var file: Text?
    /// What stands behind `--`, as in ``SuperviseOptions``.
    var command: [Text]?
    /// Diagnostics as JSON, one object a line.
    var isJSON = false
    /// Warnings count as errors.
    var isStrict = false
    /// Codes of warnings that are not wanted.
    var allowed: [Text] = []
    /// How many `-v` less how many `-q`.
    var verbosity: Int32 = 0
    /// SWINIT_SHUTDOWN_TIMEOUT, which beats the file.
    var shutdownTimeout: Milliseconds?
    /// SWINIT_STOP_DELAY, which beats the file.
    var stopDelay: Milliseconds?
}

/// Text for the two outputs, and the status to end with.
struct Printout: Error, Equatable, Sendable {
    /// For standard output.
    var output = Text([])
    /// For standard error.
    var errors = Text([])
    var status: Int32 = 0
}

/// Why a command line cannot be obeyed.
struct UsageError: Error, Equatable, Sendable {
    /// What is wrong: one line, lower case, without a full stop.
    var message: Text
    /// How to put it right.
    var hint: Text?

    /// The exit status of bad usage (EX_USAGE of sysexits.h).
    static let status: Int32 = 64

    init(_ message: Text, hint: Text? = nil) {
        self.message = message
        self.hint = hint
    }

    /// The error as its user sees it.
    var printout: Printout {
        var lines: Text = "swinit | error: \(message)\n"
        if let hint { lines = "\(lines)swinit | hint: \(hint)\n" }
        return Printout(errors: lines, status: Self.status)
    }
}
