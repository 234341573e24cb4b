import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// A step between fork and exec that fails.
    @Suite struct SetUpFailures {
        private static let missing = "No such file or directory"

        @Test(arguments: [
            ("cmd /no/such/program", "cannot execute /no/such/program: \(missing)"),
            ("cmd no-such-program", "cannot execute no-such-program: \(missing)"),
            ("cmd /etc/passwd", "cannot execute /etc/passwd: Permission denied"),
            ("cmd true\n dir /no/such", "cannot change to directory /no/such: \(missing)"),
            ("cmd true\n in /no/such", "cannot open in /no/such: \(missing)"),
            ("cmd true\n out /no/such/log", "cannot open out /no/such/log: \(missing)"),
            ("cmd true\n err /dev/null/log", "cannot open err /dev/null/log: Not a directory"),
            ("cmd true\n user no-such-user", "no-such-user"),
            ("cmd true\n cpu 1000", "cannot set cpu"),
        ])
        func `the line about it says the step and the reason`(
            options: String, message: String
        ) throws {
            let container = try Container(
                jobs: "job {\n name broken\n \(options)\n once\n}\n")
            let status = try container.waitForExit()
            #expect(status != 0)
            #expect(container.lines(with: "broken").contains { $0.contains(message) })
            #expect(container.lines(with: "started broken").isEmpty)
        }

        @Test(.requires(.root))
        func `a limit that may not be set is named`() throws {
            let container = try Container(
                jobs: "job {\n name broken\n cmd true\n user 12345\n ulimit -n 300:400\n once\n}\n",
                setUp: "ulimit -n 200")
            #expect(try container.waitForExit() != 0)
            let said = container.lines(with: "cannot set ulimit")
            #expect(said.count == 1, "\(container.text)")
        }

        @Test func `a job that cannot start is tried again by its policy`() throws {
            let scratch = try Scratch()
            let program = scratch.file("program")
            let container = try Container(
                jobs: "job {\n name late\n cmd \(program)\n restart-delay 150ms\n}\n")
            try container.waitForLine("restarting in 150ms")
            try scratch.write("program.new", "#!/bin/sh\necho here\nexec sleep 1000\n", mode: 0o755)
            try #require(rename(scratch.file("program.new"), program) == 0)
            try container.waitForLine("here")
            #expect(try container.stop().status == 0)
        }

        @Test(.requires(.root)) func `a user without privilege is a failed start`() throws {
            let container = try Container(
                jobs: "job {\n name other\n cmd true\n user 12345\n once\n}\n",
                setUp: "exec setpriv --reuid 23456 --clear-groups \"$@\"")
            #expect(try container.waitForExit() != 0)
            #expect(container.lines(with: "Operation not permitted").count == 1)
        }

        @Test(.requires(.root)) func `its own user is no step at all`() throws {
            let container = try Container(
                jobs: "job {\n name own\n cmd probe show\n user 23456:23456\n once\n}\n",
                setUp: "exec setpriv --reuid 23456 --regid 23456 --clear-groups \"$@\"")
            #expect(try container.waitForExit() == 0)
            #expect(container.count(of: "user 23456 group 23456") == 1)
        }
    }
}
