import Basics
import Config
import Supervision
import Testing

@Suite struct HealthTests {
    private func job(
        every interval: UInt64 = 1000, timeout: UInt64 = 500, failures: Int = 3,
        startPeriod: UInt64 = 0, _ action: HealthAction = .restart,
        with change: (inout JobSpec) -> Void = { _ in }
    ) -> JobSpec {
        .named("web") {
            var health = HealthCheck(.tcp, ["127.0.0.1:80"])
            health.interval = Milliseconds(interval)
            health.timeout = Milliseconds(timeout)
            health.failures = failures
            health.startPeriod = Milliseconds(startPeriod)
            $0.health = health
            $0.healthAction = action
            change(&$0)
        }
    }

    private func began(_ job: JobSpec, finds: Bool? = true) -> Bench {
        var bench = Bench([job])
        bench.probesFind = finds
        bench.send(.began)
        return bench
    }

    @Test func `a good job is probed at every interval`() {
        var bench = began(job())
        for _ in 0..<5 {
            bench.wait(999)
            #expect(bench.probes == [])
            bench.wait(1)
            #expect(bench.probes == ["web health"])
        }
        #expect(bench.summary("web")?.isHealthy == true)
    }

    @Test func `probe times are rounded up to 100 ms`() {
        var bench = Bench([job(every: 1010)])
        bench.probesFind = true
        bench.wait(37)
        bench.send(.began)
        #expect(bench.supervisor.deadline?.milliseconds == 1_001_100)
        bench.wait(1100)
        #expect(bench.supervisor.deadline?.milliseconds == 1_002_200)
    }

    @Test func `the interval lies between beginnings, and a slow probe has no successor beside it`()
    {
        var bench = began(job(timeout: 3000), finds: nil)
        bench.wait(1000)
        #expect(bench.probes == ["web health"])
        bench.wait(250)
        bench.send(.probeEnded(InstanceID(0), isGood: true))
        bench.wait(750)
        #expect(bench.probes == ["web health"])
        bench.wait(2999)
        #expect(bench.probes == [])
        bench.wait(1)
        #expect(bench.probes == ["web over"])
        bench.wait(100)
        #expect(bench.probes == ["web health"])
    }

    @Test func `it begins when the job is ready`() {
        var bench = Bench([job { $0.readiness = Readiness(.notify, []) }])
        bench.probesFind = true
        bench.send(.began)
        bench.wait(5000)
        #expect(bench.probes == [])
        bench.notify("web", .ready)
        bench.wait(1000)
        #expect(bench.probes == ["web health"])
    }

    @Test func `so many failures in a row as allowed, and the job is restarted by its policy`() {
        var bench = began(job(), finds: false)
        bench.wait(2000)
        bench.probesFind = true
        bench.wait(1000)
        bench.probesFind = false
        bench.wait(2999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["web TERM"])
        #expect(bench.lines == ["web (pid 11) is unhealthy (3 failed checks), stopping it"])
        #expect(bench.state("web") == .stopping)
        #expect(bench.summary("web")?.isHealthy == false)
        bench.wait(3000)
        #expect(bench.probes == [])
        bench.end("web", .code(0))
        #expect(bench.state("web") == .backoff, "a failure whatever its status: pmtr's pause")
        bench.wait(10_000)
        #expect(bench.summary("web")?.isHealthy == true)
    }

    @Test func `a probe that takes too long has failed`() {
        var bench = began(job(failures: 1), finds: nil)
        bench.wait(1500)
        #expect(bench.probes == ["web health", "web over"])
        #expect(bench.signals == ["web TERM"])
    }

    @Test func `failures within the start-period do not count`() {
        var bench = began(job(failures: 1, startPeriod: 3000), finds: false)
        bench.wait(2999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["web TERM"])
    }

    @Test func `an unhealthy job that may not restart ends the container with 1`() {
        var bench = began(job(failures: 1) { $0.restart.onFailure = .shutdown }, finds: false)
        bench.wait(1000)
        bench.end("web", .code(0))
        bench.send(.childless)
        #expect(bench.status == 1)
    }

    @Test func `health-action shutdown ends the container with 1`() {
        var bench = began(job(failures: 1, .shutdown), finds: false)
        bench.wait(1000)
        #expect(bench.lines.first?.hasSuffix("ending the container") == true)
        #expect(bench.signals == ["web TERM"])
        bench.end("web", .code(0))
        bench.send(.childless)
        #expect(bench.status == 1)
    }

    @Test func `health-action none only tells, once, and when it is over`() {
        var bench = began(job(failures: 2, .none), finds: false)
        bench.wait(10_000)
        #expect(bench.lines == ["web (pid 11) is unhealthy (2 failed checks)"])
        #expect(!bench.supervisor.isReady)
        bench.probesFind = true
        bench.wait(1000)
        #expect(bench.lines == ["web (pid 11) is healthy again"])
        #expect(bench.supervisor.isReady)
    }

    @Test func `a run that ends takes its probe along`() {
        var bench = began(job(), finds: nil)
        bench.wait(1100)
        bench.end("web", .code(1))
        #expect(bench.probes == ["web over"])
        bench.send(.probeEnded(InstanceID(0), isGood: false))
        #expect(bench.actions == [])
    }

