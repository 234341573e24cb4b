public import Basics

/// What the end of a run means.
public struct RestartPolicy: Equatable, Sendable {
    /// What happens after a run has ended.
    public enum Outcome: Equatable, Sendable {
        /// The job starts again.
        case restart
        /// The job stays down: `done` after a success, `failed` after a failure.
        case stop
        /// The container ends, with the job's status.
        case shutdown
        /// As ``shutdown`` until the first start order is complete, as ``stop`` afterwards: what a
        /// `wait once` job does when it fails.
        case shutdownWhileStarting
    }

    /// The pause between a run's end and the next start.
    public enum Delay: Equatable, Sendable {
        /// pmtr's rule: a run that lasted less than 10 s is followed by a pause of 10 s, a longer one
        /// by none.
        case pmtr
        /// The same pause after every run.
        case fixed(Milliseconds)
        /// From the first to the second by doubling; back to the first after a run of 10 s.
        case growing(from: Milliseconds, to: Milliseconds)
    }

    /// After a run that succeeded.
    public var onSuccess = Outcome.restart
    /// After a run that failed.
    public var onFailure = Outcome.restart
    /// `on-failure restart` was written: a `wait` barrier then opens at the first success only.
    public var retriesUntilSuccess = false
    /// How long to wait before a restart.
    public var delay = Delay.pmtr
    /// Exit codes that count as success.
    public var successCodes: [Int32] = [0]
    /// Signals that count as success when they end the job.
    public var successSignals: [Signal] = []
    /// Exit status 33 means "do not restart, done" (pmtr).
    ///
    /// False once `once`, `restart`,
    /// `on-success`, `on-failure` or `success-codes` is written.
    public var status33EndsJob = true

    /// pmtr's rule: restarted whatever happens.
    public init() {}

    /// Whether a run that ended so was a success.
    public func isSuccess(_ exit: Exit) -> Bool {
        switch exit {
        case .code(let code): successCodes.contains(code) || (status33EndsJob && code == 33)
        case .signal(let number): successSignals.contains(Signal(rawValue: number))
        case .unknown: false
        }
    }
}
