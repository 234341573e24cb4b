import Basics
import Config
import Linux
import Supervision
import Wire

/// Carries out the probes that the supervisor orders, and never waits for one.
///
/// Time is the supervisor's: it says when a probe begins, and ends one that takes too long. A connection
/// within this machine is mostly made or refused at once, and costs no descriptor beyond the call.
final class Prober {
    /// The event loop's tokens of probes begin here.
    static let firstToken: UInt64 = 1 << 61
    /// So many are under way at once; more wait for their turn.
    static let mostAtOnce = 512
    /// One read of what a probe says.
    static let part = 16_384
    /// A command that has ended: no more reads than this for what it left in the pipe (pipe(7)).
    static let readsAtEnd = 16
    /// A server that says more than this is cut off.
    static let longestAnswer = 1 << 20

    let spawn: Spawn
    let launches: LaunchPlan
    let table: FaultTable
    /// What the last health probes came to.
    var outcomes = ProbeOutcomes()
    /// The oldest probe, from which each leads to the next, and the youngest.
    private var first: Probe?
    private var last: Probe?
    private var count = 0
    private var queued = 0
    private var isBeginning = false
    private var serial: UInt64 = 0

    init(spawn: Spawn, launches: LaunchPlan, table: FaultTable) {
        self.spawn = spawn
        self.launches = launches
        self.table = table
    }

    /// Begins a probe; what comes of it at once goes to the end of `events`.
    @inline(never)
    func begin(
        _ id: InstanceID, _ purpose: ProbePurpose, of spec: JobSpec, _ loop: EventLoop,
        _ events: inout [Event]
    ) {
        forget(id, loop.sources.epoll)
        let form: ProbeForm? =
            switch purpose {
            case .readiness: spec.readiness?.form
            case .health: spec.health?.form
            }
        guard let form else { return events.append(.probeEnded(id, isGood: false)) }
        serial &+= 1
        let probe = Probe(
            id, purpose, form, of: spec, loop.supervisor.number(of: id), at: loop.now,
            token: Self.firstToken | serial & (Self.firstToken - 1))
        if let last { last.next = probe } else { first = probe }
        last = probe
        count += 1
        queued += 1
        beginNext(loop, &events)
    }

    /// Ends the probe of `id`, of which nothing more is heard.
    @inline(never)
    func stop(_ id: InstanceID, _ loop: EventLoop, _ events: inout [Event]) {
        guard let probe = probe(where: { $0.id == id && $0.stage != .draining }) else { return }
        if probe.purpose == .health, let limit = probe.spec.health?.timeout,
            probe.began + limit <= loop.now
        {
            keep(probe, isGood: false, "no answer within \(limit)", loop)
        }
        drop(probe, loop, &events)
    }

    /// Takes in what the descriptor of a probe tells; a stale token is none's.
    @inline(never)
    func take(_ token: UInt64, _ loop: EventLoop, _ events: inout [Event]) {
        guard let probe = probe(where: { $0.token == token }) else { return }
        switch probe.stage {
        case .queued, .resolving: break
        case .connecting: connect(probe, loop, &events)
        case .receiving, .draining: receive(probe, loop, &events)
        case .running: read(probe, loop.sources.epoll)
        }
    }

    /// Takes in that a child has ended and is reaped; whether it was one of a probe.
    @inline(never)
    func ended(_ pid: Int32, _ exit: Exit, _ loop: EventLoop, _ events: inout [Event]) -> Bool {
        guard let probe = probe(where: { $0.pid == pid }) else { return false }
        if probe.stage == .resolving {
            resolved(probe, loop, &events)
        } else {
            executed(probe, exit, loop, &events)
        }
        return true
    }

    /// The process of `id` begins anew, or another probe of it: nobody hears of those before.
    @inline(never)
    func forget(_ id: InstanceID, _ epoll: borrowing Epoll) {
        while let probe = probe(where: { $0.id == id }) { remove(probe, epoll) }
    }

    /// Ends the process of a probe that the image before this one began: nobody hears its answer.
    @inline(never)
    static func end(lost pid: Int32) {
        if Children.wait(for: pid, keeping: true) == .childless {
            Signals.send(.kill, toRestOfGroup: pid)
        } else {
            Signals.send(.kill, toGroup: pid)
        }
    }

    // MARK: - The table

    private func probe(where isWanted: (Probe) -> Bool) -> Probe? {
        var next = first
        while let probe = next, !isWanted(probe) { next = probe.next }
        return next
    }

    private func remove(_ probe: Probe, _ epoll: borrowing Epoll) {
        probe.end(epoll)
        let before = self.probe(where: { $0.next === probe })
        if let before { before.next = probe.next } else { first = probe.next }
        if last === probe { last = before }
        count -= 1
        if probe.stage == .queued { queued -= 1 }
    }

    /// Begins those that wait for their turn, as far as there is room.
    private func beginNext(_ loop: EventLoop, _ events: inout [Event]) {
        // One that ends at once lets the next begin here, and not within itself.
        if isBeginning { return }
        isBeginning = true
        while queued > 0 {
            if count - queued >= Self.mostAtOnce {
                // A server that does not come to its end is cut off for another's sake.
                guard let done = probe(where: { $0.stage == .draining }) else { break }
                remove(done, loop.sources.epoll)
            }
            guard let next = probe(where: { $0.stage == .queued }) else { break }
            queued -= 1
            next.stage = .connecting
            begin(next, loop, &events)
        }
        isBeginning = false
    }

    /// Gives the verdict, and why it is bad, or what was said.
    @inline(never)
    func finish(
        _ probe: Probe, isGood: Bool, _ output: Text, _ loop: EventLoop, _ events: inout [Event]
    ) {
        keep(probe, isGood: isGood, output, loop)
        events.append(.probeEnded(probe.id, isGood: isGood))
        drop(probe, loop, &events)
    }

    /// Ends the probe, and lets the next begin.
    @inline(never)
    func drop(_ probe: Probe, _ loop: EventLoop, _ events: inout [Event]) {
        remove(probe, loop.sources.epoll)
        beginNext(loop, &events)
    }

    /// Keeps what a health probe came to; its failure is said where the one before was none.
    @inline(never)
    func keep(_ probe: Probe, isGood: Bool, _ output: Text, _ loop: EventLoop) {
        var isNews = false
        if probe.purpose == .health {
            isNews = outcomes.store(probe.id, isGood: isGood, output: output, at: loop.now)
        }
        let level: Report.Level = isNews ? .info : .debug
        guard !isGood, level >= loop.log.threshold else { return }
        let reason = ProbeOutcomes.firstLine(of: output.bytes)
        let pid = loop.supervisor.pid(of: probe.id) ?? 0
        let name = loop.supervisor.name(of: probe.id)
        loop.log.write(Report(level, "\(name) (pid \(pid)) failed a check: \(reason)"))
    }
}
