import Basics
import Config

@testable import Supervision

/// What users do: edit the file, switch, scale, order.
extension Simulation {
    mutating func edit() {
        guard !supervisor.isShuttingDown else { return }
        let old = checker.configuration
        let new = RandomConfiguration.edit(old, &random)
        let equal = new.jobs.filter { job in
            old.jobs.contains(job) && !checker.switched.contains { $0.name == job.name }
                && !checker.isRolling(job.name)
        }.map(\.name)
        let pids = supervisor.pids
        let untouched = pids.indices.filter { row in
            pids[row] != 0 && !supervisor.isLeaving(row)
                && equal.contains(supervisor.specs[row].name)
        }
        checker.reloaded(new, at: now)
        feed(.reloaded(new), untouched: equal)
        compareWithFreshStart(new)
        for row in untouched where supervisor.pid(of: InstanceID(row)) != pids[row] {
            checker.fail("row \(row) lost its process by a reload")
        }
    }

    /// Switches a job, one of its instances, or one that is not there.
    mutating func switchJob() {
        let jobs = checker.configuration.jobs.filter { !$0.isMain }
        let isOn = random.chance(50)
        guard !jobs.isEmpty, !random.chance(5) else {
            feed(.switched("nobody", isOn: isOn))
            return
        }
        let spec = random.pick(jobs)
        for slot in checker.slots(of: spec.name) where !supervisor.isShuttingDown {
            checker.switchTo(isOn, slot)
        }
        feed(.switched(spec.name, isOn: isOn))
    }

    mutating func scale() {
        let jobs = checker.configuration.jobs.filter { !$0.isMain }
        guard !jobs.isEmpty, !random.chance(5) else {
            feed(.scaled("nobody", random.number(0...3)))
            return
        }
        let name = random.pick(jobs).name
        let count = random.number(0...4)
        if !supervisor.isShuttingDown { checker.scaled(name, to: count) }
        feed(.scaled(name, count))
        guard !supervisor.isShuttingDown else { return }
        for (row, run) in checker.runs where run.slot.name == name && run.slot.number > count {
            if run.asked == nil, !checker.isUncertain {
                checker.fail("\(run.slot) in row \(row) is not stopped by a scale to \(count)")
            }
        }
    }

    /// An order to one instance, or to all of a job.
    mutating func orderSomething() {
        let rows = supervisor.jobs.filter { supervisor.isJob($0.row) }.map(\.row)
        guard !rows.isEmpty else { return }
        let verb: Verb = random.pick([
            .start, .start, .stop, .once, .restart, .restart, .reload, .pause, .resume, .resume,
        ])
        let row = random.pick(rows)
        let name = supervisor.specs[row].name
        let isForAll = random.chance(50)
        for other in rows where other == row || (isForAll && supervisor.specs[other].name == name) {
            guard status == nil, supervisor.isJob(other), let slot = slot(other) else { continue }
            if !supervisor.isShuttingDown, !supervisor.isLeaving(other) {
                let isDraining = supervisor.machines[other].phase == .draining
                checker.ordered(verb, slot, row: other, isDraining: isDraining, at: now)
            }
            feed(.ordered(InstanceID(other), verb))
        }
    }
}
