import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Order, barriers, disabled jobs.
    @Suite struct StartOrder {
        /// The names of the jobs in the order in which they were started.
        private func started(_ container: Container) -> [String] {
            container.lines(with: "swinit | started ").map { line in
                String(line.dropFirst("swinit | started ".count).prefix { $0 != " " })
            }
        }

        @Test func `jobs start by order and then as they stand in the file`() throws {
            let job = { (name: String, order: String) in
                "job {\n name \(name)\n cmd probe exit 0\n wait once\n \(order)\n}\n"
            }
            let container = try Container(
                jobs: job("last", "order 10") + job("first", "order -5") + job("second", "")
                    + job("third", "order 0"))
            #expect(try container.waitForExit() == 0)
            #expect(started(container) == ["first", "second", "third", "last"])
        }

        @Test func `jobs below a wait job start when it has ended`() throws {
            let scratch = try Scratch()
            let container = try Container(
                jobs: """
                    job {
                      name prepare
                      cmd sh -c "sleep 0.2; echo prepared >\(scratch.file("state"))"
                      wait once
                    }
                    job {
                      name use
                      cmd cat \(scratch.file("state"))
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            #expect(container.lines(with: "prepared").count == 1)
        }

        @Test func `a wait job that is restarted holds the others back for its first run only`()
            throws
        {
            let container = try Container(
                jobs: """
                    job {
                      name warm
                      cmd probe exit 1
                      wait
                      restart-delay 1h
                    }
                    job {
                      name web
                      cmd probe obey
                    }
                    """)
            try container.waitForLine("started web")
            #expect(started(container) == ["warm", "web"])
            #expect(try container.stop().status == 0)
        }

        @Test func `on-failure stop lets the start go on`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name warm
                      cmd probe exit 1
                      wait once
                      on-failure stop
                    }
                    job {
                      name web
                      cmd probe obey
                    }
                    """)
            try container.waitForLine("ready")
            #expect(try container.stop().status == 0)
        }

        @Test func `wait once and on-failure restart tries until it succeeds`() throws {
            let scratch = try Scratch()
            let container = try Container(
                jobs: """
                    job {
                      name migrate
                      cmd sh -c "probe attempts \(scratch.file("count")) 99; test -s \
                    \(scratch.file("enough"))"
                      wait
                      once
                      on-failure restart
                      restart-delay 100ms
                    }
                    job {
                      name web
                      cmd probe obey
                    }
                    """)
            try container.waitForLine("attempt 3")
            #expect(container.lines(with: "started web").isEmpty)
            try scratch.write("enough", "yes")
            try container.waitForLine("started web")
            #expect(try container.stop().status == 0)
        }

        @Test func `TERM during a wait ends it`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name migrate
                      cmd probe obey 3
                      wait once
                    }
                    job {
                      name web
                      cmd probe obey
                    }
                    """)
            try container.waitForLine("ready")
            let end = try container.stop()
            // A one-time job that was cut short must not count as done.
            #expect(end.status == 3)
            #expect(end.took < .seconds(5))
            #expect(started(container) == ["migrate"])
        }

        @Test func `a disabled job is not started`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name off
                      cmd probe obey
                      disable
                    }
                    job {
                      name on
                      cmd probe exit 0
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            #expect(started(container) == ["on"])
        }
    }
}
