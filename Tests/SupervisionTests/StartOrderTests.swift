import Basics
import Config
import Supervision
import Testing

@Suite struct StartOrderTests {
    @Test func `jobs start by order, then by place in the file, main last`() {
        let bench = Bench.began([
            .main, .named("c") { $0.placement.order = 5 }, .named("a"),
            .named("z") { $0.placement.order = -1 }, .named("b"),
            .named("last") { $0.placement.order = .max },
        ])
        #expect(bench.starts == ["z", "a", "b", "c", "last", "main"])
    }

    @Test func `jobs behind a wait job start when it has ended once`() {
        var bench = Bench.began([
            .named("a"), .named("w") { $0.placement.barrier = .ended }, .named("b"),
        ])
        #expect(bench.starts == ["a", "w"])
        #expect(bench.state("b") == .waiting)
        bench.end("w", .code(1))
        #expect(bench.starts == ["b"])
        bench.wait(10_000)
        #expect(bench.starts == ["w"])
        #expect(bench.state("b") == .running)
    }

    @Test func `with on-failure restart the barrier opens at the first success`() {
        var job = JobSpec.once("w", barrier: .ended)
        job.restart.onFailure = .restart
        job.restart.retriesUntilSuccess = true
        job.restart.delay = .fixed(Milliseconds(500))
        var bench = Bench.began([job, .named("b")])
        bench.end("w", .code(1))
        #expect(bench.starts == [])
        bench.wait(500)
        #expect(bench.starts == ["w"])
        bench.end("w", .code(0))
        #expect(bench.starts == ["b"])
    }

    @Test func `a wait job that an operator stops goes on holding, until it has ended by itself`() {
        for barrier in [Placement.Barrier.ended, .ready] {
            let jobs: [JobSpec] = [
                .named("w") {
                    $0.placement.barrier = barrier
                    if barrier == .ready { $0.readiness = Readiness(.notify, []) }
                }, .named("b"),
            ]
            var bench = Bench.began(jobs)
            bench.order("w", .stop)
            bench.end("w", .code(0))
            bench.wait(100_000)
            #expect(bench.state("w") == .stopped)
            #expect(bench.state("b") == .waiting)
            #expect(!bench.supervisor.isReady)
            bench.order("w", .start)
            #expect(bench.starts == ["w"])
            #expect(bench.state("b") == .waiting)
            if barrier == .ready { bench.notify("w", .ready) } else { bench.end("w", .code(0)) }
            #expect(bench.starts == ["b"])
        }
    }

    @Test func `a stopped wait job that is switched off, or started past, holds nobody`() {
        let jobs: [JobSpec] = [.once("w", barrier: .ended), .named("b")]
        var bench = Bench.began(jobs)
        bench.order("w", .stop)
        bench.end("w", .code(0))
        bench.send(.switched("w", isOn: false))
        #expect(bench.starts == ["b"])

        bench = Bench.began(jobs)
        bench.order("w", .stop)
        bench.end("w", .code(0))
        bench.order("b", .start)
        #expect(bench.starts == ["b"])
        #expect(bench.state("w") == .stopped)
    }

    @Test func `wait ready holds until the program executes`() {
        var bench = Bench([.named("db") { $0.placement.barrier = .ready }, .named("web")])
        bench.executesSlowly = true
        bench.send(.began)
        #expect(bench.starts == ["db"])
        #expect(bench.state("db") == .starting)
        if let id = bench.id("db") { bench.send(.executed(id)) }
        #expect(bench.starts == ["web"])
        bench.end("db", .code(0))
        #expect(bench.signals == ["db TERM group"])
    }

    @Test func `what stands behind a job that is never ready does not keep the container`() {
        var bench = Bench([
            .named("db") {
                $0.placement.barrier = .ready
                $0.restart.onFailure = .stop
            }, .named("web"),
        ])
        bench.executesSlowly = true
        bench.send(.began)
        guard let id = bench.id("db") else { return }
        bench.send(
            .setUpFailed(
                id,
                SetUpFailure(
                    step: .directory, subject: "/srv", errorNumber: 2,
                    reason: "No such file or directory")))
        #expect(
            bench.lines == [
                "job db: cannot change to directory /srv: No such file or directory"
            ])
        bench.send(.ended(id, .code(126)))
        #expect(bench.supervisor.isShuttingDown)
        bench.send(.childless)
        #expect(bench.status == 126)
    }

    @Test func `a disabled job is not started and holds nobody back`() {
        let bench = Bench.began([
            .named("w") {
                $0.placement.barrier = .ended
                $0.placement.isDisabled = true
            }, .named("b"),
        ])
        #expect(bench.starts == ["b"])
        #expect(bench.state("w") == .disabled)
    }

    @Test func `a thousand jobs start in one turn`() {
        let jobs = (0..<1000).map { number in JobSpec.named("job\(number)") }
        let bench = Bench.began(jobs)
        #expect(bench.starts.count == 1000)
        #expect(bench.supervisor.deadline == nil)
        #expect(bench.supervisor.instance(pid: 1010) == InstanceID(999))
        #expect(bench.supervisor.instance(pid: 5) == nil)
    }

    @Test func `a refused fork is tried again after 100 ms, doubling to 5 s`() {
        var bench = Bench([.named("a")])
        bench.spawnsHang = true
        bench.send(.began)
        let failure = SetUpFailure(
            step: .fork, subject: "", errorNumber: 11, reason: "Resource temporarily unavailable")
        for pause: UInt64 in [100, 200, 400, 800, 1600, 3200, 5000, 5000] {
            bench.send(.spawnRefused(InstanceID(0), failure))
            #expect(bench.state("a") == .backoff)
            bench.wait(pause - 1)
            #expect(bench.starts == [])
            bench.wait(1)
            #expect(bench.starts == ["a"])
        }
    }
}
