public import Basics
public import Config

extension Supervisor {
    /// Rows of the table; the instances of all jobs have places below this.
    public var count: Int { jobs.count }

    /// What the next process of this instance is started with; nil for a row without a job.
    @inline(never)
    public func spec(of id: InstanceID) -> JobSpec? { job(id)?.spec }

    /// The definition in force of this instance, even where the present run still has an older one.
    @inline(never)
    public func definition(of id: InstanceID) -> JobSpec? { job(id)?.newest }

    /// Which of its job's instances this is, from 1 on; 1 too for a row without a job.
    @inline(never)
    public func number(of id: InstanceID) -> Int { job(id).map { Int($0.number) } ?? 1 }

    /// What users call this instance: its job's name, with its number (`web.2`) where there may be
    /// several; empty for a row without a job.
    @inline(never)
    public func name(of id: InstanceID) -> Text { job(id)?.name ?? Text([]) }

    /// The main process; nil when there is none, which is so from the moment it has ended.
    @inline(never)
    public func pid(of id: InstanceID) -> Int32? {
        guard let pid = machine(id)?.pid, pid != 0 else { return nil }
        return pid
    }

    /// The process group of the last run, which has its main process's number; nil before the first.
    ///
    /// This is where signals, probes and reaping go: actions still need it when ``pid(of:)`` is nil.
    @inline(never)
    public func group(of id: InstanceID) -> Int32? {
        guard let group = machine(id)?.group, group != 0 else { return nil }
        return group
    }

    /// The instance with this main process; nil for an orphan.
    @inline(never)
    public func instance(pid: Int32) -> InstanceID? {
        guard pid != 0 else { return nil }
        for row in pids.indices where pids[row] == pid { return InstanceID(row) }
        return nil
    }

    /// How long a shutdown of `configuration` may take here.
    public func budget(of configuration: Configuration) -> Milliseconds {
        ShutdownBudget(configuration: configuration, circumstances: circumstances).total
    }

    /// Whether `configuration` has no job left, apart from `main`, while jobs run.
    public func wouldBeEmptied(by configuration: Configuration) -> Bool {
        for job in configuration.jobs where !job.isMain { return false }
        for job in jobs where job.machine.isPresent && !job.spec.isMain { return true }
        return false
    }

    /// A process group is waited for: ``Event/orphanEnded`` is of interest, once a turn.
    public var isDraining: Bool { draining > 0 }

    /// A shutdown has begun: ``Event/childless`` is of interest.
    public var isShuttingDown: Bool { ownRecord.stage != .none }

    /// When the shutdown under way ends at the latest; nil for none.
    public var end: Instant? { isShuttingDown ? ownRecord.budgetEnd : nil }

    /// Changes of state so far, of all jobs: each has the number that this had when it was made.
    public var sequence: UInt64 { ownRecord.sequence }

    /// Whether the first start order is complete, no shutdown is under way, and every job that is to
    /// run does, is ready, and is healthy as far as is known.
    public var isReady: Bool {
        guard ownRecord.isBootComplete, !isShuttingDown else { return false }
        for job in jobs {
            switch job.machine.state {
            case .stopped, .done, .disabled: continue
            case .running where job.machine.isHealthy && !job.machine.isPaused: continue
            case .waiting, .starting, .running, .stopping, .backoff, .failed:
                if wanted(job) != .down { return false }
            }
        }
        return true
    }

    /// Every instance with its state, in table order.
    public var summary: [JobSummary] {
        var lines: [JobSummary] = []
        for job in jobs where job.machine.phase != .vacant { lines.append(summary(of: job)) }
        return lines
    }

    /// How many instances the jobs of the configuration in force have.
    public var orderCount: Int { plan.jobs.count }

    /// The instance that is number `place` in start order, from 0 on; nil behind the last.
    @inline(never)
    public func summary(inOrder place: Int) -> JobSummary? {
        guard plan.jobs.indices.contains(place), plan.jobs[place].machine.phase != .vacant else {
            return nil
        }
        return summary(of: plan.jobs[place])
    }

