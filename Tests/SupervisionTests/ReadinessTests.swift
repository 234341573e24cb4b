import Basics
import Config
import Supervision
import Testing

@Suite struct ReadinessTests {
    /// A barrier with a `ready`, and a job behind it.
    private func jobs(_ form: ProbeForm, _ words: [Text], within: UInt64? = nil) -> [JobSpec] {
        [
            .named("db") {
                $0.placement.barrier = .ready
                $0.readiness = Readiness(form, words, within: within.map { Milliseconds($0) })
            }, .named("web"),
        ]
    }

    private func began(
        _ form: ProbeForm, _ words: [Text], within: UInt64? = nil, finds: Bool? = nil
    ) -> Bench {
        var bench = Bench(jobs(form, words, within: within))
        bench.probesFind = finds
        bench.send(.began)
        return bench
    }

    private func reload(_ jobs: [JobSpec]) -> Event {
        var configuration = Configuration()
        configuration.jobs = jobs
        return .reloaded(configuration)
    }

    @Test func `a reload that takes ready away takes its limit away too`() {
        var job = JobSpec.named("a") {
            $0.readiness = Readiness(.unix, ["/x"], within: Milliseconds(500))
        }
        var bench = Bench([job])
        bench.executesSlowly = true
        bench.send(.began)
        job.readiness = nil
        var configuration = Configuration()
        configuration.jobs = [job]
        bench.send(.reloaded(configuration))
        #expect(bench.supervisor.deadline == nil, "or the event loop would find it due for ever")
        bench.wait(1000)
        #expect(bench.signals == [])
        if let id = bench.id("a") { bench.send(.executed(id)) }
        #expect(bench.state("a") == .running)
    }

    @Test func `probes begin after 100 ms, double to 1 s, and open the barrier`() {
        var bench = began(.tcp, ["127.0.0.1:5432"], finds: false)
        #expect(bench.state("db") == .starting)
        #expect(bench.probes == [])
        for pause: UInt64 in [100, 100, 200, 400, 800, 1000, 1000] {
            bench.wait(pause - 1)
            #expect(bench.probes == [])
            bench.wait(1)
            #expect(bench.probes == ["db readiness"])
        }
        #expect(bench.state("web") == .waiting)
        bench.probesFind = true
        bench.wait(1000)
        #expect(bench.state("db") == .running)
        #expect(bench.starts == ["web"])
        #expect(bench.lines.first == "db (pid 11) is ready after 4s600ms")
        bench.wait(100_000)
        #expect(bench.probes == [])
    }

    @Test func `a probe for readiness takes 1 s at most, a command 10 s`() {
        for (form, limit) in [
            (.tcp, 1000), (.http, 1000), (.unix, 1000), (.file, 1000), (.exec, 10_000),
        ] as [(ProbeForm, UInt64)] {
            var bench = began(form, ["x"])
            bench.wait(100)
            bench.wait(limit - 1)
            #expect(bench.probes == [])
            bench.wait(1)
            #expect(bench.probes == ["db over"])
            bench.wait(100)
            #expect(bench.probes == ["db readiness"], "the pause is counted from the end")
        }
    }

    @Test func `notify, fd and log are not probed but told`() {
        for form in [ProbeForm.notify, .descriptor, .log] {
            var bench = began(form, ["3"])
            bench.wait(29_000)
            #expect(bench.probes == [])
            bench.notify("db", .ready)
            #expect(bench.state("db") == .running)
            #expect(bench.starts == ["web"])
            bench.notify("db", .ready)
            #expect(bench.actions == [])
        }
    }

    @Test func `what another run says, or one that is probed, is ignored`() {
        var bench = began(.notify, [])
        bench.send(.notified(InstanceID(0), pid: 99, .ready))
        bench.send(.notified(InstanceID(0), pid: 0, .ready))
        #expect(bench.state("db") == .starting)
        var probed = began(.tcp, ["x"])
        probed.notify("db", .ready)
        #expect(probed.state("db") == .starting)
        var plain = Bench.began([.named("a")])
        plain.notify("a", .ready)
        #expect(plain.actions == [])
    }

