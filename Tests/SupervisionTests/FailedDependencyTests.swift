import Basics
import Config
import Supervision
import Testing

@Suite struct FailedDependencyTests {
    @Test func `when it fails for good its dependents fail, and theirs too`() {
        var bench = Bench.began([
            .named("third", after: ["second"]), .once("first"), .named("second", after: ["first"]),
            .named("other"),
        ])
        bench.end("first", .code(3))
        #expect(bench.state("second") == .failed)
        #expect(bench.state("third") == .failed)
        #expect(
            bench.lines.suffix(2) == [
                "second failed (dependency first)", "third failed (dependency second)",
            ])
        #expect(!bench.supervisor.isShuttingDown)
        bench.end("other", .code(33))
        #expect(bench.supervisor.isShuttingDown)
        bench.send(.childless)
        #expect(bench.status == 3)
    }

    @Test func `when it succeeds later its dependents start`() {
        var bench = Bench.began([
            .once("first"), .named("second", after: ["f*"]), .named("third", after: ["second"]),
            .named("other"),
        ])
        bench.end("first", .code(3))
        guard let id = bench.id("first") else { return }
        bench.send(.ordered(id, .start))
        #expect(bench.state("second") == .waiting)
        #expect(bench.state("third") == .waiting)
        bench.end("first", .code(0))
        #expect(bench.starts == ["second", "third"])
    }

    @Test func `a reload that repairs it starts its dependents`() {
        var bench = Bench.began([
            .once("first"), .named("second", after: ["first"]), .named("other"),
        ])
        bench.end("first", .code(3))
        var repaired = JobSpec.once("first")
        repaired.launch.command = ["better"]
        bench.send(
            .reloaded(jobs: [repaired, .named("second", after: ["first"]), .named("other")]))
        #expect(bench.starts == ["first"])
        #expect(bench.state("second") == .waiting)
        bench.end("first", .code(0))
        #expect(bench.starts == ["second"])
    }

    @Test func `a reload that changes nothing reports nothing again`() {
        let jobs = [JobSpec.once("first"), .named("second", after: ["first"]), .named("other")]
        var bench = Bench.began(jobs)
        bench.end("first", .code(3))
        bench.send(.reloaded(jobs: jobs))
        #expect(bench.lines == ["configuration reloaded: 0 added, 0 changed, 0 removed"])
        #expect(bench.state("second") == .failed)
        bench.send(.reloaded(jobs: [.once("first"), .named("second"), .named("other")]))
        #expect(bench.starts == ["second"])
    }

    @Test func `an operator starts a dependent that failed, and its own dependents go on`() {
        var bench = Bench.began([
            .once("first"), .named("second", after: ["first"]), .named("third", after: ["second"]),
            .named("other"),
        ])
        bench.end("first", .code(3))
        guard let id = bench.id("second") else { return }
        bench.send(.ordered(id, .start))
        #expect(bench.starts == ["second", "third"])
    }

    @Test func `a barrier that fails for want of another holds on`() {
        var bench = Bench.began([
            .once("first"), .named("gate", after: ["first"]) { $0.placement.barrier = .ended },
            .named("behind"), .named("web") { $0.placement.order = -1 },
        ])
        bench.end("first", .code(2))
        #expect(bench.state("gate") == .failed)
        #expect(bench.state("behind") == .waiting)
        guard let id = bench.id("first") else { return }
        bench.send(.ordered(id, .start))
        bench.end("first", .code(0))
        #expect(bench.starts == ["gate"])
        bench.end("gate", .code(0))
        #expect(bench.starts == ["behind"])
    }

    @Test
    func `an ordered one-time job that cannot run ends the container with the other's status`() {
        var gate = JobSpec.once("gate", barrier: .ended)
        gate.placement.after = ["middle"]
        var middle = JobSpec.once("middle")
        middle.placement.after = ["first"]
        var bench = Bench.began([.named("web"), .once("first"), middle, gate, .named("behind")])
        bench.end("first", .code(5))
        #expect(bench.supervisor.isShuttingDown)
        #expect(bench.lines.contains("stopping 1 job (gate failed, at most 9s)"))
        bench.end("web", .code(0))
        bench.send(.childless)
        #expect(bench.status == 5)
    }

    @Test func `after the first start order it only fails`() {
        var bench = Bench.began([.named("web")])
        var gate = JobSpec.once("gate", barrier: .ended)
        gate.placement.after = ["first"]
        bench.send(.reloaded(jobs: [.named("web"), .once("first"), gate]))
        bench.end("first", .code(5))
        #expect(bench.state("gate") == .failed)
        #expect(!bench.supervisor.isShuttingDown)
    }

    @Test func `what a reload has behind a barrier after one that has failed does not wait for it`()
    {
        var bench = Bench.began([.once("first"), .named("late")])
        bench.end("first", .code(5))
        let gate = JobSpec.named("gate") { $0.placement.barrier = .ended }
        let late = JobSpec.named("late") {
            $0.launch.command = ["new"]
            $0.placement.after = ["first"]
        }
        bench.send(.reloaded(jobs: [.once("first"), gate, late]))
        #expect(bench.state("gate") == .running)
        bench.end("late", .code(0))
        #expect(bench.state("late") == .failed)
        #expect(bench.lines.contains("late failed (dependency first)"))
    }

    @Test func `main waits too, and cannot do without`() {
        var main = JobSpec.main
        main.placement.after = ["migrate"]
        var bench = Bench.began([.once("migrate"), main])
        #expect(bench.starts == ["migrate"])
        bench.end("migrate", .code(4))
        #expect(bench.supervisor.isShuttingDown)
        bench.send(.childless)
        #expect(bench.status == 4)
    }
}
