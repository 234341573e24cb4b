import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// A crash of swinit itself.
    @Suite(.serialized) struct Recovery {
        private static let jobs = """
            job {
              name steady
              cmd probe obey
            }
            job {
              name restless
              cmd sh -c "sleep 0.02"
              restart-delay 10ms
              out null
            }
            """

        private func handlesFaults(_ process: ProcessFacts) -> Bool {
            let caught = process.status("SigCgt").flatMap { UInt64($0, radix: 16) }
            return [SIGSEGV, SIGILL].allSatisfy { (caught ?? 0) >> UInt64($0 - 1) & 1 == 1 }
        }

        @Test(arguments: [SIGSEGV, SIGILL, SIGABRT, SIGBUS])
        func `a thousand fault signals change nothing`(number: Int32) throws {
            let turns = number == SIGSEGV || number == SIGILL ? 1000 : 50
            let container = try Container(jobs: Self.jobs)
            try container.waitForLine("ready")
            let steady = try #require(container.processes.first { $0.name == "probe" })
            for _ in 0..<turns { try container.fault(number) }
            let now = container.processes.first { $0.name == "probe" }
            #expect(now?.pid == steady.pid)
            #expect(container.lines(with: "started steady").count == 1)
            let end = try container.stop(within: .seconds(30))
            #expect(end.status == 0)
            #expect(container.count(of: "got TERM") == 1)
        }

        @Test func `jobs that are being forked during a thousand faults start once each`() throws {
            let jobs = (0..<60).map { "job {\n name j\($0)\n cmd probe obey\n}\n" }.joined()
            var faults = 0
            while faults < 1000 {
                let container = try Container(jobs: jobs)
                // Until then the kernel discards what is sent to PID 1.
                try Deadline.wait(until: "PID 1 has its fault handlers") {
                    container.initProcess.map { handlesFaults($0) } ?? false
                }
                while container.lines(with: "ready ").count < 60 {
                    try container.fault(faults % 2 == 0 ? SIGSEGV : SIGILL)
                    faults += 1
                }
                try #require(container.processes.count == 60, "\(container.text)")
                let end = try container.stop(within: .seconds(30))
                try #require(end.status == 0)
                try #require(container.lines(with: "ready ").count == 60)
                try #require(container.count(of: "got TERM") == 60)
            }
        }

        @Test(.requires(.root), arguments: [0, 5])
        func `what lost its configuration reaps and stops, and starts nothing again`(
            kept: Int
        ) throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n out inherit\n}\n")
            try container.waitForLine("ready")
            let job = try #require(container.processes.first)
            let pid = try #require(container.initPID)
            let folder = "/proc/\(pid)/fd"
            let name = try FileManager.default.contentsOfDirectory(atPath: folder).first {
                let target = try FileManager.default.destinationOfSymbolicLink(
                    atPath: "\(folder)/\($0)")
                return target.contains("swinit-configuration")
            }
            try #require(truncate("\(folder)/\(#require(name))", off_t(kept)) == 0)
            try container.fault(SIGSEGV)
            try container.waitForLine("only reaping and stopping from now on")
            #expect(container.processes.map(\.pid) == [job.pid])
            let end = try container.stop(within: .seconds(30))
            #expect(end.status == 70)
            #expect(container.count(of: "got TERM") == 1)
            #expect(container.lines(with: "started a").count == 1)
        }

        @Test func `the last end during a recovery ends the container`() throws {
            // Many jobs make a recovery long.
            let jobs =
                "job {\n name a\n cmd probe obey\n once\n}\n"
                + (0..<300).map { "job {\n name j\($0)\n cmd probe obey\n disable\n}\n" }.joined()
            for _ in 0..<10 {
                let container = try Container(jobs: jobs)
                try container.waitForLine("ready")
                let job = try #require(container.processes.first)
                container.signal(SIGSEGV)
                kill(job.pid, SIGKILL)
                #expect(try container.waitForExit() == 128 + SIGKILL)
            }
        }

        @Test func `a file without jobs is still watched after a recovery`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", "linger\n")
            let container = try Container(swinit: ["-c", file])
            try Deadline.wait(until: "PID 1 has its fault handlers") {
                container.initProcess.map { handlesFaults($0) } ?? false
            }
            try container.fault(SIGSEGV)
            try scratch.write("jobs.conf", "linger\njob {\n name a\n cmd probe obey\n}\n")
            try container.waitForLine("started a ")
            #expect(try container.stop().status == 0)
        }

        @Test func `the end of a job during a recovery is not lost`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n restart-delay 0ms\n}\n")
            for _ in 0..<50 {
                try container.waitForLine("ready")
                let job = try #require(container.processes.first)
                container.signal(SIGSEGV)
                kill(job.pid, SIGKILL)
            }
            try container.waitForLine("ready")
            #expect(try container.stop().status == 0)
        }

        @Test(.requires(.root))
        func `four real faults are survived and the fifth ends in bare mode`()
            throws
        {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n out inherit\n}\n")
            try container.waitForLine("ready")
            let job = try #require(container.processes.first)
            for _ in 0..<5 {
                let before = try #require(container.initProcess).stackStart
                try RealFault.cause(in: #require(container.initPID))
                container.signal(SIGHUP)
                try Deadline.wait(until: "PID 1 is executed again") {
                    guard let now = container.initProcess else { throw Missed(container.text) }
                    return now.stackStart != before
                }
            }
            #expect(container.processes.map(\.pid) == [job.pid])
            let end = try container.stop(within: .seconds(30))
            #expect(end.status == 70)
            #expect(container.count(of: "got TERM") == 1)
        }

        @Test(.requires(.root)) func `one real fault loses nothing`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n}\njob {\n name b\n cmd probe obey\n}\n")
            try container.waitForLine("ready")
            try container.waitForLine("ready")
            let before = container.processes.map(\.pid)
            let stack = try #require(container.initProcess).stackStart
            try RealFault.cause(in: #require(container.initPID))
            container.signal(SIGWINCH)
            try Deadline.wait(until: "PID 1 is executed again") {
                container.initProcess?.stackStart != stack
            }
            #expect(container.processes.map(\.pid) == before)
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(container.count(of: "got TERM") == 2)
        }

        @Test func `one command survives a recovery of its init`() throws {
            let container = try Container(swinit: ["--", "probe", "signals"])
            try container.waitForLine("ready")
            let stack = try #require(container.initProcess).stackStart
            try RealFault.cause(in: #require(container.initPID))
            // What wakes it may be lost with the turn, and what comes later may not.
            container.signal(SIGWINCH)
            try Deadline.wait(until: "PID 1 is executed again") {
                container.initProcess?.stackStart != stack
            }
            container.signal(SIGUSR1)
            try container.waitForLine("signal \(SIGUSR1)")
            #expect(try container.stop().status == 0)
        }

        @Test(.requires(.root)) func `what cannot execute itself goes on and hands nothing down`()
            throws
        {
            let scratch = try Scratch()
            let folder = scratch.file("bin")
            let own = try SwinitBinary.path()
            let file = try scratch.write(
                "jobs.conf",
                "log format raw\njob {\n name show\n cmd probe show\n restart-delay 500ms\n}\n"
                    + "job {\n name seal\n cmd mount -o remount,bind,noexec \(folder)\n once\n}\n")
            let container = try Container(
                ["\(folder)/swinit", "-c", file],
                setUp:
                    "mkdir \(folder) && mount -t tmpfs none \(folder) && cp \(own) \(folder)/swinit"
            )
            try container.waitForLine("seal (pid ")
            try container.waitForLine("shown")
            try Deadline.wait(until: "the mount forbids execution") {
                let mounts = try? String(
                    contentsOfFile: "/proc/\(container.initPID ?? 0)/mounts", encoding: .utf8)
                return mounts?.split(separator: "\n").contains {
                    $0.contains(folder) && $0.contains("noexec")
                } ?? false
            }
            container.signal(SIGSEGV)
            try container.waitForLine("cannot execute swinit again")
            let before = container.count(of: "shown")
            try Deadline.wait(until: "another process shows itself") {
                container.count(of: "shown") > before
            }
            for line in container.lines(with: "fd ") where line.hasPrefix("fd ") {
                let number = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
                #expect((number ?? 99) <= 2, "\(line)")
            }
            #expect(try container.stop().status == 0)
        }
    }
}
