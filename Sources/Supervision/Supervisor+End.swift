import Basics
import Config

extension Supervisor {
    /// The status of a run that took too long, as timeout(1) has it.
    static let timeoutStatus: Int32 = 124
    /// The exit status that asks not to be restarted (pmtr).
    static let doneStatus: Int32 = 33

    /// What a run's end means.
    struct Verdict {
        var next: JobMachine.Next
        /// The status that the container ends with because of it.
        var endsContainerWith: Int32?
        var isSuccess: Bool
    }

    @inline(never)
    mutating func ended(
        _ row: Int, _ exit: Exit, at now: Instant, _ actions: inout [Action]
    ) {
        guard isJob(row), case .alive(let run) = machines[row].phase else { return }
        let verdict = judge(row, run, exit, at: now)
        reportEnd(row, run, exit, verdict, at: now, &actions)
        note(row, run, exit, verdict)
        pids[row] = 0
        let id = InstanceID(row)
        if leavesGroupAlone(run, verdict) {
            actions.append(.reap(id))
            finish(row, verdict.next, at: now, &actions)
        } else {
            drain(row, run, verdict.next, at: now, &actions)
            actions.append(.reap(id))
        }
        if let status = verdict.endsContainerWith {
            beginShutdown(.job(row: Int32(row), status: status), at: now, &actions)
        }
    }

    /// A job that is down of itself may leave a daemon.
    private func leavesGroupAlone(_ run: JobMachine.Run, _ verdict: Verdict) -> Bool {
        guard run.stop == nil, verdict.endsContainerWith == nil else { return false }
        return verdict.next == .rest(.done) || verdict.next == .rest(.failed)
    }

    /// Turns to the rest of the process group, before its leader is reaped and its number free.
    private mutating func drain(
        _ row: Int, _ run: JobMachine.Run, _ next: JobMachine.Next, at now: Instant,
        _ actions: inout [Action]
    ) {
        var stop =
            run.stop
            ?? JobMachine.Stop(signalled: 1, due: now + specs[row].stop.timeout, isKilled: false)
        if stop.isKilled {
            stop.due = now + Shutdown.reapTime
        } else if run.stop == nil || specs[row].stop.scope == .process {
            sendStop(row, .group, &actions)
        }
        enter(
            row,
            .draining(
                JobMachine.Drain(
                    next: next, stop: stop, probeDue: now + Self.firstProbePause,
                    probePause: Self.firstProbePause)))
    }

    /// Keeps what the container's status and the next restart depend on.
    @inline(never)
    private mutating func note(
        _ row: Int, _ run: JobMachine.Run, _ exit: Exit, _ verdict: Verdict
    ) {
        let status = run.cause == .runTimeout ? Self.timeoutStatus : exit.status
        let isFailure = !verdict.isSuccess && (run.cause == nil || run.cause == .runTimeout)
        machines[row].lastStatus = isFailure ? max(status, 1) : status
        if verdict.next == .rest(.failed) && firstFailure == nil {
            firstFailure = machines[row].lastStatus
        }
        if specs[row].isMain { mainStatus = exit.status }
        if run.isOfPresentDefinition {
            machines[row].hasEnded = true
            if verdict.isSuccess { machines[row].hasSucceeded = true }
            isPlanDue = true
        }
        let wasCutShort = shutdown != nil && specs[row].placement.runsOnce && !verdict.isSuccess
        if wasCutShort && cutShortStatus == nil { cutShortStatus = max(status, 1) }
    }

    /// Decides what follows the end of a run.
    private mutating func judge(
        _ row: Int, _ run: JobMachine.Run, _ exit: Exit, at now: Instant
    ) -> Verdict {
        let policy = specs[row].restart
        let isClean = !run.isSetUpFailed && policy.isSuccess(exit)
        switch run.cause {
        case .change?, .disable?, .removal?:
            return Verdict(next: asked(run), endsContainerWith: nil, isSuccess: isClean)
        case .shutdown?:
            let isDone = isClean && specs[row].placement.runsOnce
            return Verdict(
                next: .rest(isDone ? .done : .stopped), endsContainerWith: nil, isSuccess: isClean)
        case nil, .runTimeout?:
            return judgeOwnEnd(row, run, exit, isSuccess: isClean && run.cause == nil, at: now)
        }
    }

    private func asked(_ run: JobMachine.Run) -> JobMachine.Next {
        run.cause.map { next(after: $0) } ?? .rest(.stopped)
    }

    /// An end that nobody asked for, or one by a time-out: the job's policy decides.
    private mutating func judgeOwnEnd(
        _ row: Int, _ run: JobMachine.Run, _ exit: Exit, isSuccess: Bool, at now: Instant
    ) -> Verdict {
        let policy = specs[row].restart
        let rest = JobMachine.Next.rest(isSuccess ? .done : .failed)
        var status = run.cause == .runTimeout ? Self.timeoutStatus : exit.status
        if specs[row].isMain {
            return Verdict(next: rest, endsContainerWith: exit.status, isSuccess: isSuccess)
        }
        if !isSuccess { status = max(status, 1) }
        var outcome = isSuccess ? policy.onSuccess : policy.onFailure
        if isSuccess && policy.status33EndsJob && exit == .code(Self.doneStatus) { outcome = .stop }
        if outcome == .shutdownWhileStarting {
            outcome = isBootComplete || !machines[row].isOfBoot ? .stop : .shutdown
        }
        switch outcome {
        case .restart:
            let next =
                shutdown == nil
                ? JobMachine.Next.restart(at: now + pause(row, ran: now - run.started))
                : .rest(.stopped)
            return Verdict(next: next, endsContainerWith: nil, isSuccess: isSuccess)
        case .stop, .shutdownWhileStarting:
            return Verdict(next: rest, endsContainerWith: nil, isSuccess: isSuccess)
        case .shutdown:
            return Verdict(next: rest, endsContainerWith: status, isSuccess: isSuccess)
        }
    }
}
