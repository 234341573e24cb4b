import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Nothing to do.
    @Suite struct Idle {
        /// Ten seconds, or what `SWINIT_IDLE` says: a minute where it has to be sure.
        static let seconds = Int(ProcessInfo.processInfo.environment["SWINIT_IDLE"] ?? "") ?? 10

        @Test func `twenty idle jobs wake nobody`() throws {
            let jobs = (0..<20).map { "job {\n name job\($0)\n cmd probe obey\n}\n" }
            let container = try Container(jobs: jobs.joined())
            for _ in jobs { try container.waitForLine("ready") }
            try settle(container)
            let before = try #require(container.initProcess).contextSwitches
            let end = ContinuousClock.now + .seconds(Self.seconds)
            try Deadline.wait(until: "time passes", within: .seconds(Self.seconds + 20)) {
                .now > end
            }
            #expect(container.initProcess?.contextSwitches == before)
            #expect(try container.stop().status == 0)
        }

        @Test func `a job that waits for the other end of a FIFO keeps nobody awake`() throws {
            let scratch = try Scratch()
            let fifo = try scratch.makeFIFO("fifo")
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n}\n"
                    + "job {\n name b\n cmd probe obey\n out \(fifo)\n}\n")
            try container.waitForLine("ready")
            try settle(container)
            let before = try #require(container.initProcess).contextSwitches
            let end = ContinuousClock.now + .seconds(1)
            try Deadline.wait(until: "time passes") { .now > end }
            #expect(container.initProcess?.contextSwitches == before)
            #expect(container.initProcess?.state == "S")
            #expect(try container.stop().status == 0)
        }

        /// Waits until PID 1 has done what there was to do.
        private func settle(_ container: Container) throws {
            var last = -1
            var since = ContinuousClock.now
            try Deadline.wait(until: "PID 1 sleeps") {
                let count = container.initProcess?.contextSwitches ?? -1
                if count != last {
                    last = count
                    since = .now
                }
                return since.duration(to: .now) > .milliseconds(500)
            }
        }
    }
}
