import Basics
import Config

extension Supervisor {
    /// The pause after which a second Ctrl-C is meant, and not a key that bounced.
    static let interruptPause = Milliseconds(1000)
    /// systemd's and podman's signal for an init to halt: RTMIN+3.
    private static let halt = Signal(rawValue: Signal.realTimeFirst + 3)

    @inline(never)
    mutating func received(_ signal: Signal, at now: Instant, _ actions: inout [Action]) {
        if signal == .interrupt { interrupted(at: now, &actions) }
        if asksForShutdown(signal) {
            beginShutdown(.signal(signal), at: now, &actions)
        } else if signal == .hangUp {
            if shutdown == nil { actions.append(.reload) }
        } else {
            forward(signal, &actions)
        }
    }

    private func asksForShutdown(_ signal: Signal) -> Bool {
        switch signal {
        case .terminate, .interrupt, .quit, Self.halt: return true
        case _: return settings.shutdown.signals.contains(signal)
        }
    }

    /// A second Ctrl-C, at least a second after the first, ends the patience.
    private mutating func interrupted(at now: Instant, _ actions: inout [Action]) {
        guard let first = firstInterrupt else {
            firstInterrupt = now
            return
        }
        guard let stage = shutdown?.stage, stage != .killed, now - first >= Self.interruptPause
        else { return }
        actions.append(.report(Report(.warning, "got INT again, sending KILL to everything")))
        killEverything(at: now, &actions)
    }

    /// Passes a signal on: to `main`, else to those that a rule names, else to who catches it.
    @inline(never)
    private func forward(_ signal: Signal, _ actions: inout [Action]) {
        if let last = plan.rows.last, specs[Int(last)].isMain, pids[Int(last)] != 0 {
            actions.append(.forward(InstanceID(Int(last)), signal, onlyIfCaught: false))
            return
        }
        var isNamed = false
        for rule in settings.forwarding.rules where rule.signals.contains(signal) {
            isNamed = true
            for row in machines.indices
            where pids[row] != 0 && rule.jobs.contains(specs[row].name) {
                actions.append(.forward(InstanceID(row), signal, onlyIfCaught: false))
            }
        }
        guard !isNamed, settings.forwarding.isAutomatic else { return }
        for row in machines.indices where !specs[row].placement.runsOnce {
            guard case .alive(let run) = machines[row].phase, run.isExecuted else { continue }
            actions.append(.forward(InstanceID(row), signal, onlyIfCaught: true))
        }
    }
}
