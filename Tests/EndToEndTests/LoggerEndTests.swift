import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Loggers that others wait for, and what is in their pipes when the container ends.
    @Suite struct LoggerEnds {
        @Test(arguments: [
            ("wait ready", ""), ("ready exec sh -c \"sleep 0.3\"", "after logger"),
            ("start-wait 300ms", "after logger"),
        ])
        func `a writer that waits for its logger starts`(logger: String, writer: String) throws {
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd sh -c "echo written"
                      once
                      log to logger
                      \(writer)
                    }
                    job {
                      name logger
                      cmd cat
                      \(logger)
                    }

                    """)
            try container.waitForLine("written")
            #expect(try container.waitForExit() == 0)
            #expect(!container.lines(with: "exit status 0; done").isEmpty)
        }

        @Test func `a logger between two runs reads all that it was given before the end`() throws {
            let scratch = try Scratch()
            let log = scratch.file("log")
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd sh -c "for i in 1 2 3 4 5 6 7 8 9; do echo line $i; done"
                      once
                      log to logger
                    }
                    job {
                      name logger
                      cmd sh -c "read -r line; echo $line >>\(log)"
                      restart-delay 1h
                    }

                    """)
            #expect(try container.waitForExit() == 0)
            let expected = (1...9).map { "line \($0)\n" }.joined()
            #expect(scratch.read("log") == expected)
            #expect(container.lines(with: "were lost").isEmpty)
        }

        @Test func `a logger that ends without reading is not run for ever`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd echo never read
                      once
                      log to logger
                    }
                    job {
                      name logger
                      cmd true
                      restart-delay 1h
                    }

                    """)
            #expect(try container.waitForExit() == 0)
            #expect(container.lines(with: "11 bytes for logger were lost").count == 1)
            #expect(container.lines(with: "started logger").count < 5)
        }

        @Test func `lines that were dropped are told of when the end finds them so`() throws {
            let container = try Container(
                jobs: """
                    shutdown-timeout 1s
                    job {
                      name web
                      cmd sh -c "i=0; while [ $i -lt 30000 ]; do i=$((i+1)); echo line $i; done; exec sleep 99"
                      log to logger
                      log drop-when-blocked
                    }
                    job {
                      name logger
                      cmd sleep 99
                    }

                    """)
            try Deadline.wait(until: "all is written") {
                container.processes.filter { $0.name == "sleep" }.count == 2
            }
            _ = try container.stop()
            #expect(container.lines(with: "lines of web were dropped").count == 1)
            #expect(container.lines(with: "bytes for logger were lost").count == 1)
        }
    }
}
