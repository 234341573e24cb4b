public import Basics
public import Config

extension InstanceRecord {
    static let isExecuted: UInt16 = 1
    static let isSetUpFailed: UInt16 = 2
    static let isOfBoot: UInt16 = 4
    static let isNew: UInt16 = 8
    static let hasBeenReady: UInt16 = 16
    static let isKilled: UInt16 = 32
    static let hasStop: UInt16 = 64
    static let hasDue: UInt16 = 128
    static let hasEnded: UInt16 = 256
    static let hasSucceeded: UInt16 = 512

    /// Writes down where `machine` is.
    init(_ machine: JobMachine) {
        self.init()
        group = machine.group
        shortRuns = machine.shortRuns
        refusals = machine.refusals
        lastStatus = machine.lastStatus
        if machine.isOfBoot { flags |= Self.isOfBoot }
        if machine.isNew { flags |= Self.isNew }
        if machine.hasBeenReady { flags |= Self.hasBeenReady }
        if machine.hasEnded { flags |= Self.hasEnded }
        if machine.hasSucceeded { flags |= Self.hasSucceeded }
        switch machine.phase {
        case .vacant: phase = 0
        case .resting(let state):
            phase = 1
            rest = state.rawValue
        case .backingOff(let until):
            phase = 2
            time = until.milliseconds
        case .spawning(let why):
            phase = 3
            cause = why?.rawValue ?? 0
        case .alive(let run):
            phase = 4
            time = run.started.milliseconds
            cause = run.cause?.rawValue ?? 0
            if run.isExecuted { flags |= Self.isExecuted }
            if run.isSetUpFailed { flags |= Self.isSetUpFailed }
            if let stop = run.stop { write(stop) }
        case .draining(let drain):
            phase = 5
            probeDue = drain.probeDue.milliseconds
            probePause = drain.probePause.count
            write(drain.stop)
            write(drain.next)
        }
    }

    private mutating func write(_ stop: JobMachine.Stop) {
        flags |= Self.hasStop
        signalled = stop.signalled
        if stop.isKilled { flags |= Self.isKilled }
        guard let due = stop.due else { return }
        flags |= Self.hasDue
        stopDue = due.milliseconds
    }

    private mutating func write(_ following: JobMachine.Next) {
        switch following {
        case .vacate: next = 0
        case .rest(let state):
            next = 1
            rest = state.rawValue
        case .restart(let until):
            next = 2
            time = until.milliseconds
        }
    }

    /// The machine that was written down.
    ///
    /// A status pipe does not outlive the program, so a process counts as executing; a spawn whose
    /// answer was lost is asked for again unless ``Supervisor/adopt(_:pid:at:)`` finds its process.
    func machine(at now: Instant) -> JobMachine {
        var machine = JobMachine()
        machine.group = group
        machine.shortRuns = shortRuns
        machine.refusals = refusals
        machine.lastStatus = lastStatus
        machine.isOfBoot = flags & Self.isOfBoot != 0
        machine.isNew = flags & Self.isNew != 0
        machine.hasBeenReady = flags & Self.hasBeenReady != 0
        machine.hasEnded = flags & Self.hasEnded != 0
        machine.hasSucceeded = flags & Self.hasSucceeded != 0
        switch phase {
        case 1: machine.phase = .resting(restState)
        case 2: machine.phase = .backingOff(until: Instant(milliseconds: time))
        case 3: machine.phase = .spawning(stop: JobMachine.StopCause(rawValue: cause))
        case 4 where pid != 0:
            machine.phase = .alive(
                JobMachine.Run(
                    started: Instant(milliseconds: time), isExecuted: true,
                    isSetUpFailed: flags & Self.isSetUpFailed != 0,
                    cause: JobMachine.StopCause(rawValue: cause), stop: stop))
        case 4: machine.phase = .backingOff(until: now)
        case 5:
            machine.phase = .draining(
                JobMachine.Drain(
                    next: following,
                    stop: stop ?? JobMachine.Stop(signalled: 1, due: now, isKilled: false),
                    probeDue: Instant(milliseconds: probeDue),
                    probePause: Milliseconds(probePause)))
        case _: break
        }
        return machine
    }

    private var restState: JobMachine.Rest { JobMachine.Rest(rawValue: rest) ?? .waiting }

    private var stop: JobMachine.Stop? {
        guard flags & Self.hasStop != 0 else { return nil }
        return JobMachine.Stop(
            signalled: signalled,
            due: flags & Self.hasDue != 0 ? Instant(milliseconds: stopDue) : nil,
            isKilled: flags & Self.isKilled != 0)
    }

