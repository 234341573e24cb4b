import Basics
import Config
import Supervision
import Testing

@Suite struct StopCommandTests {
    private func commanded(_ name: Text) -> JobSpec {
        .named(name) { $0.stop.command = ["quit"] }
    }

    private func runs(_ bench: Bench) -> Int {
        bench.actions.count { action in
            if case .runCommand = action { true } else { false }
        }
    }

    private func kills(_ bench: Bench) -> Int {
        bench.actions.count { action in
            if case .killCommand = action { true } else { false }
        }
    }

    private func tell(_ bench: inout Bench, _ name: Text, _ exit: Exit) {
        guard let id = bench.id(name) else { return }
        bench.send(.commandEnded(id, exit))
    }

    @Test func `it runs instead of the stop signal, and the job's end completes the stop`() {
        var bench = Bench.began([commanded("a")])
        bench.send(.received(.terminate))
        #expect(runs(bench) == 1)
        #expect(bench.signals == [])
        tell(&bench, "a", .code(0))
        #expect(bench.signals == [])
        bench.end("a", .code(0))
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `one that fails is followed by the stop signal`() {
        var bench = Bench.began([commanded("a")])
        bench.send(.received(.terminate))
        tell(&bench, "a", .code(1))
        #expect(bench.signals == ["a TERM"])
        #expect(bench.lines == ["stop-cmd of a failed: exit status 1"])
    }

    @Test func `past stop-timeout the job and its stop-cmd get KILL`() {
        var bench = Bench.began([commanded("a"), .named("b")])
        var configuration = Configuration()
        configuration.jobs = [.named("b")]
        bench.send(.reloaded(configuration))
        if let id = bench.id("a") { bench.send(.commandSpawned(id, pid: 900)) }
        #expect(bench.supervisor.instance(command: 900) == bench.id("a"))
        bench.wait(7999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["a KILL group"])
        #expect(kills(bench) == 1)
    }

    @Test func `the next start waits for the end of a stop-cmd that outlives the job`() {
        var bench = Bench.began([commanded("a")])
        bench.wait(1000)
        if let id = bench.id("a") { bench.send(.dependencyChanged(id, "/etc/x")) }
        #expect(runs(bench) == 1)
        bench.end("a", .code(0))
        #expect(bench.starts == [])
        tell(&bench, "a", .code(0))
        if let id = bench.id("a") { bench.send(.groupEmptied(id)) }
        #expect(bench.starts == ["a"])
    }

    @Test func `a job that ends by itself runs none`() {
        var bench = Bench.began([commanded("a")])
        bench.wait(20_000)
        bench.end("a", .code(1))
        #expect(runs(bench) == 0)
    }

    @Test func `what a one-time job has done is undone in its level of the shutdown`() {
        var mount = JobSpec.once("mount", barrier: .ended)
        mount.stop.command = ["umount"]
        var bench = Bench.began([mount, .named("a")])
        bench.end("mount", .code(0))
        bench.send(.received(.terminate))
        #expect(runs(bench) == 0)
        #expect(bench.signals == ["a TERM"])
        bench.end("a", .code(0))
        #expect(runs(bench) == 1)
        #expect(bench.status == nil)
        tell(&bench, "mount", .code(0))
        #expect(bench.signals == ["all TERM"])
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `it is undone as well when nothing else is left to run, and not if it failed`() {
        var good = JobSpec.once("good")
        good.stop.command = ["undo"]
        var bad = good
        bad.name = "bad"
        var bench = Bench.began([good, bad])
        bench.end("bad", .code(3))
        bench.end("good", .code(0))
        #expect(runs(bench) == 1)
        tell(&bench, "good", .code(0))
        bench.send(.childless)
        #expect(bench.status == 3)
    }

    @Test func `a recovery takes a running stop-cmd over, and does not run it twice`() {
        var bench = Bench.began([commanded("a")])
        bench.send(.received(.terminate))
        if let id = bench.id("a") { bench.send(.commandSpawned(id, pid: 900)) }
        bench.crash(with: [commanded("a")])
        bench.send(.timePassed)
        #expect(bench.actions == [])
        #expect(bench.supervisor.instance(command: 900) == bench.id("a"))
        tell(&bench, "a", .code(1))
        #expect(bench.signals == ["a TERM"])
    }
}
