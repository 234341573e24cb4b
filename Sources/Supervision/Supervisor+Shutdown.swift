import Basics
import Config

extension Supervisor {
    /// Begins the shutdown; the first reason decides the container's status.
    @inline(never)
    func beginShutdown(_ kind: EndReason.Kind, _ subject: Int32, status: Int32) {
        if isShuttingDown { return }
        ownRecord.reason = EndReason(kind: kind, subject: subject, status: status)
        ownRecord.stage = .delaying
        ownRecord.budgetEnd = now + budget.total
        ownRecord.stageEnd = hasOnlyLoggers ? now : now + budget.delay
        ownRecord.isShort = budget.isShort
        reportShutdown()
        for job in jobs {
            if job.machine.phase == .backingOff {
                noteUnfinished(job)
                finish(job, job.isLogger ? .backingOff : .stopped)
            } else if job.machine.phase == .alive {
                // Its `bounce` and its checks are of no interest any more.
                endProbes(job)
                enter(job, .alive)
            } else if job.machine.phase == .done, job.spec.isUndone {
                enter(job, .owing)
            } else if job.machine.phase == .draining, job.machine.next == .backingOff,
                !job.isLogger
            {
                // What would start again after its group has drained does not.
                noteUnfinished(job)
                stop(job, .shutdown)
            }
        }
    }

    /// A one-time job that still has to succeed is cut short too.
    @inline(never)
    private func noteUnfinished(_ job: Job) {
        if job.machine.lastStatus >= 0 { noteCutShort(job, max(job.machine.lastStatus, 1)) }
    }

    /// Ends the container when nothing runs and nothing will by itself.
    func endIfNothingIsLeft() {
        var waiting = backingOff
        guard ownRecord.hasBegun, hasOnlyLoggers, jobCount > 0, !isPlanDue, !settings.lingers
        else { return }
        for job in loggers where job.machine.phase == .backingOff { waiting -= 1 }
        guard waiting == 0 else { return }
        let awaitsLogger = isLoggerAwaited
        for job in jobs where !job.isLogger {
            // It starts when a logger has what it waits for.
            if job.machine.phase == .waiting, awaitsLogger { return }
            // What a user has stopped may be started again; what is written to have no instance is not.
            if job.machine.phase == .stopped, !job.isSpare || job.machine.isScaled { return }
            // What a user has switched off may be switched on again.
            if job.machine.phase == .disabled, job.machine.isSwitched { return }
        }
        beginShutdown(.nothingLeft, 0, status: max(ownRecord.firstFailure, 0))
    }

    /// A logger is on its way to what others may wait for.
    private var isLoggerAwaited: Bool {
        for job in loggers where job.machine.isPresent || job.machine.phase == .backingOff {
            if job.presentOffer != .there || isHolding(job) { return true }
        }
        return false
    }

    /// Goes on with the shutdown as far as it can at the moment.
    func advanceShutdown() {
        if hasExited { return }
        let stage = ownRecord.stage
        let isOver = ownRecord.stageEnd <= now
        if stage == .killed {
            if isOver { exit() }
        } else if ownRecord.budgetEnd <= now || (stage == .sweeping && isOver) {
            killEverything()
        } else if present == 0 {
            if stage != .sweeping { sweep() }
        } else {
            advanceLevels(stage, isOver: isOver)
            if ownRecord.stage == .stopping, hasOnlyLoggers { awaitLoggers() }
        }
    }

    /// Nothing is left but loggers: what they are given has an end, and they have half of the time that
    /// is left to find it.
    private func awaitLoggers() {
        if present == 0 { return }
        ownRecord.stage = .stoppingLoggers
        ownRecord.stageEnd = now + Milliseconds((ownRecord.budgetEnd - now).count / 2)
    }

    /// Loggers that have not ended by themselves are asked to.
    private func stopLoggers() {
        ownRecord.stageEnd = .never
        for job in loggers where job.machine.isPresent { stop(job, .shutdown) }
    }

    /// Nothing is present but loggers, if anything is.
    var hasOnlyLoggers: Bool {
        @inline(never) get {
            var count = present
            for job in loggers where job.machine.isPresent { count -= 1 }
            return count == 0
        }
    }

    private func advanceLevels(_ stage: Shutdown.Stage, isOver: Bool) {
        switch stage {
        case .none, .sweeping, .killed: break
        case .delaying: if isOver || present == owing { stopMain() }
        case .stoppingMain: if isOver || !isMainPresent { stopOthers() }
        case .stopping: stopHeld(isOver: isOver)
        case .stoppingLoggers: if isOver { stopLoggers() }
        }
    }

    private var isMainPresent: Bool { main?.machine.isPresent ?? false }

    /// Every job has ended: what escaped its group is asked to end.
    private func sweep() {
        ownRecord.stage = .sweeping
        ownRecord.stageEnd = now + Shutdown.sweepTime
        order(.signalEverything(.terminate))
        order(.signalEverything(.resume))
    }

    /// KILL to all that is left; whatever survives half a second is left to the kernel.
    @inline(never)
    func killEverything() {
        ownRecord.stage = .killed
        ownRecord.stageEnd = now + Shutdown.reapTime
        for job in jobs where job.machine.isPresent {
            if job.machine.phase == .spawning {
                stop(job, .shutdown)
                continue
            }
            if job.machine.phase == .owing {
                enter(job, .done)
                continue
            }
            // A logger does not run once more.
            if job.machine.phase == .draining { stop(job, .shutdown) }
            if job.machine.cause == nil { job.machine.cause = .shutdown }
            job.machine.isStopping = true
            if !job.machine.isKilled {
                if job.machine.phase == .alive {
                    say(.warning, job, "# did not stop, sending KILL")
                }
                kill(job)
            }
            enter(job, job.machine.phase)
        }
        order(.signalEverything(.kill))
    }

    /// No child is left: no group can have a member either.
    func childless() {
        guard isShuttingDown else { return }
        for job in jobs {
            forgetCommand(job)
            groupEmptied(job)
        }
        if present == 0 { exit() }
    }

    @inline(never)
    private func exit() {
        hasExited = true
        // What outlived KILL has no status of its own, and is no success.
        let killed = Exit.signal(Signal.kill.rawValue).status
        for job in jobs where job.machine.hasProcess {
            if job.spec.isMain { SupervisorRecord.settle(&ownRecord.mainStatus, killed) }
            noteCutShort(job, killed)
        }
        order(.exit(status))
    }

    /// The container's status as it is decided so far.
    public var status: Int32 {
        if ownRecord.mainStatus != SupervisorRecord.none { return ownRecord.mainStatus }
        switch ownRecord.reason.kind {
        case .none: return 0
        case .signal:
            return settings.shutdown.statusIsSignal
                ? 128 &+ ownRecord.reason.subject : max(ownRecord.cutShortStatus, 0)
        case .nothingLeft, .job: return ownRecord.reason.status
        }
    }
}
