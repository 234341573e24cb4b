import Basics
import Config
import Supervision
import Testing

@Suite struct SwitchTests {
    private func configuration(_ jobs: [JobSpec]) -> Event {
        var configuration = Configuration()
        configuration.jobs = jobs
        return .reloaded(configuration)
    }

    private var disabled: JobSpec { .named("a") { $0.placement.isDisabled = true } }

    @Test func `what is started while its last run drains is on, and can be switched off again`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.groupsRemain = true
        bench.send(.switched("a", isOn: false))
        bench.end("a", .code(0))
        bench.order("a", .start)
        bench.send(.switched("a", isOn: false))
        bench.send(.groupEmptied(InstanceID(0)))
        #expect(bench.starts == [])
        #expect(bench.state("a") == .disabled)
    }

    @Test func `a job that is switched off is stopped and stays down`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.send(.switched("a", isOn: false))
        #expect(bench.signals == ["a TERM"])
        #expect(bench.lines == ["a disabled, until the next reload"])
        bench.end("a", .code(0))
        #expect(bench.state("a") == .disabled)
        bench.wait(100_000)
        #expect(bench.state("a") == .disabled)
    }

    @Test func `switched on again it starts at once`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.send(.switched("a", isOn: false))
        bench.end("a", .code(0))
        bench.send(.switched("a", isOn: true))
        #expect(bench.starts == ["a"])
    }

    @Test func `switched on while it is being stopped, it starts when it has ended`() {
        var bench = Bench.began([.named("a")])
        bench.send(.switched("a", isOn: false))
        bench.send(.switched("a", isOn: true))
        #expect(bench.starts == [])
        bench.end("a", .signal(15))
        #expect(bench.starts == ["a"])
        #expect(bench.lines.first?.hasSuffix("signal TERM; starting again") == true)
    }

    @Test func `a job that is disabled in the file can be switched on`() {
        var bench = Bench.began([disabled, .named("b")])
        bench.send(.switched("a", isOn: true))
        #expect(bench.starts == ["a"])
        bench.end("a", .code(0))
        #expect(bench.state("a") == .backoff)
    }

    @Test func `what is as wanted is left alone`() {
        var bench = Bench.began([.named("a")])
        bench.send(.switched("a", isOn: true))
        #expect(bench.actions == [])
    }

    @Test func `a reload undoes both`() {
        var bench = Bench.began([disabled, .named("b")])
        bench.send(.switched("a", isOn: true))
        bench.send(.switched("b", isOn: false))
        bench.end("b", .code(0))
        bench.send(configuration([disabled, .named("b")]))
        #expect(bench.signals == ["a TERM"])
        #expect(bench.starts == ["b"])
        bench.end("a", .code(0))
        #expect(bench.state("a") == .disabled)
    }

    @Test func `a reload that changes a switched job starts its new definition`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.send(.switched("a", isOn: false))
        bench.send(configuration([.named("a") { $0.launch.command = ["x"] }, .named("b")]))
        bench.end("a", .code(0))
        #expect(bench.starts == ["a"])
    }

    @Test func `a barrier that is switched off holds nobody back`() {
        var bench = Bench.began([.once("a", barrier: .ended), .named("b")])
        bench.send(.switched("a", isOn: false))
        #expect(bench.starts == ["b"])
    }

    @Test func `a job that waits for its turn can be switched off`() {
        var bench = Bench.began([.once("a", barrier: .ended), .named("b")])
        bench.send(.switched("b", isOn: false))
        bench.end("a", .code(0))
        #expect(bench.starts == [])
        #expect(bench.state("b") == .disabled)
    }

    @Test func `one in backoff is disabled at once`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.end("a", .code(1))
        bench.send(.switched("a", isOn: false))
        #expect(bench.state("a") == .disabled)
    }

    @Test func `a container whose only job is switched off stays`() {
        var bench = Bench.began([.named("a")])
        bench.send(.switched("a", isOn: false))
        bench.end("a", .code(0))
        bench.wait(100_000)
        #expect(bench.status == nil)
        #expect(!bench.supervisor.isShuttingDown)
    }

    @Test func `what has ended for good stays so`() {
        var bench = Bench.began([.once("a"), .named("b")])
        bench.end("a", .code(0))
        bench.send(.switched("a", isOn: false))
        bench.send(.switched("a", isOn: true))
        #expect(bench.starts == [])
        #expect(bench.state("a") == .done)
    }

    @Test func `nobody switches main, or what is not there`() {
        var bench = Bench.began([.named("a"), .main])
        for name in ["main", "nobody", "", "a.1"] as [Text] {
            bench.send(.switched(name, isOn: false))
            #expect(bench.actions == [])
            #expect(!bench.supervisor.hasJob(name))
        }
    }

    @Test func `nothing is switched during a shutdown`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.send(.received(.terminate))
        bench.send(.switched("a", isOn: true))
        #expect(bench.actions == [])
    }

    @Test func `a recovery keeps it`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.send(.switched("a", isOn: false))
        bench.end("a", .code(0))
        bench.crash(with: [.named("a"), .named("b")])
        bench.send(.timePassed)
        #expect(bench.state("a") == .disabled)
        bench.send(.switched("a", isOn: true))
        #expect(bench.starts == ["a"])
    }

    @Test func `the table in start order tells what is on`() {
        var bench = Bench.began([.named("c") { $0.placement.order = 1 }, .named("b"), disabled])
        bench.send(.switched("b", isOn: false))
        let supervisor = bench.supervisor
        let table = (0..<supervisor.orderCount).compactMap { supervisor.summary(inOrder: $0) }
        #expect(supervisor.summary(inOrder: 3) == nil)
        #expect(table.map(\.name) == ["b", "a", "c"])
        #expect(table.map(\.isOn) == [false, false, true])
        #expect(table.map(\.program) == ["run", "run", "run"])
    }
}
