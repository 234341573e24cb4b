import Basics
import Config
import Supervision
import Testing

@Suite struct DependencyTests {
    @Test func `a job starts when the one that it names is running`() {
        var bench = Bench([.named("web", after: ["db"]), .named("db")])
        bench.executesSlowly = true
        bench.send(.began)
        #expect(bench.starts == ["db"])
        #expect(bench.state("web") == .waiting)
        if let id = bench.id("db") { bench.send(.executed(id)) }
        #expect(bench.starts == ["web"])
    }

    @Test func `a one-time job must have ended with success`() {
        var bench = Bench.began([.once("migrate"), .named("web", after: ["migrate"])])
        #expect(bench.starts == ["migrate"])
        bench.end("migrate", .code(0))
        #expect(bench.starts == ["web"])
    }

    @Test func `a service must be ready, and all instances of it`() {
        let db = JobSpec.named("db") { job in
            job.instances = 2
            job.readiness = Readiness(.notify, [])
        }
        var bench = Bench.began([db, .named("web", after: ["db"])])
        for name: Text in ["db.1", "db.2"] {
            #expect(bench.state("web") == .waiting)
            guard let id = bench.id(name), let pid = bench.pid(name) else { return }
            bench.send(.notified(id, pid: pid, .ready))
        }
        #expect(bench.starts == ["web"])
    }

    @Test func `a pattern names all that match, but not the job itself`() {
        var bench = Bench.began([
            .named("a-all", after: ["a*"]), .once("a-one"), .once("a-two"), .named("b"),
            .named("last", after: ["a*", "b"]),
        ])
        #expect(bench.starts == ["a-one", "a-two", "b"])
        bench.end("a-one", .code(0))
        #expect(bench.starts == [])
        bench.end("a-two", .code(0))
        #expect(bench.starts == ["a-all", "last"])
    }

    @Test func `a service that ended well and stays down has done its work`() {
        var bench = Bench.began([
            .named("prepare") { $0.restart.onSuccess = .stop }, .named("web", after: ["prepare"]),
        ])
        // It is ready while it runs.
        #expect(bench.starts == ["prepare", "web"])
        bench.end("prepare", .code(0))
        bench.send(
            .reloaded(jobs: [
                .named("prepare") { $0.restart.onSuccess = .stop },
                .named("web", after: ["prepare"]), .named("new", after: ["prepare"]),
            ]))
        #expect(bench.starts == ["new"])
    }

    @Test func `dependents are not touched when it restarts, and need it only to start`() {
        var bench = Bench.began([.named("db"), .named("web", after: ["db"])])
        bench.end("db", .code(1))
        #expect(bench.signals == ["db TERM group"])
        bench.end("web", .code(1))
        bench.wait(10_000)
        #expect(Set(bench.starts) == ["db", "web"])
    }

    @Test func `what is down is waited for until it is ready again`() {
        var bench = Bench([.named("db"), .once("x"), .named("web", after: ["db", "x"])])
        bench.send(.began)
        bench.end("db", .code(1))
        bench.end("x", .code(0))
        #expect(bench.state("web") == .waiting)
        bench.wait(10_000)
        #expect(bench.starts == ["db", "web"])
    }

    @Test func `a disabled or stopped job is waited for until an operator starts it`() {
        var bench = Bench.began([
            .named("db") { $0.placement.isDisabled = true }, .named("web", after: ["db"]),
            .named("cache"), .named("api", after: ["cache", "other"]), .once("other"),
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
            .named("db") { $0.placement.isDisabled = true }, .named("web", after: ["db"]),
            .once("task"),
        ])
        bench.end("task", .code(0))
        #expect(bench.supervisor.isShuttingDown)
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `what waits for a job that a user has switched off keeps it`() {
        var bench = Bench.began([
            .named("db"), .once("task"), .named("web", after: ["db", "task"]),
        ])
        bench.send(.switched("db", isOn: false))
        bench.end("db", .code(0))
        bench.end("task", .code(0))
        #expect(!bench.supervisor.isShuttingDown)
        bench.send(.switched("db", isOn: true))
        #expect(bench.starts == ["db", "web"])
    }

    @Test func `a barrier that waits holds back all behind it`() {
        var bench = Bench.began([
            .once("first"), .named("gate", after: ["first"]) { $0.placement.barrier = .ready },
            .named("behind"),
        ])
        #expect(bench.starts == ["first"])
        bench.end("first", .code(0))
        #expect(bench.starts == ["gate", "behind"])
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
        var bench = Bench.began([.named("db"), .named("web", after: ["db"])])
        bench.end("db", .code(1))
        bench.send(
            .reloaded(jobs: [
                .named("db"), .named("web", after: ["db"]) { $0.launch.command = ["new"] },
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
            .reloaded(jobs: [
                .once("first"), .named("web", after: ["first"]) { $0.launch.command = ["new"] },
            ]))
        bench.end("web", .code(0))
        #expect(bench.state("web") == .failed)
        bench.send(.childless)
        #expect(bench.status == 1)
    }

    @Test func `a recovery knows who waits and who has failed for want of another`() {
        let jobs = [
            JobSpec.once("first"), .named("second", after: ["first"]), .named("db"),
            .named("web", after: ["db"]),
        ]
        var bench = Bench.began(jobs)
        bench.end("first", .code(3))
        bench.end("db", .code(1))
        bench.crash(with: jobs)
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
            jobs.append(.named("user\(number)", after: ["base*"]))
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
