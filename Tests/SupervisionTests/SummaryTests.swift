import Basics
import Config
import Supervision
import Testing

@Suite struct SummaryTests {
    @Test func `every change of state has a number of its own`() {
        var bench = Bench([.named("a") { $0.readiness = Readiness(.notify, []) }, .named("b")])
        var last = bench.supervisor.sequence
        func step(_ change: UInt64) {
            #expect(bench.supervisor.sequence == last + change)
            last = bench.supervisor.sequence
        }
        bench.executesSlowly = true
        bench.send(.began)
        step(2)
        bench.send(.executed(InstanceID(0)))
        step(0)
        bench.notify("a", .ready)
        step(1)
        bench.end("a", .code(1))
        // running, stopping, backoff
        step(2)
        bench.crash(with: [.named("a") { $0.readiness = Readiness(.notify, []) }, .named("b")])
        // b's status pipe is lost: it counts as executing.
        step(1)
    }

    @Test func `swinit is ready once its first start order is complete and all is well`() {
        var bench = Bench([
            .once("migrate", barrier: .ended), .named("web"), .once("report"),
            .named("off") { $0.placement.isDisabled = true },
        ])
        #expect(!bench.supervisor.isReady)
        bench.send(.began)
        #expect(!bench.supervisor.isReady)
        bench.end("migrate", .code(0))
        #expect(bench.supervisor.isReady)
        bench.end("report", .code(0))
        #expect(bench.supervisor.isReady)
        bench.end("web", .code(0))
        #expect(!bench.supervisor.isReady)
        bench.wait(10_000)
        #expect(bench.supervisor.isReady)
        bench.send(.received(.terminate))
        #expect(!bench.supervisor.isReady)
    }

    @Test func `a failed job is not ready`() {
        var bench = Bench.began([.once("a"), .named("b")])
        bench.end("a", .code(1))
        #expect(!bench.supervisor.isReady)
        bench.order("a", .stop)
        #expect(bench.supervisor.isReady)
    }

    @Test func `the table tells restarts and the last exit`() {
        var bench = Bench.began([.named("a"), .named("b")])
        #expect(bench.summary("a")?.restarts == 0)
        #expect(bench.summary("a")?.lastExit == nil)
        for (exit, count) in [(Exit.code(3), 1), (.signal(9), 2), (.unknown, 3)] as [(Exit, UInt32)]
        {
            bench.end("a", exit)
            bench.wait(10_000)
            #expect(bench.summary("a")?.lastExit == exit)
            #expect(bench.summary("a")?.restarts == count)
            bench.crash(with: [.named("a"), .named("b")])
        }
    }

    @Test func `what is wanted is told at all times`() {
        var bench = Bench.began([.named("a"), .once("c")])
        #expect(bench.summary("a")?.wanted == .up)
        #expect(bench.summary("c")?.wanted == .once)
        bench.send(.switched("a", isOn: false))
        #expect(bench.summary("a")?.wanted == .down)
        bench.send(.switched("a", isOn: true))
        #expect(bench.summary("a")?.wanted == .up)
        bench.end("a", .code(1))
        #expect(bench.summary("a")?.wanted == .up)
        bench.send(.received(.terminate))
        #expect(bench.supervisor.summary.allSatisfy { $0.wanted == .down })
    }
}
