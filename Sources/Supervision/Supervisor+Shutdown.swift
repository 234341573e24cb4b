import Basics
import Config

extension Shutdown {
    /// When the shutdown itself has something to do.
    var deadline: Instant? {
        guard let stageEnd else { return stage == .killed ? nil : budgetEnd }
        return stage == .killed ? stageEnd : min(stageEnd, budgetEnd)
    }

    /// With a short budget every job gets its stop signal before any gets KILL.
    var withholdsKill: Bool {
        guard isShort, stageEnd != nil else { return false }
        return stage == .stoppingMain || (stage == .stopping && !held.isEmpty)
    }
}

extension Supervisor {
    /// Begins the shutdown; the first reason decides the container's status.
    @inline(never)
    mutating func beginShutdown(
        _ reason: EndReason, at now: Instant, _ actions: inout [Action]
    ) {
        guard shutdown == nil else { return }
        endReason = reason
        let delay = present == 0 ? Milliseconds(0) : budget.delay
        shutdown = Shutdown(
            budgetEnd: now + budget.total, stageEnd: now + delay, isShort: budget.isShort)
        reportShutdown(&actions)
        for row in machines.indices {
            guard case .backingOff = machines[row].phase else {
                // What would start again after its group has drained does not.
                if case .draining(let drain) = machines[row].phase, case .restart = drain.next {
                    noteUnfinished(row)
                    stop(row, .shutdown, at: now, &actions)
                }
                continue
            }
            noteUnfinished(row)
            finish(row, .rest(.stopped), at: now, &actions)
        }
    }

    /// A one-time job that still has to succeed is cut short too.
    @inline(never)
    private mutating func noteUnfinished(_ row: Int) {
        guard specs[row].placement.runsOnce, cutShortStatus == nil else { return }
        guard machines[row].lastStatus >= 0 else { return }
        cutShortStatus = max(machines[row].lastStatus, 1)
    }

    /// Ends the container when nothing runs and nothing will by itself.
    mutating func endIfNothingIsLeft(at now: Instant, _ actions: inout [Action]) {
        guard hasBegun, present == 0, backingOff == 0, jobCount > 0, !isPlanDue,
            !settings.lingers
        else { return }
        for row in machines.indices where machines[row].phase == .resting(.stopped) { return }
        beginShutdown(.nothingLeft(status: firstFailure ?? 0), at: now, &actions)
    }

    /// Goes on with the shutdown as far as it can at the moment.
    mutating func advanceShutdown(at now: Instant, _ actions: inout [Action]) {
        guard let current = shutdown else { return }
        if current.stage == .killed {
            if let end = current.stageEnd, end <= now { exit(&actions) }
            return
        }
        if current.budgetEnd <= now {
            killEverything(at: now, &actions)
            return
        }
        if current.stage == .sweeping {
            if let end = current.stageEnd, end <= now { killEverything(at: now, &actions) }
            return
        }
        if present == 0 {
            sweep(at: now, &actions)
            return
        }
        advanceLevels(current, at: now, &actions)
    }

    private mutating func advanceLevels(
        _ current: Shutdown, at now: Instant, _ actions: inout [Action]
    ) {
        let isOver = current.stageEnd.map { $0 <= now } ?? false
        switch current.stage {
        case .sweeping, .killed: break
        case .delaying where isOver: stopMain(at: now, &actions)
        case .delaying: break
        case .stoppingMain:
            if isOver || !isMainPresent { stopOthers(at: now, &actions) }
        case .stopping: stopHeld(isOver: isOver, at: now, &actions)
        }
    }

    private var isMainPresent: Bool {
        guard let last = plan.rows.last, specs[Int(last)].isMain else { return false }
        return machines[Int(last)].isPresent
    }

    /// The first level: `main`, alone.
    private mutating func stopMain(at now: Instant, _ actions: inout [Action]) {
        guard isMainPresent, let last = plan.rows.last else {
            stopOthers(at: now, &actions)
            return
        }
        let row = Int(last)
        shutdown?.stage = .stoppingMain
        let others = present > 1 ? 1 + heldRows().count : 0
        limitStage(to: specs[row].stop.longest, levelsLeft: 1 + others, at: now)
        stop(row, .shutdown, at: now, &actions)
    }

    /// The second: every job that no running job depends on.
    @inline(never)
    private mutating func stopOthers(at now: Instant, _ actions: inout [Action]) {
        let held = heldRows()
        shutdown?.stage = .stopping
        shutdown?.held = held
        shutdown?.top = plan.rows.count
        var longest = Milliseconds(0)
        for row in machines.indices where machines[row].isPresent {
            if held.contains(Int32(row)) { continue }
            longest = max(longest, specs[row].stop.longest)
            stop(row, .shutdown, at: now, &actions)
        }
        limitStage(to: longest, levelsLeft: 1 + held.count, at: now)
        stopHeld(isOver: false, at: now, &actions)
    }

