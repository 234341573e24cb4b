import Basics
import Config
import Supervision
import Testing

@Suite struct ShutdownTests {
    private func slow(_ name: Text, _ timeout: UInt64, ready: Bool = false) -> JobSpec {
        .named(name) { job in
            job.stop.timeout = Milliseconds(timeout)
            if ready { job.placement.barrier = .ready }
        }
    }

    @Test(arguments: [Signal.terminate, .interrupt, .quit, Signal(rawValue: 37), .windowChange])
    func `these signals stop every job and end with 0`(signal: Signal) {
        var bench = Bench.began([.named("web"), .named("db")]) {
            $0.shutdown.signals = [.windowChange]
        }
        bench.send(.received(signal))
        #expect(bench.signals == ["web TERM", "db TERM"])
        bench.end("web", .code(0))
        #expect(bench.status == nil)
        bench.end("db", .signal(15))
        #expect(bench.signals == ["db TERM group", "all TERM"])
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `levels: main alone, then what nothing depends on, then wait ready jobs in reverse`()
    {
        var bench = Bench.began([
            slow("first", 1000), slow("db", 1000, ready: true), slow("cache", 1000, ready: true),
            slow("web", 1000), .main,
        ])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["main TERM"])
        bench.end("main", .code(7))
        #expect(bench.signals == ["main TERM group", "first TERM", "web TERM"])
        bench.end("web", .code(0))
        #expect(bench.signals == ["web TERM group", "cache TERM"])
        bench.end("cache", .code(0))
        #expect(bench.signals == ["cache TERM group", "db TERM"])
        bench.end("db", .code(0))
        bench.end("first", .code(0))
        bench.send(.childless)
        #expect(bench.status == 7)
    }

    @Test func `no job starts or restarts during a shutdown`() {
        var bench = Bench.began([
            .named("w") { $0.placement.barrier = .ended }, .named("behind"),
        ])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["w TERM"])
        bench.end("w", .code(0))
        #expect(bench.starts == [])
        #expect(bench.state("behind") == .waiting)
        #expect(bench.state("w") == .stopped)
    }

    @Test func `a run that had failed stays so while what it left behind is stopped`() {
        var bench = Bench.began([
            .named("long") {
                $0.runTimeout = Milliseconds(1000)
                $0.restart.onFailure = .stop
            }
        ])
        bench.groupsRemain = true
        bench.wait(1000)
        bench.end("long", .code(0))
        #expect(bench.state("long") == .stopping)
        bench.send(.received(.terminate))
        bench.send(.groupEmptied(InstanceID(0)))
        #expect(bench.state("long") == .failed)
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `a job that ignores its stop signal gets KILL after its stop-timeout`() {
        var bench = Bench.began([
            slow("web", 2000),
            .named("twice") {
                $0.stop.timeout = Milliseconds(1000)
                $0.stop.retries = 2
                $0.stop.signal = .quit
                $0.stop.scope = .group
            },
        ])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["web TERM", "twice QUIT group"])
        bench.wait(1000)
        #expect(bench.signals == ["twice QUIT group"])
        bench.wait(999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["web KILL group", "twice KILL group"])
    }

    @Test func `at the budget's end everything gets KILL, and half a second later swinit ends`() {
        var bench = Bench.began([slow("web", 8000)]) { $0.shutdown.timeout = Milliseconds(3000) }
        bench.send(.received(.terminate))
        bench.wait(2999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["web KILL group", "all KILL"])
        bench.wait(499)
        #expect(bench.status == nil)
        bench.wait(1)
        #expect(bench.actions == [.exit(0)])
        #expect(bench.supervisor.deadline == nil)
    }

    @Test func `a short budget is shared by the levels, and KILL waits for the last stop signal`() {
        var bench = Bench.began([slow("db", 8000, ready: true), slow("web", 1000)]) {
            $0.shutdown.timeout = Milliseconds(4000)
        }
        bench.send(.received(.terminate))
        #expect(bench.signals == ["web TERM"])
        bench.wait(1499)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["db TERM", "web KILL group"])
        bench.wait(2500)
        #expect(bench.signals == ["db KILL group", "all KILL"])
    }

    @Test func `what a level does not use passes on`() {
        var bench = Bench.began([slow("db", 8000, ready: true), slow("web", 8000)]) {
            $0.shutdown.timeout = Milliseconds(4000)
        }
        bench.send(.received(.terminate))
        bench.wait(100)
        bench.end("web", .code(0))
        #expect(bench.signals == ["web TERM group", "db TERM"])
        bench.wait(3899)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["db KILL group", "all KILL"])
    }

    @Test func `stop-delay comes before the first stop signal`() {
        var bench = Bench.began([slow("web", 8000)]) {
            $0.shutdown.stopDelay = Milliseconds(5000)
        }
        bench.send(.received(.terminate))
        bench.wait(4999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["web TERM"])
    }

    @Test func `a second INT cuts to KILL, but not within a second; TERM changes nothing`() {
        var bench = Bench.began([.named("web")])
        bench.send(.received(.interrupt))
        bench.wait(999)
        bench.send(.received(.interrupt))
        #expect(bench.signals == [])
        bench.send(.received(.terminate))
        #expect(bench.actions == [])
        bench.wait(1)
        bench.send(.received(.interrupt))
        #expect(bench.signals == ["web KILL group", "all KILL"])
    }

    @Test func `what escaped its group gets TERM, then KILL after 2 s`() {
        var bench = Bench.began([.once("a")])
        bench.end("a", .code(0))
        #expect(bench.signals == ["all TERM"])
        bench.wait(1999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["all KILL"])
        bench.wait(500)
        #expect(bench.status == 0)
    }

    @Test func `a job that is just being forked is stopped as soon as it exists`() {
        var bench = Bench([.named("web")])
        bench.spawnsHang = true
        bench.send(.began)
        bench.send(.received(.terminate))
        #expect(bench.signals == [])
        bench.send(.spawned(InstanceID(0), pid: 50))
        #expect(bench.signals == ["web TERM"])
    }

    @Test func `a job that could not be forked when the shutdown began is not tried again`() {
        var bench = Bench([.named("db"), .named("web") { $0.placement.after = ["db"] }])
        bench.spawnsHang = true
        bench.send(.began)
        bench.send(.spawned(InstanceID(0), pid: 50))
        bench.send(.executed(InstanceID(0)))
        #expect(bench.starts == ["web"])
        bench.send(.ended(InstanceID(0), .code(0)))
        bench.wait(10_000)
        #expect(bench.starts == ["db"])
        bench.send(.received(.terminate))
        let failure = SetUpFailure(step: .fork, subject: "", errorNumber: 11, reason: "no")
        bench.send(.spawnRefused(InstanceID(0), failure))
        #expect(bench.state("db") == .stopped)
        bench.wait(10_000)
        #expect(bench.starts == [])
    }
}
