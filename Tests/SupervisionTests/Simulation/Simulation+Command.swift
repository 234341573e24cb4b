import Basics
import Config

@testable import Supervision

/// `stop-cmd`, `bounce`, `depends`.
extension Simulation {
    mutating func changeDependency() {
        guard supervisor.count > 0 else { return }
        let row = random.number(0...supervisor.count - 1)
        if let slot = slot(row), supervisor.pid(of: InstanceID(row)) == nil {
            checker.restarts[slot] = nil
        }
        if let slot = slot(row), !supervisor.isShuttingDown, !supervisor.isLeaving(row),
            let wish = checker.wish(slot), !wish.isMain, !wish.spec.dependsReloads,
            checker.isPresent(row)
        {
            checker.roll(slot)
        }
        feed(.dependencyChanged(InstanceID(row), "/etc/x"))
    }

    mutating func tellCommand(_ row: Int, _ pid: Int32, _ exit: Exit) {
        if supervisor.command(of: InstanceID(row)) == pid {
            feed(.commandEnded(InstanceID(row), exit))
        } else if supervisor.isDraining {
            feed(.orphanEnded)
        }
    }

    mutating func fork(_ id: InstanceID) {
        guard let slot = slot(id.index), let wish = checker.wish(slot) else {
            checker.fail("row \(id.index) starts without a job")
            return
        }
        if !checker.isUncertain,
            kernel.processes.contains(where: { $0.commandOf == id.index && $0.killDelay == 0 })
        {
            checker.fail("row \(id.index) starts while its stop-cmd runs")
        }
        checker.spawned(id.index, slot, at: now, kernel, group: supervisor.group(of: id))
        if random.chance(5) {
            events.append(
                .spawnRefused(
                    id, SetUpFailure(step: .fork, subject: "", errorNumber: 11, reason: "no")))
            return
        }
        let pid = kernel.fork(
            row: id.index, slot, epoch: checker.epoch(of: slot), told: wish.isTold, at: now,
            &random)
        checker.forked(id.index, slot, pid: pid, at: now)
        forks[id.index] = pid
        events.append(.spawned(id, pid: pid))
    }

    mutating func runCommand(_ id: InstanceID, _ event: Event) {
        guard let slot = slot(id.index), let spec = supervisor.spec(of: id),
            !spec.stop.command.isEmpty
        else {
            checker.fail("row \(id.index) runs a stop-cmd that it has not")
            return
        }
        // It may have ended, and nobody has heard of it yet.
        let isAlive = kernel.processes.contains { $0.row == id.index }
        if !checker.isUncertain {
            if checker.commanded.contains(id.index) {
                checker.fail("row \(id.index) runs its stop-cmd twice")
            }
            if !isAlive, !spec.isUndone || !supervisor.isShuttingDown {
                checker.fail("row \(id.index) runs a stop-cmd for nothing")
            }
        }
        if supervisor.isShuttingDown, !supervisor.budget.isShort {
            checker.checkLevel(slot, id.index, kernel, undoes: !isAlive, at: now)
        }
        checker.commanded.insert(id.index)
        checker.ask(
            id.index, event, isShuttingDown: supervisor.isShuttingDown, at: now)
        if random.chance(5) {
            events.append(.commandEnded(id, .unknown))
        } else {
            let pid = kernel.forkCommand(row: id.index, at: now, &random)
            events.append(.commandSpawned(id, pid: pid))
        }
    }

    mutating func killCommand(_ id: InstanceID) {
        guard let pid = supervisor.command(of: id) else {
            if !checker.isUncertain { checker.fail("row \(id.index) has no stop-cmd to kill") }
            return
        }
        kernel.signal(.kill, at: now, &random) { $0.group == pid }
    }

    /// The first that a job hears of its end is its `stop-cmd`, where it has one.
    mutating func checkStopSignal(_ signal: Signal, _ spec: JobSpec, _ id: InstanceID) {
        guard signal != .kill, signal != .resume, !spec.stop.command.isEmpty,
            let run = checker.runs[id.index], run.asked == nil, run.executed != nil,
            !checker.isUncertain
        else { return }
        checker.fail("row \(id.index) gets \(signal.rawValue) instead of its stop-cmd")
    }

    /// A shutdown that ran its course has undone what one-time jobs have done.
    mutating func checkUndone() {
        guard supervisor.ownRecord.stage == .sweeping, !checker.isUncertain else { return }
        for job in supervisor.jobs where job.machine.phase == .done && job.spec.isUndone {
            if !checker.commanded.contains(job.row), !checker.wasAsked(job.row) {
                checker.fail("row \(job.row) was not undone")
            }
        }
    }

    /// Invariant 6: what a reload leads to is what a start with the new file leads to.
    mutating func compareWithFreshStart(_ new: Configuration) {
        guard !supervisor.isShuttingDown, status == nil else { return }
        let fresh = Supervisor(configuration: new, circumstances: Circumstances(seed: seed))
        var ignored: [Action] = []
        for (name, count) in checker.scales.sorted(by: { $0.key < $1.key }) {
            fresh.handle(.scaled(name, count), at: Instant(milliseconds: now), into: &ignored)
        }
        let specs = supervisor.plan.jobs.map(\.newest)
        if specs != fresh.plan.jobs.map(\.newest) { checker.fail("other jobs than afresh") }
        if supervisor.settings != fresh.settings { checker.fail("other settings than afresh") }
        if supervisor.budget != fresh.budget { checker.fail("another budget than afresh") }
        if supervisor.jobCount != fresh.jobCount { checker.fail("another count than afresh") }
        for (job, other) in zip(supervisor.plan.jobs, fresh.plan.jobs) where job.isOn != other.isOn
        {
            checker.fail("row \(job.row) is not on as afresh")
        }
    }
}
