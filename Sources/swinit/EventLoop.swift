import Basics
import Config
import Linux
import Supervision

/// The one thread of config mode: facts go to the supervisor, its orders to the executor.
///
/// `now` is read once a turn, and the timeout is the supervisor's nearest deadline: nothing is armed
/// or cancelled, and with nothing due the loop sleeps for ever.
final class EventLoop {
    /// Signals read in one turn are bounded, so that a flood of them does not starve the rest.
    private static let readsPerTurn = 8

    let supervisor: Supervisor
    let executor: Executor
    let files: ConfigurationFiles
    var log: MessageLog
    let table: FaultTable
    let sources: EventSources
    let ports = DatagramPorts()
    var sweep = Sweep()
    let watcher = Watcher()
    var superior: Superior
    /// The set of watched files may not be what it should.
    var isFollowDue = true
    var now = Clock.now
    var status: Int32?
    var orphans: UInt64 = 0

    // Kept between turns, so that an idle loop allocates nothing.
    var tokens = PackedArray<UInt64>()
    var received = PackedArray<ReceivedSignal>()

    init(
        supervisor: Supervisor, executor: Executor,
        files: ConfigurationFiles, log: consuming MessageLog, table: FaultTable,
        sources: consuming EventSources
    ) {
        self.supervisor = supervisor
        self.executor = executor
        self.files = files
        superior = Superior(executor.launches.environment["NOTIFY_SOCKET"])
        self.log = log
        self.table = table
        self.sources = sources
    }

    /// Runs until the supervisor ends, and answers with the container's status.
    @inline(never)
    func run(from first: Event) -> Int32 {
        // Before a job reads what it depends on.
        follow()
        openServices(isAgain: first == .timePassed)
        handle(first)
        // What was sent before the handlers stood, or ended before this image began.
        sweep.childEnded()
        while status == nil {
            finishTurn()
            if status != nil { break }
            if executor.hasSettled() {
                // Every job has executed: most of the code that did it will not run for long.
                Own.releaseCode()
            }
            tokens.removeAll()
            var deadline = supervisor.deadline
            if let due = sweep.deadline { deadline = deadline.map { min($0, due) } ?? due }
            if let due = watcher.deadline { deadline = deadline.map { min($0, due) } ?? due }
            if let due = superior.due { deadline = deadline.map { min($0, due) } ?? due }
            if let due = executor.services.deadline { deadline = min(deadline ?? due, due) }
            let retry = executor.streams.outlets.due
            if let due = retry { deadline = deadline.map { min($0, due) } ?? due }
            if let due = ports.reportDue { deadline = deadline.map { min($0, due) } ?? due }
            sources.epoll.wait(until: deadline, into: &tokens)
            now = Clock.now
            for token in tokens { take(token) }
            if let due = watcher.deadline, due <= now { lookAtFiles() }
            if let due = supervisor.deadline, due <= now { handle(.timePassed) }
            reportIfDue()
            retryServices()
            if retry != nil { executor.streams.retry(at: now, sources.epoll, &log) }
        }
        superior.follow(supervisor, at: now, &log)
        executor.streams.finish(supervisor, until: supervisor.end ?? now, sources.epoll, &log)
        explainFailure()
        return status ?? ExitStatus.software
    }

    /// Takes over what the image before this one left: processes whose start was not written down,
    /// ends that were not seen.
    @inline(never)
    func adopt() {
        if let fault = table.takeLastFault() {
            log.write(
                Report(.error, "swinit itself failed (\(fault)) and went on; no job was restarted"))
        }
        for row in 0..<supervisor.count {
            let id = InstanceID(row)
            let pid = table.pid(row)
            if pid != 0, pid != supervisor.pid(of: id) { supervisor.adopt(id, pid: pid, at: now) }
            executor.adopt(supervisor.group(of: id) ?? 0, as: id)
            executor.streams.adopt(
                row: row, pid: supervisor.pid(of: id) ?? 0, epoll: sources.epoll)
            if let pid = supervisor.probe(of: id) { Prober.end(lost: pid) }
            executor.services.adopt(row: row, sources.epoll)
            executor.notices.adopt(
                row: row, isVacant: supervisor.spec(of: id) == nil, sources.epoll)
        }
        executor.streams.settle(supervisor)
        executor.streams.outlets.isRecovering = false
        executor.streams.adoptRings()
        awaitLines()
        sweep.childEnded()
        while status == nil, sweep.begin(at: Int64.max) { sweepChildren() }
        for row in 0..<supervisor.count {
            let id = InstanceID(row)
            if let pid = supervisor.pid(of: id), isGone(pid) { ended(id, .unknown) }
            if let pid = supervisor.command(of: id), isGone(pid) {
                handle(.commandEnded(id, .unknown))
            }
        }
    }

    /// The image before has reaped it.
    @inline(never)
    private func isGone(_ pid: Int32) -> Bool {
        Children.wait(for: pid, keeping: true) == .childless
    }

    @inline(never)
    private func take(_ token: UInt64) {
        switch token {
        case EventSources.signalToken: takeSignals()
        case EventSources.faultToken: sources.drainFaults()
        case EventSources.watchToken: watcher.hear(at: now)
        case EventSources.datagramToken: takeDatagrams()
        case Services.firstToken..<Notices.firstToken: takeCommands(token)
        case Notices.firstToken..<Prober.firstToken:
            takeNotices(of: InstanceID(Int(truncatingIfNeeded: token & 0xFFFF_FFFF)))
        case Outlets.firstToken, Outlets.firstToken + 1, OutputStreams.socketToken,
            OutputStreams.firstToken...:
            executor.streams.take(token, sources.epoll, &log)
            noteReady()
        case Prober.firstToken...:
            var events: [Event] = []
            executor.prober.take(token, self, &events)
            handle(&events)
        default:
            guard let id = executor.instance(of: token) else { return }
            hear(id)
        }
    }

