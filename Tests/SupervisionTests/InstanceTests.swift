import Basics
import Config
import Supervision
import Testing

@Suite struct InstanceTests {
    private func web(_ count: Int, with change: (inout JobSpec) -> Void = { _ in }) -> JobSpec {
        .named("web") { job in
            job.instances = count
            change(&job)
        }
    }

    @Test func `a job has as many processes as instances, each with its number`() {
        let bench = Bench.began([web(3), .named("db")])
        #expect(bench.starts == ["web.1", "web.2", "web.3", "db"])
        guard let id = bench.id("web.2"), let other = bench.id("db") else { return }
        #expect(bench.supervisor.number(of: id) == 2)
        #expect(bench.supervisor.name(of: id) == "web.2")
        #expect(bench.supervisor.spec(of: id)?.name == "web")
        #expect(bench.supervisor.number(of: other) == 1)
        #expect(bench.supervisor.name(of: other) == "db")
    }

    @Test func `one instance that was written has a number too`() {
        #expect(Bench.began([web(1)]).starts == ["web.1"])
    }

    @Test func `each instance restarts by itself`() {
        var bench = Bench.began([web(2)])
        bench.end("web.2", .code(1))
        #expect(bench.state("web.2") == .backoff)
        #expect(bench.state("web.1") == .running)
        bench.wait(10_000)
        #expect(bench.starts == ["web.2"])
    }

    @Test func `fewer instances: the highest numbers stop; more: the missing ones start`() {
        var bench = Bench.began([web(4)])
        bench.send(.reloaded(jobs: [web(2)]))
        #expect(bench.signals == ["web.3 TERM", "web.4 TERM"])
        bench.end("web.4", .code(0))
        bench.end("web.3", .code(0))
        #expect(bench.supervisor.summary.map(\.name) == ["web.1", "web.2"])
        bench.send(.reloaded(jobs: [web(3)]))
        #expect(bench.starts == ["web.3"])
    }

    @Test func `no instance: the job stays known, is stopped, and does not keep the container`() {
        var bench = Bench.began([web(0), .named("db")])
        #expect(bench.starts == ["db"])
        #expect(bench.state("web.1") == .stopped)
        bench.send(.reloaded(jobs: [web(2), .named("db")]))
        #expect(bench.starts == ["web.1", "web.2"])
        bench.send(.reloaded(jobs: [web(0), .named("db")]))
        #expect(bench.signals == ["web.1 TERM", "web.2 TERM"])
        bench.end("web.2", .code(0))
        bench.end("web.1", .code(0))
        #expect(bench.state("web.1") == .stopped)
        #expect(bench.state("web.2") == nil)
        var alone = Bench.began([web(0), .once("a")])
        alone.end("a", .code(0))
        #expect(alone.supervisor.isShuttingDown)
    }

    @Test func `a number by hand stays over a reload that does not change the written one`() {
        var bench = Bench.began([web(1), .named("db")])
        bench.send(.scaled("web", 3))
        #expect(bench.starts == ["web.2", "web.3"])
        #expect(bench.lines.first == "scaling web to 3")
        bench.send(.reloaded(jobs: [web(1), .named("db"), .named("new")]))
        #expect(bench.starts == ["new"])
        #expect(bench.signals == [])
        bench.send(.reloaded(jobs: [web(2), .named("db")]))
        #expect(bench.signals == ["web.3 TERM", "new TERM"])
    }

    @Test func `a job that was one without a number gets numbers when it is scaled`() {
        var bench = Bench.began([.named("web")])
        let pid = bench.pid("web")
        bench.send(.scaled("web", 2))
        #expect(bench.starts == ["web.2"])
        #expect(bench.pid("web.1") == pid)
        bench.send(.scaled("web", 1))
        #expect(bench.signals == ["web.2 TERM"])
    }

    @Test func `what was started by hand goes on when a disabled job gets instances`() {
        var bench = Bench.began([web(0) { $0.placement.isDisabled = true }, .named("db")])
        bench.order("web.1", .start)
        #expect(bench.starts == ["web.1"])
        bench.send(.scaled("web", 2))
        #expect(bench.signals == [])
        #expect(bench.state("web.2") == .disabled)
        bench.end("web.1", .code(1))
        #expect(bench.state("web.1") == .backoff)
        bench.send(.scaled("web", 0))
        bench.send(.scaled("web", 1))
        #expect(bench.state("web.1") == .disabled)
    }

    @Test func `scaled to none by hand, a job keeps the container alive`() {
        var bench = Bench.began([.named("web")])
        bench.send(.scaled("web", 0))
        #expect(bench.signals == ["web.1 TERM"])
        bench.end("web.1", .code(0))
        #expect(bench.state("web.1") == .stopped)
        #expect(!bench.supervisor.isShuttingDown)
        bench.send(.scaled("web", 2))
        #expect(bench.starts == ["web.1", "web.2"])
    }

    @Test func `an instance that comes back waits until the old one of its number is gone`() {
        var bench = Bench.began([web(2)])
        bench.send(.scaled("web", 1))
        bench.send(.scaled("web", 2))
        #expect(bench.starts == [])
        bench.send(.ended(InstanceID(1), .code(0)))
        #expect(bench.starts == ["web.2"])
    }

    @Test(arguments: ["other", "main"] as [Text])
    func `what cannot be scaled is left alone`(name: Text) {
        var bench = Bench.began([.named("web"), .main])
        bench.send(.scaled(name, 3))
        #expect(bench.actions == [])
        bench.send(.received(.terminate))
        bench.send(.scaled("web", 3))
        #expect(bench.starts == [])
    }

    @Test func `numbers by hand are bounded`() {
        var bench = Bench.began([.named("web")])
        bench.send(.scaled("web", .max))
        #expect(bench.supervisor.count == 1000)
        bench.send(.scaled("web", .min))
        #expect(bench.signals.count == 1000)
    }

    @Test func `instances are switched together, or one by one`() {
        var bench = Bench.began([web(2)])
        #expect(bench.supervisor.hasJob("web"))
        #expect(bench.supervisor.hasJob("web.2"))
        #expect(!bench.supervisor.hasJob("web.3"))
        bench.send(.switched("web.2", isOn: false))
        #expect(bench.signals == ["web.2 TERM"])
        bench.send(.switched("web", isOn: false))
        #expect(bench.signals == ["web.1 TERM"])
        bench.end("web.1", .code(0))
        bench.send(.scaled("web", 3))
        #expect(bench.starts == [])
        #expect(bench.state("web.3") == .disabled)
    }

    @Test func `a recovery finds each instance again, and the number by hand`() {
        var bench = Bench.began([web(2)])
        bench.send(.scaled("web", 3))
        let old = bench.supervisor
        var configuration = Configuration()
        configuration.jobs = [web(2)]
        let records = (0..<old.count).map { old.record(of: $0).words }
        // The rows may be in any order.
        let new = Supervisor(
            recovering: configuration, circumstances: Circumstances(), own: old.ownRecord,
            at: Instant(milliseconds: 2_000_000), count: 3
        ) { InstanceRecord(words: records[2 - $0]) }
        #expect(new.count == 3)
        for row in 0..<3 {
            let id = InstanceID(row)
            #expect(new.name(of: id) == old.name(of: InstanceID(2 - row)))
            #expect(new.pid(of: id) == old.pid(of: InstanceID(2 - row)))
        }
    }
}
