import Basics
import Config

extension Supervisor {
    /// The pause after which a second Ctrl-C is meant, and not a key that bounced.
    static let interruptPause = Milliseconds(1000)
    /// systemd's and podman's signal for an init to halt: RTMIN+3.
    private static let halt = Signal(rawValue: Signal.realTimeFirst + 3)

    @inline(never)
    func received(_ signal: Signal) {
        if signal == .interrupt { interrupted() }
        if asksForShutdown(signal) {
            beginShutdown(.signal, signal.rawValue, status: 0)
        } else if signal == .hangUp {
            if !isShuttingDown { order(.reload) }
        } else {
            forward(signal)
        }
    }

    private func asksForShutdown(_ signal: Signal) -> Bool {
        switch signal {
        case .terminate, .interrupt, .quit, Self.halt: return true
        case _: return settings.shutdown.signals.contains(signal)
        }
    }

    /// A second Ctrl-C, at least a second after the first, ends the patience.
    private func interrupted() {
        guard ownRecord.firstInterrupt != .never else {
            ownRecord.firstInterrupt = now
            return
        }
        guard isShuttingDown, ownRecord.stage != .killed,
            now - ownRecord.firstInterrupt >= Self.interruptPause
        else { return }
        say(.warning, nil, "got INT again, sending KILL to everything")
        killEverything()
    }

    /// Passes a signal on: to those that a rule names, else to `main`, else to who catches it.
    ///
    /// What is written beats what goes without saying, `main` too.
    @inline(never)
    private func forward(_ signal: Signal) {
        var isNamed = !settings.forwarding.isAutomatic
        for rule in settings.forwarding.rules where rule.signals.contains(signal) {
            isNamed = true
            for job in jobs where job.machine.pid != 0 && rule.jobs.contains(job.spec.name) {
                forward(signal, to: job, onlyIfCaught: false)
            }
        }
        if isNamed { return }
        if let main, main.machine.pid != 0 {
            forward(signal, to: main, onlyIfCaught: false)
            return
        }
        for job in jobs where job.machine.phase == .alive && job.machine.isExecuted {
            if !job.spec.placement.runsOnce { forward(signal, to: job, onlyIfCaught: true) }
        }
    }

    @inline(never)
    private func forward(_ signal: Signal, to job: Job, onlyIfCaught: Bool) {
        order(.forward(job.id, signal, onlyIfCaught: onlyIfCaught))
    }

    /// The job behind `--`, if there is one.
    var main: Job? {
        @inline(never) get {
            guard let last = plan.jobs.last, last.spec.isMain else { return nil }
            return last
        }
    }
}
