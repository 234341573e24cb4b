import Basics
import Config
import Supervision
import Testing

@Suite struct LevelTests {
    private func job(
        _ name: Text, after words: [Text] = [], _ timeout: UInt64 = 1000,
        with change: (inout JobSpec) -> Void = { _ in }
    ) -> JobSpec {
        .named(name) { job in
            job.placement.after = words
            job.stop.timeout = Milliseconds(timeout)
            change(&job)
        }
    }

    @Test func `what says during a shutdown that it has failed is asked to end in its turn`() {
        var bench = Bench.began([
            .named("db") { $0.placement.barrier = .ready }, .named("web"),
        ])
        bench.send(.received(.terminate))
        bench.notify("db", .failing)
        #expect(bench.signals == [])
        bench.end("web", .code(0))
        #expect(bench.signals == ["web TERM group", "db TERM"])
    }

    @Test func `a job is stopped when those that are after it have ended`() {
        var bench = Bench.began([
            job("web", after: ["api", "cache"]), job("api", after: ["db"]), job("db"),
            job("cache"), job("other"),
        ])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["web TERM", "other TERM"])
        bench.end("web", .code(0))
        #expect(bench.signals == ["web TERM group", "cache TERM", "api TERM"])
        bench.end("api", .code(0))
        #expect(bench.signals == ["api TERM group", "db TERM"])
        bench.end("db", .code(0))
        bench.end("cache", .code(0))
        #expect(bench.signals == ["cache TERM group"])
        bench.end("other", .code(0))
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `through jobs that do not run any more, too`() {
        var migrate = JobSpec.once("migrate")
        migrate.placement.after = ["db"]
        var bench = Bench.began([job("web", after: ["mig*"]), migrate, job("db")])
        bench.end("migrate", .code(0))
        #expect(bench.starts == ["web"])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["web TERM"])
        bench.end("web", .code(0))
        #expect(bench.signals == ["web TERM group", "db TERM"])
    }

    @Test func `what is behind what has become a barrier ends before it, and what that is after`() {
        var bench = Bench.began([job("db"), job("base"), job("web")])
        var configuration = Configuration()
        configuration.jobs = [
            job("db"),
            job("base", after: ["db"]) { base in
                base.launch.command = ["other"]
                base.placement.barrier = .ready
            }, job("web"),
        ]
        bench.send(.reloaded(configuration))
        #expect(bench.signals == ["base TERM"])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["web TERM"])
        bench.end("base", .code(0))
        #expect(bench.signals == ["base TERM group"])
        bench.end("web", .code(0))
        #expect(bench.signals == ["web TERM group", "db TERM"])
    }

    @Test func `all instances must have ended`() {
        var bench = Bench.began([
            job("web", after: ["db"]) { $0.instances = 2 }, job("db") { $0.instances = 2 },
        ])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["web.1 TERM", "web.2 TERM"])
        bench.end("web.1", .code(0))
        #expect(bench.signals == ["web.1 TERM group"])
        bench.end("web.2", .code(0))
        #expect(bench.signals == ["web.2 TERM group", "db.1 TERM", "db.2 TERM"])
    }

    @Test func `patterns and barriers together`() {
        var bench = Bench.began([
            job("base") { $0.placement.barrier = .ready }, job("a-one"), job("a-two"),
            job("user", after: ["a*"]), .main,
        ])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["main TERM"])
        bench.end("main", .code(0))
        #expect(bench.signals == ["main TERM group", "user TERM"])
        bench.end("user", .code(0))
        #expect(bench.signals == ["user TERM group", "a-two TERM", "a-one TERM"])
        bench.end("a-one", .code(0))
        #expect(bench.signals == ["a-one TERM group"])
        bench.end("a-two", .code(0))
        #expect(bench.signals == ["a-two TERM group", "base TERM"])
    }

    @Test func `the budget has time for the longest chain`() {
        var configuration = Configuration()
        configuration.jobs = [
            job("web", after: ["a*"], 5000), job("api", after: ["db"], 20_000), job("db", 10_000),
            job("alone", 30_000), .main,
        ]
        let budget = ShutdownBudget(configuration: configuration, circumstances: Circumstances())
        #expect(budget.chain == Milliseconds(8000 + 35_000))
        #expect(budget.total == Milliseconds(44_000))
        #expect(!budget.isShort)
    }

    @Test func `a short budget is shared by the levels of a chain`() {
        var bench = Bench.began([
            job("web", after: ["api"], 8000), job("api", after: ["db"], 8000), job("db", 8000),
        ]) { $0.shutdown.timeout = Milliseconds(3000) }
        bench.send(.received(.terminate))
        #expect(bench.signals == ["web TERM"])
        bench.wait(999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["api TERM"])
        bench.wait(1000)
        #expect(bench.signals == ["db TERM"])
        bench.wait(1000)
        #expect(
            bench.signals == ["web KILL group", "api KILL group", "db KILL group", "all KILL"])
    }

    @Test func `with a short budget every job has its stop signal before any gets KILL`() {
        var bench = Bench.began([
            job("quick", after: ["base"], 100), job("slow", after: ["low"], 5000), job("base", 100),
            job("low", after: ["lowest"], 5000), job("lowest", 5000),
        ]) { $0.shutdown.timeout = Milliseconds(3000) }
        bench.send(.received(.terminate))
        #expect(bench.signals == ["quick TERM", "slow TERM"])
        bench.end("quick", .code(0))
        #expect(bench.signals == ["quick TERM group", "base TERM"])
        bench.wait(999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["low TERM"])
        bench.wait(1000)
        #expect(bench.signals == ["lowest TERM", "base KILL group"])
    }

    @Test func `what is being stopped already is stopped for the shutdown`() {
        var bench = Bench.began([job("web", after: ["db"]), job("db")])
        guard let id = bench.id("db") else { return }
        bench.send(.ordered(id, .restart))
        #expect(bench.signals == ["db TERM"])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["web TERM"])
        bench.end("db", .code(0))
        #expect(bench.starts == [])
        #expect(bench.state("db") == .stopped)
    }

    @Test func `a recovery in the middle goes on with the levels`() {
        let jobs = [job("web", after: ["api"]), job("api", after: ["db"]), job("db")]
        var bench = Bench.began(jobs)
        bench.send(.received(.terminate))
        bench.end("web", .code(0))
        #expect(bench.signals == ["web TERM group", "api TERM"])
        bench.crash(with: jobs)
        bench.send(.timePassed)
        #expect(bench.signals == [])
        bench.end("api", .code(0))
        #expect(bench.signals == ["api TERM group", "db TERM"])
    }

    @Test func `a chain of a thousand jobs stops one by one`() {
        var jobs: [JobSpec] = []
        for number in 0..<1000 {
            jobs.append(job("j\(number)", after: number == 0 ? [] : ["j\(number - 1)"]))
        }
        var bench = Bench.began(jobs)
        #expect(bench.starts.count == 1000)
        bench.send(.received(.terminate))
        #expect(bench.signals == ["j999 TERM"])
        for row in (1..<1000).reversed() {
            bench.send(.ended(InstanceID(row), .code(0)))
            #expect(bench.actions.contains(.signal(InstanceID(row - 1), .terminate, .process)))
        }
    }
}
