import Basics
import Config

extension Supervisor {
    /// The first pause after a refused fork; it doubles.
    static let firstRefusalPause = Milliseconds(100)
    /// The longest pause after a refused fork.
    static let longestRefusalPause = Milliseconds(5000)

    /// Releases jobs in order, up to and including the first that holds the others back.
    mutating func advancePlan(at now: Instant, _ actions: inout [Action]) {
        guard hasBegun else { return }
        isPlanDue = false
        while true {
            if plan.cursor > 0, isHolding(Int(plan.rows[plan.cursor - 1])) { return }
            guard plan.cursor < plan.rows.count else { break }
            let row = Int(plan.rows[plan.cursor])
            if machines[row].isNew && leaving > 0 { return }
            plan.cursor += 1
            if machines[row].isNew {
                machines[row].isNew = false
                markChanged(row)
            }
            if machines[row].phase == .resting(.waiting) { spawn(row, &actions) }
        }
        isBootComplete = true
    }

    /// Whether the jobs behind this row must wait for it.
    private func isHolding(_ row: Int) -> Bool {
        let machine = machines[row]
        let spec = newestSpec(row)
        guard spec.startsByItself else { return false }
        switch spec.placement.barrier {
        case .none: return false
        case .ready: return !machine.hasBeenReady
        case .ended:
            guard machine.hasEnded else { return true }
            return spec.restart.retriesUntilSuccess && !machine.hasSucceeded
                && machine.phase != .resting(.failed)
        }
    }

    /// Asks for a process.
    @inline(never)
    mutating func spawn(_ row: Int, _ actions: inout [Action]) {
        enter(row, .spawning(stop: nil))
        actions.append(.spawn(InstanceID(row)))
    }

    @inline(never)
    mutating func spawned(
        _ row: Int, _ pid: Int32, at now: Instant, _ actions: inout [Action]
    ) {
        guard isJob(row), case .spawning(let cause) = machines[row].phase else { return }
        pids[row] = pid
        machines[row].group = pid
        machines[row].refusals = 0
        enter(row, .alive(JobMachine.Run(started: now)))
        if let cause { stop(row, cause, at: now, &actions) }
    }

    @inline(never)
    mutating func refused(
        _ row: Int, _ failure: SetUpFailure, at now: Instant, _ actions: inout [Action]
    ) {
        guard isJob(row), case .spawning(let cause) = machines[row].phase else { return }
        let count = min(UInt64(machines[row].refusals), 6)
        let pause = min(Self.firstRefusalPause * (1 << count), Self.longestRefusalPause)
        if machines[row].refusals < 6 { machines[row].refusals += 1 }
        if let cause {
            finish(row, next(after: cause), at: now, &actions)
        } else {
            enter(row, .backingOff(until: now + pause))
        }
        let outlook: Text = cause == nil ? "; trying again in \(pause)" : ""
        actions.append(.report(Report(.warning, "job \(specs[row].name): \(failure)\(outlook)")))
    }

    @inline(never)
    mutating func executed(_ row: Int, _ actions: inout [Action]) {
        guard isJob(row), case .alive(var run) = machines[row].phase, !run.isExecuted
        else { return }
        run.isExecuted = true
        enter(row, .alive(run))
        // What is being stopped has mostly ended before it could execute: the pipe closes the same way.
        if run.stop == nil {
            actions.append(.report(Report(.info, "started \(specs[row].name) (pid \(pids[row]))")))
        }
        guard run.isOfPresentDefinition, !machines[row].hasBeenReady else { return }
        machines[row].hasBeenReady = true
        isPlanDue = true
    }

    @inline(never)
    mutating func setUpFailed(_ row: Int, _ failure: SetUpFailure, _ actions: inout [Action]) {
        guard isJob(row), case .alive(var run) = machines[row].phase else { return }
        run.isSetUpFailed = true
        enter(row, .alive(run))
        actions.append(.report(Report(.error, "job \(specs[row].name): \(failure)")))
    }
}
