import Basics
import Config
import Supervision
import Testing

@Suite struct DependencyTests {
    private func job(
        _ name: Text, after words: [Text], with change: (inout JobSpec) -> Void = { _ in }
    ) -> JobSpec {
        .named(name) { job in
            job.placement.after = words
            change(&job)
        }
    }

    private func reloaded(_ jobs: [JobSpec]) -> Event {
        var configuration = Configuration()
        configuration.jobs = jobs
        return .reloaded(configuration)
    }

    @Test func `a job starts when the one that it names is running`() {
        var bench = Bench([job("web", after: ["db"]), .named("db")])
        bench.executesSlowly = true
        bench.send(.began)
        #expect(bench.starts == ["db"])
        #expect(bench.state("web") == .waiting)
        if let id = bench.id("db") { bench.send(.executed(id)) }
        #expect(bench.starts == ["web"])
    }

    @Test func `a one-time job must have ended with success`() {
        var bench = Bench.began([.once("migrate"), job("web", after: ["migrate"])])
        #expect(bench.starts == ["migrate"])
        bench.end("migrate", .code(0))
        #expect(bench.starts == ["web"])
    }

    @Test func `a service must be ready, and all instances of it`() {
        let db = JobSpec.named("db") { job in
            job.instances = 2
            job.readiness = Readiness(.notify, [])
        }
        var bench = Bench.began([db, job("web", after: ["db"])])
        for name: Text in ["db.1", "db.2"] {
            #expect(bench.state("web") == .waiting)
            guard let id = bench.id(name), let pid = bench.pid(name) else { return }
            bench.send(.notified(id, pid: pid, .ready))
        }
        #expect(bench.starts == ["web"])
    }

    @Test func `a pattern names all that match, but not the job itself`() {
        var bench = Bench.began([
            job("a-all", after: ["a*"]), .once("a-one"), .once("a-two"), .named("b"),
            job("last", after: ["a*", "b"]),
        ])
        #expect(bench.starts == ["a-one", "a-two", "b"])
        bench.end("a-one", .code(0))
        #expect(bench.starts == [])
        bench.end("a-two", .code(0))
        #expect(bench.starts == ["a-all", "last"])
    }

    @Test func `a service that ended well and stays down has done its work`() {
        var bench = Bench.began([
            .named("prepare") { $0.restart.onSuccess = .stop }, job("web", after: ["prepare"]),
        ])
        // It is ready while it runs.
        #expect(bench.starts == ["prepare", "web"])
        bench.end("prepare", .code(0))
        bench.send(
            reloaded([
                .named("prepare") { $0.restart.onSuccess = .stop },
                job("web", after: ["prepare"]), job("new", after: ["prepare"]),
            ]))
        #expect(bench.starts == ["new"])
    }

    @Test func `dependents are not touched when it restarts, and need it only to start`() {
        var bench = Bench.began([.named("db"), job("web", after: ["db"])])
        bench.end("db", .code(1))
        #expect(bench.signals == ["db TERM group"])
        bench.end("web", .code(1))
        bench.wait(10_000)
        #expect(Set(bench.starts) == ["db", "web"])
    }

    @Test func `what is down is waited for until it is ready again`() {
        var bench = Bench([.named("db"), .once("x"), job("web", after: ["db", "x"])])
        bench.send(.began)
        bench.end("db", .code(1))
        bench.end("x", .code(0))
        #expect(bench.state("web") == .waiting)
        bench.wait(10_000)
        #expect(bench.starts == ["db", "web"])
    }