    @Test func `STOPPING ends checks and watchdog`() {
        var bench = began(job(), finds: nil)
        bench.notify("web", .watchdog(Milliseconds(1500)))
        bench.wait(1100)
        bench.notify("web", .stopping)
        #expect(bench.probes == ["web over"])
        bench.notify("web", .failing)
        bench.wait(60_000)
        #expect(bench.actions == [])
    }

    @Test func `the watchdog must be fed`() {
        var bench = Bench.began([.named("web")])
        bench.notify("web", .watchdog(Milliseconds(2000)))
        for _ in 0..<3 {
            bench.wait(1999)
            bench.notify("web", .alive)
        }
        #expect(bench.signals == [])
        bench.wait(2000)
        #expect(
            bench.lines == ["web (pid 11) is unhealthy (no word from its watchdog), stopping it"])
        bench.end("web", .code(0))
        #expect(bench.state("web") == .backoff)
        bench.wait(10_000)
        bench.wait(60_000)
        #expect(bench.actions == [], "the next run must ask for it again")
    }

    @Test func `the watchdog begins when the job is ready, and 0 ends it`() {
        var bench = Bench.began([.named("web") { $0.readiness = Readiness(.notify, []) }])
        bench.notify("web", .watchdog(Milliseconds(1000)))
        bench.wait(5000)
        #expect(bench.signals == [])
        bench.notify("web", .ready)
        bench.wait(999)
        bench.notify("web", .watchdog(Milliseconds(0)))
        bench.wait(20_000)
        #expect(bench.signals == [])
    }

    @Test func `WATCHDOG=trigger is a failure at once`() {
        var bench = Bench.began([.named("web") { $0.restart.onFailure = .stop }, .named("b")])
        bench.notify("web", .failing)
        #expect(bench.signals == ["web TERM"])
        bench.notify("web", .failing)
        #expect(bench.actions == [])
        bench.end("web", .code(0))
        #expect(bench.state("web") == .failed)
    }

    @Test func `a silent job whose action is none is healthy again when it speaks`() {
        var bench = Bench.began([.named("web") { $0.healthAction = .none }])
        bench.notify("web", .watchdog(Milliseconds(1000)))
        bench.wait(10_000)
        #expect(bench.lines == ["web (pid 11) is unhealthy (no word from its watchdog)"])
        #expect(bench.summary("web")?.isHealthy == false)
        bench.notify("web", .alive)
        #expect(bench.lines == ["web (pid 11) is healthy again (watchdog)"])
        bench.wait(1000)
        #expect(bench.lines.count == 1)
    }

    @Test func `a reload that changes health starts it anew, in place`() {
        var bench = began(job(failures: 2), finds: false)
        bench.wait(1000)
        var configuration = Configuration()
        configuration.jobs = [job(every: 3000, failures: 2)]
        bench.send(.reloaded(configuration))
        #expect(bench.signals == [])
        bench.wait(5999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["web TERM"])
        configuration.jobs = [.named("web")]
        var other = began(job(), finds: nil)
        other.wait(1000)
        other.send(.reloaded(configuration))
        #expect(other.probes == ["web over"])
        #expect(other.supervisor.deadline == nil)
    }

    @Test func `a recovery keeps what is known`() {
        var bench = began(job(failures: 2), finds: false)
        bench.notify("web", .watchdog(Milliseconds(60_000)))
        bench.wait(1000)
        let before = bench.supervisor.summary
        bench.crash(with: [job(failures: 2)])
        #expect(bench.supervisor.summary == before)
        bench.wait(1000)
        #expect(bench.signals == ["web TERM"])
    }

    @Test func `a recovery does not count the probe that it has cut`() {
        var bench = began(job(failures: 1), finds: nil)
        bench.wait(1000)
        bench.crash(with: [job(failures: 1)])
        bench.send(.timePassed)
        #expect(bench.probes == ["web health"])
        #expect(bench.signals == [])
    }

    @Test func `nothing is probed during a shutdown`() {
        var bench = Bench([
            job {
                $0.placement.barrier = .ready
                $0.stop.timeout = Milliseconds(5000)
            }, .named("b"),
        ])
        bench.probesFind = false
        bench.send(.began)
        bench.notify("web", .watchdog(Milliseconds(2000)))
        bench.send(.received(.terminate))
        bench.wait(4000)
        #expect(bench.probes == [])
        bench.notify("web", .alive)
        bench.wait(3000)
        #expect(bench.lines == [])
    }

    @Test func `many jobs are probed in one turn`() {
        let jobs = (0..<50).map { number in
            JobSpec.named("job\(number)") {
                $0.health = HealthCheck(.tcp, ["127.0.0.1:80"])
            }
        }
        var bench = Bench(jobs)
        bench.probesFind = true
        bench.send(.began)
        let due = bench.supervisor.deadline?.milliseconds ?? 0
        bench.wait(due - bench.now)
        #expect(bench.probes.count == 50)
    }
}