    private var following: JobMachine.Next {
        switch next {
        case 1: .rest(restState)
        case 2: .restart(at: Instant(milliseconds: time))
        case _: .vacate
        }
    }
}

extension Supervisor {
    /// The record of one row.
    public func record(of index: Int) -> InstanceRecord {
        guard isJob(index) else { return InstanceRecord() }
        var record = InstanceRecord(machines[index])
        record.nameHash = specs[index].name.nameHash
        record.pid = pids[index]
        return record
    }

    /// The record of all that belongs to no row.
    public var ownRecord: SupervisorRecord {
        var record = SupervisorRecord()
        record.jitter = jitter.state
        if hasBegun { record.flags |= SupervisorRecord.hasBegun }
        if isBootComplete { record.flags |= SupervisorRecord.isBootComplete }
        if let shutdown { record.write(shutdown) }
        if let endReason { record.write(endReason) }
        if let cutShortStatus {
            record.flags |= SupervisorRecord.hasCutShort
            record.cutShortStatus = cutShortStatus
        }
        if let firstFailure {
            record.flags |= SupervisorRecord.hasFirstFailure
            record.firstFailure = firstFailure
        }
        if let mainStatus {
            record.flags |= SupervisorRecord.hasMainStatus
            record.mainStatus = mainStatus
        }
        if let firstInterrupt {
            record.flags |= SupervisorRecord.hasFirstInterrupt
            record.firstInterrupt = firstInterrupt.milliseconds
        }
        return record
    }

    /// Takes up what another image of swinit left: same states, processes, times, counters.
    ///
    /// Jobs are matched by name. A record whose job is gone from the configuration but has a
    /// process is stopped to its end; a job without a record is new.
    public init(
        recovering configuration: Configuration, circumstances: Circumstances,
        own: SupervisorRecord, instances: [InstanceRecord], at now: Instant
    ) {
        self.init(configuration: Configuration(), circumstances: circumstances)
        settings = configuration
        settings.jobs = []
        budget = ShutdownBudget(configuration: configuration, circumstances: circumstances)
        jobCount = configuration.jobs.count
        restore(own)
        plan = Plan(
            jobs: configuration.jobs,
            table: adoptRows(configuration.jobs, instances, at: now))
        shutdown?.top = plan.rows.count
        isPlanDue = true
        isRecovering = true
        let held = shutdown?.stage == .stopping ? heldRows() : []
        shutdown?.held = held
    }

    private mutating func adoptRows(
        _ jobs: [JobSpec], _ instances: [InstanceRecord], at now: Instant
    ) -> [Int32] {
        var index = NameIndex()
        for place in jobs.indices { index.add(jobs[place].name.nameHash, row: place) }
        index.finish()
        var table = [Int32](repeating: -1, count: jobs.count)
        for record in instances {
            let row = addVacantRow()
            let machine = record.machine(at: now)
            guard record.nameHash != 0, machine.phase != .vacant else { continue }
            pids[row] = machine.hasProcess ? record.pid : 0
            machines[row] = machine
            machines[row].phase = .vacant
            var place: Int?
            for candidate in index.rows(of: record.nameHash)
            where table[candidate] < 0 && jobs[candidate].name.nameHash == record.nameHash
                && !record.isLeaving
            {
                place = candidate
            }
            if let place {
                table[place] = Int32(row)
                specs[row] = jobs[place]
                enter(row, machine.phase)
            } else {
                takeStranger(row, machine)
            }
        }
        for place in table.indices where table[place] < 0 {
            let row = add(jobs[place], isOfBoot: false)
            machines[row].isNew = true
            table[place] = Int32(row)
        }
        return table
    }

    /// A row whose job has gone: what is left of it leaves.
    private mutating func takeStranger(_ row: Int, _ machine: JobMachine) {
        guard machine.isPresent else { return }
        specs[row] = JobSpec(name: "removed-\(machine.group)", command: [])
        leaving += 1
        switch machine.phase {
        case .vacant, .resting, .backingOff: break
        case .spawning: enter(row, .spawning(stop: .removal))
        case .alive(var run):
            run.cause = .removal
            if run.stop == nil {
                run.stop = JobMachine.Stop(signalled: 0, due: run.started, isKilled: false)
            }
            enter(row, .alive(run))
        case .draining(var drain):
            drain.next = .vacate
            enter(row, .draining(drain))
        }
    }

    private mutating func addVacantRow() -> Int {
        machines.append(JobMachine())
        specs.append(JobSpec(name: "", command: []))
        pids.append(0)
        deadlines.append()
        return machines.count - 1
    }

