import Basics
import Config
import Linux
import Supervision

/// What passes between the event loop and the supervisor.
extension EventLoop {
    /// Tells the supervisor, does what it orders, and tells it what came of that.
    @inline(never)
    func handle(_ first: Event) {
        var events: [Event] = []
        events.append(first)
        handle(&events)
    }

    /// ``handle(_:)`` for each of `events`, and for what follows from them.
    @inline(never)
    func handle(_ events: inout [Event]) {
        // New instances depend on files too.
        if case .scaled = events.first { isFollowDue = true }
        var next = 0
        while next < events.count, status == nil {
            var actions: [Action] = []
            supervisor.handle(events[next], at: now, into: &actions)
            next += 1
            for action in actions { perform(action, &events) }
            if changesJobs(events[next - 1]) { executor.streams.settle(supervisor) }
        }
    }

    /// Whether other rows may be there by `event`, or have other settings.
    private func changesJobs(_ event: Event) -> Bool {
        switch event {
        case .reloaded, .scaled: true
        default: false
        }
    }

    /// Does one thing; what comes of it at once goes to the end of `events`.
    @inline(never)
    private func perform(_ action: Action, _ events: inout [Event]) {
        switch action {
        case .spawn(let id): start(id, &events)
        case .signal(let id, let signal, let scope):
            executor.send(
                signal, pid: supervisor.pid(of: id), group: supervisor.group(of: id), scope)
        case .runCommand(let id): runCommand(id, &events)
        case .killCommand(let id):
            if let pid = supervisor.command(of: id) { Signals.send(.kill, toGroup: pid) }
        case .reap(let id):
            if let group = supervisor.group(of: id) {
                _ = Children.wait(for: group, keeping: false)
            }
            probe(id, &events)
        case .probeGroup(let id): probe(id, &events)
        case .probe(let id, let purpose):
            if let spec = supervisor.spec(of: id) {
                executor.prober.begin(id, purpose, of: spec, self, &events)
            }
        case .stopProbe(let id): executor.prober.stop(id, self, &events)
        case .forward(let id, let signal, let onlyIfCaught):
            guard let pid = supervisor.pid(of: id) else { return }
            executor.forward(signal, pid: pid, onlyIfCaught: onlyIfCaught)
        case .signalEverything(let signal):
            // Mostly nothing is left, and then nothing is looked for.
            if Children.wait(for: 0, keeping: true) == .childless {
                events.append(.childless)
            } else {
                executor.sendToEverything(signal)
            }
        case .reload: if let event = read(isAsked: true) { events.append(event) }
        case .report(let report): log.write(report)
        case .exit(let code): status = code
        }
    }

    /// Takes in which children execute by now: who sends a signal may have seen it, and the signal can be
    /// read first.
    @inline(never)
    func hearAll() {
        guard executor.isUnsettled else { return }
        for row in 0..<supervisor.count { hear(InstanceID(row)) }
    }

    @inline(never)
    private func start(_ id: InstanceID, _ events: inout [Event]) {
        guard let spec = supervisor.spec(of: id) else { return }
        // What a process depends on is known before it runs: no change after that is missed.
        if isFollowDue, !spec.depends.isEmpty { follow() }
        if id.index >= executor.processes.count { executor.resize(to: supervisor.count) }
        if let failure = executor.services.open(row: id.index, at: now, self) {
            events.append(.spawnRefused(id, failure))
            return
        }
        executor.prober.noteStart(id, spec, supervisor.number(of: id), sources.epoll)
        events.append(executor.start(id, spec, epoll: sources.epoll))
    }

    @inline(never)
    private func runCommand(_ id: InstanceID, _ events: inout [Event]) {
        guard let spec = supervisor.spec(of: id) else { return }
        events.append(executor.runCommand(id, spec, &log, epoll: sources.epoll))
    }

    @inline(never)
    private func probe(_ id: InstanceID, _ events: inout [Event]) {
        if let group = supervisor.group(of: id), !Signals.isGroupEmpty(group) { return }
        events.append(.groupEmptied(id))
    }

    /// Keeps the table that outlives a crash in step.
    func storeRecords() {
        for row in supervisor.takeChangedRows() {
            let record = supervisor.record(of: Int(row))
            table.store(record.words, pid: record.pid, at: Int(row))
            if record.nameHash == 0 {
                executor.notices.close(row: Int(row), sources.epoll)
                executor.streams.close(row: Int(row), sources.epoll, &log)
            }
            if executor.services.update(row: Int(row), at: now, self), files.isAlone { status = 0 }
        }
        table.own = supervisor.ownRecord.words
    }
}
