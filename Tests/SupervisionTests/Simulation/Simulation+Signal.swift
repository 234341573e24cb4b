import Basics
import Config

@testable import Supervision

extension Simulation {
    mutating func send(
        _ signal: Signal, to id: InstanceID, _ scope: StopPolicy.Scope, _ event: Event,
        _ untouched: [Text]
    ) {
        let row = id.index
        guard let group = supervisor.group(of: id), let spec = supervisor.spec(of: id) else {
            checker.fail("row \(row) has no process to signal")
            return
        }
        let isAlive = kernel.processes.contains { $0.row == row && !$0.isZombie }
        let isForWork = isForWork(signal, event, id)
        if isForWork, signal == .hangUp { return }
        if isAlive, untouched.contains(spec.name), !supervisor.isLeaving(row),
            !supervisor.isShuttingDown
        {
            checker.fail("\(Self.string(spec.name)) is equal, but is signalled by a reload")
        }
        if isAlive, !isForWork, let slot = slot(row) {
            if supervisor.isShuttingDown, !supervisor.budget.isShort, signal != .kill {
                checker.checkLevel(slot, row, kernel, at: now)
            }
            checkStopSignal(signal, spec, id)
        }
        // What has ended unheard of was asked too.
        if !isForWork {
            checker.ask(row, event, isShuttingDown: supervisor.isShuttingDown, at: now)
        }
        kernel.signal(signal, at: now, &random) { process in
            scope == .group ? process.group == group : process.pid == group
        }
    }

    /// The signal asks nobody to end: it has a job read its files, or pauses it.
    private func isForWork(_ signal: Signal, _ event: Event, _ id: InstanceID) -> Bool {
        switch event {
        case .dependencyChanged(id, _):
            return signal == .hangUp && supervisor.definition(of: id)?.dependsReloads ?? false
        case .ordered(id, .reload): return signal == .hangUp
        case .ordered(id, .pause): return signal == .stop
        case .ordered(id, .resume): return signal == .resume
        case _: return false
        }
    }
}
