import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Orphans.
    @Suite(.serialized) struct Reaping {
        static let orphans = 20_000

        @Test func `twenty thousand orphans leave no zombie and no memory behind`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n}\n"
                    + "job {\n name b\n cmd probe orphans \(Self.orphans)\n}\n")
            try container.waitForLine("ready")
            let before = try #require(container.initProcess).dataKB
            try container.waitForLine("orphaned", within: .seconds(120))
            try container.waitForProcesses(2)
            let after = try #require(container.initProcess).dataKB
            #expect(before > 0 && after <= before + 32, "from \(before) to \(after) KB")
            #expect(container.lines(with: "swinit |").count == 2)
            #expect(try container.stop().status == 0)
        }

        @Test func `one command's orphans are reaped as well`() throws {
            let container = try Container(swinit: ["--", "probe", "orphans", "2000"])
            try container.waitForLine("orphaned", within: .seconds(60))
            try container.waitForProcesses(1)
            #expect(try container.stop().status == 0)
        }

        @Test func `swinit that is not PID 1 reaps what falls to it`() throws {
            let swinit = try SwinitBinary.path()
            for arguments in [["--"], ["-s", "--"]] {
                let container = try Container(
                    ["sh", "-c", "\"$@\"; echo swinit ended: $?", "sh", swinit] + arguments
                        + ["probe", "orphans", "200"])
                try container.waitForLine("ready")
                // The shell, which is PID 1 here, never waits for anything but swinit.
                try container.waitForProcesses(2)
                let probe = try #require(container.processes.last)
                kill(probe.parent, SIGTERM)
                try container.waitForLine("swinit ended: 0")
            }
        }

        @Test func `jobs of a swinit that is not PID 1 end with it`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", "job {\n name a\n cmd probe escape\n}\n")
            let container = try Container(
                ["sh", "-c", "\"$@\"; echo swinit ended: $?; exec sleep 1000", "sh"]
                    + [try SwinitBinary.path(), "-c", file])
            try container.waitForLine("ready")
            let job = try #require(container.processes.first { $0.name == "probe" })
            kill(job.parent, SIGTERM)
            try container.waitForLine("swinit ended: 0")
            #expect(container.count(of: "escaped got TERM") == 1, "\(container.text)")
            #expect(!container.processes.contains { $0.name == "probe" })
        }
    }
}
