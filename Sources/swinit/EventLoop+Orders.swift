import Basics
import Config
import Linux
import Supervision

/// What passes between the event loop and the supervisor.
extension EventLoop {
    /// Tells the supervisor, does what it orders, and tells it what came of that.
    @inline(never)
    mutating func handle(_ first: Event) {
        var events = [first]
        var next = 0
        while next < events.count, status == nil {
            var actions: [Action] = []
            supervisor.handle(events[next], at: now, into: &actions)
            next += 1
            for action in actions {
                if let event = perform(action) { events.append(event) }
            }
        }
    }

    private mutating func perform(_ action: Action) -> Event? {
        switch action {
        case .spawn(let id): return start(id)
        case .signal(let id, let signal, let scope):
            executor.send(
                signal, pid: supervisor.pid(of: id), group: supervisor.group(of: id), scope)
        case .reap(let id):
            if let group = supervisor.group(of: id) { _ = Children.wait(for: group) }
            return probe(id)
        case .probeGroup(let id): return probe(id)
        case .forward(let id, let signal, let onlyIfCaught):
            guard let pid = supervisor.pid(of: id) else { return nil }
            executor.forward(signal, pid: pid, onlyIfCaught: onlyIfCaught)
        case .signalEverything(let signal):
            // Mostly nothing is left, and then nothing is looked for.
            if Children.wait(keeping: true) == .childless { return .childless }
            executor.sendToEverything(signal)
        case .reload: return reload()
        case .report(let report): log.write(report)
        case .exit(let code): status = code
        }
        return nil
    }

    @inline(never)
    private mutating func start(_ id: InstanceID) -> Event? {
        guard let spec = supervisor.spec(of: id) else { return nil }
        if id.index >= executor.processes.count { executor.resize(to: supervisor.count) }
        return executor.start(id, spec, epoll: sources.epoll)
    }

    @inline(never)
    private func probe(_ id: InstanceID) -> Event? {
        guard let group = supervisor.group(of: id) else { return .groupEmptied(id) }
        return Signals.isGroupEmpty(group) ? .groupEmptied(id) : nil
    }

    @inline(never)
    private mutating func reload() -> Event? {
        switch files.read() {
        case .loaded(let configuration):
            files.store(in: table)
            table.budget = supervisor.budget(of: configuration)
            log.write(Report(.info, "configuration reloaded"))
            return .reloaded(configuration)
        case .refused(let lines):
            log.write(lines)
            log.write(
                Report(
                    .error, "the configuration was not reloaded; the previous one stays in force"))
            return nil
        }
    }

    /// Keeps the table that outlives a crash in step.
    mutating func storeRecords() {
        let rows = supervisor.takeChangedRows()
        guard !rows.isEmpty || supervisor.isShuttingDown else { return }
        for row in rows {
            let id = InstanceID(Int(row))
            table.store(
                supervisor.record(of: Int(row)).words, pid: supervisor.pid(of: id) ?? 0,
                at: Int(row))
        }
        table.own = supervisor.ownRecord.words
    }
}
