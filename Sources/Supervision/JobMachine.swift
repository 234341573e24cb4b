import Basics
import Config

/// One instance of a job: what it does now, and what the past has taught about it.
///
/// ```
///            planner              spawned              executed
///  waiting ───────────▶ spawning ─────────▶ alive ──────────────▶ alive
///     ▲                    │ ▲            (starting)            (running)
///     │ reload             │ │ time           │ ended                │ ended
///     │           refused  ▼ │                ▼                      ▼
///     │                backingOff ◀───────── draining: the rest of the process group
///     │                     restart           │
///     └────────────────────────────────────── ▼
///                              done, failed, stopped, disabled, vacant
/// ```
/// A stop rides along while the machine is alive or draining; a run that leaves the job down of
/// itself (`done`, `failed`) does not drain: it may leave a daemon.
struct JobMachine: Equatable, Sendable {
    /// The value of ``scale`` where no user has asked for a number.
    static let unscaled: Int16 = -1

    /// What the instance does; all before `backingOff` are without a process and without a time.
    enum Phase: UInt8, Sendable {
        /// The row belongs to no job.
        case vacant
        case waiting
        case stopped
        case done
        case failed
        case disabled
        /// Done, with a `stop-cmd` that is still to run before the container ends.
        case owing
        /// It starts at ``JobMachine/time``.
        case backingOff
        /// A process was asked for; with a ``JobMachine/cause``, only to be stopped again.
        case spawning
        /// There is a main process, since ``JobMachine/time``.
        case alive
        /// A process group without its leader; ``JobMachine/next`` follows once it is empty.
        case draining
    }

    /// Why swinit ends a run.
    enum StopCause: UInt8, Sendable {
        /// The run took longer than `run-timeout`.
        case runTimeout = 1
        /// A reload changed its definition.
        case change
        /// A reload disabled the job.
        case disable
        /// A reload took the job away.
        case removal
        case shutdown
        /// It is to run anew: a file that it depends on has changed, it has run for long enough, or an
        /// operator wants it.
        case renewal
        /// An operator wants it down.
        case order
        /// It was not ready within the time that its definition allows.
        case readiness
        /// It is unhealthy.
        case health

        /// swinit ends the run because something is wrong with it.
        var isFailure: Bool {
            switch self {
            case .runTimeout, .readiness, .health: true
            case .change, .disable, .removal, .shutdown, .renewal, .order: false
            }
        }
    }

    /// ``lastExit`` before the first end.
    static let neverEnded: Int32 = -1
    /// ``lastExit`` where the status is lost.
    static let endedUnseen: Int32 = -2

    var phase = Phase.vacant
    /// What follows the run, for `draining` alone: a rest, `vacant`, or `backingOff` until ``time``.
    var next = Phase.vacant
    var cause: StopCause?
    /// Runs in a row that were too short to reset the growing delay.
    var shortRuns: UInt8 = 0
    /// How many instances a user wants of the job, in the row of the first; ``unscaled`` for what is
    /// written.
    var scale = unscaled
    /// Forks refused in a row.
    var refusals: UInt8 = 0
    /// The yes and no of JobMachine+Marks.swift.
    var marks: UInt32 = 0
    /// The main process, or 0.
    var pid: Int32 = 0
    /// The process of a `stop-cmd` that runs, or 0.
    var commandPid: Int32 = 0
    /// The process group of the last run, which is the number of its main process.
    var group: Int32 = 0
    /// How its last run ended, for the container's status; -1 before the first end.
    var lastStatus: Int32 = -1
    /// How often the stop signal was sent.
    var signalled: UInt32 = 0
    /// The start of the run, or the time of the next start.
    var time = Instant.never
    /// When the next signal of a stop is due; never behind KILL, as long as the main process lives.
    var stopDue = Instant.never
    /// When to look again: whether the group is empty, since a member may be reaped by another process
    /// than swinit; while the main process lives, whether it is ready or healthy, or, with a probe
    /// under way, when that has taken too long.
    var probeDue = Instant.never
    /// The pause before that, doubling, for the group and for readiness.
    var probePause = Milliseconds(0)
    /// Before the run is ready: when it has taken too long, or is to be told of again; afterwards since
    /// when it has been.
    var gate = Instant.never
    /// When the run must have said that it is alive.
    var watchdogDue = Instant.never
    /// Since when the run is paused.
    var pausedAt = Instant.never
    /// How long it has been paused before.
    var suspended = Milliseconds(0)
    /// How often the run must say that it is alive, in milliseconds; 0: it need not.
    var watchdogPeriod: UInt32 = 0
    /// The process of a probe that is under way, or 0.
    var probePid: Int32 = 0
    /// Checks in a row that failed.
    var failedChecks: UInt32 = 0
    /// Failed starts in a row.
    var failedStarts: UInt32 = 0
    /// Processes that were started.
    var runs: UInt32 = 0
    /// How the last run ended: a code, 256 + a signal, or one of ``neverEnded``, ``endedUnseen``.
    var lastExit = JobMachine.neverEnded

    /// Whether a user has asked for a number of instances.
    var isScaled: Bool { scale != Self.unscaled }

    /// Whether its fate says something about the job as it is now wanted.
    var isOfPresentDefinition: Bool {
        switch cause {
        case .change?, .disable?, .removal?, .order?: false
        case nil, .runTimeout?, .shutdown?, .renewal?, .readiness?, .health?: true
        }
    }

    /// The state that users see.
    var state: JobState {
        switch phase {
        case .vacant, .stopped: .stopped
        case .waiting: .waiting
        case .done, .owing: .done
        case .failed: .failed
        case .disabled: .disabled
        case .backingOff: .backoff
        case .spawning: .starting
        case .alive: isStopping ? .stopping : isReadyNow ? .running : .starting
        case .draining: .stopping
        }
    }

    /// Whether a process of this instance exists, or is about to, or has left a group behind.
    var isPresent: Bool {
        switch phase {
        case .vacant, .waiting, .stopped, .done, .failed, .disabled, .backingOff: false
        case .owing, .spawning, .alive, .draining: true
        }
    }

    /// Whether a main process exists, or is about to.
    var hasProcess: Bool { phase == .spawning || phase == .alive }

    /// Whether the run has been asked to end, even before it has begun.
    var isAskedToEnd: Bool { isStopping || (phase == .spawning && cause != nil) }

    /// When the run has lasted for `limit`, pauses apart.
    @inline(never)
    private func end(after limit: Milliseconds?) -> Instant {
        guard let limit else { return .never }
        return time + suspended + limit
    }

    /// Whether nothing is known against the run.
    var isHealthy: Bool { !isUnhealthy && !isSilent }

    /// Whether an operator has paused the run.
    var isPaused: Bool { pausedAt != .never }

    /// When this instance must be looked at again without an event.
    ///
    /// Without `renews` no run is made anew or checked any more: a shutdown is under way.
    func deadline(of spec: JobSpec, renews: Bool) -> Instant {
        switch phase {
        case .vacant, .waiting, .stopped, .done, .failed, .disabled, .owing, .spawning:
            return .never
        case .backingOff: return time
        case .alive:
            if isStopping { return stopDue }
            if isPaused { return .never }
            let limit = end(after: spec.runTimeout)
            guard renews else { return limit }
            let checks = min(probeDue, isReadyNow ? watchdogDue : gate)
            // One whose turn is to come is made anew anyway.
            let period = awaitsTurn ? nil : spec.renewalPeriod
            return min(limit, end(after: period), checks)
        case .draining: return min(stopDue, probeDue)
        }
    }
}
