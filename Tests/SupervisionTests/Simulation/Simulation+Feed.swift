import Basics
import Config

@testable import Supervision

extension Simulation {
    /// Gives the supervisor an event as soon as those before it are dealt with.
    mutating func feedLater(_ event: Event) {
        events.append(event)
    }

    /// Gives the supervisor an event, and carries out what it orders.
    mutating func feed(_ event: Event, untouched: [Text] = []) {
        events.append(event)
        guard takeEvents(untouched) else { return }
        while supervisor.isShuttingDown, status == nil, kernel.processes.isEmpty {
            for action in handle(.childless) { perform(action, .childless, []) }
            if status != nil { break }
            if events.isEmpty {
                checker.fail("childless, but swinit stays")
                return
            }
            guard takeEvents([]) else { return }
        }
        check()
    }

    /// Takes the events that wait; false after a crash.
    private mutating func takeEvents(_ untouched: [Text]) -> Bool {
        while !events.isEmpty, status == nil {
            let event = events.removeFirst()
            if keepsLog { write(describe(event)) }
            if case .reloaded(let configuration) = event { describe(configuration) }
            let wasShuttingDown = supervisor.isShuttingDown
            if case .notified(let id, let pid, let notice) = event {
                checker.notified(id.index, pid, notice, at: now)
            }
            if case .probeEnded(let id, let isGood) = event {
                checker.answered(id.index, isGood: isGood, at: now)
            }
            checker.timePasses(to: now)
            let fate = wasShuttingDown ? .unknown : noteEnd(event)
            let actions = handle(event)
            for action in actions {
                if case .stopProbe(let id) = action { checker.probeStopped(id.index, at: now) }
            }
            lookAgain()
            if !wasShuttingDown, supervisor.isShuttingDown { noteShutdown(event, fate) }
            if !wasShuttingDown, case .ended(let id, _) = event { compare(fate, row: id.index) }
            for action in actions {
                if crash(before: action) {
                    recoverWithinTurn(event)
                    return false
                }
                perform(action, event, untouched)
            }
            if supervisor.isShuttingDown { checker.shutdownSince = now }
            if case .spawnRefused(let id, _) = event, !wasShuttingDown, let slot = slot(id.index) {
                checker.refused(slot, at: now)
            }
        }
        return true
    }

    /// Where two things were due of one row, the event loop wakes up at once for the second.
    private mutating func lookAgain() {
        guard let deadline = supervisor.deadline, deadline.milliseconds <= now else {
            overdue = 0
            return
        }
        overdue += 1
        if overdue == 1 {
            events.append(.timePassed)
        } else if overdue > 3 {
            checker.fail("a deadline of \(deadline.milliseconds) outlives \(now)")
        }
    }

    /// The instance of a row; nil for a vacant one.
    func slot(_ row: Int) -> Slot? {
        let id = InstanceID(row)
        guard let spec = supervisor.spec(of: id) else { return nil }
        return Slot(name: spec.name, number: supervisor.number(of: id))
    }

    private mutating func noteEnd(_ event: Event) -> Fate {
        guard case .ended(let id, let exit) = event,
            let process = kernel.processes.first(where: { $0.row == id.index })
        else { return .unknown }
        return checker.ended(
            id.index, exit, failedSetUp: process.failsSetUp && process.executesAt == nil, at: now,
            isGroupEmpty: !kernel.processes.contains {
                ($0.group == process.group && $0.pid != process.pid) || $0.commandOf == id.index
            })
    }

    private mutating func noteShutdown(_ event: Event, _ fate: Fate) {
        shutdownEnd = now + supervisor.budget.total.count + 500 + 2 * Self.lateness
        if !checker.isUncertain { checker.checkReason(event, fate, supervisor.status) }
        checker.restarts.removeAll()
    }

    /// Whether the supervisor does with the end of a run what must come of it.
    private mutating func compare(_ fate: Fate, row: Int) {
        let machine = supervisor.machines[row]
        let next = machine.phase == .draining ? machine.next : machine.phase
        if fate == .unknown || checker.isUncertain {
            if next == .done || next == .failed { checker.mayRest(row, slot(row)) }
            return
        }
        switch fate {
        case .unknown: break
        case .again:
            let isOver = supervisor.isShuttingDown && checker.isEndDue && next == .stopped
            if next != .backingOff, next != .spawning, !isOver {
                checker.fail("row \(row) is to start again")
            }
        case .rest(let isDone):
            if next != (isDone ? .done : .failed) {
                checker.fail("row \(row) is to be \(isDone ? "done" : "failed"), but is \(next)")
            }
        case .end:
            if !supervisor.isShuttingDown { checker.fail("row \(row) is to end the container") }
        }
    }

    private mutating func perform(_ action: Action, _ event: Event, _ untouched: [Text]) {
        if keepsLog { write("    \(describe(action))") }
        switch action {
        case .spawn(let id): fork(id)
        case .signal(let id, let signal, let scope): send(signal, to: id, scope, event, untouched)
        case .reap(let id):
            guard let pid = supervisor.group(of: id), kernel.reap(pid) || isLost(pid) else {
                checker.fail("row \(id.index) has no zombie to reap")
                return
            }
            if kernel.isGroupEmpty(pid) { events.append(.groupEmptied(id)) }
        case .probeGroup(let id):
            guard let group = supervisor.group(of: id), !kernel.isGroupEmpty(group) else {
                events.append(.groupEmptied(id))
                return
            }
        case .runCommand(let id): runCommand(id, event)
        case .killCommand(let id): killCommand(id)
        case .probe(let id, let purpose): probe(id, purpose)
        case .stopProbe(let id): stopProbe(id)
        case .forward(let id, _, _):
            if supervisor.pid(of: id) == nil { checker.fail("row \(id.index) gets a signal, dead") }
        case .signalEverything(let signal):
            kernel.signal(signal, at: now, &random) { _ in true }
        case .reload: break
        case .report: break
        case .exit(let status): end(status)
        }
    }

    private mutating func end(_ status: Int32) {
        self.status = status
        events.removeAll()
        if hasEnded { checker.fail("swinit ends twice") }
        hasEnded = true
        guard let shutdownEnd else {
            checker.fail("exit without a shutdown")
            return
        }
        checkUndone()
        if now > shutdownEnd { checker.fail("the shutdown took longer than its budget") }
        for process in kernel.processes where process.killDelay == 0 && !process.isZombie {
            if process.diesAt ?? .max > now {
                checker.fail("process \(process.pid) outlives swinit")
            }
        }
        if !(0...255).contains(status) { checker.fail("status \(status)") }
        if !probes.isEmpty { checker.fail("a probe outlives swinit") }
    }
}
