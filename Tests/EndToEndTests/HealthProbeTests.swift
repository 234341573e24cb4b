import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// `health`: who does not answer is restarted.
    @Suite struct HealthProbes {
        init() throws {
            _ = try TestProgram.server.path()
        }

        private func job(_ command: String, _ health: String, options: String = "") -> String {
            """
            job {
              name web
              cmd \(command)
              \(health)
              stop-timeout 1s
              \(options.replacingOccurrences(of: "\n", with: "\n  "))
            }

            """
        }

        @Test func `a server that turns bad is restarted`() throws {
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: job(
                    "server http \(port) 200,503",
                    "health http http://127.0.0.1:\(port)/ every 100ms failures 2",
                    options: "restart-delay 100ms"))
            try container.waitForLine("listens")
            try container.waitForLine(") failed a check: HTTP/1.1 503 Answer")
            try container.waitForLine(") is unhealthy (2 failed checks), stopping it")
            try container.waitForLine("listens")
            // Only the first failure of a row is told.
            #expect(container.lines(with: "failed a check").count == 1)
            #expect(try container.stop().status == 0)
        }

        @Test func `a port that closes is unhealthy, and one that opens again healthy`() throws {
            let port = try UDPEndpoint.freePort()
            let scratch = try Scratch()
            let script = """
                while read x <\(try scratch.makeFIFO("go")); do server port \(port) & wait; done
                """
            let container = try Container(
                jobs: job(
                    "sh -c '\(script)'", "health tcp 127.0.0.1:\(port) every 100ms failures 2",
                    options: "health-action none"))
            try container.waitForLine(") failed a check: Connection refused")
            try container.waitForLine(") is unhealthy (2 failed checks)")
            let go = try #require(FileHandle(forUpdatingAtPath: scratch.file("go")))
            try go.write(contentsOf: Data("\n".utf8))
            try container.waitForLine(") is healthy again")
        }

        @Test func `a command that hangs is ended with its time, and counts as failed`() throws {
            let container = try Container(
                jobs: job(
                    "probe obey", "health every 100ms timeout 200ms exec sh -c \"server hang; :\"",
                    options: "health-action none"))
            try container.waitForLine(") failed a check: no answer within 200ms")
            try container.waitForLine(") is unhealthy (3 failed checks)")
            // At most one of them is there at any time, with its child; those before are reaped.
            #expect(container.processes.count { $0.name == "server" } <= 1)
            #expect(container.processes.count { $0.isZombie } <= 2)
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(1))
        }

        @Test(arguments: ["flood", "daemon"])
        func `much output and a daemon that is left are no hindrance`(verb: String) throws {
            let scratch = try Scratch()
            let count = scratch.file("count")
            let container = try Container(
                jobs: job(
                    "probe obey",
                    """
                    health every 100ms timeout 10s exec sh -c "server \(verb) && echo >>\(count)"
                    """, options: "health-action shutdown"))
            try Deadline.wait(until: "two checks are over") {
                (scratch.read("count") ?? "").count > 1
            }
            #expect(try container.stop().status == 0)
            #expect(container.lines(with: "failed a check").isEmpty)
        }

        @Test(arguments: [
            ("no-such-program", "cannot execute no-such-program: No such file or directory"),
            ("sh -c \"exit 3\"", "exit status 3"), ("sh -c 'kill -9 $$'", "signal KILL"),
            ("sh -c \"echo; echo not yet >&2; exit 1\"", "not yet"),
        ]) func `why a command failed is told`(command: String, reason: String) throws {
            let container = try Container(
                jobs: job("probe obey", "health every 100ms exec \(command)"))
            try container.waitForLine(") failed a check: \(reason)")
        }

        @Test func `a thousand checks leave no descriptor and no process behind`() throws {
            let scratch = try Scratch()
            let port = try UDPEndpoint.freePort()
            let closed = try UDPEndpoint.freePort()
            let count = scratch.file("count")
            var jobs = job("server http \(port) 200", "ready tcp 127.0.0.1:\(port)\nwait ready")
            for (number, form) in [
                "tcp 127.0.0.1:\(port)", "http http://localhost:\(port)/",
                "tcp 127.0.0.1:\(closed)", "tcp localhost.localdomain:\(port)",
            ].enumerated() {
                jobs += job(
                    "probe obey", "health \(form) every 100ms", options: "health-action none"
                ).replacingOccurrences(of: "web", with: "job\(number)")
            }
            for number in 0..<10 {
                jobs += job(
                    "probe obey", "health every 100ms exec sh -c \"echo >>\(count)\"",
                    options: "health-action none"
                ).replacingOccurrences(of: "web", with: "command\(number)")
            }
            let container = try Container(jobs: jobs)
            let pid = try #require(container.initPID)
            var descriptors = Set<Int>()
            try Deadline.wait(until: "a thousand checks are over", within: .seconds(60)) {
                let folder = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")
                descriptors.insert(folder?.count ?? 0)
                return (scratch.read("count") ?? "").count > 1000
            }
            // Those of its own, four for each job's output, and two for each command that runs.
            #expect((descriptors.max() ?? 0) < 50 + 4 * 15, "\(descriptors)")
            #expect(container.processes.count { $0.isZombie } < 20)
            #expect(try container.stop().status == 0)
        }

        @Test func `more checks than may be under way at once wait for their turn`() throws {
            let port = try UDPEndpoint.freePort()
            let count = 560
            var jobs = job("server mute \(port)", "ready tcp 127.0.0.1:\(port)\nwait ready")
            for number in 0..<count {
                jobs += job(
                    "sleep 1000", "health http http://127.0.0.1:\(port)/ every 1s timeout 1s",
                    options: "health-action none"
                ).replacingOccurrences(of: "web", with: "job\(number)")
            }
            let container = try Container(jobs: jobs)
            let pid = try #require(container.initPID)
            // While they start each has a pipe.
            try Deadline.wait(until: "all of them run", within: .seconds(60)) {
                container.lines(with: "started job").count == count
            }
            var most = 0
            try Deadline.wait(until: "all of them have failed", within: .seconds(60)) {
                let folder = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")
                most = max(most, folder?.count ?? 0)
                return container.lines(with: "failed a check: no answer within 1s").count == count
            }
            most -= 4 * (count + 1)
            #expect(most > 500 && most < 540)
            #expect(try container.stop().status == 0)
        }

        @Test(.requires(.root)) func `a crash of swinit ends a command that ran`() throws {
            let scratch = try Scratch()
            let go = try scratch.makeFIFO("go")
            let container = try Container(
                jobs: job(
                    "probe obey",
                    "health every 100ms timeout 1d exec sh -c \"echo runs $$; read x <\(go)\"",
                    options: "health-action shutdown"))
            try Deadline.wait(until: "a check runs") {
                container.processes.contains { $0.name == "sh" }
            }
            let lost = try #require(container.processes.first { $0.name == "sh" })
            let before = try #require(container.initProcess).stackStart
            container.signal(SIGSEGV)
            try Deadline.wait(until: "PID 1 is executed again") {
                container.initProcess?.stackStart != before
            }
            try Deadline.wait(until: "another check runs in its place") {
                let now = container.processes.filter { $0.name == "sh" }
                return now.count == 1 && now.first?.pid != lost.pid
            }
            #expect(try container.stop().status == 0)
        }
    }
}
