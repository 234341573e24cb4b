public import Basics

/// When a job starts, compared with the other jobs.
public struct Placement: Equatable, Sendable {
    /// What later jobs wait for.
    public enum Barrier: Int64, Equatable, Sendable {
        /// Nothing: `wait` was not written.
        case none
        /// The job's first end: `wait`.
        case ended
        /// The job being ready: `wait ready`.
        case ready
    }

    var spec = JobSpec()

    init(spec: JobSpec) {
        self.spec = spec
    }

    /// A job that starts at once and holds nothing back.
    public init() {}

    public static func == (left: Placement, right: Placement) -> Bool {
        left.spec.differences(from: right.spec) & Option.placement == 0
    }

    /// Lower starts first; jobs of one order start in file order.
    public var order: Int32 {
        get { Int32(clamping: spec.number(.order) ?? 0) }
        set { spec.set(.order, Int64(newValue), unless: 0) }
    }

    /// What later jobs wait for.
    public var barrier: Barrier {
        get { Barrier(rawValue: spec.number(.wait) ?? 0) ?? .none }
        set { spec.set(.wait, newValue.rawValue, unless: 0) }
    }

    /// The jobs that must be ready before this one starts: names, or patterns that
    /// ``Basics/Text/matches(glob:)`` knows, as written.
    ///
    /// A pattern never means the job itself, and one that nothing matches holds nothing back.
    public var after: [Text] {
        get { spec.words(.after) }
        set { spec.set(.after, newValue) }
    }

    /// The jobs whose restart restarts this one too, as ``after`` names them.
    public var restartsWith: [Text] {
        get { spec.words(.restartWith) }
        set { spec.set(.restartWith, newValue) }
    }

    /// Known, but not started by itself.
    public var isDisabled: Bool {
        get { spec.has(.disable) }
        set { spec.set(.disable, newValue) }
    }

    /// A one-time job (`once`): run once per container start.
    public var runsOnce: Bool {
        get { spec.has(.once) }
        set { spec.set(.once, newValue) }
    }
}