    @Test func `who says that it is ready executes`() {
        var bench = Bench(jobs(.notify, []))
        bench.executesSlowly = true
        bench.send(.began)
        bench.notify("db", .ready)
        #expect(bench.starts == ["web"])
        #expect(bench.lines.first == "started db (pid 11)")
        bench.send(.executed(InstanceID(0)))
        #expect(bench.actions == [])
    }

    @Test func `every 30 s a line tells what is waited for`() {
        let words: [(ProbeForm, [Text], String)] = [
            (.tcp, ["[::1]:80"], "tcp [::1]:80"), (.notify, [], "notify"),
            (.descriptor, ["3"], "fd 3"), (.http, ["http://a/"], "http http://a/"),
            (.exec, ["pg_isready", "-q"], "exec pg_isready"), (.unix, ["/run/s"], "unix /run/s"),
            (.file, ["/run/f"], "file /run/f"),
        ]
        for (form, words, expected) in words {
            var bench = began(form, words, finds: false)
            bench.wait(29_999)
            #expect(bench.lines == [])
            bench.wait(1)
            #expect(bench.lines == ["db (pid 11) is not ready after 30s, waiting for \(expected)"])
            bench.wait(30_000)
            #expect(
                bench.lines == ["db (pid 11) is not ready after 1m, waiting for \(expected)"])
        }
    }

    @Test func `past within the run is stopped, and has failed whatever its status`() {
        var bench = began(.notify, [], within: 5000)
        bench.wait(4999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["db TERM"])
        #expect(bench.lines == ["db (pid 11) is not ready within 5s, stopping it"])
        bench.end("db", .code(0))
        #expect(bench.state("db") == .backoff)
        #expect(bench.supervisor.deadline?.milliseconds == bench.now + 10_000)
        #expect(bench.state("web") == .waiting)
    }

    @Test func `a job that is not ready in time ends the container with 124`() {
        var specs = jobs(.notify, [], within: 5000)
        specs[0].restart.onFailure = .shutdown
        var bench = Bench.began(specs)
        bench.wait(5000)
        bench.end("db", .code(0))
        bench.send(.childless)
        #expect(bench.status == 124)
    }

    @Test func `within counts while the job is still being set up`() {
        var bench = Bench(jobs(.tcp, ["x"], within: 300))
        bench.executesSlowly = true
        bench.send(.began)
        bench.wait(300)
        #expect(bench.signals == ["db TERM"])
        #expect(bench.probes == [])
    }

    @Test func `within ends a probe that is under way`() {
        var bench = began(.exec, ["x"], within: 3000)
        bench.wait(3000)
        #expect(bench.probes == ["db readiness", "db over"])
        bench.send(.probeEnded(InstanceID(0), isGood: true))
        #expect(bench.actions == [])
        #expect(bench.state("web") == .waiting)
    }

    @Test func `EXTEND_TIMEOUT_USEC moves within, and a stop's KILL, but not a shutdown's end`() {
        var bench = began(.notify, [], within: 5000)
        bench.wait(4000)
        bench.notify("db", .extend(Milliseconds(3000)))
        bench.notify("db", .extend(Milliseconds(10)))
        bench.wait(2999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["db TERM"])
        bench.notify("db", .extend(Milliseconds(20_000)))
        bench.wait(19_999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["db KILL group"])
        bench.notify("db", .extend(Milliseconds(20_000)))
        #expect(bench.supervisor.deadline == nil)
        var last = Bench.began([.named("a")])
        last.send(.received(.terminate))
        last.notify("a", .extend(Milliseconds(60_000)))
        last.wait(9000)
        #expect(last.signals == ["a KILL group", "all KILL"])
    }

    @Test func `a run without within has no end that could be moved`() {
        var bench = began(.notify, [])
        bench.notify("db", .extend(Milliseconds(90_000)))
        bench.wait(30_000)
        #expect(bench.lines.count == 1)
    }

    @Test func `the barrier stays open when a later run is not ready`() {
        var bench = began(.notify, [])
        bench.notify("db", .ready)
        bench.wait(20_000)
        bench.end("db", .code(1))
        #expect(bench.state("db") == .starting)
        #expect(bench.state("web") == .running)
        #expect(!bench.supervisor.isReady)
        bench.notify("db", .ready)
        #expect(bench.supervisor.isReady)
    }

    @Test func `a run that ends unready leaves the barrier closed`() {
        var bench = began(.tcp, ["x"])
        bench.wait(100)
        bench.end("db", .code(1))
        #expect(bench.probes == ["db over"])
        #expect(bench.state("web") == .waiting)
    }

    @Test func `a reload that changes ready holds at once`() {
        var bench = began(.tcp, ["x"])
        bench.wait(150)
        bench.send(reload(jobs(.file, ["/x"], within: 1000)))
        #expect(bench.probes == ["db over"])
        #expect(bench.signals == [])
        bench.wait(850)
        #expect(bench.probes == ["db readiness", "db over"])
        #expect(bench.signals == ["db TERM"], "within is counted from the start of the run")
        var freed = began(.tcp, ["x"])
        freed.send(
            reload([.named("db") { $0.placement.barrier = .ready }, .named("web")]))
        #expect(freed.starts == ["web"])
    }

    @Test func `a recovery waits as before, and probes anew`() {
        var bench = began(.exec, ["x"], within: 60_000)
        bench.wait(150)
        bench.send(.probeStarted(InstanceID(0), pid: 77))
        #expect(bench.supervisor.probe(of: InstanceID(0)) == 77)
        bench.crash(with: jobs(.exec, ["x"], within: 60_000))
        #expect(bench.supervisor.probe(of: InstanceID(0)) == 77)
        bench.send(.timePassed)
        #expect(bench.supervisor.probe(of: InstanceID(0)) == nil)
        #expect(bench.probes == ["db readiness"])
        #expect(bench.state("db") == .starting)
        bench.send(.probeEnded(InstanceID(0), isGood: false))
        bench.crash(with: jobs(.exec, ["x"], within: 60_000))
        #expect(bench.supervisor.deadline?.milliseconds == bench.now + 100)
        bench.wait(60_000 - 150)
        #expect(bench.signals == ["db TERM"])
    }

    @Test func `a recovery does not take a job for ready that has not said so`() {
        var bench = began(.notify, [])
        bench.crash(with: jobs(.notify, []))
        bench.send(.timePassed)
        #expect(bench.state("db") == .starting)
        #expect(bench.starts == [])
        bench.notify("db", .ready)
        #expect(bench.starts == ["web"])
        bench.crash(with: jobs(.notify, []))
        bench.send(.timePassed)
        #expect(bench.state("db") == .running)
    }

    @Test func `a process that is found by a recovery is probed`() {
        var bench = Bench(jobs(.tcp, ["x"], within: 5000))
        bench.spawnsHang = true
        bench.send(.began)
        bench.crash(with: jobs(.tcp, ["x"], within: 5000))
        bench.supervisor.adopt(InstanceID(0), pid: 50, at: Instant(milliseconds: bench.now))
        bench.wait(100)
        #expect(bench.probes == ["db readiness"])
        bench.wait(4900)
        #expect(bench.signals == ["db TERM"])
    }

    @Test func `a shutdown ends probes and within`() {
        var bench = began(.exec, ["x"], within: 2000)
        bench.wait(200)
        bench.send(.received(.terminate))
        #expect(bench.probes == ["db over"])
        bench.wait(5000)
        #expect(bench.probes == [])
        #expect(bench.lines == [])
    }
}