    /// The later levels: `wait ready` jobs, each when all behind it have ended.
    @inline(never)
    private mutating func stopHeld(isOver: Bool, at now: Instant, _ actions: inout [Action]) {
        var mustGoOn = isOver
        while let row = shutdown?.held.first.map({ Int($0) }) {
            if machines[row].isPresent {
                guard mustGoOn || !isAnyoneBehind(row) else { return }
                mustGoOn = false
                stop(row, .shutdown, at: now, &actions)
                let levelsLeft = shutdown?.held.count ?? 1
                limitStage(to: specs[row].stop.longest, levelsLeft: levelsLeft, at: now)
            }
            shutdown?.held.removeFirst()
        }
        shutdown?.stageEnd = nil
    }

    /// Whether a job behind this one in order still has a process; nobody starts any more, so the
    /// search goes on where it stopped.
    private mutating func isAnyoneBehind(_ row: Int) -> Bool {
        var top = shutdown?.top ?? 0
        while top > 0 && !machines[Int(plan.rows[top - 1])].isPresent { top -= 1 }
        shutdown?.top = top
        return top > 0 && plan.rows[top - 1] != Int32(row)
    }

    /// The `wait ready` jobs that a running job depends on and that have had no stop signal yet, last
    /// to stop first.
    @inline(never)
    func heldRows() -> [Int32] {
        var held: [Int32] = []
        var isAnyoneBehind = false
        for row in plan.rows.reversed() where machines[Int(row)].isPresent {
            let spec = specs[Int(row)]
            if spec.isMain { continue }
            let isReadyBarrier = spec.placement.barrier == .ready
            if isAnyoneBehind, isReadyBarrier, !machines[Int(row)].isStopping { held.append(row) }
            isAnyoneBehind = true
        }
        return held
    }

    /// How long a level may take: what its jobs need, or their share of a short budget.
    @inline(never)
    private mutating func limitStage(
        to longest: Milliseconds, levelsLeft: Int, at now: Instant
    ) {
        guard var copy = shutdown else { return }
        let share = Milliseconds((copy.budgetEnd - now).count / UInt64(max(levelsLeft, 1)))
        let need = longest + Shutdown.reapTime
        if copy.isShort {
            copy.stageEnd = now + max(min(share, need), Milliseconds(1))
        } else {
            // Jobs of the level before may still have time left, and this one may depend on them.
            copy.stageEnd = max(copy.stageEnd ?? now, now + need)
        }
        shutdown = copy
    }

    /// Every job has ended: what escaped its group is asked to end.
    @inline(never)
    private mutating func sweep(at now: Instant, _ actions: inout [Action]) {
        shutdown?.stage = .sweeping
        shutdown?.stageEnd = now + Shutdown.sweepTime
        actions.append(.signalEverything(.terminate))
        actions.append(.signalEverything(.resume))
    }

    /// KILL to all that is left; whatever survives half a second is left to the kernel.
    @inline(never)
    mutating func killEverything(at now: Instant, _ actions: inout [Action]) {
        shutdown?.stage = .killed
        shutdown?.stageEnd = now + Shutdown.reapTime
        for row in machines.indices {
            switch machines[row].phase {
            case .vacant, .resting, .backingOff: break
            case .spawning: stop(row, .shutdown, at: now, &actions)
            case .alive(var run):
                var stop = run.stop ?? JobMachine.Stop(signalled: 0, due: nil, isKilled: false)
                if run.cause == nil { run.cause = .shutdown }
                if !stop.isKilled {
                    reportKill(row, isLeaderGone: false, within: nil, &actions)
                    kill(row, &stop, isLeaderGone: false, at: now, &actions)
                }
                run.stop = stop
                enter(row, .alive(run))
            case .draining(var drain):
                if !drain.stop.isKilled {
                    kill(row, &drain.stop, isLeaderGone: true, at: now, &actions)
                }
                enter(row, .draining(drain))
            }
        }
        actions.append(.signalEverything(.kill))
    }

    /// No child is left: no group can have a member either.
    mutating func childless(at now: Instant, _ actions: inout [Action]) {
        guard shutdown != nil else { return }
        for row in draining { groupEmptied(Int(row), at: now, &actions) }
        guard present == 0 else { return }
        exit(&actions)
    }

    @inline(never)
    private mutating func exit(_ actions: inout [Action]) {
        hasExited = true
        // What outlived KILL has no status of its own, and is no success.
        for row in machines.indices where machines[row].hasProcess {
            let killed = Exit.signal(Signal.kill.rawValue).status
            if specs[row].isMain && mainStatus == nil { mainStatus = killed }
            if specs[row].placement.runsOnce && cutShortStatus == nil { cutShortStatus = killed }
        }
        actions.append(.exit(status))
    }

    /// The container's status as it is decided so far.
    public var status: Int32 {
        if let mainStatus { return mainStatus }
        switch endReason {
        case nil: return 0
        case .signal(let signal)?:
            return settings.shutdown.statusIsSignal ? 128 + signal.rawValue : cutShortStatus ?? 0
        case .nothingLeft(let status)?: return status
        case .job(_, let status)?: return status
        }
    }
}
