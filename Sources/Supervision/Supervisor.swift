public import Basics
public import Config

/// The whole supervision: facts in, orders out, no clock and no system call of its own.
///
/// It holds nothing but what is told here and depends on nothing else, so that the same events at the
/// same times have the same orders; a class, so that it is never copied.
public final class Supervisor {
    /// What holds for all jobs; its `jobs` are empty, since ``jobs`` has them.
    var settings: Configuration
    var budget: ShutdownBudget
    let circumstances: Circumstances

    var jobs: [Job] = []
    /// The main process of each row, or 0: apart, so that a search reads 4 bytes a row.
    var pids: [Int32] = []
    var deadlines = DeadlineTable()
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
    /// Rows whose `stop-cmd` is still to be run.
    var owing = 0
    /// Rows whose `stop-cmd` runs.
    var commands = 0
    /// Rows whose process group drains.
    var draining = 0

    /// What a recovery must know beside the rows, as it is now.
    public internal(set) var ownRecord = SupervisorRecord()
    /// The instances that others log to: they do not keep the container up, and end last.
    var loggers: [Job] = []
    /// What a shutdown has still to stop, by level.
    var held: [Job] = []
    /// How many of them need not be looked at any more.
    var released = 0
    /// The level that is being stopped; -1 before the first.
    var level: Int32 = -1
    /// Who must end before whom in a shutdown.
    var stopOrder = StopOrder()
    /// Vertices of ``stopOrder`` that may be out of the way by now.
    var ended: [Int32] = []
    /// A run waits until it is its turn to be replaced.
    var hasTurns = false
    /// Spawns of the image before may be without an answer.
    var isRecovering = false
    /// Rows of which was not seen before a fault that their process has executed.
    var untold = PackedArray<Int32>()
    /// `exit` has been ordered: nothing happens any more.
    var hasExited = false

    /// When the event at hand happened.
    var now = Instant(milliseconds: 0)
    /// What the event at hand has led to so far.
    var orders: [Action] = []

    /// A supervisor that has done nothing yet; ``Event/began`` starts it.
    public init(configuration: Configuration, circumstances: Circumstances) {
        settings = configuration
        self.circumstances = circumstances
        budget = ShutdownBudget(configuration: configuration, circumstances: circumstances)
        ownRecord.jitter.state = circumstances.seed
        _ = putInForce(configuration, .start)
    }

    /// Takes in what happened at `now`, and says what is to be done, in this order.
    ///
    /// The actions must be carried out before the next event is given.
    @inline(never)
    public func handle(_ event: Event, at now: Instant, into actions: inout [Action]) {
        guard !hasExited else { return }
        self.now = now
        swap(&orders, &actions)
        if isRecovering { settleLost() }
        take(event)
        settle()
        expire()
        settle()
        swap(&orders, &actions)
    }

    @inline(never)
    private func take(_ event: Event) {
        switch event {
        case .began:
            ownRecord.hasBegun = true
            isPlanDue = true
        case .spawned(let id, let pid): if let job = job(id) { spawned(job, pid) }
        case .spawnRefused(let id, let failure): if let job = job(id) { refused(job, failure) }
        case .executed(let id): if let job = job(id) { executed(job) }
        case .setUpFailed(let id, let failure): if let job = job(id) { setUpFailed(job, failure) }
        case .ended(let id, let exit): if let job = job(id) { ended(job, exit) }
        case .inputLeft(let id): job(id)?.machine.leavesInput = true
        case .groupEmptied(let id): if let job = job(id) { groupEmptied(job) }
        case .orphanEnded:
            for job in jobs where job.machine.phase == .draining { order(.probeGroup(job.id)) }
        case .childless: childless()
        case .received(let signal): received(signal)
        case .commandSpawned(let id, let pid): if let job = job(id) { commandSpawned(job, pid) }
        case .commandEnded(let id, let exit): if let job = job(id) { commandEnded(job, exit) }
        case .notified(let id, let pid, let notice):
            if let job = job(id) { notified(job, pid, notice) }
        case .probeStarted(let id, let pid): if let job = job(id) { probeStarted(job, pid) }
        case .probeEnded(let id, let isGood): if let job = job(id) { probeEnded(job, isGood) }
        case .ordered(let id, let verb): if let job = job(id) { ordered(job, verb) }
        case .dependencyChanged(let id, let path): if let job = job(id) { renew(job, path) }
        case .switched(let name, let isOn): switchJob(name, isOn)
        case .scaled(let name, let count): scale(name, count)
        case .reloaded(let configuration): reload(configuration)
        case .timePassed: break
        }
    }

    /// When ``Event/timePassed`` is due at the latest; nil: never.
    public var deadline: Instant? {
        let first = min(deadlines.nearest, ownRecord.deadline)
        return hasExited || first == .never ? nil : first
    }

    /// Does what has become possible: starts, levels of a shutdown, the end.
    @inline(never)
    private func settle() {
        if !isShuttingDown { advanceDependents() }
        if !isShuttingDown && isPlanDue { advancePlan() }
        if !isShuttingDown { advanceTurns() }
        if !isShuttingDown { endIfNothingIsLeft() }
        if isShuttingDown { advanceShutdown() }
    }

    /// Adds to what is to be done.
    @inline(never)
    func order(_ action: Action) {
        orders.append(action)
    }

    /// Has the row's process, or its group, sent a signal.
    @inline(never)
    func send(_ signal: Signal, to job: Job, _ scope: StopPolicy.Scope) {
        order(.signal(job.id, signal, scope))
    }
}
