public import Basics

/// Where an instance of a job is in its life; the closed list that status and API show.
public enum JobState: UInt8, Equatable, Sendable {
    /// Held back by the start order, or by a reload that is not finished.
    case waiting
    /// Spawned, not yet ready.
    case starting
    case running
    /// Asked to end, or its process group is being cleared.
    case stopping
    /// Will start again at a known time.
    case backoff
    /// Wanted down.
    case stopped
    /// Ended, as wanted.
    case done
    /// Ended badly, and is not started again.
    case failed
    /// Known, but not started by itself.
    case disabled
}

/// What is wanted of an instance, whatever it does at the moment.
public enum WantedState: UInt8, Equatable, Sendable {
    case down
    case up
    /// One run, without a restart.
    case once
}

/// One line of the table of jobs.
public struct JobSummary: Equatable, Sendable {
    public var name: Text
    public var state: JobState
    public var wanted: WantedState
    /// The main process, or 0.
    public var pid: Int32
    /// When the main process was started; of no meaning without one.
    public var start: Instant
    /// What it executes.
    public var program: Text
    /// It is started by itself: not disabled, be it in the file or by hand.
    public var isOn: Bool
    /// The present run has been found ready.
    public var isReady: Bool
    /// Nothing is known against the present run: no check has failed too often, its watchdog is fed.
    public var isHealthy: Bool
    /// An operator has paused it.
    public var isPaused: Bool
    /// How often it was started again.
    public var restarts: UInt32
    /// How its last run ended; nil before the first end.
    public var lastExit: Exit?

    public init(
        name: Text, state: JobState, wanted: WantedState, pid: Int32, start: Instant,
        program: Text, isOn: Bool, isReady: Bool = false, isHealthy: Bool = true,
        isPaused: Bool = false, restarts: UInt32 = 0, lastExit: Exit? = nil
    ) {
        self.name = name
        self.state = state
        self.wanted = wanted
        self.pid = pid
        self.start = start
        self.program = program
        self.isOn = isOn
        self.isReady = isReady
        self.isHealthy = isHealthy
        self.isPaused = isPaused
        self.restarts = restarts
        self.lastExit = lastExit
    }
}

extension JobState: Renderable {
    @inline(never)
    public func render(into bytes: inout [UInt8]) {
        let word: StaticString =
            switch self {
            case .waiting: "waiting"
            case .starting: "starting"
            case .running: "running"
            case .stopping: "stopping"
            case .backoff: "backoff"
            case .stopped: "stopped"
            case .done: "done"
            case .failed: "failed"
            case .disabled: "disabled"
            }
        word.render(into: &bytes)
    }
}
