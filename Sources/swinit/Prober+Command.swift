import Basics
import Config
import Linux
import Supervision

/// Probes that are commands: each is a child like the job, in a session of its own.
extension Prober {
    @inline(never)
    func execute(_ probe: Probe, _ loop: EventLoop, _ events: inout [Event]) {
        let spec = probe.spec
        var child = ChildPlan(arguments: probe.words)
        if let missing = launches.complete(&child, of: spec, probe.number) {
            return finish(probe, isGood: false, "\(missing)", loop, &events)
        }
        child.leadsSession = true
        child.takesTerminal = false
        child.input = .null
        child.errors = .joined
        if spec.isMain {
            child.mask = .empty
            child.defaults = child.ignores
            child.ignores = .empty
        }
        do throws(SystemError) {
            var pipe = try StreamPipe()
            pipe.give(to: child.identity?.user ?? Own.user, child.identity?.group ?? Own.group)
            child.output = .descriptor(pipe.writing)
            let outcome = unsafe spawn.start(child)
            pipe.closeWriting()
            probe.pipe = pipe
            switch outcome {
            case .started(let pid, let status):
                probe.pid = pid
                probe.status = status
            case .failed(let pid, _, _): probe.pid = pid
            case .refused(_, let error): throw error
            }
            probe.stage = .running
            events.append(.probeStarted(probe.id, pid: probe.pid))
            try loop.sources.epoll.add(pipe.reading, token: probe.token)
        } catch {
            finish(probe, isGood: false, error.reason, loop, &events)
        }
    }

    /// Reads what a command writes, one part a turn; what is not kept is thrown away, so that it never
    /// waits for swinit.
    @inline(never)
    func read(_ probe: Probe, _ epoll: borrowing Epoll) {
        guard let pipe = probe.pipe, let bytes = pipe.next(atMost: Self.part) else { return }
        probe.hear(bytes)
        if bytes.isEmpty {
            epoll.remove(pipe.reading)
            pipe.close()
            probe.pipe = nil
        }
    }

    /// The command has ended: its own end counts, whoever still has its streams.
    @inline(never)
    func executed(
        _ probe: Probe, _ exit: Exit, _ loop: EventLoop, _ events: inout [Event]
    ) {
        var reads = 0
        while reads < Self.readsAtEnd, let bytes = probe.pipe?.next(atMost: Self.part),
            !bytes.isEmpty
        {
            probe.hear(bytes)
            reads += 1
        }
        // It is reaped, so its number counts only as that of its group.
        Signals.send(.kill, toRestOfGroup: probe.pid)
        probe.pid = 0
        var output = Text(probe.output)
        if probe.status >= 0,
            case .failed(let step, let error, _) = StatusPipe.answer(from: probe.status)
        {
            let failure = SetUpFailure(
                step: SetUpFailure.Step(rawValue: step) ?? .execute,
                subject: probe.words.first ?? Text([]), errorNumber: error.number,
                reason: error.reason)
            output = "\(failure)"
        } else if output.isEmpty, exit != .code(0) {
            output = "\(exit)"
        }
        finish(probe, isGood: exit == .code(0), output, loop, &events)
    }
}
