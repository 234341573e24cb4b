import Basics
import Config

extension Supervisor {
    /// The first pause after a refused fork; it doubles.
    static let firstRefusalPause = Milliseconds(100)
    /// The longest pause after a refused fork.
    static let longestRefusalPause = Milliseconds(5000)

    /// Releases jobs in order, up to and including the first that holds the others back.
    func advancePlan() {
        guard ownRecord.hasBegun else { return }
        isPlanDue = false
        while true {
            if isHeldBack { return }
            guard plan.cursor < plan.jobs.count else { break }
            let job = plan.jobs[plan.cursor]
            if job.machine.isNew && leaving > 0 { return }
            plan.cursor += 1
            if job.machine.isNew {
                job.machine.isNew = false
                markChanged(job)
            }
            reconsider(job)
            if isShuttingDown { return }
        }
        ownRecord.isBootComplete = true
    }

    /// Whether the next job must wait for an instance of the one before it.
    private var isHeldBack: Bool {
        var place = plan.cursor
        if place < plan.jobs.count, plan.jobs[place].number > 1 { return false }
        while place > 0 {
            place -= 1
            if isHolding(plan.jobs[place]) { return true }
            if plan.jobs[place].number == 1 { return false }
        }
        return false
    }

    /// Whether the jobs behind this one must wait for it.
    ///
    /// One that has failed for want of what it waits for goes on holding them: it has not done its work.
    @inline(never)
    func isHolding(_ job: Job) -> Bool {
        let spec = job.newest
        guard job.isOn else { return false }
        switch spec.placement.barrier {
        case .none: return false
        case .ready: return !job.machine.hasBeenReady
        case .ended:
            guard job.machine.hasEnded else { return true }
            return !job.machine.hasSucceeded && job.machine.phase != .failed
                && spec.restart.retriesUntilSuccess
        }
    }

    /// Asks for a process.
    @inline(never)
    func spawn(_ job: Job) {
        let due = job.lastStart + Self.servicePause
        if job.spec.isService, !isShuttingDown, job.lastStart.milliseconds > 0, due > now {
            job.machine.time = due
            enter(job, .backingOff)
            return
        }
        job.machine.clearRun()
        enter(job, .spawning)
        order(.spawn(job.id))
    }

    @inline(never)
    func spawned(_ job: Job, _ pid: Int32) {
        guard job.machine.phase == .spawning else { return }
        job.machine.group = pid
        job.machine.refusals = 0
        job.machine.time = now
        job.lastStart = now
        job.machine.runs &+= 1
        limitReadiness(job)
        set(pid: pid, of: job)
        enter(job, .alive)
        if let cause = job.machine.cause { stop(job, cause) }
    }

    @inline(never)
    func refused(_ job: Job, _ failure: SetUpFailure) {
        guard job.machine.phase == .spawning else { return }
        let count = min(UInt64(job.machine.refusals), 6)
        let pause = min(Self.firstRefusalPause * (1 << count), Self.longestRefusalPause)
        if job.machine.refusals < 6 { job.machine.refusals += 1 }
        let words: Text = "\(failure)"
        // Held back until others have ended, it has not been asked to end yet.
        if isShuttingDown, job.machine.cause == nil { job.machine.cause = .shutdown }
        if let cause = job.machine.cause {
            finish(job, next(after: cause))
            say(.warning, job, "job @: *", tail: words)
        } else {
            job.machine.time = now + pause
            enter(job, .backingOff)
            // Who supervises a service may do so for days: that is told once.
            if failure.step == .lock, count > 0 { return }
            say(.warning, job, "job @: *; trying again in ~", pause, tail: words)
        }
    }

    @inline(never)
    func executed(_ job: Job) {
        guard job.machine.phase == .alive, !job.machine.isExecuted else { return }
        job.machine.isExecuted = true
        enter(job, .alive)
        awaitReadiness(job)
        tellStart(of: job)
    }

    /// Tells of a process that has executed, and what has to follow it.
    @inline(never)
    func tellStart(of job: Job) {
        // What is being stopped has mostly ended before it could execute: the pipe closes the same way.
        if !job.machine.isStopping { say(.info, job, "started #") }
        if job.machine.runs > 1 { restartCompanions(of: job) }
    }

    @inline(never)
    func setUpFailed(_ job: Job, _ failure: SetUpFailure) {
        guard job.machine.phase == .alive else { return }
        job.machine.isSetUpFailed = true
        enter(job, .alive)
        say(.error, job, "job @: *", tail: "\(failure)")
    }
}
