import Basics
import Config
import Supervision
import Testing

@Suite struct ExitStatusTests {
    /// The status once the last job has ended.
    private func finish(_ bench: Bench) -> Int32? {
        var bench = bench
        for line in bench.supervisor.summary where line.pid != 0 {
            bench.end(line.name, .signal(15))
        }
        bench.send(.childless)
        return bench.status
    }

    @Test func `everything done is 0, or the status of what failed first`() {
        var bench = Bench.began([.once("a"), .once("b"), .once("c")])
        bench.end("a", .code(0))
        #expect(!bench.supervisor.isShuttingDown)
        bench.end("b", .signal(11))
        bench.end("c", .code(3))
        #expect(finish(bench) == 139)
        var good = Bench.began([.once("a")])
        good.end("a", .code(0))
        #expect(finish(good) == 0)
    }

    @Test func `linger stays, and so does a file without jobs`() {
        var bench = Bench.began([.once("a")]) { $0.lingers = true }
        bench.end("a", .code(1))
        #expect(!bench.supervisor.isShuttingDown)
        #expect(bench.supervisor.deadline == nil)
        #expect(!Bench.began([]).supervisor.isShuttingDown)
    }

    @Test func `only disabled jobs end at once`() {
        let bench = Bench.began([.named("a") { $0.placement.isDisabled = true }])
        #expect(finish(bench) == 0)
    }

    @Test func `a one-time job that the shutdown cut short gives its status`() {
        var bench = Bench.began([.once("load"), .named("web")])
        bench.send(.received(.terminate))
        #expect(finish(bench) == 143)
        var graceful = Bench.began([.once("load")])
        graceful.send(.received(.terminate))
        graceful.end("load", .code(0))
        graceful.send(.childless)
        #expect(graceful.status == 0)
    }

    @Test func `a one-time job that outlives KILL counts as killed`() {
        var bench = Bench.began([.once("load")])
        bench.send(.received(.terminate))
        bench.wait(20_000)
        #expect(bench.status == 137)
    }

    @Test func `shutdown-status signal gives 128 and the signal`() {
        var bench = Bench.began([.named("web")]) { $0.shutdown.statusIsSignal = true }
        bench.send(.received(.interrupt))
        #expect(finish(bench) == 130)
    }

    @Test func `a wait once job that fails while starting ends the container with its status`() {
        var bench = Bench.began([.once("migrate", barrier: .ended), .named("web")])
        bench.end("migrate", .code(4))
        #expect(bench.starts == [])
        #expect(finish(bench) == 4)
    }

    @Test func `a wait once job that a reload starts never ends the container`() {
        var bench = Bench.began([.named("web")])
        var configuration = Configuration()
        configuration.jobs = [.once("migrate", barrier: .ended), .named("web")]
        bench.send(.reloaded(configuration))
        bench.end("migrate", .code(4))
        #expect(bench.state("migrate") == .failed)
        #expect(!bench.supervisor.isShuttingDown)
    }

    @Test func `on-failure and on-success shutdown give the job's status`() {
        var bench = Bench.began([.named("a") { $0.restart.onFailure = .shutdown }, .named("b")])
        bench.end("a", .signal(9))
        #expect(bench.signals == ["a TERM group", "b TERM"])
        #expect(finish(bench) == 137)
        var good = Bench.began([.named("a") { $0.restart.onSuccess = .shutdown }])
        good.end("a", .code(0))
        #expect(finish(good) == 0)
    }

    @Test func `a failure with status 0 never ends the container with 0`() {
        var bench = Bench.began([
            .named("a") {
                $0.restart.onFailure = .shutdown
                $0.restart.successCodes = [5]
            }
        ])
        bench.end("a", .code(0))
        #expect(finish(bench) == 1)
    }

    @Test func `the first reason decides`() {
        var bench = Bench.began([.named("a") { $0.restart.onFailure = .shutdown }, .named("b")])
        bench.send(.received(.terminate))
        bench.end("a", .code(9))
        #expect(finish(bench) == 0)
        var other = Bench.began([.named("a") { $0.restart.onFailure = .shutdown }, .named("b")])
        other.end("a", .code(9))
        other.send(.received(.terminate))
        #expect(finish(other) == 9)
    }

    @Test func `main's status is the container's, also after TERM`() {
        var bench = Bench.began([.named("web"), .main])
        bench.end("main", .code(5))
        #expect(bench.signals == ["main TERM group", "web TERM"])
        #expect(finish(bench) == 5)
        var stopped = Bench.began([.named("web"), .main])
        stopped.send(.received(.terminate))
        stopped.end("main", .signal(15))
        #expect(finish(stopped) == 143)
    }

    @Test func `main that swinit ends itself ends the container with 124, or 1`() {
        func status(_ wait: UInt64, with change: (inout JobSpec) -> Void) -> Int32? {
            var main = JobSpec.main
            change(&main)
            var bench = Bench([main])
            bench.probesFind = false
            bench.send(.began)
            bench.wait(wait)
            #expect(bench.signals == ["main TERM"])
            bench.end("main", .code(0))
            bench.send(.childless)
            return bench.status
        }
        #expect(status(1000) { $0.runTimeout = Milliseconds(1000) } == 124)
        #expect(
            status(1000) { $0.readiness = Readiness(.notify, [], within: Milliseconds(1000)) }
                == 124)
        #expect(status(30_000) { $0.health = HealthCheck(.tcp, ["x"]) } == 1)
    }
}
