import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// A swinit that is itself supervised by something that has a NOTIFY_SOCKET.
    @Suite struct Superiors {
        init() throws {
            // Beside the probe, where the container finds it.
            _ = try TestProgram.notify.path()
        }

        /// A socket that receives what swinit says.
        private final class Listener {
            let path: String
            private let descriptor: Int32
            private let address: sockaddr_un
            private var said: [String] = []

            init(in scratch: Scratch) throws {
                let path = scratch.file("notify")
                let listener = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
                var place = sockaddr_un()
                place.sun_family = sa_family_t(AF_UNIX)
                withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: path.utf8) }
                let bound = withUnsafePointer(to: &place) {
                    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                    }
                }
                self.path = path
                descriptor = listener
                address = place
                try #require(bound == 0)
            }

            deinit { close(descriptor) }

            /// Sends until there is no room; how many datagrams that took.
            func fill() throws -> Int {
                let sender = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
                defer { close(sender) }
                var address = address
                let connected = withUnsafePointer(to: &address) {
                    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        connect(sender, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                    }
                }
                try #require(connected == 0)
                var count = 0
                while send(sender, "X", 1, Int32(MSG_DONTWAIT)) == 1 { count += 1 }
                return count
            }

            /// All that was said until now.
            var heard: [String] {
                var bytes = [UInt8](repeating: 0, count: 1000)
                while true {
                    let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
                    guard count >= 0 else { return said }
                    said.append(String(decoding: bytes.prefix(count), as: UTF8.self))
                }
            }

            func wait(for count: Int) throws -> [String] {
                try Deadline.wait(until: "\(count) messages came, not \(heard)") {
                    heard.count >= count
                }
                return heard
            }
        }

        @Test func `it hears of readiness, reloads and the end`() throws {
            let scratch = try Scratch()
            let listener = try Listener(in: scratch)
            let jobs = """
                job {
                  name slow
                  cmd notify as self:STATUS=1 self:READY=1
                  ready notify
                }
                """
            let file = try scratch.write("jobs.conf", jobs)
            let container = try Container(
                swinit: ["-c", file, "-v"], environment: ["NOTIFY_SOCKET": listener.path])
            let pid = try NotifyingJob.process(in: container)
            kill(pid, SIGUSR1)
            try container.waitForLine("slow says: 1")
            #expect(listener.heard.isEmpty)
            kill(pid, SIGUSR1)
            #expect(try listener.wait(for: 1) == ["READY=1"])
            container.signal(SIGHUP)
            var heard = try listener.wait(for: 3)
            let reload = heard[1].split(separator: "\n")
            #expect(reload.first == "RELOADING=1")
            let time = try #require(reload.last?.split(separator: "=").last.flatMap { UInt64($0) })
            #expect(reload.last == "MONOTONIC_USEC=\(time)")
            #expect(time > 0)
            #expect(heard[2] == "READY=1")
            #expect(try container.stop().status == 0)
            heard = try listener.wait(for: 4)
            #expect(heard.count == 4)
            #expect(heard.last == "STOPPING=1")
        }

        @Test func `a refused reload ends too`() throws {
            let scratch = try Scratch()
            let listener = try Listener(in: scratch)
            let file = try scratch.write("jobs.conf", "job {\n name a\n cmd probe obey\n}\n")
            let container = try Container(
                swinit: ["-c", file], environment: ["NOTIFY_SOCKET": listener.path])
            #expect(try listener.wait(for: 1) == ["READY=1"])
            try scratch.write("jobs.conf", "job {")
            container.signal(SIGHUP)
            let heard = try listener.wait(for: 3)
            #expect(heard[1].hasPrefix("RELOADING=1\n"))
            #expect(heard[2] == "READY=1")
        }

        @Test func `one that does not read keeps nobody waiting`() throws {
            let scratch = try Scratch()
            let listener = try Listener(in: scratch)
            let full = try listener.fill()
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n}\n",
                environment: ["NOTIFY_SOCKET": listener.path])
            try container.waitForLine("started a")
            // Whoever listens makes room: a later attempt tells it, maybe while this still reads.
            #expect(try listener.wait(for: full + 1).dropFirst(full) == ["READY=1"])
            #expect(try container.stop().status == 0)
        }

        @Test func `one that is not there is told of, and forgotten`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n}\n",
                environment: ["NOTIFY_SOCKET": "/no/such/socket"])
            let words = "cannot write to NOTIFY_SOCKET: No such file or directory"
            try container.waitForLine(words)
            #expect(try container.stop().status == 0)
            // Of the readiness, and of the end.
            #expect(container.lines(with: words).count == 2)
        }

        @Test func `a swinit below another is ready when its jobs are`() throws {
            let scratch = try Scratch()
            let inner = try scratch.write(
                "inner.conf",
                "job {\n name deep\n cmd notify as self:STATUS=1 self:READY=1\n"
                    + " ready notify\n}\n")
            let job = try NotifyingJob(
                command: "\(SwinitBinary.path()) -v -c \(inner)", ready: "notify")
            try job.step()
            try job.wait(for: "deep says: 1")
            #expect(!job.hasStartedNext)
            try job.step()
            try job.wait(for: "started next")
            #expect(try job.container.stop().status == 0)
        }

        @Test func `jobs inherit nothing that was meant for swinit`() throws {
            let own = ["NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC"]
            let listening = ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"]
            var environment = Dictionary(uniqueKeysWithValues: (own + listening).map { ($0, "1") })
            environment["NOTIFY_SOCKET"] = "@nobody"
            environment["LISTEN_ADDRESS"] = "kept"
            let container = try Container(
                jobs: "job {\n name a\n cmd probe show\n once\n}\n", environment: environment)
            let shown = try Shown(container)
            #expect(try container.waitForExit() == 0)
            for name in own + listening { #expect(shown.variable(name) == nil, "\(name)") }
            #expect(shown.variable("LISTEN_ADDRESS") == "kept")
        }
    }
}
