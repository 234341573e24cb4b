import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What the container ends with, in config mode.
    @Suite struct ExitStatuses {
        @Test(arguments: [(0, 0), (5, 5), (255, 255)] as [(Int32, Int32)])
        func `when every job is done the first failure decides`(
            code: Int32, status: Int32
        ) throws {
            let container = try Container(
                jobs: """
                    job {
                      name first
                      cmd probe exit \(code)
                      once
                    }
                    job {
                      name second
                      cmd probe exit 0
                      once
                    }
                    """)
            #expect(try container.waitForExit() == status)
            #expect(container.lines(with: "swinit | started").count == 2)
        }

        @Test func `a signal that ends a one-time job is 128 + n`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe die \(SIGKILL)\n once\n}\n")
            #expect(try container.waitForExit() == 128 + SIGKILL)
        }

        @Test(arguments: [SIGTERM, SIGINT, SIGQUIT, 37])
        func `a shutdown by signal is 0 however the jobs end`(number: Int32) throws {
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd probe obey 7
                    }
                    job {
                      name b
                      cmd sleep 1000
                    }
                    """)
            try container.waitForLine("ready")
            container.program.rewind()
            try container.waitForLine("started b")
            let end = try container.stop(number)
            #expect(end.status == 0)
            #expect(end.took < .seconds(5))
            #expect(container.count(of: "got TERM") == 1)
        }

        @Test func `a one-time job that is cut short leaves its own status`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd sleep 1000\n once\n}\n")
            try container.waitForLine("started a")
            #expect(try container.stop().status == 128 + SIGTERM)
        }

        @Test func `shutdown-status signal makes it 128 + n`() throws {
            let container = try Container(
                jobs: "shutdown-status signal\njob {\n name a\n cmd probe obey\n}\n")
            try container.waitForLine("ready")
            #expect(try container.stop(SIGINT).status == 128 + SIGINT)
        }

        @Test func `a job with on-failure shutdown ends the container with its status`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name server
                      cmd probe obey 9
                    }
                    job {
                      name front
                      cmd probe exit 4
                      on-failure shutdown
                    }
                    """)
            #expect(try container.waitForExit() == 4)
        }

        @Test func `a job with on-success shutdown ends the container with 0`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name server
                      cmd probe obey 9
                    }
                    job {
                      name batch
                      cmd probe exit 0
                      on-success shutdown
                    }
                    """)
            #expect(try container.waitForExit() == 0)
        }

        @Test func `a wait once job that fails ends the boot with its status`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name migrate
                      cmd probe exit 6
                      wait once
                    }
                    job {
                      name web
                      cmd probe obey
                    }
                    """)
            #expect(try container.waitForExit() == 6)
            #expect(container.lines(with: "started web").isEmpty)
        }

        @Test func `a run that takes too long is 124`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n once\n run-timeout 200ms\n}\n")
            #expect(try container.waitForExit() == 124)
            #expect(container.lines(with: "run-timeout").count == 1)
        }

        @Test func `status 33 means done`() throws {
            let container = try Container(jobs: "job {\n name a\n cmd probe exit 33\n}\n")
            #expect(try container.waitForExit() == 0)
            let once = try Container(jobs: "job {\n name a\n cmd probe exit 33\n once\n}\n")
            #expect(try once.waitForExit() == 33)
        }

        @Test func `success-codes replace 0`() throws {
            let good = try Container(
                jobs: "job {\n name a\n cmd probe exit 3\n once\n success-codes 3,TERM\n}\n")
            #expect(try good.waitForExit() == 0)
            let bad = try Container(
                jobs: "job {\n name a\n cmd probe exit 4\n once\n success-codes 3\n}\n")
            #expect(try bad.waitForExit() == 4)
        }

        @Test func `linger stays when nothing runs any more`() throws {
            let container = try Container(
                jobs: "linger\njob {\n name a\n cmd probe exit 0\n once\n}\n")
            try container.waitForLine("exited")
            try container.waitForProcesses(0)
            #expect(!container.program.hasEnded())
            #expect(try container.stop().status == 0)
        }
    }
}
