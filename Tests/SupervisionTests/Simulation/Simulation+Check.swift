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
        checkBounce()
        if supervisor.leaving == 0, steps % 4 == 0 { checker.checkProgress(supervisor.summary) }
        checkRecords()
        if let end = shutdownEnd, now > end, status == nil { fail("the budget is over") }
    }

    private mutating func checkNames(leaving: [Int]) {
        let there = supervisor.machines.indices.filter {
            supervisor.isJob($0) && !leaving.contains($0)
        }
        let names = there.map { supervisor.specs[$0].name }.sorted()
        let wanted = checker.configuration.jobs.map(\.name).sorted()
        expect(names == wanted, "jobs \(names) for \(wanted)")
        for job in checker.configuration.jobs {
            let row = there.first { supervisor.specs[$0].name == job.name }
            guard let row, !supervisor.machines[row].isPresent else { continue }
            expect(supervisor.specs[row] == job, "an old definition of \(Self.string(job.name))")
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
