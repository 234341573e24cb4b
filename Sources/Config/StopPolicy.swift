public import Basics

/// How a job is asked to end, and how long it may take.
public struct StopPolicy: Equatable, Sendable {
    /// Whom the first stop signal reaches; in the order of the words of `stop-scope`.
    public enum Scope: Int64, Equatable, Sendable {
        /// The main process; the rest of its group follows when that has ended.
        case process
        /// The whole process group at once.
        case group
    }

    /// The default of `stop-timeout`: below the 10 s that `docker stop` allows.
    public static let defaultTimeout = Milliseconds(8000)

    var spec = JobSpec()

    init(spec: JobSpec) {
        self.spec = spec
    }

    /// TERM, then KILL after 8 s.
    public init() {}

    public static func == (left: StopPolicy, right: StopPolicy) -> Bool {
        left.spec.differences(from: right.spec) & Option.stopPolicy == 0
    }

    /// The signal that asks the job to end.
    public var signal: Signal {
        get { Signal(rawValue: Int32(clamping: spec.number(.stopSignal) ?? 15)) }
        set { spec.set(.stopSignal, Int64(newValue.rawValue), unless: 15) }
    }

    /// How long each signal may take to work.
    public var timeout: Milliseconds {
        get { spec.milliseconds(.stopTimeout) ?? Self.defaultTimeout }
        set { spec.set(.stopTimeout, Int64(clamping: newValue.count), unless: 8000) }
    }

    /// How often the signal is sent, ``timeout`` apart, before KILL; at least 1.
    public var retries: UInt32 {
        get { UInt32(clamping: spec.number(.stopRetries) ?? 1) }
        set { spec.set(.stopRetries, Int64(newValue), unless: 1) }
    }

    /// Whom the first stop signal reaches.
    public var scope: Scope {
        get { Scope(rawValue: spec.number(.stopScope) ?? 0) ?? .process }
        set { spec.set(.stopScope, newValue.rawValue, unless: 0) }
    }

    /// The command that runs instead of the first stop signal; empty for none.
    public var command: [Text] {
        get { spec.words(.stopCommand) }
        set { spec.set(.stopCommand, newValue) }
    }

    /// How long stopping may take in all before KILL.
    public var longest: Milliseconds {
        @inline(never) get {
            command.isEmpty ? timeout * UInt64(max(retries, 1)) : timeout
        }
    }
}