    @Test func `when it fails for good its dependents fail, and theirs too`() {
        var bench = Bench.began([
            job("third", after: ["second"]), .once("first"), job("second", after: ["first"]),
            .named("other"),
        ])
        bench.end("first", .code(3))
        #expect(bench.state("second") == .failed)
        #expect(bench.state("third") == .failed)
        #expect(
            bench.lines.suffix(2) == [
                "second failed (dependency first)", "third failed (dependency second)",
            ])
        #expect(!bench.supervisor.isShuttingDown)
        bench.end("other", .code(33))
        #expect(bench.supervisor.isShuttingDown)
        bench.send(.childless)
        #expect(bench.status == 3)
    }

    @Test func `when it succeeds later its dependents start`() {
        var bench = Bench.began([
            .once("first"), job("second", after: ["f*"]), job("third", after: ["second"]),
            .named("other"),
        ])
        bench.end("first", .code(3))
        guard let id = bench.id("first") else { return }
        bench.send(.ordered(id, .start))
        #expect(bench.state("second") == .waiting)
        #expect(bench.state("third") == .waiting)
        bench.end("first", .code(0))
        #expect(bench.starts == ["second", "third"])
    }

    @Test func `a reload that repairs it starts its dependents`() {
        var bench = Bench.began([
            .once("first"), job("second", after: ["first"]), .named("other"),
        ])
        bench.end("first", .code(3))
        var repaired = JobSpec.once("first")
        repaired.launch.command = ["better"]
        bench.send(reloaded([repaired, job("second", after: ["first"]), .named("other")]))
        #expect(bench.starts == ["first"])
        #expect(bench.state("second") == .waiting)
        bench.end("first", .code(0))
        #expect(bench.starts == ["second"])
    }

    @Test func `a reload that changes nothing reports nothing again`() {
        let jobs = [JobSpec.once("first"), job("second", after: ["first"]), .named("other")]
        var bench = Bench.began(jobs)
        bench.end("first", .code(3))
        bench.send(reloaded(jobs))
        #expect(bench.lines == ["configuration reloaded: 0 added, 0 changed, 0 removed"])
        #expect(bench.state("second") == .failed)
        bench.send(reloaded([.once("first"), .named("second"), .named("other")]))
        #expect(bench.starts == ["second"])
    }

    @Test func `an operator starts a dependent that failed, and its own dependents go on`() {
        var bench = Bench.began([
            .once("first"), job("second", after: ["first"]), job("third", after: ["second"]),
            .named("other"),
        ])
        bench.end("first", .code(3))
        guard let id = bench.id("second") else { return }
        bench.send(.ordered(id, .start))
        #expect(bench.starts == ["second", "third"])
    }

    @Test func `a disabled or stopped job is waited for until an operator starts it`() {
        var bench = Bench.began([
            .named("db") { $0.placement.isDisabled = true }, job("web", after: ["db"]),
            .named("cache"), job("api", after: ["cache", "other"]), .once("other"),
        ])
        #expect(bench.starts == ["cache", "other"])
        guard let db = bench.id("db"), let cache = bench.id("cache") else { return }
        bench.send(.ordered(cache, .stop))
        bench.send(.ended(cache, .code(0)))
        bench.end("other", .code(0))
        #expect(bench.state("api") == .waiting)
        bench.send(.ordered(cache, .start))
        #expect(bench.starts == ["cache", "api"])
        bench.send(.ordered(db, .start))
        #expect(bench.starts == ["db", "web"])
    }

    @Test func `what waits for a disabled job does not keep the container`() {
        var bench = Bench.began([
            .named("db") { $0.placement.isDisabled = true }, job("web", after: ["db"]),
            .once("task"),
        ])
        bench.end("task", .code(0))
        #expect(bench.supervisor.isShuttingDown)
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `what waits for a job that a user has switched off keeps it`() {
        var bench = Bench.began([.named("db"), .once("task"), job("web", after: ["db", "task"])])
        bench.send(.switched("db", isOn: false))
        bench.end("db", .code(0))
        bench.end("task", .code(0))
        #expect(!bench.supervisor.isShuttingDown)
        bench.send(.switched("db", isOn: true))
        #expect(bench.starts == ["db", "web"])
    }

    @Test func `a barrier that waits holds back all behind it`() {
        var bench = Bench.began([
            .once("first"), job("gate", after: ["first"]) { $0.placement.barrier = .ready },
            .named("behind"),
        ])
        #expect(bench.starts == ["first"])
        bench.end("first", .code(0))
        #expect(bench.starts == ["gate", "behind"])
    }

    @Test func `a barrier that fails for want of another holds on`() {
        var bench = Bench.began([
            .once("first"), job("gate", after: ["first"]) { $0.placement.barrier = .ended },
            .named("behind"), .named("web") { $0.placement.order = -1 },
        ])
        bench.end("first", .code(2))
        #expect(bench.state("gate") == .failed)
        #expect(bench.state("behind") == .waiting)
        guard let id = bench.id("first") else { return }
        bench.send(.ordered(id, .start))
        bench.end("first", .code(0))
        #expect(bench.starts == ["gate"])
        bench.end("gate", .code(0))
        #expect(bench.starts == ["behind"])
    }

    @Test
    func `an ordered one-time job that cannot run ends the container with the other's status`() {
        var gate = JobSpec.once("gate", barrier: .ended)
        gate.placement.after = ["middle"]
        var middle = JobSpec.once("middle")
        middle.placement.after = ["first"]
        var bench = Bench.began([.named("web"), .once("first"), middle, gate, .named("behind")])
        bench.end("first", .code(5))
        #expect(bench.supervisor.isShuttingDown)
        #expect(bench.lines.contains("stopping 1 job (gate failed, at most 9s)"))
        bench.end("web", .code(0))
        bench.send(.childless)
        #expect(bench.status == 5)
    }

    @Test func `after the first start order it only fails`() {
        var bench = Bench.began([.named("web")])
        var gate = JobSpec.once("gate", barrier: .ended)
        gate.placement.after = ["first"]
        bench.send(reloaded([.named("web"), .once("first"), gate]))
        bench.end("first", .code(5))
        #expect(bench.state("gate") == .failed)
        #expect(!bench.supervisor.isShuttingDown)
    }

    @Test func `main waits too, and cannot do without`() {
        var main = JobSpec.main
        main.placement.after = ["migrate"]
        var bench = Bench.began([.once("migrate"), main])
        #expect(bench.starts == ["migrate"])
        bench.end("migrate", .code(4))
        #expect(bench.supervisor.isShuttingDown)
        bench.send(.childless)
        #expect(bench.status == 4)
    }

    @Test func `all instances of a barrier start together, and all must be ready`() {
        let gate = JobSpec.named("gate") { job in
            job.instances = 2
            job.placement.barrier = .ready
            job.readiness = Readiness(.notify, [])
        }
        var bench = Bench.began([gate, .named("behind")])
        #expect(bench.starts == ["gate.1", "gate.2"])
        for name: Text in ["gate.2", "gate.1"] {
            #expect(bench.state("behind") == .waiting)
            guard let id = bench.id(name), let pid = bench.pid(name) else { return }
            bench.send(.notified(id, pid: pid, .ready))
        }
        #expect(bench.starts == ["behind"])
    }

    @Test func `a changed job waits again for what it names`() {
        var bench = Bench.began([.named("db"), job("web", after: ["db"])])
        bench.end("db", .code(1))
        bench.send(
            reloaded([
                .named("db"), job("web", after: ["db"]) { $0.launch.command = ["new"] },
            ]))
        bench.end("web", .code(0))
        #expect(bench.state("web") == .waiting)
        bench.wait(10_000)
        #expect(bench.starts == ["db", "web"])
    }

    @Test func `a changed job whose dependency has failed meanwhile fails when it has ended`() {
        var bench = Bench.began([.once("first"), .named("web")])
        bench.end("first", .code(1))
        bench.send(
            reloaded([
                .once("first"), job("web", after: ["first"]) { $0.launch.command = ["new"] },
            ]))
        bench.end("web", .code(0))
        #expect(bench.state("web") == .failed)
        bench.send(.childless)
        #expect(bench.status == 1)
    }

    @Test func `restart-with restarts a job when another runs again, not when it starts`() {
        var bench = Bench.began([
            .named("db"), .named("other"),
            .named("web") { $0.placement.restartsWith = ["d*"] },
            .named("api") { $0.placement.restartsWith = ["web"] },
        ])
        #expect(bench.starts == ["db", "other", "web", "api"])
        #expect(bench.signals == [])
        bench.end("other", .code(1))
        bench.wait(10_000)
        #expect(bench.signals == [])
        bench.end("db", .code(1))
        #expect(bench.starts == ["db"])
        #expect(bench.signals == ["db TERM group", "web TERM"])
        bench.end("web", .code(0))
        #expect(bench.starts == ["web"])
        #expect(bench.signals == ["web TERM group", "api TERM"])
    }

    @Test func `restart-with leaves what is down, and main`() {
        var main = JobSpec.main
        main.placement.restartsWith = ["db"]
        var bench = Bench.began([
            .named("db"), .once("task"), main,
            .named("web") { $0.placement.restartsWith = ["db"] },
        ])
        bench.end("web", .code(1))
        bench.end("db", .code(1))
        bench.wait(10_000)
        #expect(bench.starts == ["web", "db"] || bench.starts == ["db", "web"])
        #expect(!bench.signals.contains("main TERM"))
    }

    @Test func `a recovery knows who waits and who has failed for want of another`() {
        let jobs = [
            JobSpec.once("first"), job("second", after: ["first"]), .named("db"),
            job("web", after: ["db"]),
        ]
        var bench = Bench.began(jobs)
        bench.end("first", .code(3))
        bench.end("db", .code(1))
        let old = bench.supervisor
        var configuration = Configuration()
        configuration.jobs = jobs
        let records = (0..<old.count).map { old.record(of: $0).words }
        bench.supervisor = Supervisor(
            recovering: configuration, circumstances: Circumstances(),
            own: SupervisorRecord(words: old.ownRecord.words),
            at: Instant(milliseconds: 1_000_000), count: records.count
        ) { InstanceRecord(words: records[$0]) }
        bench.send(.timePassed)
        #expect(bench.lines == [])
        #expect(bench.state("second") == .failed)
        guard let id = bench.id("first") else { return }
        bench.send(.ordered(id, .start))
        bench.end("first", .code(0))
        #expect(bench.starts == ["second"])
    }

    @Test func `a thousand jobs that wait for one pattern of a thousand start in linear time`() {
        var jobs: [JobSpec] = []
        for number in 0..<1000 {
            jobs.append(.once("base\(number)"))
            jobs.append(job("user\(number)", after: ["base*"]))
        }
        var bench = Bench([])
        var configuration = Configuration()
        configuration.jobs = jobs
        bench.supervisor = Supervisor(configuration: configuration, circumstances: Circumstances())
        bench.spawnsHang = true
        bench.send(.began)
        #expect(bench.starts.count == 1000)
        for row in 0..<2000 where row % 2 == 0 {
            bench.send(.spawned(InstanceID(row), pid: Int32(row + 100)))
            bench.send(.ended(InstanceID(row), .code(0)))
        }
        #expect(bench.starts.count == 1000)
    }
}
