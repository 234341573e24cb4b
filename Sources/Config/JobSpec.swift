public import Basics

/// One job as its user wants it: checked, and with defaults filled in.
///
/// It is split by who reads it: ``launch`` is all that a new process is told, so that a change of it
/// needs a restart; everything else is the supervisor's and can change while the job runs.
public struct JobSpec: Equatable, Sendable {
    /// The unique name; at most 64 bytes.
    public var name: Text
    /// This is the command behind `--`: it starts last, stops first, keeps swinit's own stdin, stdout,
    /// stderr and terminal, and its status is always the container's.
    public var isMain = false
    /// What a process of this job is started with.
    public var launch: Launch
    /// When the job starts, compared with the others.
    public var placement: Placement
    /// What its end means.
    public var restart: RestartPolicy
    /// How it is asked to end.
    public var stop: StopPolicy
    /// The longest that a run may take, after which it is stopped and counts as failed; nil for none.
    public var runTimeout: Milliseconds?

    /// A job with every option at its default.
    public init(name: Text, command: [Text]) {
        self.name = name
        launch = Launch(command: command)
        placement = Placement()
        restart = RestartPolicy()
        stop = StopPolicy()
    }
}

/// When a job starts, compared with the other jobs.
public struct Placement: Equatable, Sendable {
    /// What later jobs wait for.
    public enum Barrier: Equatable, Sendable {
        /// Nothing: `wait` was not written.
        case none
        /// The job's first end: `wait`.
        case ended
        /// The job being ready: `wait ready`.
        case ready
    }

    /// Lower starts first; jobs of one order start in file order.
    public var order: Int32 = 0
    /// What later jobs wait for.
    public var barrier = Barrier.none
    /// Known, but not started by itself.
    public var isDisabled = false
    /// A one-time job (`once`): run once per container start.
    public var runsOnce = false

    /// A job that starts at once and holds nothing back.
    public init() {}
}
