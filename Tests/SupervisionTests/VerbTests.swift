import Basics
import Config
import Supervision
import Testing

@Suite struct VerbTests {
    private func reload(_ jobs: [JobSpec]) -> Event {
        var configuration = Configuration()
        configuration.jobs = jobs
        return .reloaded(configuration)
    }

    private var disabled: JobSpec { .named("a") { $0.placement.isDisabled = true } }

    // MARK: stop

    @Test func `stop ends the run, which is neither success nor failure, and stays`() {
        let jobs: [JobSpec] = [
            .named("a") {
                $0.restart.onSuccess = .shutdown
                $0.restart.onFailure = .shutdown
            }, .named("b"),
        ]
        var bench = Bench.began(jobs)
        bench.order("a", .stop)
        #expect(bench.signals == ["a TERM"])
        #expect(bench.lines == ["stopping a (pid 11)"])
        #expect(bench.summary("a")?.wanted == .down)
        bench.end("a", .code(1))
        #expect(bench.state("a") == .stopped)
        bench.send(reload(jobs))
        bench.wait(100_000)
        #expect(bench.state("a") == .stopped)
        #expect(!bench.supervisor.isShuttingDown)
        #expect(bench.supervisor.isReady)
    }

    @Test func `a job that an operator stopped keeps the container`() {
        var bench = Bench.began([.named("a")])
        bench.order("a", .stop)
        bench.end("a", .code(0))
        bench.wait(100_000)
        #expect(!bench.supervisor.isShuttingDown)
        bench.order("a", .start)
        #expect(bench.starts == ["a"])
    }

