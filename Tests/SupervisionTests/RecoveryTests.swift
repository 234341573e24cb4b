import Basics
import Config
import Supervision
import Testing

@Suite struct RecoveryTests {
    /// The supervisor that another image makes of the records.
    private func recover(_ bench: Bench, _ jobs: [JobSpec]) -> Bench {
        var copy = bench
        copy.crash(with: jobs)
        return copy
    }

    @Test func `states, processes and times survive`() {
        let jobs: [JobSpec] = [.named("a"), .named("b"), .once("c")]
        var bench = Bench.began(jobs)
        bench.end("b", .code(1))
        bench.end("c", .code(0))
        var again = recover(bench, jobs)
        #expect(again.supervisor.summary == bench.supervisor.summary)
        #expect(again.supervisor.deadline == bench.supervisor.deadline)
        again.wait(10_000)
        #expect(again.starts == ["b"])
        again.send(.received(.terminate))
        #expect(again.signals == ["a TERM", "b TERM"])
    }

    @Test func `a process without a job is stopped to its end`() {
        let bench = Bench.began([.named("a"), .named("gone")])
        var again = recover(bench, [.named("a"), .named("new")])
        again.send(.timePassed)
        #expect(again.signals == ["removed-12 TERM"])
        #expect(again.state("new") == .waiting)
        again.send(.ended(InstanceID(1), .code(0)))
        #expect(again.starts == ["new"])
    }

    @Test func `a spawn without an answer is asked for again, unless its process is found`() {
        var bench = Bench([.named("a")])
        bench.spawnsHang = true
        bench.send(.began)
        bench.spawnsHang = false
        var again = recover(bench, [.named("a")])
        again.send(.timePassed)
        #expect(again.starts == ["a"])
        var found = recover(bench, [.named("a")])
        found.supervisor.adopt(InstanceID(0), pid: 77, at: Instant(milliseconds: found.now))
        found.send(.timePassed)
        #expect(found.starts == [])
        #expect(found.pid("a") == 77)
        #expect(found.state("a") == .running)
    }

    @Test func `a start that was not seen to execute is told after the recovery`() {
        let jobs: [JobSpec] = [.named("a"), .named("b") { $0.placement.restartsWith = ["a"] }]
        var bench = Bench(jobs)
        bench.send(.began)
        bench.executesSlowly = true
        bench.end("a", .code(1))
        bench.wait(10_000)
        #expect(bench.starts == ["a"])
        bench.executesSlowly = false
        var again = recover(bench, jobs)
        again.send(.timePassed)
        #expect(again.lines.contains("started a (pid 13)"))
        // What it drags along is not forgotten.
        #expect(again.signals == ["b TERM"])
        again.send(.timePassed)
        #expect(again.lines.isEmpty)
    }

    @Test func `a run that was awaited is ready where nothing asks for that any more`() {
        var bench = Bench.began([
            .named("a") {
                $0.readiness = Readiness(.exec, ["x"], within: Milliseconds(500))
            }
        ])
        bench.wait(100)
        #expect(bench.probes == ["a readiness"])
        bench.crash(with: [.named("a")])
        bench.send(.timePassed)
        // It would never be met, and never leave.
        #expect(bench.supervisor.deadline == nil)
        #expect(bench.state("a") == .running)
    }

    @Test func `a process that ended unseen counts as a failure`() {
        let bench = Bench.began([.named("a"), .named("b")])
        var again = recover(bench, [.named("a"), .named("b")])
        again.send(.ended(InstanceID(0), .unknown))
        #expect(again.state("a") == .backoff)
    }

    @Test func `what leaves still keeps its place from being taken`() {
        let jobs: [JobSpec] = [.named("a") { $0.instances = 2 }]
        var bench = Bench.began(jobs)
        bench.send(.scaled("a", 1))
        bench.send(.scaled("a", 2))
        for _ in 0..<2 {
            bench.crash(with: jobs)
            bench.send(.timePassed)
        }
        bench.order("a.2", .start)
        #expect(bench.lines == ["a.2 cannot start before the last one has ended"])
        bench.send(.ended(InstanceID(1), .code(0)))
        #expect(bench.starts == ["a.2"])
    }

    @Test func `a process whose start was not written down keeps its place too`() {
        var bench = Bench.began([.named("gone")])
        var configuration = Configuration()
        configuration.jobs = [.named("new")]
        bench.send(.reloaded(configuration))
        #expect(bench.state("new") == .waiting)
        bench.crash(with: [.named("new")])
        bench.supervisor.adopt(InstanceID(1), pid: 77, at: Instant(milliseconds: bench.now))
        bench.send(.timePassed)
        bench.order("new", .start)
        #expect(bench.lines == ["new cannot start before the last one has ended"])
        bench.send(.ended(InstanceID(0), .code(0)))
        #expect(bench.starts == [])
        bench.send(.ended(InstanceID(2), .code(0)))
        #expect(bench.starts == ["new"])
    }

    @Test func `a shutdown goes on`() {
        let jobs: [JobSpec] = [.named("db") { $0.placement.barrier = .ready }, .named("web")]
        var bench = Bench.began(jobs)
        bench.send(.received(.terminate))
        var again = recover(bench, jobs)
        again.end("web", .code(0))
        #expect(again.signals == ["web TERM group", "db TERM"])
        again.end("db", .code(0))
        again.send(.childless)
        #expect(again.status == 0)
    }

    @Test func `only changed rows are written again`() {
        var bench = Bench.began([.named("a"), .named("b")])
        #expect(bench.supervisor.takeChangedRows().sorted() == [0, 1])
        bench.send(.timePassed)
        #expect(bench.supervisor.takeChangedRows() == [])
        bench.end("b", .code(0))
        #expect(bench.supervisor.takeChangedRows() == [1])
    }
}