    /// Takes up a process that was forked for this instance just before the crash.
    ///
    /// To be called before the first event. Where the records know no job for it, its job is not
    /// certain: it is stopped to its end.
    public mutating func adopt(_ id: InstanceID, pid: Int32, at now: Instant) {
        guard pid > 0, instance(pid: pid) == nil else { return }
        var row = id.index
        var run = JobMachine.Run(started: now, isExecuted: true)
        if !isJob(row) || machines[row].isNew {
            row = addVacantRow()
            specs[row] = JobSpec(name: "removed-\(pid)", command: [])
            leaving += 1
            run.cause = .removal
        } else if isLeaving(row) {
            run.cause = .removal
        } else if case .spawning(let cause) = machines[row].phase {
            run.cause = cause
        }
        if run.cause != nil {
            run.stop = JobMachine.Stop(signalled: 0, due: now, isKilled: false)
        }
        pids[row] = pid
        machines[row].group = pid
        enter(row, .alive(run))
    }
}

extension Supervisor {
    /// Settles the spawns whose answer was lost and that nobody adopted: no process was made.
    mutating func settleLostSpawns(at now: Instant, _ actions: inout [Action]) {
        isRecovering = false
        for row in machines.indices {
            guard case .spawning(let cause) = machines[row].phase else { continue }
            if let cause {
                finish(row, next(after: cause), at: now, &actions)
            } else {
                finish(row, .restart(at: now), at: now, &actions)
            }
        }
    }
}

extension InstanceRecord {
    var isLeaving: Bool {
        (phase == 5 && next == 0)
            || (phase >= 3 && phase <= 4 && cause == JobMachine.StopCause.removal.rawValue)
    }
}

extension SupervisorRecord {
    static let hasBegun: UInt16 = 1
    static let isBootComplete: UInt16 = 2
    static let hasShutdown: UInt16 = 4
    static let hasStageEnd: UInt16 = 8
    static let isShort: UInt16 = 16
    static let hasCutShort: UInt16 = 32
    static let hasFirstFailure: UInt16 = 64
    static let hasMainStatus: UInt16 = 128
    static let hasFirstInterrupt: UInt16 = 256

    mutating func write(_ shutdown: Shutdown) {
        flags |= Self.hasShutdown
        stage = shutdown.stage.rawValue
        budgetEnd = shutdown.budgetEnd.milliseconds
        if shutdown.isShort { flags |= Self.isShort }
        guard let end = shutdown.stageEnd else { return }
        flags |= Self.hasStageEnd
        stageEnd = end.milliseconds
    }

    mutating func write(_ why: EndReason) {
        switch why {
        case .signal(let signal):
            reason = 1
            reasonSubject = signal.rawValue
        case .nothingLeft(let status):
            reason = 2
            reasonStatus = status
        case .job(let row, let status):
            reason = 3
            reasonSubject = row
            reasonStatus = status
        }
    }

    var endReason: EndReason? {
        switch reason {
        case 1: .signal(Signal(rawValue: reasonSubject))
        case 2: .nothingLeft(status: reasonStatus)
        case 3: .job(row: reasonSubject, status: reasonStatus)
        case _: nil
        }
    }
}

extension Supervisor {
    fileprivate mutating func restore(_ own: SupervisorRecord) {
        jitter.state = own.jitter
        hasBegun = own.flags & SupervisorRecord.hasBegun != 0
        isBootComplete = own.flags & SupervisorRecord.isBootComplete != 0
        endReason = own.endReason
        if own.flags & SupervisorRecord.hasCutShort != 0 { cutShortStatus = own.cutShortStatus }
        if own.flags & SupervisorRecord.hasFirstFailure != 0 { firstFailure = own.firstFailure }
        if own.flags & SupervisorRecord.hasMainStatus != 0 { mainStatus = own.mainStatus }
        if own.flags & SupervisorRecord.hasFirstInterrupt != 0 {
            firstInterrupt = Instant(milliseconds: own.firstInterrupt)
        }
        guard own.flags & SupervisorRecord.hasShutdown != 0 else { return }
        shutdown = Shutdown(
            stage: Shutdown.Stage(rawValue: own.stage) ?? .delaying,
            budgetEnd: Instant(milliseconds: own.budgetEnd),
            stageEnd: own.flags & SupervisorRecord.hasStageEnd != 0
                ? Instant(milliseconds: own.stageEnd) : nil,
            isShort: own.flags & SupervisorRecord.isShort != 0)
    }
}
