import Basics
import Config
import Supervision
import Testing

@Suite struct PauseTests {
    @Test func `reload sends the reload-signal`() {
        var bench = Bench.began([.named("a") { $0.reloadSignal = .user1 }])
        bench.order("a", .reload)
        #expect(bench.signals == ["a USR1"])
        #expect(bench.lines == ["sending USR1 to a (pid 11)"])
        bench.end("a", .code(0))
        bench.order("a", .reload)
        #expect(bench.signals == [])
        #expect(bench.lines == ["a does not run"])
    }

    @Test func `a paused job stands still, and its times with it`() {
        var bench = Bench([
            .named("a") {
                $0.runTimeout = Milliseconds(10_000)
                $0.health = HealthCheck(.tcp, ["x"])
                $0.health?.interval = Milliseconds(3000)
                $0.health?.timeout = Milliseconds(9000)
            }
        ])
        bench.send(.began)
        bench.notify("a", .watchdog(Milliseconds(4000)))
        bench.wait(3500)
        bench.order("a", .pause)
        #expect(bench.signals == ["a STOP group"])
        #expect(bench.probes == ["a over"])
        #expect(bench.summary("a")?.isPaused == true)
        #expect(bench.state("a") == .running)
        #expect(!bench.supervisor.isReady)
        #expect(bench.supervisor.deadline == nil)
        bench.order("a", .pause)
        #expect(bench.actions == [])
        bench.wait(1_000_000)
        bench.order("a", .resume)
        #expect(bench.actions.contains(.signal(InstanceID(0), .resume, .group)))
        #expect(bench.summary("a")?.isPaused == false)
        bench.order("a", .resume)
        #expect(bench.actions == [])
        bench.wait(3999)
        #expect(bench.probes == ["a health"])
        #expect(bench.signals == [])
        bench.notify("a", .watchdog(Milliseconds(0)))
        bench.wait(2501)
        #expect(bench.lines == ["a (pid 11) has run for 10s (run-timeout), stopping it"])
    }

    @Test func `a paused job that is not ready yet has the rest of its within afterwards`() {
        var bench = Bench.began([
            .named("a") { $0.readiness = Readiness(.tcp, ["x"], within: Milliseconds(5000)) }
        ])
        bench.wait(50)
        bench.order("a", .pause)
        bench.wait(60_000)
        #expect(bench.probes == [])
        bench.order("a", .resume)
        bench.wait(100)
        #expect(bench.probes == ["a readiness"])
        bench.wait(4850)
        #expect(bench.signals == ["a TERM"])
    }

    @Test func `a stop resumes the job first`() {
        var bench = Bench.began([
            .named("a") { $0.stop.command = ["stop"] }, .named("b"),
        ])
        bench.order("a", .pause)
        bench.order("a", .stop)
        #expect(
            bench.actions.filter { if case .report = $0 { false } else { true } } == [
                .signal(InstanceID(0), .resume, .group), .runCommand(InstanceID(0)),
            ])
        var killed = Bench.began([.once("a"), .named("b")])
        killed.order("a", .pause)
        killed.end("a", .signal(9))
        #expect(killed.actions.contains(.signal(InstanceID(0), .resume, .group)))
        killed.order("a", .start)
        #expect(killed.summary("a")?.isPaused == false)
    }

    @Test func `a shutdown ends a paused job`() {
        var bench = Bench.began([.named("a")])
        bench.order("a", .pause)
        bench.send(.received(.terminate))
        #expect(bench.signals == ["a TERM"])
        #expect(bench.actions.contains(.signal(InstanceID(0), .resume, .group)))
    }

    @Test func `a recovery keeps a pause`() {
        let jobs: [JobSpec] = [.named("a") { $0.runTimeout = Milliseconds(1000) }]
        var bench = Bench.began(jobs)
        bench.order("a", .pause)
        bench.crash(with: jobs)
        bench.wait(50_000)
        #expect(bench.signals == [])
        bench.order("a", .resume)
        bench.wait(1000)
        #expect(bench.signals == ["a TERM"])
    }
}
