import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// How the container ends.
    @Suite struct Shutdowns {
        @Test func `the line about it says how many, why and how long at most`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n}\njob {\n name b\n cmd probe obey\n}\n")
            try container.waitForLine("ready")
            try container.waitForLine("ready")
            #expect(try container.stop().status == 0)
            let line = "swinit | stopping 2 jobs (got TERM, at most 9s)"
            #expect(container.lines(with: "stopping") == [line])
        }

        @Test func `obedient jobs end at once`() throws {
            let jobs = (0..<20).map { "job {\n name job\($0)\n cmd probe obey\n}\n" }
            let container = try Container(jobs: jobs.joined())
            for _ in jobs { try container.waitForLine("ready") }
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(1))
            #expect(container.count(of: "got TERM") >= jobs.count)
        }

        @Test func `shutdown-timeout bounds it`() throws {
            let container = try Container(
                jobs: "shutdown-timeout 500ms\njob {\n name a\n cmd probe stubborn\n}\n"
            )
            // The default stop-timeout is cut to what is left of the budget.
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took > .milliseconds(300))
            #expect(end.took < .seconds(3))
        }

        @Test func `SWINIT_SHUTDOWN_TIMEOUT beats the file`() throws {
            let container = try Container(
                jobs: "shutdown-timeout 60s\njob {\n name a\n cmd probe stubborn\n}\n",
                environment: ["SWINIT_SHUTDOWN_TIMEOUT": "1"])
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(4))
        }

        @Test func `a job that ignores TERM is killed within the ten seconds of docker stop`()
            throws
        {
            let container = try Container(jobs: "job {\n name a\n cmd probe stubborn\n}\n")
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took > .seconds(7))
            #expect(end.took < .seconds(10))
        }

        @Test func `stop-delay lets jobs serve on before the first signal`() throws {
            let container = try Container(
                jobs: "stop-delay 600ms\njob {\n name a\n cmd probe obey\n}\n")
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took > .milliseconds(580))
            #expect(end.took < .seconds(4))
            #expect(container.count(of: "got TERM") >= 1)
        }

        @Test func `a second INT a second later kills at once`() throws {
            let container = try Container(jobs: "job {\n name a\n cmd probe stubborn\n}\n")
            try container.waitForLine("ready")
            let begin = ContinuousClock.now
            container.signal(SIGINT)
            try container.waitForLine("stopping")
            try Deadline.wait(until: "a second has passed") {
                begin.duration(to: .now) > .milliseconds(1100)
            }
            let end = try container.stop(SIGINT)
            #expect(end.status == 0)
            #expect(end.took < .seconds(2))
        }

        @Test func `further TERM and an INT at once change nothing`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe stubborn\n stop-timeout 900ms\n}\n")
            try container.waitForLine("ready")
            let begin = ContinuousClock.now
            container.signal(SIGINT)
            try container.waitForLine("stopping")
            for number in [SIGTERM, SIGINT, SIGQUIT, SIGTERM] { container.signal(number) }
            #expect(try container.waitForExit() == 0)
            #expect(begin.duration(to: .now) > .milliseconds(850))
        }

        @Test func `shutdown on names more signals`() throws {
            let container = try Container(
                jobs: "shutdown on WINCH USR1\njob {\n name a\n cmd probe obey\n}\n")
            try container.waitForLine("ready")
            #expect(try container.stop(SIGWINCH).status == 0)
            #expect(container.lines(with: "got WINCH").count == 1)
        }

        @Test func `a job in its restart delay does not hold the end up`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe exit 1\n restart-delay 1h\n}\n")
            try container.waitForLine("restarting in 1h")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(1))
        }
    }
}
