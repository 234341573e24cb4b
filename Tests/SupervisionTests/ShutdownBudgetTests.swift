import Basics
import Config
import Supervision
import Testing

@Suite struct ShutdownBudgetTests {
    private func budget(
        _ jobs: [JobSpec], _ circumstances: Circumstances = Circumstances(),
        with change: (inout Configuration) -> Void = { _ in }
    ) -> ShutdownBudget {
        var configuration = Configuration()
        configuration.jobs = jobs
        change(&configuration)
        return ShutdownBudget(configuration: configuration, circumstances: circumstances)
    }

    private func job(_ name: Text, _ seconds: UInt64, ready: Bool = false) -> JobSpec {
        .named(name) { job in
            job.stop.timeout = Milliseconds(seconds * 1000)
            if ready { job.placement.barrier = .ready }
        }
    }

    @Test func `the default is 9 s, and has no note`() {
        let budget = budget([job("a", 8), job("b", 2)])
        #expect(budget.total == Milliseconds(9000))
        #expect(budget.note == nil)
        #expect(!budget.isShort)
    }

    @Test func `a raised stop-timeout gives the longest chain and a second`() {
        let budget = budget([job("a", 45)])
        #expect(
            budget.note
                == "needs a grace period of 46s (docker stop -t, stop_grace_period, terminationGracePeriodSeconds)"
        )
        let chain = self.budget(
            [job("x", 15), job("db", 10, ready: true), job("web", 10), .main],
            with: { $0.shutdown.stopDelay = Milliseconds(5000) })
        #expect(chain.total == Milliseconds(5000 + 8000 + 20_000 + 1000))
    }

    @Test func `what is written wins, and the environment before the file`() {
        let written = budget([job("a", 45)]) { $0.shutdown.timeout = Milliseconds(3000) }
        #expect(written.total == Milliseconds(3000))
        #expect(written.isShort)
        let override = budget(
            [job("a", 45)],
            Circumstances(
                shutdownTimeout: Milliseconds(60_000), stopDelay: Milliseconds(1000))
        ) { $0.shutdown.timeout = Milliseconds(3000) }
        #expect(override.total == Milliseconds(60_000))
        #expect(override.delay == Milliseconds(1000))
    }

    @Test func `a delay that leaves no room is cut`() {
        let cut = budget(
            [job("a", 1)],
            Circumstances(shutdownTimeout: Milliseconds(1000), stopDelay: Milliseconds(5000)))
        #expect(cut.delay == Milliseconds(500))
    }
}
