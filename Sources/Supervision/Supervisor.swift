public import Basics
public import Config

/// The whole supervision as a value: facts in, orders out, no clock and no system call of its own.
public struct Supervisor {
    /// What holds for all jobs; its `jobs` are empty, since ``specs`` has them.
    var settings: Configuration
    var budget: ShutdownBudget
    let circumstances: Circumstances
    var jitter: Jitter

    /// The definition of each row; that of a vacant row is left over.
    var specs: [JobSpec] = []
    var machines: [JobMachine] = []
    /// The main process of each row, or 0: apart, so that a search reads 4 bytes a row.
    var pids: [Int32] = []
    var deadlines = DeadlineTable()
    /// Definitions that take effect when the row's present run has ended.
    var successors: [Successor] = []
    /// Rows whose process group drains.
    var draining: [Int32] = []
    /// Rows whose record must be written again.
    var changedRows: [Int32] = []

    var plan = Plan()
    /// The plan may be able to go on.
    var isPlanDue = false
    /// Jobs of the configuration in force.
    var jobCount = 0
    /// Rows that a reload removed and that have not ended.
    var leaving = 0
    /// Rows with a process or a group.
    var present = 0
    /// Rows that will start at a known time.
    var backingOff = 0

    var hasBegun = false
    /// Every barrier of the first start order has opened.
    var isBootComplete = false
    var shutdown: Shutdown?
    var endReason: EndReason?
    /// The status of a one-time job that the shutdown cut short.
    var cutShortStatus: Int32?
    /// The status of the job that became `failed` first.
    var firstFailure: Int32?
    /// How `main` ended.
    var mainStatus: Int32?
    var firstInterrupt: Instant?
    /// Spawns of the image before may be without an answer.
    var isRecovering = false
    /// `exit` has been ordered: nothing happens any more.
    var hasExited = false

    /// A supervisor that has done nothing yet; ``Event/began`` starts it.
    public init(configuration: Configuration, circumstances: Circumstances) {
        settings = configuration
        settings.jobs = []
        self.circumstances = circumstances
        budget = ShutdownBudget(configuration: configuration, circumstances: circumstances)
        jitter = Jitter(state: circumstances.seed)
        var table: [Int32] = []
        for job in configuration.jobs {
            table.append(Int32(add(job, isOfBoot: true, from: machines.count)))
        }
        jobCount = configuration.jobs.count
        plan = Plan(jobs: configuration.jobs, table: table)
    }

    /// Takes in what happened at `now`, and says what is to be done, in this order.
    ///
    /// The actions must be carried out before the next event is given.
    @inline(never)
    public mutating func handle(_ event: Event, at now: Instant, into actions: inout [Action]) {
        guard !hasExited else { return }
        if isRecovering { settleLostSpawns(at: now, &actions) }
        switch event {
        case .began:
            hasBegun = true
            isPlanDue = true
        case .spawned(let id, let pid): spawned(id.index, pid, at: now, &actions)
        case .spawnRefused(let id, let failure): refused(id.index, failure, at: now, &actions)
        case .executed(let id): executed(id.index, &actions)
        case .setUpFailed(let id, let failure): setUpFailed(id.index, failure, &actions)
        case .ended(let id, let exit): ended(id.index, exit, at: now, &actions)
        case .groupEmptied(let id): groupEmptied(id.index, at: now, &actions)
        case .orphanEnded:
            for row in draining { actions.append(.probeGroup(InstanceID(Int(row)))) }
        case .childless: childless(at: now, &actions)
        case .received(let signal): received(signal, at: now, &actions)
        case .reloaded(let configuration): reload(configuration, at: now, &actions)
        case .timePassed: break
        }
        settle(at: now, &actions)
        expire(at: now, &actions)
        settle(at: now, &actions)
    }

    /// When ``Event/timePassed`` is due at the latest; nil: never.
    public var deadline: Instant? {
        guard !hasExited else { return nil }
        guard let own = shutdown?.deadline else { return deadlines.nearest }
        guard let first = deadlines.nearest else { return own }
        return min(own, first)
    }

    /// Does what has become possible: starts, levels of a shutdown, the end.
    @inline(never)
    private mutating func settle(at now: Instant, _ actions: inout [Action]) {
        if shutdown == nil && isPlanDue { advancePlan(at: now, &actions) }
        if shutdown == nil { endIfNothingIsLeft(at: now, &actions) }
        if shutdown != nil { advanceShutdown(at: now, &actions) }
    }
}

/// A definition that waits for the end of its row's present run.
struct Successor {
    var row: Int32
    var spec: JobSpec
}
