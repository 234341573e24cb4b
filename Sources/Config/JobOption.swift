/// A job option that this version obeys.
///
/// The order says which part of a job an option belongs to: the parts are ranges.
enum JobOption: UInt8, Sendable {
    case name

    // What a process is started with: a change of these, and of `disable`, needs a restart.
    case command, directory, input, output, errors
    case environment, clearEnvironment, user, group, groups, umask, limit
    case nice, oomScoreAdjust, cpu

    // When the job starts.
    case disable, order, wait, once

    // What the end of a run means.
    case restart, onSuccess, onFailure, successCodes, restartDelay

    // How it is asked to end.
    case stopSignal, stopTimeout, stopRetries, stopScope

    case runTimeout

    // What no line says by itself.
    /// It is the command behind `--`.
    case isMain = 60
    /// The second length of time of `restart-delay`.
    case delayLimit
    /// `on-failure restart` was written.
    case retriesUntilSuccess
    /// Exit status 33 is a status like any other.
    case status33IsPlain

    /// This option's bit in a set of options.
    var bit: UInt64 { 1 << UInt64(rawValue) }

    /// The bits of the options up to this one.
    private var through: UInt64 { bit << 1 &- 1 }

    /// The options of ``Launch``.
    static var launch: UInt64 { cpu.through & ~name.through }
    /// The options of which a change needs a restart.
    static var restarting: UInt64 { disable.through & ~name.through }
    /// The options of ``Placement``.
    static var placement: UInt64 { once.through & ~cpu.through }
    /// The options of ``RestartPolicy``.
    static var restartPolicy: UInt64 {
        restartDelay.through & ~once.through | delayLimit.bit | retriesUntilSuccess.bit
            | status33IsPlain.bit
    }
    /// The options of ``StopPolicy``.
    static var stopPolicy: UInt64 { stopScope.through & ~restartDelay.through }
}
