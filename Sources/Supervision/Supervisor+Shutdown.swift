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
        ownRecord.stageEnd = present == 0 ? now : now + budget.delay
        ownRecord.isShort = budget.isShort
        reportShutdown()
        for job in jobs {
            if job.machine.phase == .backingOff {
                noteUnfinished(job)
                finish(job, .stopped)
            } else if job.machine.phase == .alive {
                // Its `bounce` and its checks are of no interest any more.
                endProbes(job)
                enter(job, .alive)
            } else if job.machine.phase == .done, job.spec.isUndone {
                enter(job, .owing)
            } else if job.machine.phase == .draining && job.machine.next == .backingOff {
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
        guard ownRecord.hasBegun, present == 0, backingOff == 0, jobCount > 0, !isPlanDue,
            !settings.lingers
        else { return }
        for job in jobs {
            // What a user has stopped may be started again; what is written to have no instance is not.
            if job.machine.phase == .stopped, !job.isSpare || job.machine.isScaled { return }
            // What a user has switched off may be switched on again.
            if job.machine.phase == .disabled, job.machine.isSwitched { return }
        }
        beginShutdown(.nothingLeft, 0, status: max(ownRecord.firstFailure, 0))
    }

    /// Goes on with the shutdown as far as it can at the moment.
    func advanceShutdown() {
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
        }
    }

    private func advanceLevels(_ stage: Shutdown.Stage, isOver: Bool) {
        switch stage {
        case .none, .sweeping, .killed: break
        case .delaying: if isOver || present == owing { stopMain() }
        case .stoppingMain: if isOver || !isMainPresent { stopOthers() }
        case .stopping: stopHeld(isOver: isOver)
        }
    }

    private var isMainPresent: Bool { main?.machine.isPresent ?? false }

    /// The first level: `main`, alone.
    private func stopMain() {
        guard let main, main.machine.isPresent else {
            stopOthers()
            return
        }
        ownRecord.stage = .stoppingMain
        hold()
        let others = present > 1 ? 1 + held.count : 0
        limitStage(to: main.spec.stop.longest, levelsLeft: 1 + others)
        stop(main, .shutdown)
    }

    /// The second: every job that no running job depends on.
    @inline(never)
    private func stopOthers() {
        hold()
        ownRecord.stage = .stopping
        top = plan.jobs.count
        var longest = Milliseconds(0)
        for job in jobs where job.machine.isPresent && !job.isHeld {
            longest = max(longest, job.spec.stop.longest)
            stop(job, .shutdown)
        }
        limitStage(to: longest, levelsLeft: 1 + held.count)
        stopHeld(isOver: false)
    }

    /// The later levels: `wait ready` jobs, each when all behind it have ended.
    @inline(never)
    private func stopHeld(isOver: Bool) {
        var mustGoOn = isOver
        while released < held.count {
            let job = held[released]
            if job.machine.isPresent {
                guard mustGoOn || !isAnyoneBehind(job) else { return }
                mustGoOn = false
                stop(job, .shutdown)
                limitStage(to: job.spec.stop.longest, levelsLeft: held.count - released)
            }
            released += 1
        }
        ownRecord.stageEnd = .never
    }

    /// Whether a job behind this one in order still has a process; nobody starts any more, so the
    /// search goes on where it stopped.
    private func isAnyoneBehind(_ job: Job) -> Bool {
        while top > 0 {
            let last = plan.jobs[top - 1]
            if last.machine.isPresent { return last !== job }
            top -= 1
        }
        return false
    }

    /// Finds the `wait ready` jobs that a running job depends on and that have had no stop signal yet,
    /// the last of the start order first.
    @inline(never)
    func hold() {
        held = []
        released = 0
        var isAnyoneBehind = false
        for job in plan.jobs.reversed() where job.machine.isPresent && !job.spec.isMain {
            job.isHeld = false
            if isAnyoneBehind, job.isDependedOn, !job.machine.isAskedToEnd {
                job.isHeld = true
                held.append(job)
            }
            isAnyoneBehind = true
        }
    }

    /// How long a level may take: what its jobs need, or their share of a short budget.
    @inline(never)
    private func limitStage(to longest: Milliseconds, levelsLeft: Int) {
        let rest = ownRecord.budgetEnd - now
        let share = Milliseconds(rest.count / UInt64(max(levelsLeft, 1)))
        let need = longest + Shutdown.reapTime
        if ownRecord.isShort {
            ownRecord.stageEnd = now + max(min(share, need), Milliseconds(1))
        } else {
            // Jobs of the level before may still have time left, and this one may depend on them.
            ownRecord.stageEnd = max(ownRecord.stageEnd, now + need)
        }
    }

    /// With a short budget every job gets its stop signal before any gets KILL.
    var withholdsKill: Bool {
        guard ownRecord.isShort, ownRecord.stageEnd != .never else { return false }
        return ownRecord.stage == .stoppingMain
            || (ownRecord.stage == .stopping && released < held.count)
    }

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
