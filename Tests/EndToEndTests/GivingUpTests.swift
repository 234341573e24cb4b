import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What becomes of a job that fails again and again, or never gets ready.
    @Suite struct GivingUp {
        private func container(_ command: String, _ options: String) throws -> Container {
            try Container(
                jobs: """
                    job {
                      name a
                      cmd \(command)
                      \(options.replacingOccurrences(of: "\n", with: "\n  "))
                    }
                    job {
                      name other
                      cmd probe obey
                    }
                    """)
        }

        @Test func `restart-limit then shutdown ends the container with the last status`() throws {
            let container = try container(
                "probe exit 9", "restart-delay 100ms\nrestart-limit 3 in 1m then shutdown")
            #expect(try container.waitForExit() == 9)
            #expect(container.lines(with: "started a").count == 3)
            #expect(
                container.lines(
                    with: "gave up after 3 failures within 1m, ending the container"
                ).count == 1)
        }

        @Test func `restart-limit without more leaves the others alone`() throws {
            let container = try container(
                "probe exit 9", "restart-delay 100ms\nrestart-limit 2 in 1m")
            let line = try container.waitForLine("gave up after")
            #expect(line.hasPrefix("swinit | error: a (pid "))
            #expect(line.hasSuffix(": exit status 9; gave up after 2 failures within 1m"))
            #expect(try container.stop().status == 0)
        }

        @Test func `what cannot be executed is a failed start`() throws {
            let container = try container(
                "/no/such/program", "restart-delay 100ms\nstart-retries 2 then shutdown")
            #expect(try container.waitForExit() == 127)
            #expect(container.lines(with: "job a: cannot execute").count == 2)
        }

        @Test func `a success before start-wait is no failed start`() throws {
            let container = try container(
                "probe exit 0",
                "restart-delay 100ms\nstart-wait 10s\nstart-retries 2 then shutdown")
            for _ in 0..<4 { try container.waitForLine("started a") }
            #expect(try container.stop().status == 0)
        }

        @Test func `a job that is not ready in time ends the container with 124`() throws {
            let scratch = try Scratch()
            let container = try container(
                "probe obey 0",
                "ready within 300ms file \(scratch.file("never"))\non-failure shutdown")
            #expect(try container.waitForExit() == 124)
            #expect(container.lines(with: "is not ready within 300ms, stopping it").count == 1)
        }

        @Test func `an unhealthy job ends the container with 1`() throws {
            let container = try container(
                "probe obey 0",
                "health every 100ms failures 2 exec false\nhealth-action shutdown")
            #expect(try container.waitForExit() == 1)
            #expect(
                container.lines(with: "is unhealthy (2 failed checks), ending the container").count
                    == 1)
        }

        @Test func `a fault of swinit forgets neither failures nor readiness`() throws {
            let scratch = try Scratch()
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd probe attempts \(scratch.file("count")) 100
                      restart-delay 300ms
                      restart-limit 4 in 1m then shutdown
                    }
                    job {
                      name b
                      cmd probe obey
                      ready file \(scratch.file("b"))
                      wait ready
                    }
                    job {
                      name c
                      cmd probe obey
                    }
                    """)
            for _ in 0..<2 {
                try container.waitForLine("restarting in 300ms")
                container.signal(SIGSEGV)
            }
            #expect(container.lines(with: "started c").isEmpty)
            try scratch.write("b", "")
            try container.waitForLine("started c")
            #expect(try container.waitForExit() == 1)
            #expect(container.lines(with: "started a").count == 4)
        }
    }
}
