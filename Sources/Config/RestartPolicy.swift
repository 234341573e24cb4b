public import Basics

/// What the end of a run means.
public struct RestartPolicy: Equatable, Sendable {
    /// What happens after a run has ended; in the order of the words of `on-success`.
    public enum Outcome: Int64, Equatable, Sendable {
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

    var spec = JobSpec()

    init(spec: JobSpec) {
        self.spec = spec
    }

    /// pmtr's rule: restarted whatever happens.
    public init() {}

    public static func == (left: RestartPolicy, right: RestartPolicy) -> Bool {
        left.spec.differences(from: right.spec) & Option.restartPolicy == 0
    }

    /// After a run that succeeded.
    public var onSuccess: Outcome {
        get { Outcome(rawValue: spec.number(.onSuccess) ?? 0) ?? .restart }
        set { spec.set(.onSuccess, newValue.rawValue, unless: 0) }
    }

    /// After a run that failed.
    public var onFailure: Outcome {
        get { Outcome(rawValue: spec.number(.onFailure) ?? 0) ?? .restart }
        set { spec.set(.onFailure, newValue.rawValue, unless: 0) }
    }

    /// `on-failure restart` was written: a `wait` barrier then opens at the first success only.
    public var retriesUntilSuccess: Bool {
        get { spec.has(.retriesUntilSuccess) }
        set { spec.set(.retriesUntilSuccess, newValue) }
    }

    /// Exit status 33 means "do not restart, done" (pmtr).
    ///
    /// False once `once`, `restart`,
    /// `on-success`, `on-failure` or `success-codes` is written.
    public var status33EndsJob: Bool {
        get { !spec.has(.status33IsPlain) }
        set { spec.set(.status33IsPlain, !newValue) }
    }

    /// How long to wait before a restart.
    public var delay: Delay {
        get {
            guard let first = spec.milliseconds(.restartDelay) else { return .pmtr }
            guard let last = spec.milliseconds(.delayLimit) else { return .fixed(first) }
            return .growing(from: first, to: last)
        }
        set {
            var first: Milliseconds?
            var last: Milliseconds?
            switch newValue {
            case .pmtr: break
            case .fixed(let pause): first = pause
            case .growing(let from, let to): (first, last) = (from, to)
            }
            spec.set(.restartDelay, first.map { Int64(clamping: $0.count) })
            spec.set(.delayLimit, last.map { Int64(clamping: $0.count) })
        }
    }

    /// Exit codes that count as success.
    public var successCodes: [Int32] {
        get { successes(0).map { Int32($0) } }
        set { setSuccesses(newValue.map { UInt8(clamping: $0) }, successes(1)) }
    }

    /// Signals that count as success when they end the job.
    public var successSignals: [Signal] {
        get { successes(1).map { Signal(rawValue: Int32($0)) } }
        set { setSuccesses(successes(0), newValue.map { UInt8(clamping: $0.rawValue) }) }
    }

    /// Whether a run that ended so was a success.
    @inline(never)
    public func isSuccess(_ exit: Exit) -> Bool {
        switch exit {
        case .code(let code):
            (status33EndsJob && code == 33) || successes(0).contains { Int32($0) == code }
        case .signal(let number): successes(1).contains { Int32($0) == number }
        case .unknown: false
        }
    }

    /// The codes (0) or the signals (1) that are successes, a byte each.
    @inline(never)
    private func successes(_ index: Int) -> [UInt8] {
        let words = spec.words(.successCodes)
        guard index < words.count else { return index == 0 ? [0] : [] }
        return words[index].bytes
    }

    @inline(never)
    mutating func setSuccesses(_ codes: [UInt8], _ signals: [UInt8]) {
        let isInitial = codes == [0] && signals.isEmpty
        spec.set(.successCodes, isInitial ? [] : [Text(codes), Text(signals)])
    }
}
