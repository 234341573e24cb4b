import Basics
import Config
import Supervision
import Testing

/// What makes a job run anew: `bounce`, and the files of `depends`.
@Suite struct RenewalTests {
    private func change(_ bench: inout Bench, _ name: Text) {
        guard let id = bench.id(name) else { return }
        bench.send(.dependencyChanged(id, "/etc/x"))
    }

    private func bounced(_ name: Text) -> JobSpec {
        .named(name) { $0.bounce = Milliseconds(60_000) }
    }

    @Test func `a run that lasts for its bounce ends gracefully and starts again at once`() {
        var bench = Bench.began([bounced("a")])
        bench.wait(59_999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["a TERM"])
        #expect(bench.lines.contains { $0.contains("has run for 1m (bounce), restarting it") })
        bench.end("a", .code(7))
        #expect(bench.starts == ["a"])
        bench.wait(60_000)
        #expect(bench.signals == ["a TERM"])
    }

    @Test func `a bounce is neither a success nor a failure`() {
        var bench = Bench.began([
            .named("a") {
                $0.bounce = Milliseconds(1000)
                $0.restart.onSuccess = .stop
                $0.restart.onFailure = .shutdown
            }
        ])
        for _ in 0..<3 {
            bench.wait(1000)
            bench.end("a", .code(0))
            #expect(bench.starts == ["a"])
        }
    }

    @Test
    func `a run that ends before its bounce follows its policy, and the next has all its time`() {
        var bench = Bench.began([bounced("a")])
        bench.wait(30_000)
        bench.end("a", .code(0))
        bench.wait(59_999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["a TERM"])
    }

    @Test func `no bounce during a shutdown`() {
        var bench = Bench.began(
            [
                .named("a") {
                    $0.bounce = Milliseconds(1000)
                    $0.placement.barrier = .ready
                }, .named("b"),
            ])
        bench.send(.received(.terminate))
        #expect(bench.signals == ["b TERM"])
        bench.wait(3000)
        #expect(bench.signals == [])
    }

    @Test func `a reload that adds a bounce applies it to the running process`() {
        var bench = Bench.began([.named("a")])
        var configuration = Configuration()
        configuration.jobs = [bounced("a")]
        bench.wait(10_000)
        bench.send(.reloaded(configuration))
        #expect(bench.signals == [])
        bench.wait(50_000)
        #expect(bench.signals == ["a TERM"])
    }

    @Test func `a changed file restarts the job that depends on it, without a pause`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.wait(1000)
        change(&bench, "a")
        #expect(bench.signals == ["a TERM"])
        change(&bench, "a")
        #expect(bench.signals == [])
        bench.end("a", .signal(15))
        #expect(bench.starts == ["a"])
    }

    @Test func `a run below 100 ms is followed by a pause of 100 ms even so`() {
        var bench = Bench.began([.named("a")])
        bench.wait(20)
        change(&bench, "a")
        bench.end("a", .signal(15))
        #expect(bench.starts == [])
        bench.wait(100)
        #expect(bench.starts == ["a"])
    }

    @Test func `a changed file ends a pause, and leaves what has ended alone`() {
        var bench = Bench.began([.named("a"), .once("b"), .named("c")])
        bench.end("a", .code(1))
        bench.end("b", .code(0))
        change(&bench, "a")
        #expect(bench.starts == ["a"])
        change(&bench, "b")
        #expect(bench.starts == [])
    }

    @Test func `depends-action reload sends the reload signal and restarts nothing`() {
        var bench = Bench.began([
            .named("a") {
                $0.dependsReloads = true
                $0.reloadSignal = .user1
            }
        ])
        change(&bench, "a")
        #expect(bench.signals == ["a USR1"])
        bench.end("a", .code(0))
        change(&bench, "a")
        #expect(bench.signals == [])
        #expect(bench.starts == [])
    }

    @Test func `the command behind -- is never restarted`() {
        var main = JobSpec.main
        main.bounce = Milliseconds(1000)
        var bench = Bench.began([main])
        bench.wait(5000)
        change(&bench, "main")
        #expect(bench.signals == [])
    }
}
