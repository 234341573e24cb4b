import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Debian's svc, svstat and svok against services that swinit runs.
    @Suite struct ServiceControl {
        @Test func `svstat and svok show a service that runs`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            #expect(try bench.svok("web") == 100)
            let container = try bench.start()
            try container.waitForLine("ready")
            try bench.wait(for: "up", of: "web")
            #expect(try bench.svok("web") == 0)
            #expect(container.process(inside: pid_t(try bench.pid("web")))?.name == "probe")
            #expect(try container.stop().status == 0)
            #expect(try bench.svok("web") == 100)
        }

        @Test(arguments: [("-h", SIGHUP), ("-a", SIGALRM), ("-i", SIGINT)])
        func `a signal that is sent reaches the process`(flag: String, number: Int32) throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            #expect(try bench.svc(flag, "web") == "")
            try container.waitForLine("signal \(number)")
            #expect(try bench.pid("web") == pid)
        }

        @Test(arguments: ["-t", "-k"])
        func `one that ends the process brings another`(flag: String) throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            try bench.svc(flag, "web")
            try bench.waitForProcess(of: "web", after: pid)
            #expect(try bench.state("web") == "up")
        }

        @Test func `a signal reaches what a script has started`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "probe signals\ntrue")
            let container = try bench.start()
            try container.waitForLine("ready")
            try bench.svc("-h", "web")
            try container.waitForLine("signal \(SIGHUP)")
        }

        @Test func `a service goes down and up`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            try bench.svc("-d", "web")
            try container.waitForLine("signal \(SIGTERM)")
            try bench.wait(for: "down, normally up", of: "web")
            try bench.svc("-u", "web")
            try container.waitForLine("ready")
            try bench.wait(for: "up", of: "web")
        }

        @Test func `what ignores TERM is wanted down, but not killed`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "exec probe stubborn")
            let container = try bench.start()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            try bench.svc("-d", "web")
            try bench.wait(for: "up, want down", of: "web")
            // A job would be killed after 8 s.
            let end = ContinuousClock.now + .milliseconds(8500)
            try Deadline.wait(until: "time passes") { .now > end }
            #expect(try bench.pid("web") == pid)
            try bench.svc("-k", "web")
            try bench.wait(for: "down, normally up", of: "web")
        }

        @Test func `the shutdown kills what svc does not`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "exec probe stubborn")
            let container = try bench.start("shutdown-timeout 2s\n")
            try container.waitForLine("ready")
            try bench.svc("-d", "web")
            try bench.wait(for: "up, want down", of: "web")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(4))
        }

        @Test func `each svc -d is another TERM`() throws {
            let bench = try ServiceBench()
            try bench.add(
                "web", "trap 'echo got TERM' TERM\necho ready\nwhile :; do sleep 0.05; done")
            let container = try bench.start("shutdown-timeout 1s\n")
            try container.waitForLine("ready")
            for _ in 0..<3 {
                try bench.svc("-d", "web")
                try container.waitForLine("got TERM")
            }
        }

        @Test func `a service runs once`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            try bench.svc("-o", "web")
            try Deadline.wait(until: "nothing is wanted") { try bench.status("web").last == 0 }
            try bench.svc("-t", "web")
            try bench.wait(for: "down, normally up", of: "web")
            try bench.svc("-o", "web")
            try container.waitForLine("ready")
            // Up again for good.
            let pid = try bench.waitForProcess(of: "web")
            try bench.svc("-u", "web")
            try bench.svc("-t", "web")
            try bench.waitForProcess(of: "web", after: pid)
        }

        @Test func `a service is paused and continued`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "exec probe pausable")
            let container = try bench.start()
            try container.waitForLine("ready")
            try bench.svc("-p", "web")
            try bench.wait(for: "up, paused", of: "web")
            let process = try #require(container.processes.first { $0.name == "probe" })
            try Deadline.wait(until: "it is stopped") { ProcessFacts(process.pid)?.state == "T" }
            try bench.svc("-c", "web")
            try container.waitForLine("resumed")
            try bench.wait(for: "up", of: "web")
        }

        @Test func `several flags are obeyed in their order`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            try bench.add("db")
            let container = try bench.start()
            try bench.waitForProcess(of: "web")
            try bench.waitForProcess(of: "db")
            try Deadline.wait(until: "both are ready") {
                container.lines(with: "ready ").count == 2
            }
            let pid = try bench.pid("web")
            #expect(try bench.svc("-du", "web") == "")
            try bench.waitForProcess(of: "web", after: pid)
            #expect(try bench.svc("-ud", "web", "db") == "")
            try bench.wait(for: "down, normally up", of: "web")
            try bench.wait(for: "down, normally up", of: "db")
        }

        @Test func `svc -x ends the supervision of what is down, for five seconds`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            try bench.svc("-x", "web")
            #expect(try bench.svok("web") == 0)
            try bench.svc("-t", "web")
            try Deadline.wait(until: "nobody supervises it") { try bench.svok("web") == 100 }
            #expect(try bench.svc("-u", "web").contains("supervise not running"))
            // As svscan would.
            try container.waitForLine("ready", within: .seconds(10))
            #expect(try bench.svok("web") == 0)
        }

        @Test func `svc -x is not forgotten by a fault of swinit`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            try bench.svc("-x", "web")
            for _ in 0..<3 { try container.fault(SIGSEGV) }
            #expect(try bench.svok("web") == 0)
            try bench.svc("-t", "web")
            try Deadline.wait(until: "nobody supervises it") { try bench.svok("web") == 100 }
        }

        @Test func `the files are those of supervise`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            let files = ["", "/lock", "/control", "/ok", "/status"]
            let modes = try Command.output(
                ["stat", "-c", "%A"] + files.map { bench.file("web/supervise\($0)") })
            #expect(
                modes.split(separator: "\n") == [
                    "drwx------", "-rw-------", "prw-------", "prw-------", "-rw-r--r--",
                ])
            let status = try bench.status("web")
            try #require(status.count == 18)
            let seconds = status[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            #expect(abs(Double(seconds &- (1 << 62 + 10)) - Date().timeIntervalSince1970) < 30)
            #expect(status[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) } == pid)
            #expect(Array(status[16...]) == [0, UInt8(ascii: "u")])
        }
    }
}