    @Test func `a reload that changes the job starts it`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.order("a", .stop)
        bench.end("a", .code(0))
        bench.send(reload([.named("a") { $0.launch.command = ["x"] }, .named("b")]))
        #expect(bench.starts == ["a"])
    }

    @Test func `a job that waits, backs off, drains or has failed can be stopped`() {
        var bench = Bench.began([.once("w", barrier: .ended), .named("a")])
        bench.order("a", .stop)
        #expect(bench.state("a") == .stopped)
        bench.end("w", .code(0))
        #expect(bench.starts == [])
        var late = Bench.began([.named("a")])
        late.end("a", .code(1))
        late.order("a", .stop)
        #expect(late.state("a") == .stopped)
        #expect(late.supervisor.deadline == nil)
        var slow = Bench.began([.named("a")])
        slow.groupsRemain = true
        slow.end("a", .code(1))
        slow.order("a", .stop)
        #expect(slow.summary("a")?.wanted == .down)
        slow.send(.groupEmptied(InstanceID(0)))
        #expect(slow.state("a") == .stopped)
        var failed = Bench.began([.once("a"), .named("b")])
        failed.end("a", .code(1))
        failed.order("a", .stop)
        #expect(failed.state("a") == .stopped)
    }

    @Test func `a job that is down or done stays as it is`() {
        var bench = Bench.began([disabled, .once("b"), .named("c")])
        bench.end("b", .code(0))
        bench.order("a", .stop)
        #expect(bench.actions == [])
        bench.order("b", .stop)
        #expect(bench.actions == [])
        #expect(bench.state("b") == .done)
        bench.order("c", .stop)
        bench.order("c", .stop)
        #expect(bench.actions == [])
    }

    @Test func `a process that is just being made is stopped`() {
        var bench = Bench([.named("a"), .named("b")])
        bench.spawnsHang = true
        bench.send(.began)
        bench.order("a", .stop)
        #expect(bench.summary("a")?.wanted == .down)
        bench.send(.spawned(InstanceID(0), pid: 5))
        #expect(bench.signals == ["a TERM"])
        bench.end("a", .signal(15))
        #expect(bench.state("a") == .stopped)
    }

    @Test func `a barrier that an operator stops holds the others back`() {
        var bench = Bench.began([.once("w", barrier: .ended), .named("a")])
        bench.order("w", .stop)
        bench.end("w", .code(0))
        #expect(bench.state("a") == .waiting)
        bench.order("w", .start)
        bench.end("w", .code(0))
        #expect(bench.starts == ["a"])
    }

    // MARK: start

    @Test func `start starts what is stopped, done, failed, disabled, or backs off`() {
        for exit in [Exit.code(0), .code(1)] {
            var bench = Bench.began([.once("a"), .named("b")])
            bench.end("a", exit)
            bench.order("a", .start)
            #expect(bench.starts == ["a"])
            #expect(bench.lines.first == "starting a by hand")
        }
        var off = Bench.began([disabled, .named("b")])
        off.order("a", .start)
        #expect(off.starts == ["a"])
        #expect(off.summary("a")?.wanted == .up)
        off.send(reload([disabled, .named("b")]))
        #expect(off.state("a") == .running, "a reload that does not touch it leaves it alone")
        off.end("a", .code(1))
        #expect(off.state("a") == .backoff)
        off.order("a", .start)
        #expect(off.starts == ["a"])
    }

    @Test func `start goes past barriers, and the barriers stay`() {
        var bench = Bench.began([.once("w", barrier: .ended), .named("a"), .named("b")])
        bench.order("a", .start)
        #expect(bench.starts == ["a"])
        #expect(bench.lines.first == "starting a by hand, before its turn")
        #expect(bench.state("b") == .waiting)
        bench.end("w", .code(0))
        #expect(bench.starts == ["b"])
    }

    @Test func `start turns a stop round`() {
        var bench = Bench.began([.named("a")])
        bench.order("a", .stop)
        bench.order("a", .start)
        #expect(bench.summary("a")?.wanted == .up)
        bench.end("a", .signal(15))
        #expect(bench.starts == [], "a run below 100 ms")
        bench.wait(100)
        #expect(bench.starts == ["a"])
        var early = Bench([.named("a")])
        early.spawnsHang = true
        early.send(.began)
        early.order("a", .stop)
        early.order("a", .start)
        early.send(.spawned(InstanceID(0), pid: 5))
        #expect(early.signals == [])
        var slow = Bench.began([.named("a")])
        slow.groupsRemain = true
        slow.order("a", .stop)
        slow.end("a", .signal(15))
        slow.order("a", .start)
        slow.send(.groupEmptied(InstanceID(0)))
        #expect(slow.starts == ["a"])
    }

    @Test func `start beats a reload that is switching the job off`() {
        var bench = Bench([.named("a"), .named("b")])
        bench.spawnsHang = true
        bench.send(.began)
        bench.send(reload([disabled, .named("b")]))
        bench.order("a", .start)
        #expect(bench.summary("a")?.wanted == .up)
        bench.send(.spawned(InstanceID(0), pid: 5))
        bench.end("a", .signal(15))
        bench.wait(100)
        #expect(bench.starts == ["a"])
    }

    @Test func `start leaves alone what runs, and what a reload restarts`() {
        var bench = Bench.began([.named("a")])
        bench.order("a", .start)
        #expect(bench.actions == [])
        bench.send(reload([.named("a") { $0.launch.command = ["x"] }]))
        bench.order("a", .start)
        bench.end("a", .signal(15))
        #expect(bench.starts == ["a"])
        #expect(bench.summary("a")?.program == "x")
    }

    @Test func `what an operator starts ends the container only by a written shutdown`() {
        var bench = Bench.began([
            .once("first", barrier: .ended), .once("a", barrier: .ended), .named("b"),
        ])
        bench.order("a", .start)
        bench.end("a", .code(3))
        #expect(bench.state("a") == .failed)
        #expect(!bench.supervisor.isShuttingDown)
        var written = Bench.began([
            .named("a") {
                $0.placement.isDisabled = true
                $0.restart.onFailure = .shutdown
            }, .named("b"),
        ])
        written.order("a", .start)
        written.end("a", .code(3))
        #expect(written.supervisor.isShuttingDown)
    }

    @Test func `start switches on what a datagram has switched off`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.send(.switched("a", isOn: false))
        bench.end("a", .code(0))
        bench.order("a", .start)
        #expect(bench.summary("a")?.isOn == true)
        bench.end("a", .code(0))
        #expect(bench.state("a") == .backoff)
    }

    // MARK: once

    @Test func `once runs once`() {
        var bench = Bench.began([disabled, .named("b")])
        bench.order("a", .once)
        #expect(bench.starts == ["a"])
        #expect(bench.summary("a")?.wanted == .once)
        bench.end("a", .code(1))
        #expect(bench.state("a") == .failed)
        bench.order("a", .once)
        bench.end("a", .code(0))
        #expect(bench.state("a") == .done)
        bench.order("a", .start)
        bench.end("a", .code(0))
        #expect(bench.state("a") == .backoff)
    }

    @Test func `once lets the present run be the last`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.order("a", .once)
        #expect(bench.actions == [])
        bench.crash(with: [.named("a"), .named("b")])
        bench.send(.timePassed)
        bench.end("a", .code(0))
        #expect(bench.state("a") == .done)
    }

    // MARK: restart

    @Test func `restart ends the run and starts the next without a pause`() {
        var bench = Bench.began([.named("a") { $0.restart.onFailure = .shutdown }])
        bench.wait(5000)
        bench.order("a", .restart)
        #expect(bench.signals == ["a TERM"])
        #expect(bench.lines == ["restarting a (pid 11)"])
        #expect(bench.summary("a")?.wanted == .up)
        bench.end("a", .code(1))
        #expect(bench.starts == ["a"])
        #expect(bench.summary("a")?.restarts == 1)
        #expect(bench.summary("a")?.lastExit == .code(1))
    }

    @Test func `restart starts what is down`() {
        var bench = Bench.began([disabled, .named("b")])
        bench.order("a", .restart)
        #expect(bench.starts == ["a"])
    }

    // MARK: who is not ordered about

    @Test func `main is not started or stopped by hand`() {
        var bench = Bench.began([.main])
        for verb in [Verb.start, .stop, .once, .restart] {
            bench.order("main", verb)
            #expect(bench.lines == ["main is not started or stopped by hand"])
            #expect(bench.signals == [])
        }
        bench.order("main", .reload)
        #expect(bench.signals == ["main HUP"])
    }

    @Test func `nothing is ordered during a shutdown, or of a job that leaves`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.send(reload([.named("b")]))
        bench.send(.ordered(InstanceID(0), .start))
        #expect(bench.actions == [])
        bench.send(.received(.terminate))
        bench.order("b", .stop)
        #expect(bench.actions == [])
        bench.send(.ordered(InstanceID(77), .stop))
        #expect(bench.actions == [])
    }
}
