import Basics
import Config
import Supervision
import Testing

@Suite struct ReloadTests {
    private func configuration(_ jobs: [JobSpec]) -> Event {
        var configuration = Configuration()
        configuration.jobs = jobs
        return .reloaded(configuration)
    }

    private func changed(_ name: Text) -> JobSpec {
        .named(name) { $0.launch.command = ["other"] }
    }

    @Test func `equal jobs are untouched, whatever the layout`() {
        var bench = Bench.began([.named("a"), .named("b")])
        let pids = [bench.pid("a"), bench.pid("b")]
        bench.send(configuration([.named("b"), .named("a")]))
        #expect(bench.signals == [])
        #expect([bench.pid("a"), bench.pid("b")] == pids)
    }

    @Test func `new jobs start when the removed are gone`() {
        var bench = Bench.began([.named("a"), .named("old")])
        bench.send(configuration([.named("a"), .named("new")]))
        #expect(bench.signals == ["old TERM"])
        #expect(bench.starts == [])
        #expect(bench.state("new") == .waiting)
        bench.end("old", .code(0))
        #expect(bench.starts == ["new"])
        #expect(bench.state("old") == nil)
    }

    @Test func `a changed job is stopped as the old definition says, and restarts without pause`() {
        var bench = Bench.began([.named("a") { $0.stop.signal = .quit }])
        bench.send(configuration([changed("a")]))
        #expect(bench.signals == ["a QUIT"])
        bench.end("a", .code(1))
        #expect(bench.starts == ["a"])
        #expect(bench.id("a").flatMap { bench.supervisor.spec(of: $0) } == changed("a"))
    }

    @Test func `a changed job in backoff starts at once, a finished one runs again`() {
        var bench = Bench.began([.named("a"), .once("b")])
        bench.end("a", .code(1))
        bench.end("b", .code(0))
        var once = JobSpec.once("b")
        once.launch.command = ["other"]
        bench.send(configuration([changed("a"), once]))
        #expect(bench.starts == ["a", "b"])
    }

    @Test func `how a job restarts and stops changes in place`() {
        var bench = Bench.began([.named("a")])
        bench.send(
            configuration([
                .named("a") {
                    $0.stop.signal = .interrupt
                    $0.runTimeout = Milliseconds(500)
                }
            ]))
        #expect(bench.signals == [])
        bench.wait(500)
        #expect(bench.signals == ["a INT"])
    }

    @Test func `disable stops a job, and enabling starts it`() {
        let disabled = JobSpec.named("a") { $0.placement.isDisabled = true }
        var bench = Bench.began([.named("a"), .named("b")])
        bench.send(configuration([disabled, .named("b")]))
        bench.end("a", .code(0))
        #expect(bench.state("a") == .disabled)
        bench.send(configuration([.named("a"), .named("b")]))
        #expect(bench.starts == ["a"])
    }

    @Test func `a job that is removed and added again gets a process of its own`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.send(configuration([.named("b")]))
        bench.send(configuration([.named("a"), .named("b")]))
        #expect(bench.starts == [])
        bench.send(.ended(InstanceID(0), .code(0)))
        #expect(bench.starts == ["a"])
    }

    @Test func `rows are used again, so that a thousand reloads need no more memory`() {
        var bench = Bench.began([.named("a")])
        for number in 0..<1000 {
            bench.send(configuration([.named("a"), .named("n\(number)")]))
            for row in 0..<bench.supervisor.count {
                let id = InstanceID(row)
                if row > 0, bench.supervisor.group(of: id) != bench.supervisor.pid(of: id) {
                    continue
                }
                if row > 0 { bench.send(.ended(id, .code(0))) }
            }
        }
        #expect(bench.supervisor.count <= 3)
    }

    @Test func `a service that was one-time before starts again`() {
        var bench = Bench.began([.once("a"), .named("b")])
        bench.end("a", .code(0))
        bench.send(configuration([.named("a"), .named("b")]))
        #expect(bench.starts == ["a"])
    }

    @Test func `nothing is reloaded during a shutdown`() {
        var bench = Bench.began([.named("a")])
        bench.send(.received(.terminate))
        bench.send(configuration([.named("b")]))
        #expect(bench.actions == [])
    }
}
