import Basics
import Config

extension Supervisor {
    /// The status of a run that took too long, as timeout(1) has it.
    static let timeoutStatus: Int32 = 124
    /// The status of a run that was unhealthy.
    static let unhealthyStatus: Int32 = 1
    /// The exit status that asks not to be restarted (pmtr).
    static let doneStatus: Int32 = 33

    /// What a run's end means.
    struct Verdict {
        /// What follows; `backingOff`: a new start at the machine's time.
        var next: JobMachine.Phase
        /// The status that the container ends with because of it, or none.
        var endsContainerWith = SupervisorRecord.none
        var isSuccess: Bool
        var givenUp = GivenUp.no

        var endsContainer: Bool { endsContainerWith != SupervisorRecord.none }
    }

    @inline(never)
    func ended(_ job: Job, _ exit: Exit) {
        guard job.machine.phase == .alive else { return }
        wake(job)
        endProbes(job)
        let ran = now - job.machine.time
        var verdict = judge(job, exit, ran)
        if isShuttingDown, verdict.next == .done, job.machine.cause == nil, job.spec.isUndone {
            verdict.next = .owing
        }
        reportEnd(job, exit, verdict, ran)
        note(job, exit, verdict)
        job.machine.isReadyNow = false
        set(pid: 0, of: job)
        if leavesGroupAlone(job, verdict) {
            order(.reap(job.id))
            finish(job, verdict.next)
        } else {
            drain(job, verdict.next)
            if job.spec.isService { beginFinish(job) }
            order(.reap(job.id))
        }
        if verdict.endsContainer {
            beginShutdown(.job, Int32(job.row), status: verdict.endsContainerWith)
        }
    }

    /// A job that is down of itself may leave a daemon.
    private func leavesGroupAlone(_ job: Job, _ verdict: Verdict) -> Bool {
        if job.machine.isStopping || verdict.endsContainer || job.spec.isService { return false }
        return verdict.next == .done || verdict.next == .failed || verdict.next == .owing
    }

    /// Turns to the rest of the process group, before its leader is reaped and its number free.
    private func drain(_ job: Job, _ next: JobMachine.Phase) {
        let wasStopping = job.machine.isStopping
        if !wasStopping { beginStop(job) }
        if job.machine.isKilled {
            job.machine.stopDue = now + Shutdown.reapTime
        } else if !wasStopping || job.spec.stop.scope == .process {
            sendStop(job, .group)
        }
        job.machine.next = next
        job.machine.probeDue = now + Self.firstProbePause
        job.machine.probePause = Self.firstProbePause
        enter(job, .draining)
    }

    /// The status that a run counts with.
    @inline(never)
    private func status(_ job: Job, _ exit: Exit) -> Int32 {
        switch job.machine.cause {
        case .runTimeout?, .readiness?: Self.timeoutStatus
        case .health?: Self.unhealthyStatus
        case nil, .change?, .disable?, .removal?, .shutdown?, .renewal?, .order?: exit.status
        }
    }

    /// Keeps what the container's status and the next restart depend on.
    @inline(never)
    private func note(_ job: Job, _ exit: Exit, _ verdict: Verdict) {
        let status = status(job, exit)
        let failure = max(status, 1)
        let cause = job.machine.cause
        let isFailure = !verdict.isSuccess && (cause?.isFailure ?? true)
        job.machine.lastStatus = isFailure ? failure : status
        job.machine.lastExit = exit.number
        if verdict.next == .failed {
            SupervisorRecord.settle(&ownRecord.firstFailure, job.machine.lastStatus)
        }
        if job.spec.isMain { ownRecord.mainStatus = status }
        // A run that is only made anew has not ended for those who wait for it.
        if job.machine.isOfPresentDefinition, cause != .renewal {
            job.machine.hasEnded = true
            if verdict.isSuccess { job.machine.hasSucceeded = true }
            isPlanDue = true
        }
        if isShuttingDown && !verdict.isSuccess { noteCutShort(job, failure) }
    }

    /// A one-time job that the shutdown cuts short gives the container its status, the first one.
    @inline(never)
    func noteCutShort(_ job: Job, _ status: Int32) {
        guard job.spec.placement.runsOnce else { return }
        SupervisorRecord.settle(&ownRecord.cutShortStatus, status)
    }

    /// Decides what follows the end of a run.
    private func judge(_ job: Job, _ exit: Exit, _ ran: Milliseconds) -> Verdict {
        let policy = job.spec.restart
        let isClean = !job.machine.isSetUpFailed && policy.isSuccess(exit)
        switch job.machine.cause {
        case .change?: return Verdict(next: .waiting, isSuccess: isClean)
        case .disable?: return Verdict(next: .disabled, isSuccess: isClean)
        case .removal?: return Verdict(next: .vacant, isSuccess: isClean)
        case .renewal?:
            if isShuttingDown { return Verdict(next: .stopped, isSuccess: isClean) }
            job.machine.time =
                now + (ran < Self.shortestCycle ? Self.shortestCycle : Milliseconds(0))
            return Verdict(next: .backingOff, isSuccess: isClean)
        case .order?: return Verdict(next: .stopped, isSuccess: isClean)
        case .shutdown?:
            let isDone = isClean && job.spec.placement.runsOnce
            return Verdict(next: isDone ? .done : .stopped, isSuccess: isClean)
        case nil: return judgeOwnEnd(job, exit, ran, policy, isSuccess: isClean)
        case .runTimeout?, .readiness?, .health?:
            return judgeOwnEnd(job, exit, ran, policy, isSuccess: false)
        }
    }

    /// An end that nobody asked for, or one that is a failure: the job's policy decides.
    @inline(never)
    private func judgeOwnEnd(
        _ job: Job, _ exit: Exit, _ ran: Milliseconds, _ policy: RestartPolicy, isSuccess: Bool
    ) -> Verdict {
        var verdict = Verdict(next: isSuccess ? .done : .failed, isSuccess: isSuccess)
        if job.spec.isMain {
            verdict.endsContainerWith = status(job, exit)
            return verdict
        }
        var outcome = isSuccess ? policy.onSuccess : policy.onFailure
        if isSuccess && policy.status33EndsJob && exit == .code(Self.doneStatus) { outcome = .stop }
        if outcome == .shutdownWhileStarting {
            outcome = isStarting(job) ? .shutdown : .stop
        }
        if outcome == .restart {
            if isShuttingDown {
                verdict.next = job.machine.leavesInput ? .backingOff : .stopped
                job.machine.time = now
                return verdict
            }
            if job.machine.isLastRun { return verdict }
            verdict.givenUp = count(job, ran, policy, isSuccess: isSuccess)
            switch verdict.givenUp {
            case .no:
                verdict.next = .backingOff
                job.machine.time = now + pause(job, ran: ran, policy)
            case .failures(let isEnd), .starts(let isEnd): if isEnd { outcome = .shutdown }
            }
        }
        if outcome == .shutdown {
            let status = status(job, exit)
            verdict.endsContainerWith = isSuccess ? status : max(status, 1)
        }
        return verdict
    }
}

extension SupervisorRecord {
    /// Sets a status that is not known yet; the first one stays.
    @inline(never)
    static func settle(_ status: inout Int32, _ new: Int32) {
        if status == none { status = new }
    }
}
