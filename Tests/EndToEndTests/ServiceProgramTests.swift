import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// The binary called svscan or supervise; and what a fault of swinit leaves of services.
    @Suite struct ServicePrograms {
        @Test func `svscan runs the services of a folder, silently, and TERM ends it`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            try bench.add("down", files: ["down": ""])
            let container = try bench.program("svscan", [bench.path])
            try container.waitForLine("ready")
            try bench.wait(for: "up", of: "web")
            try bench.wait(for: "down", of: "down")
            try bench.add("db")
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(4))
            #expect(container.count(of: "signal \(SIGTERM)") == 2)
            #expect(container.lines(with: "swinit").isEmpty, "\(container.text)")
        }

        @Test func `svscan takes the working directory, as swinit tool too`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let own = try SwinitBinary.path()
            for words in [[try bench.link("svscan")], [own, "tool", "svscan"]] {
                let container = try Container(words, setUp: "cd \(bench.path)")
                try container.waitForLine("ready")
                #expect(try container.stop().status == 0)
            }
        }

        @Test func `svscan reaps orphans at once`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "exec probe orphans 100")
            let container = try bench.program("svscan", [bench.path])
            try container.waitForLine("orphaned")
            try container.waitForProcesses(1, within: .seconds(3))
        }

        @Test func `svscan says where it cannot go`() throws {
            let bench = try ServiceBench()
            let result = try Command.run([try bench.link("svscan"), "/no/such/place"])
            #expect(result.status == 111)
            #expect(
                result.errors
                    == "svscan: fatal: unable to chdir to /no/such/place: file does not exist")
        }

        @Test func `supervise runs one service until it is told to leave`() throws {
            let bench = try ServiceBench()
            try bench.add("web", log: "exec probe signals")
            let container = try bench.program("supervise", [bench.file("web")])
            try container.waitForLine("ready")
            try bench.wait(for: "up", of: "web")
            // svscan has another for the logger.
            #expect(try bench.svok("web/log") == 100)
            try bench.svc("-dx", "web")
            #expect(try container.waitForExit() == 0)
            #expect(container.count(of: "signal \(SIGTERM)") == 1)
            #expect(try bench.state("web") == "supervise not running")
        }

        @Test func `supervise starts a service that is down where it is told to`() throws {
            let bench = try ServiceBench()
            try bench.add("web", files: ["down": ""])
            let container = try bench.program("supervise", [bench.file("web")])
            try bench.wait(for: "down", of: "web")
            try bench.svc("-u", "web")
            try container.waitForLine("ready")
            #expect(try container.stop().status == 0)
        }

        @Test func `a second supervise is refused, be it ours or Debian's`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "exec sleep 60")
            let place = bench.file("web")
            let refusal =
                "supervise: fatal: unable to acquire \(place)/supervise/lock: temporary failure"
            let container = try bench.program("supervise", [place])
            try bench.waitForProcess(of: "web")
            for program in [try bench.link("supervise"), "/usr/bin/supervise"] {
                let result = try Command.run([program, place])
                #expect(result.status == 111)
                #expect(result.errors == refusal)
            }
            #expect(try container.stop().status == 0)
        }

        @Test(arguments: [[], ["a", "b"]]) func `supervise wants one word`(words: [String]) throws {
            let bench = try ServiceBench()
            let result = try Command.run([try bench.link("supervise")] + words)
            #expect(result.status == 100)
            #expect(result.errors == "supervise: usage: supervise dir")
        }

        private func fault(_ container: Container) throws {
            let before = try #require(container.initProcess).stackStart
            container.signal(SIGSEGV)
            try Deadline.wait(until: "PID 1 is executed again") {
                container.initProcess?.stackStart != before
            }
        }

        @Test(arguments: ["services in", "svscan", "supervise"])
        func `faults leave no gap in which a service is not supervised`(how: String) throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container =
                how == "supervise"
                ? try bench.program("supervise", [bench.file("web")])
                : how == "svscan" ? try bench.program("svscan", [bench.path]) : try bench.start()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            let status = try bench.status("web")
            let stop = bench.scratch.file("stop")
            let watch = try RunningProgram([
                "/bin/sh", "-c",
                "until [ -e \(stop) ]; do svok \(bench.file("web")) || echo gap; done; echo over",
            ])
            for _ in 0..<50 { try fault(container) }
            try bench.scratch.write("stop", "")
            try watch.waitForLine("over")
            #expect(watch.lines(with: "gap").isEmpty)
            #expect(try bench.pid("web") == pid)
            #expect(try bench.status("web") == status)
            // What was written just before it is obeyed behind it.
            container.signal(SIGSTOP)
            try bench.svc("-h", "web")
            container.signal(SIGSEGV)
            container.signal(SIGCONT)
            try container.waitForLine("signal \(SIGHUP)")
            try bench.svc("-d", "web")
            try bench.wait(for: "down, normally up", of: "web")
            try fault(container)
            try bench.wait(for: "down, normally up", of: "web")
            try bench.svc("-u", "web")
            try bench.waitForProcess(of: "web", after: pid)
            #expect(try container.stop().status == 0)
        }
    }
}
