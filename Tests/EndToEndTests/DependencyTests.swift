import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Instances, `after`, and what follows from them.
    @Suite struct Dependencies {
        private func index(_ container: Container, _ text: String) -> Int? {
            container.text.split(separator: "\n").firstIndex { $0.contains(text) }
        }

        @Test func `each instance knows its number`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd sh -c 'echo "$SWINIT_JOB is $SWINIT_INSTANCE"'
                      instances 3
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            for number in 1...3 {
                #expect(container.lines(with: "web is \(number)").count == 1)
                #expect(container.lines(with: "swinit | started web.\(number) (pid ").count == 1)
            }
        }

        @Test
        func `what is after a migration starts then, and is stopped before all that it needs`()
            throws
        {
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd probe obey
                      after migrate
                    }
                    job {
                      name migrate
                      cmd probe exit 0
                      once
                      after d*
                    }
                    job {
                      name db
                      cmd probe obey
                    }
                    """)
            try container.waitForLine("started web ")
            let migrated = try #require(index(container, "migrate (pid"))
            #expect(try #require(index(container, "started db ")) < migrated)
            #expect(try container.stop().status == 0)
            let web = try #require(index(container, "| web (pid"))
            #expect(web < (try #require(index(container, "| db (pid"))))
        }

        @Test
        func `a migration that fails fails what is after it, and its status is the container's`()
            throws
        {
            let container = try Container(
                jobs: """
                    job {
                      name migrate
                      cmd probe exit 7
                      once
                    }
                    job {
                      name web
                      cmd probe obey
                      after migrate
                    }
                    """)
            #expect(try container.waitForExit() == 7)
            #expect(container.lines(with: "web failed (dependency migrate)").count == 1)
            #expect(container.lines(with: "started web").isEmpty)
        }

        @Test func `an edited job with instances is restarted one by one`() throws {
            let scratch = try Scratch()
            let job = { (word: String) in
                "job {\n name web\n cmd probe obey \(word)\n instances 2\n}\n"
            }
            let file = try scratch.write("jobs.conf", job("1"))
            let container = try Container(swinit: ["-c", file])
            try container.waitForLine("started web.2 ")
            try scratch.write("jobs.conf", job("2"))
            try Deadline.wait(until: "web.2 runs again") {
                container.lines(with: "started web.2 ").count == 2
            }
            let lines = container.text.split(separator: "\n").map(String.init)
            let again = try #require(lines.lastIndex { $0.contains("started web.1 ") })
            let stopped = try #require(
                lines.firstIndex { $0.contains("web.2 (pid") && $0.contains("stopped") })
            #expect(again < stopped)
            #expect(try container.stop().status == 0)
        }
    }
}
