import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// `ready tcp`, `http`, `exec`, `unix` and `file`: who waits for them starts when they hold.
    @Suite struct ReadinessProbes {
        /// A job that is probed, and one that starts when it is ready.
        private func jobs(_ command: String, _ ready: String, options: String = "") -> String {
            """
            job {
              name first
              cmd \(command)
              \(ready.replacingOccurrences(of: "\n", with: "\n  "))
              wait ready
              stop-timeout 1s
              \(options.replacingOccurrences(of: "\n", with: "\n  "))
            }
            job {
              name second
              cmd probe obey
            }

            """
        }

        init() throws {
            _ = try TestProgram.server.path()
        }

        /// That the second job starts once the first one listens, and not before.
        private func expectOrder(_ container: Container, _ first: String = "listens") throws {
            try container.waitForLine(first)
            // Whoever listens may be found before it says so.
            container.program.rewind()
            try container.waitForLine(" is ready after")
            try container.waitForLine("started second")
            #expect(try container.stop().status == 0, "\(container.text)")
        }

        @Test(arguments: ["127.0.0.1", "localhost"])
        func `a port that opens late`(host: String) throws {
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: jobs("server port \(port) 700", "ready tcp \(host):\(port)"))
            try expectOrder(container)
            // It is only tried: its server does not hear of it.
            #expect(container.count(of: "accepted") == 0)
        }

        @Test func `a port that is written by a variable`() throws {
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: "expand\n"
                    + jobs("server port ${PORT}", "ready tcp 127.0.0.1:${PORT}\nenv PORT=\(port)"))
            try expectOrder(container)
        }

        @Test func `a request is HTTP, and its first answer counts`() throws {
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: jobs(
                    "server http \(port) 204", "ready http http://localhost:\(port)/up?x=1"))
            try expectOrder(container)
            #expect(container.count(of: "request GET /up?x=1 HTTP/1.1") == 1)
            #expect(container.count(of: "host localhost:\(port)") == 1)
        }

        @Test(arguments: ["slow", "302"])
        func `an answer in pieces is one, and so is a redirection`(mode: String) throws {
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: jobs("server http \(port) \(mode)", "ready http http://127.0.0.1:\(port)"))
            try expectOrder(container)
        }

        @Test func `a server with much to say is not cut off`() throws {
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: jobs("server http \(port) long", "ready http http://127.0.0.1:\(port)/"))
            try container.waitForLine("started second")
            try container.waitForLine("said all")
            #expect(container.count(of: "cut off") == 0)
        }

        @Test(arguments: ["silent", "garbage", "404", "end"])
        func `what is no good answer is none`(mode: String) throws {
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: jobs(
                    "server http \(port) \(mode)",
                    "ready http http://127.0.0.1:\(port)/ within 1s\non-failure shutdown"))
            #expect(try container.waitForExit() == 124, "\(container.text)")
            #expect(container.lines(with: " is not ready within 1s").count == 1)
            #expect(container.lines(with: "started second").isEmpty)
        }

        @Test func `a socket in the file system, beneath the job's directory`() throws {
            let scratch = try Scratch()
            let path = scratch.file("socket")
            let container = try Container(
                jobs: jobs("server path \(path) 300", "ready unix socket\ndir \(scratch.path)"))
            try expectOrder(container)
        }

        @Test(arguments: ["echo 1 >up", "touch up", "rm up; echo of an earlier run >up"])
        func `a file that is made or changed`(change: String) throws {
            let scratch = try Scratch()
            try scratch.write("up", "of an earlier run\n")
            let script = "echo runs; sleep 0.2; \(change); echo listens; exec probe obey"
            let container = try Container(
                jobs: jobs("sh -c '\(script)'", "ready file up\ndir \(scratch.path)"))
            try expectOrder(container)
        }

        @Test func `a file of before the start is none`() throws {
            let scratch = try Scratch()
            try scratch.write("up", "of an earlier run\n")
            let container = try Container(
                jobs: jobs(
                    "probe obey",
                    "ready file \(scratch.file("up")) within 1s\non-failure shutdown"))
            #expect(try container.waitForExit() == 124, "\(container.text)")
        }

        @Test(.requires(.root)) func `a command runs as the job does`() throws {
            let script = """
                test "$(id -un)" = nobody -a "$A" = b -a "$PWD" = /tmp -a "$SWINIT_JOB" = first
                """
            let container = try Container(
                jobs: jobs(
                    "probe obey", "ready within 10s exec sh -c '\(script)'",
                    options: "user nobody\nenv A=b\ndir /tmp"))
            try expectOrder(container, "ready")
        }

        @Test func `a command that fails at first`() throws {
            let scratch = try Scratch()
            let script = "test -e \(scratch.file("up")) || { touch \(scratch.file("up")); exit 1; }"
            let container = try Container(
                jobs: jobs("probe obey", "ready exec sh -c '\(script)'"))
            try expectOrder(container, "ready")
        }

        // MARK: - Names

        @Test(.requires(.root)) func `a name that /etc/hosts has`() throws {
            let scratch = try Scratch()
            let hosts = try scratch.write("hosts", "127.0.0.7 other\n127.0.0.1 x Web.Test # web\n")
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: jobs("server port \(port) 200", "ready tcp web.test:\(port)"),
                setUp: "mount --bind \(hosts) /etc/hosts")
            try expectOrder(container)
        }

        @Test(.requires(.root)) func `a name that a server knows, with a suffix`() throws {
            let scratch = try Scratch()
            let hosts = try scratch.write("hosts", "127.0.0.7 other\n")
            let settings = try scratch.write(
                "resolv",
                "# first\nsearch none.test svc.test\noptions ndots:2\nnameserver 127.9.9.9")
            let port = try UDPEndpoint.freePort()
            let dns = """
                job {
                  name dns
                  cmd server dns 127.9.9.9 web.svc.test=127.0.0.1
                }

                """
            let container = try Container(
                jobs: dns + jobs("server port \(port) 200", "ready tcp web:\(port)"),
                setUp: """
                    mount --bind \(hosts) /etc/hosts
                    mount --bind \(settings) /etc/resolv.conf
                    """)
            try container.waitForLine(" is ready after")
            try container.waitForLine("started second")
            #expect(container.count(of: "query web.none.test A") > 0, "\(container.text)")
            #expect(container.count(of: "query web.svc.test A") > 0)
            #expect(container.count(of: "query web A") == 0)
        }

        @Test func `a server of names that is silent holds nothing up`() throws {
            let scratch = try Scratch()
            let settings = try scratch.write("resolv", "nameserver 127.9.9.8\n")
            let container = try Container(
                jobs: jobs(
                    "probe obey", "ready tcp nowhere.test:80 within 1500ms\non-failure shutdown"),
                setUp: "mount --bind \(settings) /etc/resolv.conf")
            #expect(try container.waitForExit() == 124)
            #expect(container.count(of: "got TERM") == 1)
        }
    }
}
