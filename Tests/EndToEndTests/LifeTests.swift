import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Many jobs that need each other: how they start, fail and end, and what ends the container.
    @Suite struct Lives {
        private func job(_ name: String, _ options: String...) -> String {
            let lines = options.map { "  \($0)\n" }.joined()
            return "job {\n  name \(name)\n\(lines)}\n"
        }

        /// The process of the job of this name, as the last message of its start has it.
        private func process(_ name: String, _ container: Container) throws -> ProcessFacts {
            let line = try #require(container.lines(with: "started \(name) (pid ").last)
            let number = line.split(separator: " ").last.flatMap { pid_t($0.dropLast()) }
            let pid = try #require(number)
            return try #require(container.process(inside: pid))
        }

        private func isStarted(_ name: String, _ container: Container) -> Bool {
            !container.lines(with: "started \(name) ").isEmpty
        }

        private func isEnd(_ line: Substring) -> Bool {
            line.contains(" exited ") || line.contains(" stopped after ")
        }

        /// The names of jobs in the order in which their ends were told.
        private func ends(_ container: Container, _ names: [String]) -> [String] {
            let lines = container.text.split(separator: "\n")
            return lines.compactMap { line in
                names.first { line.hasPrefix("swinit | \($0) (pid ") && isEnd(line) }
            }
        }

        @Test func `three levels start one after the other and end the other way round`() throws {
            _ = try TestProgram.notify.path()
            let scratch = try Scratch()
            let open = scratch.file("open")
            let container = try Container(
                jobs: job("web", "cmd probe obey", "after api")
                    + job("api", "cmd probe obey", "after db cache migrate")
                    + job("migrate", "cmd probe exit 0", "once", "after db")
                    + job("cache", "cmd probe obey", "ready exec test -e \(open)")
                    + job("db", "cmd notify as self:READY=1", "ready notify"))
            try Deadline.wait(until: "the first level runs\n\(container.text)") {
                isStarted("cache", container) && isStarted("db", container)
                    && !container.lines(with: "socket @").isEmpty
            }
            #expect(!isStarted("migrate", container))
            let database = try process("db", container)
            kill(database.pid, SIGUSR1)
            try Deadline.wait(until: "migrate has ended\n\(container.text)") {
                ends(container, ["migrate"]) == ["migrate"]
            }
            #expect(!isStarted("api", container))
            try scratch.write("open", "")
            try Deadline.wait(until: "the last level runs\n\(container.text)") {
                isStarted("api", container) && isStarted("web", container)
            }

            #expect(try container.stop().status == 0)
            let order = ends(container, ["web", "api", "cache", "db"])
            #expect(order.count == 4)
            #expect(Array(order.prefix(2)) == ["web", "api"], "\(container.text)")
        }

        @Test func `what needs a job that failed for good fails too, and the others go on`() throws
        {
            let container = try Container(
                jobs: job("db", "cmd probe obey")
                    + job("migrate", "cmd probe exit 3", "once", "after db")
                    + job("api", "cmd probe obey", "after migrate")
                    + job("web", "cmd probe obey", "after api"))
            try Deadline.wait(until: "both have failed\n\(container.text)") {
                container.lines(with: "dependency migrate").count == 1
                    && container.lines(with: "dependency api").count == 1
            }
            #expect(!isStarted("api", container) && !isStarted("web", container))
            #expect(container.processes.count == 1)
            #expect(try container.stop().status == 0)
        }

        @Test func `a circle is refused with its path`() throws {
            let container = try Container(
                jobs: job("a", "cmd probe obey", "after b") + job("b", "cmd probe obey", "after a"))
            #expect(try container.waitForExit() == 78)
            #expect(!container.lines(with: " -> ").isEmpty, "\(container.text)")
        }

        @Test func `a job that restarts with another one follows its restart, not its start`()
            throws
        {
            let container = try Container(
                jobs: job("a", "cmd probe obey", "restart-delay 10ms")
                    + job("b", "cmd probe obey", "restart-with a"))
            try Deadline.wait(until: "both run") {
                isStarted("a", container) && isStarted("b", container)
            }
            let first = try process("a", container)
            kill(first.pid, SIGKILL)
            try Deadline.wait(until: "b runs anew\n\(container.text)") {
                container.lines(with: "started b ").count == 2
            }
            #expect(container.lines(with: "started a ").count == 2)
            #expect(try container.stop().status == 0)
        }

        // MARK: What ends the container

        /// What a job is like and what the container then ends with.
        struct Ending: CustomTestStringConvertible, Sendable {
            var command: String
            var options: [String]
            var status: Int32
            var testDescription: String { options.joined(separator: ", ") }
        }

        static let endings = [
            Ending(
                command: "probe obey",
                options: ["ready within 200ms exec false", "on-failure shutdown"], status: 124),
            Ending(
                command: "probe obey",
                options: ["health every 100ms failures 1 exec false", "health-action shutdown"],
                status: 1),
            Ending(
                command: "probe obey",
                options: ["health every 100ms failures 2 exec false", "on-failure shutdown"],
                status: 1),
            Ending(
                command: "probe exit 5",
                options: ["restart-delay 10ms", "restart-limit 2 in 1m then shutdown"], status: 5),
            Ending(
                command: "probe exit 0",
                options: [
                    "success-codes 9", "restart-delay 10ms", "restart-limit 2 in 1m then shutdown",
                ], status: 1),
            Ending(
                command: "probe exit 5",
                options: ["restart-delay 10ms", "start-wait 5s", "start-retries 2 then shutdown"],
                status: 5),
            Ending(
                command: "sh -c \"exec kill -9 $$\"",
                options: ["restart-delay 10ms", "start-wait 5s", "start-retries 1 then shutdown"],
                status: 137),
            Ending(
                command: "probe obey", options: ["run-timeout 100ms", "on-failure shutdown"],
                status: 124),
        ]

        @Test(arguments: endings)
        func `the container's status says what ended it`(ending: Ending) throws {
            let options = ["cmd \(ending.command)"] + ending.options
            let lines = options.map { "  \($0)\n" }.joined()
            let container = try Container(
                jobs: job("steady", "cmd probe obey") + "job {\n  name a\n\(lines)}\n")
            #expect(try container.waitForExit() == ending.status, "\(container.text)")
        }

        @Test func `a job that is given up leaves the others alone`() throws {
            let container = try Container(
                jobs: job("steady", "cmd probe obey")
                    + job(
                        "a", "cmd probe exit 5", "restart-delay 10ms", "restart-limit 2 in 1m"))
            try container.waitForLine("gave up after 2 failures within")
            let steady = try process("steady", container)
            try Deadline.wait(until: "nothing else runs") {
                container.processes.map(\.pid) == [steady.pid]
            }
            #expect(try container.stop().status == 0)
        }
    }
}
