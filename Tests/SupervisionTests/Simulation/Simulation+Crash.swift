import Basics

@testable import Supervision

extension Simulation {
    /// Crashes between two turns, and goes on from the records.
    mutating func recover() {
        if keepsLog { write("-- crash") }
        let old = supervisor
        rebuild()
        assumeExecution()
        compare(old)
        feed(.timePassed)
    }

    /// Counts down to the crash.
    mutating func crash(before action: Action) -> Bool {
        guard let left = actionsBeforeCrash else { return false }
        if case .exit = action { return false }
        actionsBeforeCrash = left - 1
        return left == 0
    }

    /// Crashes while a turn's actions are carried out: what the turn learned is lost.
    mutating func recoverWithinTurn(_ event: Event) {
        if keepsLog { write("-- crash within the turn of \(describe(event))") }
        actionsBeforeCrash = nil
        checker.isUncertain = true
        for slot in checker.lives.keys { checker.lives[slot]?.isPolicyOld = true }
        if case .ended(let id, _) = event, let slot = slot(id.index) {
            checker.lives[slot]?.mayHaveEnded = true
        }
        events.removeAll()
        let known = records
        rebuild()
        if !supervisor.isShuttingDown {
            shutdownEnd = nil
            checker.shutdownSince = nil
        }
        for (row, pid) in forks.sorted(by: { $0.key < $1.key }) {
            let isRecorded = row < known.count && known[row].pid == pid
            guard !isRecorded, kernel.processes.contains(where: { $0.pid == pid }) else { continue }
            supervisor.adopt(InstanceID(row), pid: pid, at: Instant(milliseconds: now))
        }
        assumeExecution()
        for row in 0..<supervisor.count {
            guard let pid = supervisor.pid(of: InstanceID(row)) else { continue }
            let process = kernel.processes.first { $0.pid == pid }
            if let process, process.isZombie {
                feed(.ended(InstanceID(row), process.exit))
            } else if process == nil {
                lostPids.insert(pid)
                feed(.ended(InstanceID(row), .unknown))
            }
        }
        for row in 0..<supervisor.count {
            let id = InstanceID(row)
            guard let pid = supervisor.command(of: id),
                !kernel.processes.contains(where: { $0.pid == pid })
            else { continue }
            feed(.commandEnded(id, .unknown))
        }
        if case .received = event { feed(event) }
        feed(.timePassed)
    }

    /// Reaped by the image before: it ended as `unknown`.
    func isLost(_ pid: Int32) -> Bool {
        lostPids.contains(pid)
    }

    private mutating func rebuild() {
        // What probes the image before was about, nobody awaits any more.
        probes.removeAll()
        checker.forgetProbes()
        for (slot, life) in checker.lives where life.failures.count > InstanceRecord.failureWords {
            checker.lives[slot]?.areFailuresBlurred = true
        }
        supervisor = Supervisor(
            recovering: checker.configuration, circumstances: Circumstances(seed: seed),
            own: SupervisorRecord(words: ownRecord.words),
            at: Instant(milliseconds: now), count: records.count
        ) { [records] in InstanceRecord(words: records[$0].words) }
        records = (0..<supervisor.count).map { supervisor.record(of: $0) }
        _ = supervisor.takeChangedRows()
    }

    /// A status pipe is lost with its reader, so every process counts as executing.
    private mutating func assumeExecution() {
        for job in supervisor.jobs where job.machine.phase == .alive && job.machine.isExecuted {
            checker.executed(job.row, at: now)
        }
    }

    private mutating func compare(_ old: Supervisor) {
        for row in 0..<old.count where old.isJob(row) {
            guard supervisor.isJob(row) else {
                checker.fail("row \(row) is lost by a recovery")
                continue
            }
            let was = old.machines[row].state
            let state = supervisor.machines[row].state
            if state != was, was != .starting || state != .running {
                checker.fail("row \(row) was \(was), is \(state)")
            }
            if old.pids[row] != supervisor.pids[row] { checker.fail("row \(row) lost its pid") }
        }
        if old.status != supervisor.status { checker.fail("the status is lost by a recovery") }
        // A run under an older definition goes on under the new one, with the times of that.
        let isRevised = old.jobs.contains { $0.successor != nil }
        if !isRevised, old.deadline ?? .never < supervisor.deadline ?? .never {
            checker.fail("the deadline is lost by a recovery")
        }
    }
}
