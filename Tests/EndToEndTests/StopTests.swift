import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// How one job is asked to end.
    @Suite struct Stops {
        @Test func `stop-signal is what the job gets`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd probe signals
                      stop-signal USR1
                      stop-timeout 300ms
                    }
                    """)
            try container.waitForLine("ready")
            #expect(try container.stop().status == 0)
            #expect(container.count(of: "signal \(SIGUSR1)") == 1)
            #expect(container.count(of: "signal \(SIGTERM)") == 0)
        }

        @Test func `KILL follows after stop-timeout`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe stubborn\n stop-timeout 500ms\n}\n")
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took > .milliseconds(480))
            #expect(end.took < .seconds(3))
            #expect(container.lines(with: "sending KILL").count == 1)
        }

        @Test func `stop-retries repeats the signal before KILL`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd probe signals
                      stop-signal USR1
                      stop-timeout 200ms
                      stop-retries 3
                    }
                    """)
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.took > .milliseconds(580))
            #expect(end.took < .seconds(3))
            #expect(container.count(of: "signal \(SIGUSR1)") == 3)
        }

        @Test func `the rest of the group follows its leader`() throws {
            let container = try Container(jobs: "job {\n name a\n cmd probe group\n}\n")
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.took < .seconds(3))
            #expect(container.count(of: "got TERM") == 1)
            #expect(container.count(of: "member got TERM") == 1)
        }

        @Test func `stop-scope group signals all of the group at once`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd sh -c "probe obey & probe stubborn"
                      stop-scope group
                      stop-timeout 700ms
                    }
                    """)
            try container.waitForLine("ready")
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(container.count(of: "got TERM") == 1)
            #expect(container.lines(with: "sending KILL").count == 1)
        }

        @Test func `a stubborn member of the group is killed`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe group stubborn\n stop-timeout 400ms\n}\n")
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(3))
            #expect(container.count(of: "member got TERM") == 0)
        }

        @Test func `a grandchild with a session of its own is ended at shutdown`() throws {
            let container = try Container(jobs: "job {\n name a\n cmd probe escape\n}\n")
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(2))
            #expect(container.count(of: "escaped got TERM") == 1)
        }

        @Test func `an escaped grandchild that ignores TERM is killed after two seconds`() throws {
            let container = try Container(jobs: "job {\n name a\n cmd probe escape stubborn\n}\n")
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took > .milliseconds(1900))
            #expect(end.took < .seconds(4))
        }

        @Test func `a stopped process is continued`() throws {
            let container = try Container(jobs: "job {\n name a\n cmd probe obey\n}\n")
            try container.waitForLine("ready")
            let job = try #require(container.processes.first)
            kill(job.pid, SIGSTOP)
            try Deadline.wait(until: "the job is stopped") { ProcessFacts(job.pid)?.state == "T" }
            let end = try container.stop()
            #expect(end.took < .seconds(3))
            #expect(container.count(of: "got TERM") == 1)
        }

        @Test func `a job that is stuck opening a FIFO obeys TERM`() throws {
            let scratch = try Scratch()
            let fifo = try scratch.makeFIFO("fifo")
            let container = try Container(
                jobs: """
                    job {
                      name stuck
                      cmd probe obey
                      in \(fifo)
                    }
                    job {
                      name other
                      cmd probe obey
                    }
                    """)
            try container.waitForLine("ready")
            try container.waitForProcesses(2)
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(3))
            #expect(container.lines(with: "started stuck").isEmpty)
            #expect(container.count(of: "got TERM") == 1)
        }
    }
}
