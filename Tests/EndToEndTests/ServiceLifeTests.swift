import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// When services start, and what follows their end.
    @Suite struct ServiceLife {
        private func times(_ bench: ServiceBench, _ name: String) -> [Double] {
            (bench.scratch.read(name) ?? "").split(separator: "\n").compactMap { Double($0) }
        }

        @Test(arguments: ["exit 1", "exit 0", "kill -9 $$", "exit 33", "sleep 0.4"])
        func `a service starts once a second, whatever its end`(end: String) throws {
            let bench = try ServiceBench()
            let file = bench.scratch.file("times")
            try bench.add("web", "date +%s.%N >>\(file)\n\(end)")
            let container = try bench.start()
            try Deadline.wait(until: "it has started five times") {
                times(bench, "times").count >= 5
            }
            // Four pauses; the clock is read some time after each start.
            let all = times(bench, "times")
            #expect(all[4] - all[0] > 3, "\(container.text)")
            #expect(all[4] - all[0] < 7)
        }

        @Test func `a service that ran for longer starts again at once`() throws {
            let bench = try ServiceBench()
            let file = bench.scratch.file("times")
            try bench.add("web", "date +%s.%N >>\(file)\nexec sleep 1.2")
            let container = try bench.start()
            try Deadline.wait(until: "it has started twice") { times(bench, "times").count >= 2 }
            let all = times(bench, "times")
            #expect(all[1] - all[0] < 1.9, "\(container.text)")
        }

        @Test func `a command is obeyed within that second, but no start is`() throws {
            let bench = try ServiceBench()
            let file = bench.scratch.file("times")
            try bench.add("web", "date +%s.%N >>\(file)\nexec sleep 60")
            let container = try bench.start()
            try Deadline.wait(until: "it runs") { times(bench, "times").count == 1 }
            let begin = ContinuousClock.now
            try bench.svc("-d", "web")
            try bench.wait(for: "down, normally up", of: "web")
            #expect(begin.duration(to: .now) < .milliseconds(800), "\(container.text)")
            try bench.svc("-u", "web")
            try Deadline.wait(until: "it runs again") { times(bench, "times").count == 2 }
            let all = times(bench, "times")
            // The clock is read some time after each start.
            #expect(all[1] - all[0] > 0.5)
        }

        @Test func `a logger gets what its service writes, and outlives it`() throws {
            let bench = try ServiceBench()
            let file = bench.scratch.file("log")
            try bench.add(
                "web", "echo one\necho two >&2\nexec probe signals",
                log: "trap '' TERM\nexec cat >>\(file)")
            let container = try bench.start()
            try Deadline.wait(until: "the logger has it") {
                bench.scratch.read("log")?.contains("ready ") ?? false
            }
            try bench.wait(for: "up", of: "web/log")
            // What is written while there is no logger waits for the next.
            let old = try bench.waitForProcess(of: "web/log")
            try bench.svc("-k", "web/log")
            try bench.svc("-h", "web")
            try bench.waitForProcess(of: "web/log", after: old)
            try Deadline.wait(until: "the next logger has it") {
                bench.scratch.read("log")?.contains("signal \(SIGHUP)\n") ?? false
            }
            #expect(try container.stop().status == 0)
            let log = bench.scratch.read("log") ?? ""
            #expect(log.contains("one\n") && log.contains("two\n"))
            #expect(log.hasSuffix("signal \(SIGTERM)\n"))
        }

        @Test func `a service runs in its directory, as ./run alone`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "echo \"words $# $0\"\nexec probe show")
            let container = try bench.start()
            try container.waitForLine("words 0 ./run")
            try container.waitForLine("directory \(bench.file("web"))")
        }

        @Test func `down keeps a service down, and nothing ends the container`() throws {
            let bench = try ServiceBench()
            try bench.add("web", files: ["down": ""])
            let container = try bench.start()
            try bench.wait(for: "down", of: "web")
            #expect(container.lines(with: "ready").isEmpty)
            try bench.svc("-u", "web")
            try container.waitForLine("ready")
            try bench.wait(for: "up, normally down", of: "web")
            try bench.svc("-d", "web")
            try bench.wait(for: "down", of: "web")
            #expect(try container.stop().status == 0)
        }

        @Test func `what runs stays up when down appears, and restarts`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            try bench.write("web/down", "")
            // Behind it, so that it was seen.
            try bench.add("db")
            try bench.waitForProcess(of: "db")
            #expect(try bench.pid("web") == pid)
            try bench.svc("-t", "web")
            try bench.waitForProcess(of: "web", after: pid)
            #expect(container.lines(with: "disabled").isEmpty)
        }

        @Test func `finish is told how the run has ended, and comes before the next`() throws {
            let bench = try ServiceBench()
            let file = bench.scratch.file("trace")
            try bench.add("web", "echo run $$ >>\(file)\nexec sleep 60")
            try bench.script("web/finish", "echo finish \"$@\" in $PWD >>\(file)")
            let container = try bench.start()
            let pid = try bench.waitForProcess(of: "web")
            try Deadline.wait(until: "it runs") { bench.scratch.exists("trace") }
            try bench.svc("-t", "web")
            let next = try bench.waitForProcess(of: "web", after: pid)
            try Deadline.wait(until: "it runs anew") {
                bench.scratch.read("trace")?.contains("run \(next)\n") ?? false
            }
            let lines = (bench.scratch.read("trace") ?? "").split(separator: "\n")
            #expect(
                lines.prefix(2) == [
                    "run \(pid)", "finish 256 15 web \(pid) in \(bench.file("web"))",
                ], "\(container.text)")
            try bench.script("web/run", "echo run $$ >>\(file)\nexit 7")
            try bench.svc("-k", "web")
            try Deadline.wait(until: "the next run has ended") {
                bench.scratch.read("trace")?.contains("finish 7 0 web ") ?? false
            }
            #expect(bench.scratch.read("trace")?.contains("finish 256 9 web \(next) ") ?? false)
        }

        @Test func `finish is killed after five seconds`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "exec sleep 60")
            try bench.script("web/finish", "trap '' TERM\nwhile :; do sleep 1; done")
            let container = try bench.start()
            let pid = try bench.waitForProcess(of: "web")
            let begin = ContinuousClock.now
            try bench.svc("-k", "web")
            try bench.waitForProcess(of: "web", after: pid)
            #expect(begin.duration(to: .now) > .seconds(4), "\(container.text)")
        }

        @Test func `finish asks by 125 that the service stays down`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "exit 3")
            try bench.script("web/finish", "exit 125")
            let container = try bench.start()
            try container.waitForLine("exited after")
            try bench.wait(for: "down, normally up", of: "web")
            let end = ContinuousClock.now + .milliseconds(1500)
            try Deadline.wait(until: "time passes") { .now > end }
            #expect(container.lines(with: "exited after").count == 1)
        }

        @Test func `down-signal, timeout-kill, notification-fd and env are obeyed`() throws {
            let bench = try ServiceBench()
            try bench.makeFolder("web/env")
            try bench.add(
                "web", "echo colour $COLOUR\necho >&4\nexec 4>&-\nexec probe signals 99",
                files: [
                    "down-signal": "SIGHUP\n", "timeout-kill": "300\n", "notification-fd": "4\n",
                    "env/COLOUR": "green\n",
                ])
            let container = try bench.start()
            // Of two streams, in any order.
            try Deadline.wait(until: "the program runs and is ready") {
                !container.lines(with: "is ready after").isEmpty
                    && container.lines(with: "ready ").contains { !$0.contains("after") }
            }
            #expect(container.count(of: "colour green") == 1)
            try bench.svc("-d", "web")
            try container.waitForLine("signal \(SIGHUP)")
            try container.waitForLine("sending KILL")
            try bench.wait(for: "down, normally up", of: "web")
            #expect(container.count(of: "signal \(SIGTERM)") == 0)
        }
    }
}
