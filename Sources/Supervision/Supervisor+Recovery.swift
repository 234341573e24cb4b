public import Basics
public import Config

extension Supervisor {
    /// Takes up what another image of swinit left in `count` records: same states, processes, times,
    /// counters.
    ///
    /// Instances are matched by name and number. A record whose job is gone from the configuration but has a
    /// process is stopped to its end; a job without a record is new.
    public convenience init(
        recovering configuration: Configuration, circumstances: Circumstances,
        own: SupervisorRecord, at now: Instant, count: Int, record: (Int) -> InstanceRecord
    ) {
        self.init(configuration: Configuration(), circumstances: circumstances)
        self.now = now
        ownRecord = own
        isRecovering = true
        for index in 0..<max(count, 0) {
            let job = addRow()
            let record = record(index)
            guard record.nameHash != 0 else { continue }
            job.nameHash = record.nameHash
            job.machine = record.machine
            if !job.machine.isExecuted { untold.append(Int32(clamping: index)) }
            job.machine.recover(at: now)
            job.failures = record.failures
            job.state = job.machine.state
            if job.machine.phase == .alive { job.lastStart = job.machine.time }
            if job.machine.runsCommand { commands += 1 }
            set(pid: job.machine.pid, of: job)
        }
        _ = putInForce(configuration, .recovery)
        hasTurns = true
        if ownRecord.stage == .stopping { hold() }
    }

    /// Counts a row in that came with its phase.
    @inline(never)
    func enterAgain(_ job: Job) {
        let phase = job.machine.phase
        job.machine.phase = .vacant
        enter(job, phase)
        // What the records await may be asked for no more.
        if phase == .alive, !job.machine.isReadyNow,
            job.machine.probeDue == .never || job.spec.readiness == nil
        {
            awaitReadiness(job)
        }
    }

    /// A row whose job has gone: what is left of it leaves.
    @inline(never)
    func takeStranger(_ job: Job) {
        guard job.machine.isPresent, job.machine.phase != .owing else {
            job.machine.phase = .vacant
            return
        }
        takeUnknown(job, number: job.machine.group, job.nameHash)
        if job.machine.phase == .alive && !job.machine.isStopping {
            job.machine.isStopping = true
            job.machine.stopDue = job.machine.time
        }
        enterAgain(job)
    }

    /// Makes the row that of a job whose definition is lost, on its way out.
    ///
    /// The instance whose hash that is, if it is known, does not start before this one has ended.
    @inline(never)
    private func takeUnknown(_ job: Job, number: Int32, _ hash: UInt64) {
        job.become(JobSpec(name: "removed-\(number)", command: []))
        if hash != 0 { job.nameHash = hash }
        job.machine.cause = .removal
        job.machine.next = .vacant
        leaving += 1
    }

    /// Takes up a process that was forked for this instance just before the crash.
    ///
    /// To be called before the first event. Where the records know no job for it, its job is not
    /// certain: it is stopped to its end.
    @inline(never)
    public func adopt(_ id: InstanceID, pid: Int32, at now: Instant) {
        guard pid > 0, instance(pid: pid) == nil else { return }
        var cause: JobMachine.StopCause?
        let job: Job
        if let known = self.job(id), !known.machine.isNew {
            job = known
            if job.isLeaving {
                cause = .removal
            } else if job.machine.phase == .spawning {
                cause = job.machine.cause
            }
        } else {
            job = addRow()
            takeUnknown(job, number: pid, self.job(id)?.nameHash ?? 0)
            cause = .removal
        }
        forgetCommand(job)
        untold.append(Int32(clamping: job.row))
        job.machine.clearRun()
        job.machine.cause = cause
        job.machine.time = now
        job.machine.isExecuted = true
        if cause != nil {
            job.machine.isStopping = true
            job.machine.stopDue = now
        }
        set(pid: pid, of: job)
        job.machine.group = pid
        job.machine.refusals = 0
        job.machine.runs &+= 1
        limitReadiness(job)
        enter(job, .alive)
        awaitReadiness(job)
    }

    /// Settles the spawns whose answer was lost and that nobody adopted: no process was made.
    func settleLost() {
        isRecovering = false
        settleLostProbes()
        for job in jobs where job.machine.phase == .spawning {
            job.machine.time = now
            finish(job, job.machine.cause.map { next(after: $0) } ?? .backingOff)
        }
        // That they have executed is known by the loss of their pipes alone.
        for job in jobs where untold.contains(Int32(clamping: job.row)) {
            if job.machine.phase == .alive, job.machine.isExecuted { tellStart(of: job) }
        }
        untold.removeAll()
    }
}
