import Basics
import Config
import Supervision
import Testing

/// Orders that meet while an earlier one is under way.
@Suite struct OrderOverlapTests {
    private func reload(_ jobs: [JobSpec]) -> Event {
        var configuration = Configuration()
        configuration.jobs = jobs
        return .reloaded(configuration)
    }

    @Test func `what a run says while it is stopped is in its record`() throws {
        var bench = Bench.began([.named("a")])
        bench.order("a", .stop)
        _ = bench.supervisor.takeChangedRows()
        bench.notify("a", .stopping)
        #expect(bench.supervisor.takeChangedRows() == [0])
    }

    @Test func `a job that is stopped by hand and then switched off does not start with a reload`()
    {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.order("a", .stop)
        bench.send(.switched("a", isOn: false))
        bench.end("a", .code(0))
        #expect(bench.state("a") == .stopped)
        bench.send(reload([.named("a"), .named("b")]))
        #expect(bench.state("a") == .stopped)
    }

    @Test func `a job that is switched on again can be stopped while it waits`() {
        let jobs: [JobSpec] = [
            .named("first") { $0.placement.barrier = .ended }, .named("a"),
        ]
        var bench = Bench.began([.named("a")])
        bench.send(.switched("a", isOn: false))
        bench.end("a", .code(0))
        #expect(bench.state("a") == .disabled)
        bench.send(reload(jobs))
        #expect(bench.state("a") == .waiting)
        bench.order("a", .stop)
        #expect(bench.state("a") == .stopped)
    }

    @Test func `a scale to none stops what was started by hand where there was none`() {
        var bench = Bench.began([.named("a") { $0.instances = 0 }, .named("b")])
        bench.order("a.1", .start)
        #expect(bench.starts == ["a.1"])
        bench.send(.scaled("a", 0))
        #expect(bench.signals == ["a.1 TERM"])
    }

    @Test func `an instance is not started by hand while the one before it ends`() {
        var bench = Bench.began([.named("a") { $0.instances = 2 }])
        bench.send(.scaled("a", 1))
        bench.send(.scaled("a", 2))
        let old = bench.supervisor.instance(pid: 12)
        let new = bench.supervisor.summary.count - 1
        bench.send(.ordered(InstanceID(new), .start))
        #expect(bench.starts == [])
        #expect(bench.lines == ["a.2 cannot start before the last one has ended"])
        if let old { bench.send(.ended(old, .code(0))) }
        #expect(bench.starts == ["a.2"])
    }

    @Test func `a job that failed for want of another starts once a reload has it wait no more`() {
        let failing: (inout JobSpec) -> Void = { job in job.restart.onFailure = .stop }
        var bench = Bench.began([
            .named("first", with: failing), .named("a") { $0.placement.after = ["first"] },
            .named("other"),
        ])
        bench.send(
            .setUpFailed(
                InstanceID(0), SetUpFailure(step: .execute, subject: "", errorNumber: 2, reason: "")
            ))
        bench.end("first", .code(127))
        bench.wait(60_000)
        bench.send(reload([.named("first", with: failing), .named("a"), .named("other")]))
        #expect(bench.state("a") == .running)
    }

    @Test func `a job that failed and is scaled to none stays down when its policy changes`() {
        var bench = Bench.began([.named("a") { $0.restart.onFailure = .stop }, .named("b")])
        bench.end("a", .code(1))
        bench.send(.scaled("a", 0))
        bench.send(reload([.named("a"), .named("b")]))
        #expect(bench.starts == [])
        #expect(bench.state("a.1") != .waiting)
    }
}
