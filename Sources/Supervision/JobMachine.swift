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
struct JobMachine: Equatable {
    enum Phase: Equatable {
        /// The row belongs to no job.
        case vacant
        case resting(Rest)
        case backingOff(until: Instant)
        /// A process was asked for; with a cause, only to be stopped again.
        case spawning(stop: StopCause?)
        case alive(Run)
        case draining(Drain)
    }

    /// The states without a process and without a time.
    enum Rest: UInt8, Equatable {
        case waiting
        case stopped
        case done
        case failed
        case disabled
    }

    /// Why swinit ends a run.
    enum StopCause: UInt8, Equatable {
        /// The run took longer than `run-timeout`.
        case runTimeout = 1
        /// A reload changed its definition.
        case change
        /// A reload disabled the job.
        case disable
        /// A reload took the job away.
        case removal
        case shutdown
    }

    /// How far a stop has come; one for the main process and for what it leaves behind.
    struct Stop: Equatable {
        /// How often the stop signal was sent.
        var signalled: UInt32
        /// When the next signal is due; nil behind KILL, as long as the main process lives.
        var due: Instant?
        /// KILL has been sent.
        var isKilled: Bool
    }

    /// A process from fork to its end.
    struct Run: Equatable {
        var started: Instant
        /// It executes its program.
        var isExecuted = false
        /// It could not be set up.
        var isSetUpFailed = false
        var cause: StopCause?
        var stop: Stop?

        /// Whether its fate says something about the job as it is now wanted.
        var isOfPresentDefinition: Bool {
            switch cause {
            case .change?, .disable?, .removal?: false
            case nil, .runTimeout?, .shutdown?: true
            }
        }
    }

    /// A process group without its leader.
    struct Drain: Equatable {
        /// What follows once it is empty.
        var next: Next
        var stop: Stop
        /// When to look again: a member may be reaped by another process than swinit.
        var probeDue: Instant
        /// The pause before that, doubling.
        var probePause: Milliseconds
    }

    /// What follows a run.
    enum Next: Equatable {
        case rest(Rest)
        case restart(at: Instant)
        case vacate
    }

    var phase = Phase.vacant
    /// The process group of the last run, which is the number of its main process.
    var group: Int32 = 0
    /// Runs in a row that were too short to reset the growing delay.
    var shortRuns: UInt8 = 0
    /// Forks refused in a row.
    var refusals: UInt8 = 0
    /// Part of the first start order, so that a failed `wait once` may end the container.
    var isOfBoot = false
    /// Must wait until what a reload removed is gone.
    var isNew = false
    /// A run of this definition has been ready, has ended, has ended well: what barriers wait for.
    var hasBeenReady = false
    var hasEnded = false
    var hasSucceeded = false
    /// Its record must be written again.
    var isChanged = false
    /// How its last run ended, for the container's status; -1 before the first end.
    var lastStatus: Int32 = -1

    /// The state that users see.
    var state: JobState {
        switch phase {
        case .vacant: .stopped
        case .resting(.waiting): .waiting
        case .resting(.stopped): .stopped
        case .resting(.done): .done
        case .resting(.failed): .failed
        case .resting(.disabled): .disabled
        case .backingOff: .backoff
        case .spawning: .starting
        case .alive(let run): run.stop != nil ? .stopping : run.isExecuted ? .running : .starting
        case .draining: .stopping
        }
    }

    /// Whether a process of this instance exists, or is about to, or has left a group behind.
    var isPresent: Bool {
        switch phase {
        case .vacant, .resting, .backingOff: false
        case .spawning, .alive, .draining: true
        }
    }

    /// Whether the run has been asked to end.
    var isStopping: Bool {
        switch phase {
        case .vacant, .resting, .backingOff: false
        case .spawning(let cause): cause != nil
        case .alive(let run): run.stop != nil
        case .draining: true
        }
    }

    /// Whether a main process exists, or is about to.
    var hasProcess: Bool {
        switch phase {
        case .vacant, .resting, .backingOff, .draining: false
        case .spawning, .alive: true
        }
    }

    /// When this instance must be looked at again without an event.
    func deadline(runTimeout: Milliseconds?) -> Instant? {
        switch phase {
        case .vacant, .resting, .spawning: return nil
        case .backingOff(let until): return until
        case .alive(let run):
            if let stop = run.stop { return stop.due }
            return runTimeout.map { run.started + $0 }
        case .draining(let drain):
            guard let due = drain.stop.due else { return drain.probeDue }
            return min(due, drain.probeDue)
        }
    }
}