    private func summary(of job: Job) -> JobSummary {
        JobSummary(
            name: job.name, state: job.machine.state, wanted: wanted(job),
            pid: job.machine.pid, start: job.machine.time,
            program: job.spec.launch.command.first ?? Text([]), isOn: job.isOn,
            isReady: job.machine.isReadyNow, isHealthy: job.machine.isHealthy,
            isPaused: job.machine.isPaused, restarts: job.machine.runs &- min(job.machine.runs, 1),
            lastExit: Exit(number: job.machine.lastExit))
    }

    /// The rows whose record has changed since the last call; each once.
    public func takeChangedRows() -> [Int32] {
        let rows = changedRows
        for row in rows { jobs[Int(row)].isChanged = false }
        changedRows.removeAll(keepingCapacity: true)
        return rows
    }

    /// The record of one row.
    public func record(of index: Int) -> InstanceRecord {
        var record = InstanceRecord()
        guard let job = job(InstanceID(index)) else { return record }
        record.nameHash = job.nameHash
        record.machine = job.machine
        record.failures = job.failures
        return record
    }

    /// Whether the job is to run, whatever it does at the moment.
    func wanted(_ job: Job) -> WantedState {
        if isShuttingDown { return .down }
        var phase = job.machine.phase
        if phase == .draining {
            phase = job.machine.next
        } else if job.machine.hasProcess, let cause = job.machine.cause,
            job.machine.isAskedToEnd, !cause.isFailure
        {
            phase = next(after: cause)
        }
        switch phase {
        case .vacant, .stopped, .disabled: return .down
        case .waiting, .done, .owing, .failed, .backingOff, .spawning, .alive, .draining:
            return job.newest.placement.runsOnce || job.machine.isLastRun ? .once : .up
        }
    }

    /// The job of a row; nil where there is none, or no such row.
    @inline(never)
    func job(_ id: InstanceID) -> Job? {
        guard jobs.indices.contains(id.index), jobs[id.index].machine.phase != .vacant else {
            return nil
        }
        return jobs[id.index]
    }

    @inline(never)
    private func machine(_ id: InstanceID) -> JobMachine? {
        jobs.indices.contains(id.index) ? jobs[id.index].machine : nil
    }

    /// Gives an instance a row: a vacant one at or behind `first`, or a new one.
    @inline(never)
    func add(_ spec: JobSpec, number: Int32, from first: Int) -> Job {
        var row = first
        while row < jobs.count && jobs[row].machine.phase != .vacant { row += 1 }
        let job = row < jobs.count ? jobs[row] : addRow()
        job.machine = JobMachine()
        job.become(spec, number: number)
        return job
    }

    /// Adds a vacant row.
    @inline(never)
    func addRow() -> Job {
        let job = Job(row: jobs.count)
        jobs.append(job)
        pids.append(0)
        deadlines.append()
        return job
    }

    /// The only way into a phase: keeps counts, deadlines and records in step.
    @inline(never)
    func enter(_ job: Job, _ phase: JobMachine.Phase) {
        if job.machine.phase != phase {
            count(job, by: -1)
            job.machine.phase = phase
            count(job, by: 1)
        }
        let state = job.machine.state
        if state != job.state {
            job.state = state
            ownRecord.sequence &+= 1
        }
        offer(job)
        deadlines.set(job.row, to: job.machine.deadline(of: job.spec, renews: !isShuttingDown))
        markChanged(job)
    }

    /// Counts a row in the phase that it is in, or no longer.
    @inline(never)
    private func count(_ job: Job, by change: Int) {
        if job.machine.isPresent {
            present += change
            if change < 0, ownRecord.stage == .stopping { ended.append(job.place) }
        }
        if job.machine.phase == .backingOff { backingOff += change }
        if job.machine.phase == .draining { draining += change }
        if job.machine.phase == .owing { owing += change }
    }

    /// Notes the row's main process, or with 0 that there is none.
    @inline(never)
    func set(pid: Int32, of job: Job) {
        job.machine.pid = pid
        pids[job.row] = pid
    }

    /// Notes that the row's record is out of date.
    @inline(never)
    func markChanged(_ job: Job) {
        guard !job.isChanged else { return }
        job.isChanged = true
        changedRows.append(Int32(job.row))
    }
}
