import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// A crash of swinit itself.
    @Suite(.serialized) struct Recovery {
        private static let jobs = """
            job {
              name steady
              cmd probe obey
            }
            job {
              name restless
              cmd sh -c "sleep 0.02"
              restart-delay 10ms
              out null
            }
            """

        /// Sends a fault signal and waits until PID 1 has executed itself again.
        private func fault(_ container: Container, _ number: Int32) throws {
            let before = try #require(container.initProcess).stackStart
            container.signal(number)
            try Deadline.wait(until: "PID 1 is executed again") {
                guard let now = container.initProcess else { throw Missed(container.text) }
                return now.stackStart != before
            }
        }

        @Test(arguments: [SIGSEGV, SIGILL, SIGABRT, SIGBUS])
        func `a thousand fault signals change nothing`(number: Int32) throws {
            let turns = number == SIGSEGV || number == SIGILL ? 1000 : 50
            let container = try Container(jobs: Self.jobs)
            try container.waitForLine("ready")
            let steady = try #require(container.processes.first { $0.name == "probe" })
            for _ in 0..<turns { try fault(container, number) }
            let now = container.processes.first { $0.name == "probe" }
            #expect(now?.pid == steady.pid)
            #expect(container.lines(with: "started steady").count == 1)
            let end = try container.stop(within: .seconds(30))
            #expect(end.status == 0)
            #expect(container.count(of: "got TERM") == 1)
        }

        @Test func `the end of a job during a recovery is not lost`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n restart-delay 0ms\n}\n")
            for _ in 0..<50 {
                try container.waitForLine("ready")
                let job = try #require(container.processes.first)
                container.signal(SIGSEGV)
                kill(job.pid, SIGKILL)
            }
            try container.waitForLine("ready")
            #expect(try container.stop().status == 0)
        }

        @Test(.requires(.root))
        func `four real faults are survived and the fifth ends in bare mode`()
            throws
        {
            let container = try Container(jobs: "job {\n name a\n cmd probe obey\n}\n")
            try container.waitForLine("ready")
            let job = try #require(container.processes.first)
            for _ in 0..<5 {
                let before = try #require(container.initProcess).stackStart
                try RealFault.cause(in: #require(container.initPID))
                container.signal(SIGHUP)
                try Deadline.wait(until: "PID 1 is executed again") {
                    guard let now = container.initProcess else { throw Missed(container.text) }
                    return now.stackStart != before
                }
            }
            #expect(container.processes.map(\.pid) == [job.pid])
            let end = try container.stop(within: .seconds(30))
            #expect(end.status == 70)
            #expect(container.count(of: "got TERM") == 1)
        }

        @Test(.requires(.root)) func `one real fault loses nothing`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n}\njob {\n name b\n cmd probe obey\n}\n")
            try container.waitForLine("ready")
            try container.waitForLine("ready")
            let before = container.processes.map(\.pid)
            let stack = try #require(container.initProcess).stackStart
            try RealFault.cause(in: #require(container.initPID))
            container.signal(SIGWINCH)
            try Deadline.wait(until: "PID 1 is executed again") {
                container.initProcess?.stackStart != stack
            }
            #expect(container.processes.map(\.pid) == before)
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(container.count(of: "got TERM") == 2)
        }

        @Test func `one command survives a recovery of its init`() throws {
            let container = try Container(swinit: ["--", "probe", "signals"])
            try container.waitForLine("ready")
            let stack = try #require(container.initProcess).stackStart
            try RealFault.cause(in: #require(container.initPID))
            // What wakes it may be lost with the turn, and what comes later may not.
            container.signal(SIGWINCH)
            try Deadline.wait(until: "PID 1 is executed again") {
                container.initProcess?.stackStart != stack
            }
            container.signal(SIGUSR1)
            try container.waitForLine("signal \(SIGUSR1)")
            #expect(try container.stop().status == 0)
        }
    }
}
