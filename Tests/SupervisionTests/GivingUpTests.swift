import Basics
import Config
import Testing

@testable import Supervision

@Suite struct GivingUpTests {
    private func job(with change: (inout JobSpec) -> Void) -> JobSpec {
        .named("a") {
            $0.restart.delay = .fixed(Milliseconds(1000))
            change(&$0)
        }
    }

    private func limited(
        _ count: Int, in period: UInt64, ends: Bool = false,
        with change: (inout JobSpec) -> Void = { _ in }
    ) -> JobSpec {
        job {
            $0.restart.limit = RestartLimit(
                count: count, period: Milliseconds(period), ends: ends)
            change(&$0)
        }
    }

    /// Lets a run last, ends it, and waits for the next.
    private func run(_ bench: inout Bench, _ exit: Exit = .code(1), for time: UInt64 = 0) {
        bench.wait(time)
        bench.end("a", exit)
        let lines = bench.lines
        if bench.state("a") == .backoff { bench.wait(1000) }
        #expect(!lines.isEmpty)
    }

    @Test func `as many failures within the period as allowed, and the job has failed`() {
        var bench = Bench.began([limited(3, in: 60_000), .named("b")])
        run(&bench)
        run(&bench)
        #expect(bench.state("a") == .running)
        bench.end("a", .code(7))
        #expect(bench.state("a") == .failed)
        #expect(
            bench.lines == [
                "a (pid 14) exited after 0ms: exit status 7; gave up after 3 failures within 1m"
            ])
        bench.wait(600_000)
        #expect(bench.starts == [])
    }

    @Test func `failures that are too long ago do not count`() {
        var bench = Bench.began([limited(3, in: 10_000), .named("b")])
        for _ in 0..<10 { run(&bench, for: 4001) }
        run(&bench, for: 4000)
        #expect(bench.state("a") == .running, "10.001 s")
        run(&bench, for: 4000)
        #expect(bench.state("a") == .failed)
    }

    @Test func `only failures count`() {
        var bench = Bench.began([limited(2, in: 60_000), .named("b")])
        run(&bench)
        for _ in 0..<5 { run(&bench, .code(0)) }
        bench.order("a", .restart)
        run(&bench, .signal(15))
        bench.send(.dependencyChanged(InstanceID(0), "/x"))
        run(&bench, .signal(15))
        bench.send(
            .spawnRefused(
                InstanceID(0), SetUpFailure(step: .fork, subject: "", errorNumber: 11, reason: "x"))
        )
        #expect(bench.state("a") == .running)
        run(&bench)
        #expect(bench.state("a") == .failed)
    }

    @Test func `giving up ends the container with the last status, never 0, where that is written`()
    {
        func status(_ exit: Exit, with change: (inout JobSpec) -> Void = { _ in }) -> Int32? {
            var bench = Bench.began([limited(1, in: 1000, ends: true, with: change)])
            bench.end("a", exit)
            #expect(
                bench.lines.first?.hasSuffix(
                    "gave up after 1 failures within 1s, ending the container") == true)
            bench.send(.childless)
            return bench.status
        }
        #expect(status(.code(9)) == 9)
        #expect(status(.signal(11)) == 139)
        #expect(status(.code(0)) { $0.restart.successCodes = [4] } == 1)
    }

    @Test func `a job that is given up gives the container its status when nothing else is left`() {
        var bench = Bench.began([limited(1, in: 1000)])
        bench.end("a", .code(9))
        bench.send(.childless)
        #expect(bench.status == 9)
    }

    @Test func `a time-out counts as a failure with 124`() {
        var bench = Bench.began([
            limited(1, in: 1000, ends: true) { $0.runTimeout = Milliseconds(500) }
        ])
        bench.wait(500)
        bench.end("a", .code(0))
        bench.send(.childless)
        #expect(bench.status == 124)
    }

    @Test func `a barrier opens when its job gives up, also after a stop`() {
        var specs = [
            limited(1, in: 1000) {
                $0.placement.barrier = .ended
                $0.restart.retriesUntilSuccess = true
                $0.runTimeout = Milliseconds(500)
            }, .named("b"),
        ]
        var bench = Bench.began(specs)
        bench.wait(500)
        #expect(bench.signals == ["a TERM"])
        bench.end("a", .code(0))
        #expect(bench.starts == ["b"])
        specs[0].runTimeout = nil
        var plain = Bench.began(specs)
        plain.end("a", .code(1))
        #expect(plain.starts == ["b"])
    }

    @Test func `a run that ends before start-wait is a failed start, unless it succeeds`() {
        var bench = Bench.began([
            job {
                $0.restart.startWait = Milliseconds(5000)
                $0.restart.startRetries = 3
            }, .named("b"),
        ])
        run(&bench, for: 4999)
        run(&bench, for: 4999)
        run(&bench, for: 5000)
        #expect(bench.state("a") == .running)
        run(&bench)
        run(&bench)
        run(&bench, .code(0))
        run(&bench)
        run(&bench)
        #expect(bench.state("a") == .running)
        bench.end("a", .code(2))
        #expect(bench.state("a") == .failed)
        #expect(bench.lines.first?.hasSuffix("gave up after 3 failed starts") == true)
    }

    @Test func `without start-wait a run has started when it executes`() {
        var bench = Bench.began([job { $0.restart.startRetries = 2 }, .named("b")])
        for _ in 0..<5 { run(&bench) }
        #expect(bench.state("a") == .running)
        bench.executesSlowly = true
        for _ in 0..<2 {
            run(&bench)
            guard bench.state("a") == .starting else { break }
            bench.send(
                .setUpFailed(
                    InstanceID(0),
                    SetUpFailure(step: .execute, subject: "x", errorNumber: 2, reason: "no")))
        }
        bench.end("a", .code(127))
        #expect(bench.state("a") == .failed)
    }

    @Test func `a run that was not ready in time is a failed start`() {
        var bench = Bench.began([
            job {
                $0.restart.startRetries = 2
                $0.restart.startRetriesEnd = true
                $0.readiness = Readiness(.notify, [], within: Milliseconds(20_000))
            }
        ])
        bench.wait(20_000)
        run(&bench)
        bench.wait(20_000)
        bench.end("a", .code(0))
        #expect(
            bench.lines.first?.hasSuffix("gave up after 2 failed starts, ending the container")
                == true)
        bench.send(.childless)
        #expect(bench.status == 124)
    }

    @Test func `one that was ready has started`() {
        var bench = Bench.began([
            job {
                $0.restart.startRetries = 1
                $0.readiness = Readiness(.notify, [])
            }, .named("b"),
        ])
        bench.notify("a", .ready)
        run(&bench)
        #expect(bench.state("a") == .starting)
        run(&bench)
        #expect(bench.state("a") == .failed)
    }

    @Test func `start-wait is where a growing delay begins anew`() {
        var bench = Bench.began([
            .named("a") {
                $0.restart.delay = .growing(from: Milliseconds(1000), to: Milliseconds(8000))
                $0.restart.startWait = Milliseconds(2000)
            }
        ])
        for (ran, least) in [(0, 1000), (1999, 2000), (2000, 1000)] {
            bench.wait(UInt64(ran))
            bench.end("a", .code(1))
            let pause = (bench.supervisor.deadline?.milliseconds ?? 0) - bench.now
            #expect(pause >= least && pause <= UInt64(least + least / 10))
            bench.wait(pause)
        }
    }

    @Test func `an operator's start forgets the failures`() {
        var bench = Bench.began([
            limited(2, in: 600_000) { $0.restart.startRetries = 2 }, .named("b"),
        ])
        run(&bench)
        run(&bench)
        #expect(bench.state("a") == .failed)
        bench.order("a", .start)
        #expect(bench.starts == ["a"])
        run(&bench)
        #expect(bench.state("a") == .running)
        run(&bench)
        #expect(bench.state("a") == .failed)
    }

    @Test func `so does a new definition`() {
        var bench = Bench.began([limited(2, in: 600_000), .named("b")])
        run(&bench)
        var configuration = Configuration()
        configuration.jobs = [
            limited(2, in: 600_000) { $0.launch.command = ["other"] }, .named("b"),
        ]
        bench.send(.reloaded(configuration))
        bench.end("a", .signal(15))
        run(&bench)
        #expect(bench.state("a") == .running)
        configuration.jobs[0].restart.limit?.count = 1
        bench.send(.reloaded(configuration))
        #expect(bench.signals == [], "the limit is applied in place")
        run(&bench)
        #expect(bench.state("a") == .failed)
    }

    @Test func `a recovery remembers the last failures`() {
        let jobs = [limited(4, in: 600_000), .named("b")]
        var bench = Bench.began(jobs)
        for _ in 0..<3 {
            run(&bench)
            bench.crash(with: jobs)
            bench.send(.timePassed)
        }
        #expect(bench.state("a") == .running)
        run(&bench)
        #expect(bench.state("a") == .failed)
    }

    @Test func `memory for failures is bounded by the limit`() {
        var bench = Bench.began([limited(5, in: 1), .named("b")])
        for _ in 0..<100 { run(&bench) }
        #expect(bench.supervisor.record(of: 0).failures.count == 1)
    }
}
