import Basics
import Config
import Testing

@testable import Supervision

/// Service directories: what daemontools does with them.
struct ServiceTests {
    /// The service `web`, with the fields of its line in a list.
    private func service(_ fields: [Text] = []) -> JobSpec {
        let path = ServiceList.path(of: "/s")
        return JobSpec(service: "web", ["web"] + fields, in: path, sharesStreams: false)
    }

    private func bench(_ fields: Text...) -> Bench {
        Bench.began([service(fields)]) { $0.lingers = true }
    }

    /// Ends the run and its `finish`.
    private func end(_ bench: inout Bench, _ exit: Exit, finish: Exit = .code(0)) throws {
        let id = try #require(bench.id("web"))
        bench.end("web", exit)
        #expect(bench.actions.contains(.runCommand(id)))
        bench.send(.commandEnded(id, finish))
        bench.send(.groupEmptied(id))
    }

    @Test(arguments: [Exit.code(0), .code(1), .code(33), .signal(9)])
    func `it starts again a second after its last start`(exit: Exit) throws {
        var bench = bench()
        bench.wait(300)
        try end(&bench, exit)
        #expect(bench.state("web") == .backoff)
        bench.wait(699)
        #expect(bench.starts == [])
        bench.wait(1)
        #expect(bench.starts == ["web"])
    }

    @Test func `it starts at once after a longer run`() throws {
        var bench = bench()
        bench.wait(1000)
        try end(&bench, .code(0))
        #expect(bench.starts == ["web"])
    }

    @Test func `by hand too it starts once a second`() throws {
        var bench = bench()
        bench.order("web", .stop)
        try end(&bench, .signal(15))
        #expect(bench.state("web") == .stopped)
        bench.order("web", .start)
        #expect(bench.starts == [])
        bench.wait(1000)
        #expect(bench.starts == ["web"])
    }

    @Test func `an operator's stop sends no KILL`() {
        var bench = bench()
        bench.order("web", .stop)
        #expect(bench.signals == ["web TERM"])
        bench.wait(1_000_000)
        #expect(bench.signals == [])
        bench.order("web", .stop)
        #expect(bench.signals == ["web TERM"])
        bench.order("web", .kill)
        #expect(bench.signals == ["web KILL group"])
    }

    @Test func `timeout-kill sends one`() {
        var bench = bench("t300")
        bench.order("web", .stop)
        bench.wait(299)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["web KILL group"])
    }

    @Test func `a shutdown kills what an operator's stop does not`() {
        var bench = bench()
        bench.order("web", .stop)
        bench.wait(100_000)
        bench.send(.received(.terminate))
        bench.wait(8000)
        #expect(bench.signals == ["web KILL group"])
    }

    @Test func `a service that is removed is killed in the end`() {
        var bench = bench()
        bench.order("web", .stop)
        bench.wait(100_000)
        bench.send(.reloaded(jobs: []))
        bench.wait(8000)
        #expect(bench.signals == ["web KILL group"])
    }

    @Test(arguments: [
        (Verb.hangUp, "web HUP group"), (.alarm, "web ALRM group"), (.interrupt, "web INT group"),
        (.terminate, "web TERM group"), (.kill, "web KILL group"),
    ])
    func `a signal changes nothing else`(verb: Verb, signal: String) throws {
        var bench = bench()
        bench.order("web", verb)
        #expect(bench.signals == [signal])
        #expect(bench.state("web") == .running)
        #expect(bench.summary("web")?.wanted == .up)
        bench.order("web", .stop)
        bench.order("web", verb)
        #expect(bench.signals == [signal])
        try end(&bench, .signal(15))
        bench.order("web", verb)
        #expect(bench.signals == [])
    }

    @Test func `finish comes after each run, and the next run after it`() throws {
        var bench = bench()
        let id = try #require(bench.id("web"))
        bench.wait(2000)
        bench.end("web", .signal(11))
        #expect(bench.actions.contains(.runCommand(id)))
        #expect(bench.supervisor.lastExit(of: id) == .signal(11))
        #expect(bench.pid("web") == 0)
        bench.send(.commandSpawned(id, pid: 900))
        bench.wait(4999)
        #expect(bench.starts == [])
        bench.wait(1)
        #expect(bench.actions.contains(.killCommand(id)))
        bench.send(.commandEnded(id, .signal(9)))
        bench.send(.groupEmptied(id))
        #expect(bench.starts == ["web"])
        #expect(bench.lines.allSatisfy { !$0.contains("stop-cmd") })
    }

    @Test func `a finish of 125 leaves it down`() throws {
        var bench = bench()
        try end(&bench, .code(1), finish: .code(125))
        #expect(bench.state("web") == .stopped)
        bench.wait(100_000)
        #expect(bench.starts == [])
    }

    @Test func `a run of KILL has its finish too`() throws {
        var bench = bench("t300")
        let id = try #require(bench.id("web"))
        bench.order("web", .stop)
        bench.wait(300)
        bench.end("web", .signal(9))
        bench.send(.commandSpawned(id, pid: 900))
        bench.wait(4000)
        #expect(!bench.actions.contains(.killCommand(id)))
    }

    @Test func `who has left is not started again`() throws {
        var bench = bench()
        bench.order("web", .leave)
        #expect(bench.state("web") == .running)
        try end(&bench, .code(1))
        bench.wait(100_000)
        #expect(bench.starts == [])
        let id = try #require(bench.id("web"))
        #expect(!bench.supervisor.isPresent(id))
        bench.order("web", .start)
        #expect(bench.starts == ["web"])
    }

    @Test func `who leaves between two runs stays down`() throws {
        var bench = bench()
        try end(&bench, .code(1))
        bench.order("web", .leave)
        bench.wait(100_000)
        #expect(bench.starts == [])
    }

    @Test func `it goes on behind a fault`() throws {
        var bench = bench()
        bench.wait(300)
        bench.crash(with: [service()])
        bench.send(.timePassed)
        try end(&bench, .code(1))
        bench.wait(699)
        #expect(bench.starts == [])
        bench.wait(1)
        #expect(bench.starts == ["web"])
    }

    @Test func `what cannot be locked is told once`() throws {
        var bench = Bench([service()]) { $0.lingers = true }
        bench.spawnsHang = true
        bench.send(.began)
        let id = try #require(bench.id("web"))
        let failure = SetUpFailure(
            step: .lock, subject: "/s/web/supervise/lock", errorNumber: 11, reason: "locked")
        bench.send(.spawnRefused(id, failure))
        let line = "job web: cannot acquire /s/web/supervise/lock: locked; trying again in 100ms"
        #expect(bench.lines == [line])
        bench.wait(100)
        bench.send(.spawnRefused(id, failure))
        #expect(bench.lines == [])
        #expect(bench.state("web") == .backoff)
    }
}
