import Basics

@testable import Supervision

extension Simulation {
    /// The supervisor's own books, counted again.
    mutating func check() {
        let machines = supervisor.machines
        expect(machines.filter(\.isPresent).count == supervisor.present, "present")
        let waits = machines.filter { $0.phase == .backingOff }
        expect(waits.count == supervisor.backingOff, "backing off")
        let drains = machines.filter { $0.phase == .draining }
        expect(drains.count == supervisor.draining, "draining")
        let leaving = machines.indices.filter { supervisor.isLeaving($0) }
        expect(leaving.count == supervisor.leaving, "leaving")
        expect(machines.count < 1000, "table size")
        // Comparing definitions takes most of the time, and a wrong one stays wrong.
        if steps % 8 == 0 || status != nil { checkNames(leaving: leaving) }
        checkDeadline()
        checker.settleNews(kernel)
        checker.draining = Set(
            machines.indices.filter { machines[$0].phase == .draining }.compactMap { slot($0) })
        checker.settleReleases()
        checker.checkRestarts(at: now)
        if !supervisor.isShuttingDown { checker.checkRuns(at: now) }
        if steps % 4 == 0 {
            checker.checkProgress(states, isAnyoneLeaving: supervisor.leaving > 0)
        }
        checkRecords()
        if let end = shutdownEnd, now > end, status == nil { fail("the budget is over") }
    }

    /// The state of each instance that is wanted.
    private var states: [Slot: JobState] {
        var states: [Slot: JobState] = [:]
        for row in supervisor.machines.indices where !supervisor.isLeaving(row) {
            if let slot = slot(row) { states[slot] = supervisor.machines[row].state }
        }
        return states
    }

    private mutating func checkNames(leaving: [Int]) {
        let there = supervisor.machines.indices.filter {
            supervisor.isJob($0) && !leaving.contains($0)
        }
        let slots = there.compactMap { slot($0) }.sorted()
        // Of a job without instances one row stays, so that it is known.
        let wanted = checker.configuration.jobs.flatMap { job in
            (1...max(checker.count(of: job.name), 1)).map { Slot(name: job.name, number: $0) }
        }.sorted()
        expect(slots == wanted, "instances \(slots) for \(wanted)")
        for row in there where !supervisor.machines[row].isPresent {
            let spec = supervisor.specs[row]
            let isNew = checker.book.wishes[spec.name]?.spec == spec
            expect(isNew, "an old definition of \(Self.string(spec.name))")
        }
    }

    private mutating func checkDeadline() {
        guard status == nil else { return }
        var nearest = supervisor.ownRecord.deadline
        for job in supervisor.jobs {
            let own = job.machine.deadline(
                of: job.spec, renews: !supervisor.isShuttingDown)
            if job.machine.phase == .draining, job.machine.isKilled {
                let limit = Instant(milliseconds: now) + Shutdown.reapTime
                expect(job.machine.stopDue <= limit, "row \(job.row) drains for ever")
            }
            nearest = min(nearest, own)
        }
        expect(nearest == supervisor.deadline ?? .never, "the nearest deadline")
    }

    private mutating func checkRecords() {
        for row in supervisor.takeChangedRows() {
            while records.count <= Int(row) { records.append(InstanceRecord()) }
            records[Int(row)] = supervisor.record(of: Int(row))
        }
        ownRecord = supervisor.ownRecord
        for row in records.indices {
            expect(records[row] == supervisor.record(of: row), "record \(row) is out of date")
        }
    }

    private mutating func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
        if !holds { fail(what()) }
    }

    private mutating func fail(_ what: String) {
        checker.fail(what)
    }
}
