import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// `swinit config` and the help on options, as the binary says them.
    @Suite struct Printing {
        private static let jobs = """
            env A="1 2"
            defaults {
              stop-timeout 12s345ms
            }
            job {
              name a
              cmd /bin/echo "x y" '"' é # a comment
              env DB_PASSWORD=hunter2
              env-file a.env
              ulimit { -n 1024:infinity }
              wait once
            }
            include more.conf

            """
        private static let more = "job {\n name b\n cmd /bin/true\n restart never\n}\n"

        @Test func `prints the whole configuration, secrets masked`() throws {
            let scratch = try Scratch()
            try scratch.write("more.conf", Self.more)
            let file = try scratch.write("jobs.conf", Self.jobs)
            let result = try Command.run([SwinitBinary.path(), "config", file])
            #expect(result.status == 0)
            #expect(result.errors == "")
            #expect(
                result.output == """
                    defaults {
                      env A="1 2"
                    }

                    job {
                      name a
                      cmd /bin/echo "x y" "\\"" é
                      env DB_PASSWORD=***
                      env-file \(scratch.file("a.env"))
                      ulimit -n 1024:infinity
                      wait once
                      stop-timeout 12s345ms
                    }

                    job {
                      name b
                      cmd /bin/true
                      stop-timeout 12s345ms
                      restart never
                    }
                    """)
        }

        @Test func `what it prints is a configuration that prints the same`() throws {
            let scratch = try Scratch()
            try scratch.write("more.conf", Self.more)
            let file = try scratch.write("jobs.conf", Self.jobs)
            let swinit = try SwinitBinary.path()
            let first = try Command.output([swinit, "config", "--show-secrets", "-c", file])
            #expect(first.contains("DB_PASSWORD=hunter2"))
            let again = try scratch.write("again.conf", first + "\n")
            #expect(try Command.output([swinit, "config", "--show-secrets", again]) == first)
            #expect(try Command.run([swinit, "check", again]).status == 0)
        }

        @Test func `a bad file gives 78, its mistakes, and nothing to read`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", "job {\n name a\n cmd b\n restrat x\n}\n")
            let result = try Command.run([SwinitBinary.path(), "config", file])
            #expect(result.status == 78)
            #expect(result.output == "")
            #expect(result.errors.contains("did you mean 'restart'?"))
        }

        @Test func `help config lists the options and explains one`() throws {
            let swinit = try SwinitBinary.path()
            let list = try Command.output([swinit, "help", "config"])
            #expect(list.contains("\n  stop-timeout D  "))
            let page = try Command.output([swinit, "help", "config", "stop-timeout"])
            #expect(page.contains("\n  default    8s\n"))
            let unknown = try Command.run([swinit, "help", "config", "stop-timeuot"])
            #expect(unknown.status == 64)
            #expect(unknown.errors.contains("did you mean 'stop-timeout'?"))
        }
    }
}
