import Basics
import Config
import Supervision

/// Invariants 1, 2, 3 and 5: when a process may begin, and what its end leads to.
extension Checker {
    /// A process is asked for.
    mutating func spawned(
        _ row: Int, _ slot: Slot, at now: UInt64, _ kernel: FakeKernel, group: Int32?
    ) {
        if shutdownSince != nil { fail("\(slot) starts after the shutdown began") }
        if isOff(slot), !(lives[slot]?.isUpByHand ?? false) {
            fail("\(slot) is disabled and starts")
        }
        if stopped.contains(slot) { fail("\(slot) was stopped by hand and starts") }
        if kernel.processes.contains(where: { $0.row == row || $0.slot == slot }) {
            fail("\(slot) gets a second process")
        }
        let rest = kernel.processes.filter { $0.group == group && $0.killDelay == 0 }
        if let group, !rest.isEmpty, !mayLeave.contains(row) {
            fail("\(slot) starts while group \(group) is not empty")
        }
        checkOrder(slot, kernel)
        if let restart = restarts[slot], !isUncertain,
            !(restart.earliest...restart.latest).contains(now)
        {
            fail("\(slot) restarts at \(now), not in \(restart.earliest)...\(restart.latest)")
        }
        restarts[slot] = nil
        lives[slot]?.hasStarted = true
        lives[slot]?.isDone = false
        lives[slot]?.hasFailedForGood = false
        lives[slot]?.mayRest = false
    }

    /// It runs: from here a run's length counts.
    mutating func forked(_ row: Int, _ slot: Slot, pid: Int32, at now: UInt64) {
        var run = Run(slot: slot, epoch: epoch(of: slot), pid: pid, begun: now)
        run.definition = wish(slot)
        if let within = wish(slot)?.readiness?.within { run.limit = now + within.count }
        runs[row] = run
        lives[slot]?.refusals = 0
        lives[slot]?.isOverridden = false
        commanded.remove(row)
        mayLeave.remove(row)
    }

    /// No process could be made: again after 100 ms, doubling to 5 s.
    mutating func refused(_ slot: Slot, at now: UInt64) {
        guard let refusals = lives[slot]?.refusals else { return }
        lives[slot]?.refusals += 1
        let pause: UInt64 = min(100 << min(refusals, 10), 5000)
        restarts[slot] = Restart(earliest: now + pause, latest: now + pause + Simulation.lateness)
    }

    mutating func executed(_ row: Int, at now: UInt64) {
        guard let run = runs[row], run.executed == nil else { return }
        runs[row]?.executed = now
        noteRestart(of: run.slot)
        if wish(run.slot)?.readiness == nil || !isPresent(run) { isReady(row, at: now) }
    }

    /// The run is ready.
    mutating func isReady(_ row: Int, at now: UInt64) {
        guard let run = runs[row], run.ready == nil else { return }
        runs[row]?.ready = now
        runs[row]?.limit = nil
        watch(row, at: now)
        guard isPresent(run) else { return }
        if run.asked == nil {
            lives[run.slot]?.hasBeenReady = true
        } else {
            lives[run.slot]?.mayHaveBeenReady = true
        }
    }

    /// The main process of a row has ended; answers what must come of it.
    mutating func ended(
        _ row: Int, _ exit: Exit, failedSetUp: Bool, at now: UInt64, isGroupEmpty: Bool
    ) -> Fate {
        guard let run = runs.removeValue(forKey: row) else { return .unknown }
        // One that waits for its turn to run anew does so at once.
        let isRolling = rolling[run.slot.name]?.remove(run.slot) != nil
        guard isPresent(run), let wish = wish(run.slot) else { return .unknown }
        // So does one that has lasted for its `bounce`, if that was noticed first.
        let isDue = wish.renewal.map { run.asked == nil && run.age(at: now) >= $0 } ?? false
        let isTurn = isRolling || isDue
        if isTurn || run.asked == .wish || run.asked == .unclear {
            lives[run.slot]?.mayHaveEnded = true
            if isTurn || run.asked == .unclear { lives[run.slot]?.isPolicyOld = true }
            return .unknown
        }
        let isSuccess =
            wish.policy.isSuccess(exit) && !failedSetUp && run.asked == nil
        let fate = judge(run, wish, exit, isSuccess: isSuccess, at: now)
        lives[run.slot]?.hasEnded = true
        switch fate {
        case .unknown: lives[run.slot]?.mayHaveEnded = true
        case .again(let least, let most):
            restarts[run.slot] = Restart(
                earliest: now + least,
                latest: isGroupEmpty ? now + most + Simulation.lateness : .max)
        case .rest(let isDone):
            lives[run.slot]?.isDone = isDone
            lives[run.slot]?.hasFailedForGood = !isDone
            if !isDone { lives[run.slot]?.hasGivenUp = true }
            if run.asked == nil { mayLeave.insert(row) }
        case .end: break
        }
        if isSuccess { lives[run.slot]?.hasSucceeded = true }
        return fate
    }

    /// What came of an end is not known here, but it is down.
    mutating func mayRest(_ row: Int, _ slot: Slot?) {
        mayLeave.insert(row)
        if let slot { lives[slot]?.mayRest = true }
    }

    /// Invariant 5, the other way round: what is to start again does.
    mutating func checkRestarts(at now: UInt64) {
        guard shutdownSince == nil, !isUncertain else { return }
        for (slot, restart) in restarts where restart.latest < now {
            fail("\(slot) has not restarted by \(now), due by \(restart.latest)")
        }
    }
}
