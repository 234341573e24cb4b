import Basics
import Config

@testable import Supervision

/// Probes, as an executor carries them out: it knows no time limit of its own.
extension Simulation {
    /// When a probe is answered next.
    var nextAnswer: UInt64? {
        probes.values.compactMap(\.answer).min()
    }

    mutating func probe(_ id: InstanceID, _ purpose: ProbePurpose) {
        let row = id.index
        guard let process = kernel.processes.first(where: { $0.row == row }) else {
            if !checker.isUncertain { checker.fail("row \(row) is probed, and has no process") }
            return
        }
        if probes[row] != nil { checker.fail("row \(row) is probed twice at once") }
        checker.probed(row, purpose, at: now)
        let isExec = form(of: id, purpose) == .exec
        let pid = isExec ? kernel.nextProbePid() : 0
        let isGood = random.chance(process.goodness)
        if random.chance(40), !isExec {
            feedLater(.probeEnded(id, isGood: isGood))
            return
        }
        if pid != 0 { feedLater(.probeStarted(id, pid: pid)) }
        let pause = UInt64(random.chance(80) ? random.number(0...300) : random.number(0...12_000))
        probes[row] = FakeProbe(
            purpose: purpose, pid: pid, answer: random.chance(90) ? now + pause : nil,
            isGood: isGood)
    }

    private func form(of id: InstanceID, _ purpose: ProbePurpose) -> ProbeForm? {
        let spec = supervisor.spec(of: id)
        switch purpose {
        case .readiness: return spec?.readiness?.form
        case .health: return spec?.health?.form
        }
    }

    mutating func stopProbe(_ id: InstanceID) {
        let probe = probes.removeValue(forKey: id.index)
        let count = events.count
        events.removeAll { event in
            if case .probeEnded(id, _) = event { true } else { false }
        }
        if probe == nil, events.count == count, !checker.isUncertain {
            checker.fail("row \(id.index) has no probe to stop")
        }
    }

    /// Answers the probes whose time has come; true if there was one.
    mutating func tellAnswers() -> Bool {
        let due = probes.filter { ($0.value.answer ?? .max) <= now }.keys.sorted()
        for row in due {
            guard let probe = probes.removeValue(forKey: row) else { continue }
            feed(.probeEnded(InstanceID(row), isGood: probe.isGood))
        }
        return !due.isEmpty
    }

    /// Things are said out of turn: by a process that is gone, twice, or of no concern.
    mutating func sayAnything() {
        guard supervisor.count > 0 else { return }
        let id = InstanceID(random.number(0...supervisor.count - 1))
        let own = supervisor.pid(of: id)
        let pid = own.flatMap { random.chance(60) ? $0 : nil } ?? Int32(random.number(1...500))
        let time = Milliseconds(UInt64(random.number(0...5000)))
        let notice: Notice = random.pick([
            .ready, .stopping, .extend(time), .watchdog(time), .alive, .failing,
        ])
        feed(.notified(id, pid: pid, notice))
    }
}
