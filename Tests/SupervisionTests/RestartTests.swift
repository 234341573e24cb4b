import Basics
import Config
import Supervision
import Testing

@Suite struct RestartTests {
    /// When the job starts again after a run of `ran` milliseconds.
    private func pause(
        _ exit: Exit, ran: UInt64, with change: (inout JobSpec) -> Void = { _ in }
    ) -> UInt64? {
        var bench = Bench.began([.named("a", with: change), .named("other")])
        bench.wait(ran)
        bench.end("a", exit)
        if bench.state("a") == .running { return 0 }
        guard bench.state("a") == .backoff, let due = bench.supervisor.deadline else { return nil }
        return due.milliseconds - bench.now
    }

    @Test func `pmtr's rule: 10 s after a run below 10 s, else at once`() {
        #expect(pause(.code(0), ran: 9999) == 10_000)
        #expect(pause(.code(1), ran: 10_000) == 0)
        #expect(pause(.signal(9), ran: 0) == 10_000)
    }

    @Test func `exit status 33 ends the job as a success`() {
        var bench = Bench.began([.named("a"), .named("b")])
        bench.end("a", .code(33))
        #expect(bench.state("a") == .done)
        #expect(pause(.code(33), ran: 0) { $0.restart.status33EndsJob = false } == 10_000)
    }

    @Test func `a fixed delay follows every run, and a run below 100 ms at least 100 ms`() {
        #expect(pause(.code(0), ran: 50_000) { $0.restart.delay = .fixed(Milliseconds(70)) } == 70)
        #expect(pause(.code(0), ran: 99) { $0.restart.delay = .fixed(Milliseconds(70)) } == 100)
        #expect(pause(.code(0), ran: 100) { $0.restart.delay = .fixed(Milliseconds(0)) } == 0)
    }

    @Test func `a growing delay doubles, keeps its limit, and starts anew after a run of 10 s`() {
        var bench = Bench.began([
            .named("a") {
                $0.restart.delay = .growing(from: Milliseconds(1000), to: Milliseconds(5000))
            }
        ])
        for (ran, least) in [(0, 1000), (0, 2000), (0, 4000), (9000, 5000), (10_000, 1000)] {
            bench.wait(UInt64(ran))
            bench.end("a", .code(1))
            let pause = (bench.supervisor.deadline?.milliseconds ?? 0) - bench.now
            #expect(pause >= least && pause <= UInt64(least + least / 10))
            bench.wait(pause)
            #expect(bench.starts == ["a"])
        }
    }

    @Test func `equal jobs do not restart in step`() {
        var pauses: Set<UInt64> = []
        for seed: UInt64 in 1...20 {
            var bench = Bench.began(
                [
                    .named("a") {
                        $0.restart.delay = .growing(
                            from: Milliseconds(1000), to: Milliseconds(5000))
                    }
                ], circumstances: Circumstances(seed: seed))
            bench.end("a", .code(1))
            pauses.insert((bench.supervisor.deadline?.milliseconds ?? 0) - bench.now)
        }
        #expect(pauses.count > 10)
    }

    @Test func `success codes and signals decide between on-success and on-failure`() {
        func state(_ exit: Exit) -> JobState? {
            var bench = Bench.began([
                .named("a") {
                    $0.restart.onSuccess = .stop
                    $0.restart.successCodes = [0, 3]
                    $0.restart.successSignals = [.terminate]
                    $0.restart.status33EndsJob = false
                }, .named("b"),
            ])
            bench.end("a", exit)
            return bench.state("a")
        }
        #expect(state(.code(3)) == .done)
        #expect(state(.signal(15)) == .done)
        #expect(state(.code(1)) == .backoff)
        #expect(state(.unknown) == .backoff)
    }

    @Test func `a restart waits until the group is empty`() {
        var bench = Bench.began([.named("a")])
        bench.groupsRemain = true
        bench.wait(20_000)
        bench.end("a", .code(0))
        #expect(
            bench.actions.suffix(3) == [
                .signal(InstanceID(0), .terminate, .group),
                .signal(InstanceID(0), .resume, .group), .reap(InstanceID(0)),
            ])
        #expect(bench.starts == [])
        #expect(bench.state("a") == .stopping)
        #expect(bench.supervisor.isDraining)
        bench.send(.orphanEnded)
        #expect(bench.actions == [.probeGroup(InstanceID(0))])
        bench.wait(1000)
        #expect(bench.actions.count == 4, "probes after 50, 150, 350, 750 ms")
        bench.send(.groupEmptied(InstanceID(0)))
        #expect(bench.starts == ["a"])
    }

    @Test func `a group that ignores TERM gets KILL, and half a second later the job goes on`() {
        var bench = Bench.began([.named("a")])
        bench.groupsRemain = true
        bench.wait(20_000)
        bench.end("a", .code(0))
        bench.wait(7999)
        #expect(bench.signals == [])
        bench.wait(1)
        #expect(bench.signals == ["a KILL group"])
        bench.wait(499)
        #expect(bench.starts == [])
        bench.wait(1)
        #expect(bench.starts == ["a"])
    }

    @Test func `a job that is done may leave a daemon`() {
        var bench = Bench.began([.once("a"), .named("b")])
        bench.groupsRemain = true
        bench.end("a", .code(0))
        #expect(bench.state("a") == .done)
        #expect(bench.signals == [])
        #expect(!bench.supervisor.isDraining)
    }

    @Test func `run-timeout stops the run and counts as a failure`() {
        var bench = Bench.began([
            .named("a") {
                $0.runTimeout = Milliseconds(5000)
                $0.restart.onFailure = .shutdown
            }
        ])
        bench.wait(5000)
        #expect(bench.signals == ["a TERM"])
        bench.end("a", .code(0))
        bench.send(.childless)
        #expect(bench.status == 124)
    }

    @Test func `a set-up failure is a failure whatever the status`() {
        var bench = Bench.began([
            .named("a") {
                $0.restart.successCodes = [0, 127]
                $0.restart.onSuccess = .stop
            }, .named("b"),
        ])
        bench.send(
            .setUpFailed(
                InstanceID(0),
                SetUpFailure(step: .execute, subject: "x", errorNumber: 2, reason: "no")))
        bench.end("a", .code(127))
        #expect(bench.state("a") == .backoff)
    }
}
