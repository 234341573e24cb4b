import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// pmtr's reports and switches over UDP.
    @Suite struct Datagrams {
        private static let jobs = """
            job {
              name web
              cmd probe obey
              stop-timeout 5s
            }
            job {
              name off
              cmd probe obey
              disable
            }
            job {
              name setup
              cmd /bin/true
              once
            }

            """

        /// Waits until the jobs of ``jobs`` are where they stay.
        private func settle(_ container: Container) throws {
            try Deadline.wait(until: "web is ready and setup done: \(container.text)") {
                !container.lines(with: "ready").isEmpty && !container.lines(with: "; done").isEmpty
            }
        }

        /// Waits until a line contains `text`, be it old or new.
        private func wait(_ container: Container, _ text: String) throws {
            try Deadline.wait(until: "'\(text)' in \(container.text)") {
                !container.lines(with: text).isEmpty
            }
        }

        @Test func `a report comes at once, then every ten seconds`() throws {
            let endpoint = try UDPEndpoint()
            let container = try Container(
                jobs: "report to udp://127.0.0.1:\(endpoint.port)\n" + Self.jobs)
            try endpoint.receive(with: "report ")
            let first = ContinuousClock.now
            try settle(container)
            let report = try endpoint.receive(with: "report ")
            #expect(first.duration(to: .now) > .milliseconds(9900))
            #expect(first.duration(to: .now) < .seconds(13))
            let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.first == "report \(ProcessInfo.processInfo.hostName)")
            #expect(lines.count == 4)
            let web = lines[1].split(separator: " ")
            #expect(web.count == 5 && web[0] == "web" && web[1] == "e" && web[4] == "probe")
            #expect((8...12).contains(Int(web[2]) ?? -1))
            #expect(container.process(inside: pid_t(web[3]) ?? -1)?.name == "probe")
            #expect(lines[2] == "off d 0 0 probe")
            #expect(lines[3] == "")
            #expect(try container.stop().status == 0)
        }

        @Test func `a report in start order to each receiver, and to nobody in vain`() throws {
            let endpoints = [try UDPEndpoint(), try UDPEndpoint()]
            let nobody = try UDPEndpoint.freePort()
            let reports = ([nobody] + endpoints.map(\.port)).map {
                "report to udp://127.0.0.1:\($0)\n"
            }
            let container = try Container(
                jobs: reports.joined() + Self.jobs
                    + "job {\n name a\n cmd probe obey\n order -1\n}\n")
            for endpoint in endpoints {
                let report = try endpoint.receive(with: "report ")
                let names = report.split(separator: "\n").dropFirst().map {
                    $0.prefix { $0 != " " }
                }
                #expect(names.first == "a")
            }
            try settle(container)
            #expect(try container.stop().status == 0)
            #expect(container.lines(with: "report").isEmpty)
        }

        @Test func `an interface's address stands behind the host`() throws {
            let endpoint = try UDPEndpoint()
            let container = try Container(
                jobs: "report to udp://127.0.0.1:\(endpoint.port)@lo\n" + Self.jobs)
            let report = try endpoint.receive(with: "report ")
            #expect(report.hasPrefix("report \(ProcessInfo.processInfo.hostName) 127.0.0.1\n"))
            try settle(container)
            #expect(try container.stop().status == 0)
        }

        @Test func `disable stops a job and enable starts it, several in a datagram`() throws {
            let endpoint = try UDPEndpoint()
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: "listen on udp://0.0.0.0:\(port)\n"
                    + "report to udp://127.0.0.1:\(endpoint.port)\n" + Self.jobs)
            try settle(container)
            try endpoint.receive(with: "report ")
            try endpoint.send("disable web enable off", to: port)
            try wait(container, "web disabled, until the next reload")
            try wait(container, "started off")
            try wait(container, "exit status 0; disabled")
            // A report follows soon, and shows it.
            let report = try endpoint.receive(with: "web d ", within: .seconds(8))
            #expect(report.contains("off e "))
            try endpoint.send("enable web\n", to: port)
            try Deadline.wait(until: "web runs again") {
                container.lines(with: "started web").count == 2
            }
            #expect(try container.stop().status == 0)
        }

        @Test func `a reload undoes it`() throws {
            let endpoint = try UDPEndpoint()
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: "listen on udp://127.0.0.1:\(port)\n" + Self.jobs)
            try settle(container)
            try endpoint.send("enable off disable web", to: port)
            try wait(container, "started off")
            try wait(container, "exit status 0; disabled")
            container.signal(SIGHUP)
            try container.waitForLine("configuration reloaded")
            try Deadline.wait(until: "web runs again and off does not: \(container.text)") {
                container.lines(with: "started web").count == 2
                    && container.lines(with: "| off (pid ").count == 1
            }
            #expect(try container.stop().status == 0)
        }

        @Test func `nonsense is ignored, and complained of once in a while`() throws {
            let endpoint = try UDPEndpoint()
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: "listen on udp://127.0.0.1:\(port)\n" + Self.jobs)
            try settle(container)
            for text in ["", "web", "enable", "enable nobody", String(repeating: "x", count: 3000)]
            {
                for _ in 0..<50 { try endpoint.send(text, to: port) }
            }
            // What does not fit in the socket's buffer is lost, so that one may not be enough.
            try Deadline.wait(until: "off runs") {
                try endpoint.send("enable off", to: port)
                return !container.lines(with: "started off").isEmpty
            }
            #expect(container.lines(with: "ignored").count == 1)
            #expect(try container.stop().status == 0)
        }

        @Test func `an address that is taken is said, and everything else runs`() throws {
            let holder = try UDPEndpoint()
            let container = try Container(
                jobs: "listen on udp://127.0.0.1:\(holder.port)\n"
                    + "report to udp://239.0.0.1:9@no-such\n" + Self.jobs)
            try container.waitForLine(
                "error: cannot report to udp://239.0.0.1:9@no-such: No such device")
            try container.waitForLine(
                "error: cannot listen on udp://127.0.0.1:\(holder.port): Address")
            try settle(container)
            #expect(try container.stop().status == 0)
        }

        @Test func `a reload keeps, closes and opens sockets`() throws {
            let endpoint = try UDPEndpoint()
            let ports = [try UDPEndpoint.freePort(), try UDPEndpoint.freePort()]
            let scratch = try Scratch()
            func write(_ port: UInt16) throws -> String {
                try scratch.write(
                    "jobs.conf",
                    "listen on udp://127.0.0.1:\(port)\nreload on request\n" + Self.jobs)
            }
            let container = try Container(swinit: ["-c", try write(ports[0])])
            try settle(container)
            _ = try write(ports[1])
            container.signal(SIGHUP)
            try container.waitForLine("configuration reloaded: ")
            try endpoint.send("enable off", to: ports[1])
            try wait(container, "started off")
            // The old one is free, the new one is not opened twice.
            container.signal(SIGHUP)
            try wait(container, "| off (pid ")
            try endpoint.send("disable web", to: ports[0])
            try endpoint.send("enable off", to: ports[1])
            try Deadline.wait(until: "off runs again") {
                container.lines(with: "started off").count == 2
            }
            #expect(container.lines(with: "web disabled").isEmpty)
            #expect(container.lines(with: "cannot listen").isEmpty)
            #expect(try container.stop().status == 0)
        }

        @Test func `a fault of swinit closes nothing for good`() throws {
            let endpoint = try UDPEndpoint()
            let port = try UDPEndpoint.freePort()
            let container = try Container(
                jobs: "listen on udp://127.0.0.1:\(port)\n"
                    + "report to udp://127.0.0.1:\(endpoint.port)\n" + Self.jobs)
            try settle(container)
            try endpoint.send("disable web", to: port)
            try wait(container, "exit status 0; disabled")
            try endpoint.receive(with: "web d 0 0 ")
            let before = container.initProcess?.stackStart
            container.signal(SIGSEGV)
            try Deadline.wait(until: "PID 1 is executed again") {
                container.initProcess.map { $0.stackStart != before } ?? false
            }
            // The new image reports at once.
            try endpoint.receive(with: "web d 0 0 ", within: .seconds(8))
            try endpoint.send("enable web", to: port)
            try Deadline.wait(until: "web runs again") {
                container.lines(with: "started web").count == 2
            }
            #expect(try container.stop().status == 0)
        }
    }
}
