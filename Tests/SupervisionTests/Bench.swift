import Basics
import Config

@testable import Supervision

/// A supervisor with a world that obeys: spawns succeed, groups are empty when their leader ends.
struct Bench {
    var supervisor: Supervisor
    private(set) var now: UInt64 = 1_000_000
    /// What the last call led to.
    private(set) var actions: [Action] = []
    /// Groups outlive their leaders.
    var groupsRemain = false
    /// Spawns stay unanswered.
    var spawnsHang = false
    /// Spawned processes are not heard to execute.
    var executesSlowly = false
    /// What probes find; nil: they do not end.
    var probesFind: Bool?
    private var nextPid: Int32 = 10

    init(
        _ jobs: [JobSpec], circumstances: Circumstances = Circumstances(),
        with change: (inout Configuration) -> Void = { _ in }
    ) {
        var configuration = Configuration()
        configuration.jobs = jobs
        change(&configuration)
        supervisor = Supervisor(configuration: configuration, circumstances: circumstances)
    }

    /// A bench whose jobs have been started.
    static func began(
        _ jobs: [JobSpec], circumstances: Circumstances = Circumstances(),
        with change: (inout Configuration) -> Void = { _ in }
    ) -> Bench {
        var bench = Bench(jobs, circumstances: circumstances, with: change)
        bench.send(.began)
        return bench
    }

    mutating func send(_ event: Event) {
        actions = []
        take(event)
    }

    private mutating func take(_ event: Event) {
        var events = [event]
        while !events.isEmpty {
            var news: [Action] = []
            supervisor.handle(
                events.removeFirst(), at: Instant(milliseconds: now), into: &news)
            actions += news
            for action in news {
                switch action {
                case .spawn(let id) where !spawnsHang:
                    nextPid += 1
                    events.append(.spawned(id, pid: nextPid))
                    if !executesSlowly { events.append(.executed(id)) }
                case .probe(let id, _):
                    if let probesFind { events.append(.probeEnded(id, isGood: probesFind)) }
                case .reap(let id) where !groupsRemain: events.append(.groupEmptied(id))
                case _: break
                }
            }
        }
    }

    /// Lets time pass, and wakes the supervisor at each of its deadlines.
    mutating func wait(_ milliseconds: UInt64) {
        actions = []
        let end = now + milliseconds
        while let due = supervisor.deadline?.milliseconds, due <= end, status == nil {
            now = max(now, due)
            take(.timePassed)
        }
        now = end
    }

    mutating func end(_ name: Text, _ exit: Exit) {
        guard let id = id(name) else { return }
        send(.ended(id, exit))
    }

    func id(_ name: Text) -> InstanceID? {
        for row in 0..<supervisor.count
        where supervisor.name(of: InstanceID(row)) == name { return InstanceID(row) }
        return nil
    }

    func state(_ name: Text) -> JobState? {
        supervisor.summary.first { $0.name == name }?.state
    }

    func pid(_ name: Text) -> Int32? {
        supervisor.summary.first { $0.name == name }?.pid
    }

    /// The status of the last call's `exit`.
    var status: Int32? {
        for case .exit(let status) in actions { return status }
        return nil
    }

    /// The jobs that the last call started, in order.
    var starts: [String] {
        actions.compactMap { action in
            if case .spawn(let id) = action { name(id) } else { nil }
        }
    }

    /// The probes of the last call that were begun (`web health`) or given up (`web over`).
    var probes: [String] {
        actions.compactMap { action in
            switch action {
            case .probe(let id, let purpose): "\(name(id)) \(purpose)"
            case .stopProbe(let id): "\(name(id)) over"
            case _: nil
            }
        }
    }

    /// The line of the table for a job.
    func summary(_ name: Text) -> JobSummary? {
        supervisor.summary.first { $0.name == name }
    }

    /// What a job's present run says.
    mutating func notify(_ name: Text, _ notice: Notice) {
        guard let id = id(name), let pid = pid(name) else { return }
        send(.notified(id, pid: pid, notice))
    }

    /// An operator orders something of a job.
    mutating func order(_ name: Text, _ verb: Verb) {
        guard let id = id(name) else { return }
        send(.ordered(id, verb))
    }

    /// The supervisor that another image of swinit makes of the records.
    mutating func crash(with jobs: [JobSpec]) {
        var configuration = Configuration()
        configuration.jobs = jobs
        let old = supervisor
        supervisor = Supervisor(
            recovering: configuration, circumstances: Circumstances(),
            own: SupervisorRecord(words: old.ownRecord.words),
            at: Instant(milliseconds: now), count: old.count
        ) { InstanceRecord(words: old.record(of: $0).words) }
    }

    /// The signals of the last call without CONT: `web TERM`, `web KILL group`.
    var signals: [String] {
        actions.compactMap { action in
            switch action {
            case .signal(let id, let signal, let scope) where signal != .resume:
                "\(name(id)) \(word(signal))" + (scope == .group ? " group" : "")
            case .signalEverything(let signal) where signal != .resume: "all \(word(signal))"
            case _: nil
            }
        }
    }

    /// What the last call told the user.
    var lines: [String] {
        actions.compactMap { action in
            if case .report(let report) = action { string(report.message) } else { nil }
        }
    }

    private func name(_ id: InstanceID) -> String { string(supervisor.name(of: id)) }

    private func word(_ signal: Signal) -> String { string("\(signal)") }

    private func string(_ text: Text) -> String { String(decoding: text.bytes, as: UTF8.self) }
}

extension JobSpec {
    /// A job, after those if any, with a change or two.
    static func named(
        _ name: Text, after words: [Text] = [], with change: (inout JobSpec) -> Void = { _ in }
    ) -> JobSpec {
        var job = JobSpec(name: name, command: ["run", name])
        if !words.isEmpty { job.placement.after = words }
        change(&job)
        return job
    }

    /// `once`, and `wait once` with a barrier.
    static func once(_ name: Text, barrier: Placement.Barrier = .none) -> JobSpec {
        named(name) { job in
            job.placement.runsOnce = true
            job.placement.barrier = barrier
            job.restart.onSuccess = .stop
            job.restart.onFailure = barrier == .ended ? .shutdownWhileStarting : .stop
            job.restart.status33EndsJob = false
        }
    }

    /// The command behind `--`.
    static var main: JobSpec {
        named("main") { job in
            job.isMain = true
            job.restart.onSuccess = .shutdown
            job.restart.onFailure = .shutdown
        }
    }
}

extension Event {
    /// A file with these jobs is to be in force.
    static func reloaded(jobs: [JobSpec]) -> Event {
        var configuration = Configuration()
        configuration.jobs = jobs
        return .reloaded(configuration)
    }
}
