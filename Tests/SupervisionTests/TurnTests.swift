import Basics
import Config
import Supervision
import Testing

@Suite struct TurnTests {
    private func web(_ count: Int = 3, with change: (inout JobSpec) -> Void = { _ in }) -> JobSpec {
        .named("web") { job in
            job.instances = count
            change(&job)
        }
    }

    private func notifying(_ command: Text = "run") -> JobSpec {
        web { job in
            job.readiness = Readiness(.notify, [])
            job.launch.command = [command]
        }
    }

    private func makeReady(_ name: Text, _ bench: inout Bench) {
        guard let id = bench.id(name), let pid = bench.pid(name) else { return }
        bench.send(.notified(id, pid: pid, .ready))
    }

    private func readyBench() -> Bench {
        var bench = Bench.began([notifying(), .named("other")])
        for name: Text in ["web.1", "web.2", "web.3"] { makeReady(name, &bench) }
        // A shorter run would be followed by a pause.
        bench.wait(1000)
        return bench
    }

    @Test
    func `a reload that changes the definition restarts one at a time, when the last is ready`() {
        var bench = readyBench()
        bench.send(.reloaded(jobs: [notifying("new"), .named("other")]))
        #expect(bench.signals == ["web.1 TERM"])
        bench.end("web.1", .code(0))
        #expect(bench.starts == ["web.1"])
        #expect(bench.signals == ["web.1 TERM group"])
        makeReady("web.1", &bench)
        #expect(bench.signals == ["web.2 TERM"])
        bench.end("web.2", .code(0))
        makeReady("web.2", &bench)
        #expect(bench.signals == ["web.3 TERM"])
        bench.end("web.3", .code(0))
        makeReady("web.3", &bench)
        #expect(bench.signals == [])
        for row in 0..<3 {
            #expect(bench.supervisor.spec(of: InstanceID(row))?.launch.command == ["new"])
        }
    }

    @Test func `a restart by order, a changed file and bounce are rolling too`() {
        var bench = readyBench()
        for row in 0..<3 { bench.send(.ordered(InstanceID(row), .restart)) }
        bench.end("web.1", .code(0))
        makeReady("web.1", &bench)
        #expect(bench.signals == ["web.2 TERM"])

        bench = readyBench()
        for row in 0..<3 { bench.send(.dependencyChanged(InstanceID(row), "/etc/web")) }
        bench.end("web.1", .code(0))
        makeReady("web.1", &bench)
        #expect(bench.signals == ["web.2 TERM"])

        bench = Bench.began([web(2) { $0.bounce = Milliseconds(5000) }])
        bench.wait(5000)
        #expect(bench.signals == ["web.1 TERM"])
        bench.wait(1000)
        #expect(bench.signals == [])
        bench.end("web.1", .code(0))
        #expect(bench.signals == ["web.1 TERM group", "web.2 TERM"])
    }

    @Test func `restart-with is rolling`() {
        var bench = Bench.began([
            .named("db"), web(2) { $0.placement.restartsWith = ["db"] },
        ])
        bench.end("db", .code(1))
        bench.wait(10_000)
        #expect(bench.signals == ["web.1 TERM"])
        bench.end("web.1", .code(0))
        #expect(bench.signals == ["web.1 TERM group", "web.2 TERM"])
    }

    @Test func `one that fails does not stop the others from having their turn`() {
        var bench = readyBench()
        bench.send(.reloaded(jobs: [notifying("new"), .named("other")]))
        bench.end("web.1", .code(0))
        #expect(bench.starts == ["web.1"])
        bench.end("web.1", .code(1))
        #expect(bench.state("web.1") == .backoff)
        #expect(bench.signals == ["web.1 TERM group", "web.2 TERM"])
    }

    @Test func `one that an operator stops does not, either`() {
        var bench = readyBench()
        bench.send(.reloaded(jobs: [notifying("new"), .named("other")]))
        bench.send(.ordered(InstanceID(0), .stop))
        bench.end("web.1", .code(0))
        #expect(bench.state("web.1") == .stopped)
        #expect(bench.signals == ["web.1 TERM group", "web.2 TERM"])
    }