    /// Takes in what the child of `id` says through its status pipe.
    @inline(never)
    func hear(_ id: InstanceID) {
        let event = executor.answer(of: id, supervisor.spec(of: id), sources.epoll)
        if let event { handle(event) }
    }

    private func takeSignals() {
        for _ in 0..<Self.readsPerTurn {
            received.removeAll()
            let hasMore = sources.signals.read(into: &received)
            for signal in received {
                switch signal.signal {
                case .child:
                    sweep.childEnded()
                    if signal.pid > 0 { collect(signal.pid) }
                case .pipe, .terminalInput, .terminalOutput: break
                default:
                    #if DEBUG
                        FaultHook.fire(on: signal.signal)
                    #endif
                    hearAll()
                    handle(.received(signal.signal))
                }
            }
            if !hasMore { return }
        }
    }

    /// Collects the child `pid` if it has ended.
    private func collect(_ pid: Int32) {
        guard let id = supervisor.instance(pid: pid) else {
            if case .ended(let child) = Children.wait(for: pid) { noteOrphan(child) }
            if sweep.isDear { collectNeighbours(of: pid) }
            return
        }
        if case .ended(let child) = Children.wait(for: pid, keeping: true) {
            ended(id, child.exit)
        }
    }

    /// Collects orphans whose numbers are near `pid`.
    ///
    /// What coalesced with it was mostly forked next to it, and asking for one number costs a
    /// thousandth of a walk over 10,000 children.
    @inline(never)
    private func collectNeighbours(of pid: Int32) {
        for step: Int32 in [1, -1] {
            var next = pid
            var misses = 0
            while misses < Sweep.neighbourMisses {
                next &+= step
                guard next > 1, case .ended(let child) = Children.wait(for: next, keeping: true),
                    supervisor.instance(pid: child.pid) == nil
                else {
                    misses += 1
                    continue
                }
                misses = 0
                _ = Children.wait(for: child.pid)
                noteOrphan(child)
            }
        }
    }

    @inline(never)
    private func noteOrphan(_ child: EndedChild) {
        let pid = child.pid
        if let id = supervisor.instance(command: pid) {
            executor.endCommand(pid, of: id, &log)
            handle(.commandEnded(id, child.exit))
            return
        }
        if executor.streams.endedCommand(pid, child.exit, sources.epoll, &log, at: now) { return }
        var events: [Event] = []
        if executor.prober.ended(pid, child.exit, self, &events) { return handle(&events) }
        orphans &+= 1
        if log.threshold == .debug {
            log.write(Report(.debug, "reaped orphan (pid \(pid)), \(orphans) so far"))
        }
        if supervisor.isDraining { handle(.orphanEnded) }
    }

    /// The main process of `id` has ended: first what its pipe and it itself say, so that a job
    /// which executed and ended at once is reported as started, and as ready.
    @inline(never)
    private func ended(_ id: InstanceID, _ exit: Exit) {
        hear(id)
        takeNotices(of: id)
        executor.streams.ended(row: id.index, sources.epoll, &log)
        noteReady()
        if supervisor.isShuttingDown, executor.streams.leavesInput(row: id.index) {
            handle(.inputLeft(id))
        }
        handle(.ended(id, exit))
    }

    /// What every turn ends with: the sweep, the end of a shutdown, the records, the recovery.
    private func finishTurn() {
        if sweep.begin(at: Clock.nanoseconds) { sweepChildren() }
        if supervisor.isShuttingDown, status == nil {
            if Children.wait(keeping: true) == .childless { handle(.childless) }
        }
        storeRecords()
        superior.follow(supervisor, at: now, &log)
        if isFollowDue { follow() }
        if supervisor.isShuttingDown { executor.streams.endInputs(supervisor) }
        executor.streams.tendLogs(executor.spawn, sources.epoll, &log, at: now)
        executor.streams.outlets.watch(sources.epoll, at: now)
        if let signal = FaultRecovery.takeSentFault() { restart(after: signal) }
    }

    /// Somebody sent a fault signal: executes swinit again, now that the table is up to date.
    @inline(never)
    private func restart(after signal: Signal) {
        executor.streams.handOver()
        executor.services.handOver()
        FaultRecovery.reexecute()
        executor.streams.takeBack()
        sources.drainFaults()
        log.write(Report(.error, "cannot execute swinit again (got \(signal)); going on as it is"))
    }

    @inline(never)
    private func sweepChildren() {
        var count = 0
        while sweep.goesOn(count: count), status == nil {
            guard case .ended(let child) = Children.wait(keeping: true) else {
                sweep.end(count: count, isComplete: true)
                return
            }
            count += 1
            if let id = supervisor.instance(pid: child.pid) {
                ended(id, child.exit)
            } else {
                _ = Children.wait(for: child.pid)
                noteOrphan(child)
                if sweep.isDear { collectNeighbours(of: child.pid) }
            }
        }
        sweep.end(count: count, isComplete: false)
    }
}
