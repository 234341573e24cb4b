import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What happens after a job has ended by itself.
    @Suite struct Restarts {
        @Test func `restart-delay is the pause after each end`() throws {
            let scratch = try Scratch()
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd probe attempts \(scratch.file("count")) 3
                      restart-delay 300ms
                    }
                    """)
            try container.waitForLine("attempt 1")
            let first = ContinuousClock.now
            try container.waitForLine("attempt 3")
            let took = first.duration(to: .now)
            #expect(took > .milliseconds(580))
            #expect(took < .seconds(5))
            try container.waitForLine("ready")
            #expect(container.lines(with: "exit status 1; restarting in 300ms").count == 2)
            #expect(try container.stop().status == 0)
        }

        @Test func `a short run waits ten seconds by default`() throws {
            let container = try Container(jobs: "job {\n name a\n cmd probe exit 3\n}\n")
            let line = try container.waitForLine("exited after")
            #expect(line.hasPrefix("swinit | a (pid "))
            #expect(line.hasSuffix(": exit status 3; restarting in 10s"))
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(2))
        }

        @Test func `a growing delay doubles`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe exit 1\n restart-delay 100ms..10s\n}\n")
            for delay in [100, 200, 400] {
                let line = try container.waitForLine("restarting in ")
                let words = line.components(separatedBy: "restarting in ")[1]
                let shown = Int(words.replacingOccurrences(of: "ms", with: "")) ?? 0
                // Up to 10 % jitter, so that instances do not restart in step.
                #expect((delay * 9 / 10...delay * 11 / 10).contains(shown), "\(line)")
            }
            #expect(try container.stop().status == 0)
        }

        @Test func `no delay is shorter than 100 ms after a run below 100 ms`() throws {
            let scratch = try Scratch()
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd probe attempts \(scratch.file("count")) 5
                      restart-delay 0ms
                    }
                    """)
            try container.waitForLine("attempt 1")
            let first = ContinuousClock.now
            try container.waitForLine("attempt 5")
            #expect(first.duration(to: .now) > .milliseconds(380))
            #expect(try container.stop().status == 0)
        }

        @Test func `restart on-failure is done after a success`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe exit 0\n restart on-failure\n}\n")
            #expect(try container.waitForExit() == 0)
        }

        @Test func `restart never fails after a failure`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe exit 2\n restart never\n}\n")
            #expect(try container.waitForExit() == 2)
            #expect(container.lines(with: "swinit | started").count == 1)
        }

        @Test func `a job that was killed is back at once`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n restart-delay 0ms\n}\n")
            try container.waitForLine("ready")
            let old = try #require(container.processes.first)
            kill(old.pid, SIGKILL)
            try container.waitForLine("ready")
            #expect(
                container.lines(with: "signal KILL; restarting").count == 1, "\(container.text)")
            #expect(container.processes.map(\.pid) != [old.pid])
            #expect(try container.stop().status == 0)
        }

        @Test func `the group's rest is ended before the new start`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd probe group
                      restart-delay 0ms
                    }
                    """)
            try container.waitForLine("ready")
            let member = try #require(container.processes.last)
            let leader = try #require(container.processes.first)
            kill(leader.pid, SIGKILL)
            try container.waitForLine("member got TERM")
            try container.waitForLine("ready")
            #expect(!container.processes.contains { $0.pid == member.pid })
            #expect(try container.stop().status == 0)
        }
    }
}