    @Test func `one that ends before its turn comes back with its new definition`() {
        var bench = readyBench()
        bench.send(.reloaded(jobs: [notifying("new"), .named("other")]))
        bench.end("web.3", .code(7))
        #expect(bench.starts == ["web.3"])
        #expect(bench.supervisor.spec(of: InstanceID(2))?.launch.command == ["new"])
        bench.end("web.1", .code(0))
        makeReady("web.1", &bench)
        // Not before the one that came back is ready.
        #expect(bench.signals == [])
        makeReady("web.3", &bench)
        #expect(bench.signals == ["web.2 TERM"])
    }

    @Test func `a reload in the middle that goes back leaves those that have not had their turn`() {
        var bench = readyBench()
        let pid = bench.pid("web.3")
        bench.send(.reloaded(jobs: [notifying("new"), .named("other")]))
        bench.send(.reloaded(jobs: [notifying(), .named("other")]))
        bench.end("web.1", .code(0))
        makeReady("web.1", &bench)
        #expect(bench.signals == [])
        #expect(bench.pid("web.3") == pid)
        for row in 0..<3 {
            #expect(bench.supervisor.spec(of: InstanceID(row))?.launch.command == ["run"])
        }
    }

    @Test func `a reload in the middle with a third definition goes on with that`() {
        var bench = readyBench()
        bench.send(.reloaded(jobs: [notifying("new"), .named("other")]))
        bench.end("web.1", .code(0))
        bench.send(.reloaded(jobs: [notifying("newer"), .named("other")]))
        // It serves nobody yet: it goes first, and at once.
        #expect(bench.signals == ["web.1 TERM"])
        bench.end("web.1", .code(0))
        makeReady("web.1", &bench)
        #expect(bench.signals == ["web.2 TERM"])
        bench.end("web.2", .code(0))
        #expect(bench.supervisor.spec(of: InstanceID(1))?.launch.command == ["newer"])
    }

    @Test func `one that is not ready has its turn first`() {
        var bench = Bench.began([notifying()])
        makeReady("web.1", &bench)
        makeReady("web.3", &bench)
        bench.send(.reloaded(jobs: [notifying("new")]))
        #expect(bench.signals == ["web.2 TERM"])
    }

    @Test func `a shutdown in the middle stops all at once`() {
        var bench = readyBench()
        bench.send(.reloaded(jobs: [notifying("new"), .named("other")]))
        bench.send(.received(.terminate))
        #expect(bench.signals == ["web.2 TERM", "web.3 TERM", "other TERM"])
        for name: Text in ["web.1", "web.2", "web.3", "other"] { bench.end(name, .code(0)) }
        #expect(bench.starts == [])
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `disabling and fewer instances do not wait for turns`() {
        var bench = readyBench()
        bench.send(.reloaded(jobs: [notifying("new"), .named("other")]))
        bench.send(.scaled("web", 2))
        #expect(bench.signals == ["web.3 TERM"])
        var disabled = notifying("new")
        disabled.placement.isDisabled = true
        bench.send(.reloaded(jobs: [disabled, .named("other")]))
        #expect(bench.signals == ["web.2 TERM"])
    }

    @Test func `a recovery in the middle goes on`() {
        var bench = readyBench()
        bench.send(.reloaded(jobs: [notifying("new"), .named("other")]))
        bench.crash(with: [notifying("new"), .named("other")])
        bench.send(.timePassed)
        #expect(bench.signals == [])
        bench.end("web.1", .code(0))
        makeReady("web.1", &bench)
        #expect(bench.signals == ["web.2 TERM"])
    }

    @Test func `a run that ends by its limit while it waits for its turn takes the new definition`()
    {
        let limited = web(2) { $0.runTimeout = Milliseconds(5000) }
        var bench = Bench.began([limited])
        bench.wait(4000)
        var new = limited
        new.launch.command = ["new"]
        bench.send(.reloaded(jobs: [new]))
        bench.wait(1000)
        #expect(bench.signals == ["web.2 TERM"])
        bench.end("web.2", .code(0))
        #expect(bench.starts == ["web.2"])
    }
}
