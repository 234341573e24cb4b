/// An option or directive that this version obeys, in the order of the ``OptionCatalogue``.
///
/// The order also says which part of a job an option belongs to: the parts are ranges.
enum Option: UInt8, BitwiseCopyable, Sendable {
    case name

    // What a process is started with: a change of these, and of `disable`, needs a restart.
    case command, environment, user, directory, input, output, errors
    case clearEnvironment, environmentFiles, environmentFolders, expand, listenDescriptors
    case capabilities, noNewPrivileges, group, groups, umask, limit, nice, oomScoreAdjust, cpu

    // When the job starts.
    case disable, wait, once, order, after, instances, restartWith

    // What the end of a run means.
    case restart, onSuccess, onFailure, successCodes, restartDelay
    case restartLimit, startWait, startRetries

    // How it is asked to end.
    case stopSignal, stopTimeout, stopRetries, stopScope, stopCommand

    // What happens to it while it runs.
    case runTimeout, reloadSignal, bounce, depends, dependsAction, ready, health, healthAction

    // What stands outside of jobs; `env`, `env-file` and `expand` do too.
    case job, defaults, include
    case stopDelay, shutdownTimeout, shutdown, shutdownStatus, linger, forward
    case reload, listen, report, log, services

    // The settings of `log`, in the order of ``LogLine/words``: 50 to 57 as bits, which no option of a
    // job has.
    case logFormat = 114
    case logTimestamps, logRing, logDrop, logTo, logTee, logFile, logScript
    /// All rings together, outside of jobs.
    case logRingTotal
    /// Others log to this job: the number says when it starts. See ``LoggerOrder``.
    case isLogger

    // What no line says by itself: 60 to 63 as bits, which those before `job` stay below.
    /// It is the command behind `--`.
    case isMain = 124
    /// The second length of time of `restart-delay`.
    case delayLimit
    /// `on-failure restart` was written.
    case retriesUntilSuccess
    /// Exit status 33 is a status like any other.
    case status33IsPlain
    /// It is a service directory; 1, or 2 where `svc -d` may end in KILL, and which one, times 4. Its bit
    /// is that of
    /// ``logRingTotal``, which no job has.
    case service = 186

    /// This option's bit in a set of the options of a job, or of those that stand outside of jobs.
    var bit: UInt64 { 1 << UInt64(rawValue & 63) }

    /// The bits of the options up to this one.
    private var through: UInt64 { bit << 1 &- 1 }

    /// The options of ``Launch``.
    static var launch: UInt64 { cpu.through & ~name.through }
    /// The options of which a change needs a restart.
    static var restarting: UInt64 { disable.through & ~name.through }
    /// The options of ``Placement``.
    static var placement: UInt64 { restartWith.through & ~cpu.through }
    /// The options of ``RestartPolicy``.
    static var restartPolicy: UInt64 {
        startRetries.through & ~restartWith.through | delayLimit.bit | retriesUntilSuccess.bit
            | status33IsPlain.bit
    }
    /// The settings of ``LogSettings``.
    static var logSettings: UInt64 { logScript.through & ~(logFormat.bit &- 1) }
    /// It is one of those that jobs may have from outside of jobs.
    var isSharedLog: Bool {
        rawValue >= Self.logFormat.rawValue && rawValue <= Self.logDrop.rawValue
    }
    /// The options of ``StopPolicy``.
    static var stopPolicy: UInt64 { stopCommand.through & ~startRetries.through }
}
