public import Basics

/// How a job is asked to end, and how long it may take.
public struct StopPolicy: Equatable, Sendable {
    /// Whom the first stop signal reaches.
    public enum Scope: Equatable, Sendable {
        /// The main process; the rest of its group follows when that has ended.
        case process
        /// The whole process group at once.
        case group
    }

    /// The most that `stop-retries` may ask for.
    public static let mostRetries: UInt32 = 1000

    /// The default of `stop-timeout`: below the 10 s that `docker stop` allows.
    public static let defaultTimeout = Milliseconds(8000)

    /// The signal that asks the job to end.
    public var signal = Signal.terminate
    /// How long each signal may take to work.
    public var timeout = defaultTimeout
    /// How often the signal is sent, ``timeout`` apart, before KILL; at least 1.
    public var retries: UInt32 = 1
    /// Whom the first stop signal reaches.
    public var scope = Scope.process

    /// TERM, then KILL after 8 s.
    public init() {}

    /// How long stopping may take in all before KILL.
    public var longest: Milliseconds { timeout * UInt64(max(retries, 1)) }
}
