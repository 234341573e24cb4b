import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What swinit itself writes to the files of jobs.
    @Suite(.requires(.root)) struct JobLog {
        private let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private func scratchText(_ disk: String) -> String {
            (try? String(contentsOfFile: "\(disk)/log", encoding: .utf8)) ?? ""
        }

        private func job(_ lines: String, command: String, isOnce: Bool = true) -> String {
            """
            job {
              name web
              dir \(scratch.path)
              cmd sh -c "\(command)"
              \(lines)
              \(isOnce ? "once" : "restart-delay 10ms")
            }

            """
        }

        @Test func `a script of multilog gets both streams in whole lines`() throws {
            let container = try Container(
                jobs: job(
                    "log script t ./main -* \"+* an error\" ./errors =last",
                    command: "echo one; echo an error >&2; printf last"))
            #expect(try container.waitForExit() == 0)
            let text = scratch.read("main/current") ?? ""
            let lines = text.split(separator: "\n").map { $0.dropFirst(26) }.sorted()
            #expect(lines == ["an error", "last", "one"])
            #expect(scratch.read("errors/current")?.hasSuffix(" an error\n") == true)
            #expect(scratch.read("last")?.contains(" an error\n") == true)
            // Ended in order: nothing is to be saved at the next start.
            var facts = stat()
            #expect(stat(scratch.file("main/current"), &facts) == 0)
            #expect(facts.st_mode & 0o777 == 0o744)
            #expect(!container.lines(with: "one").contains("one"))
        }

        @Test func `a file is rotated and compressed`() throws {
            let container = try Container(
                jobs: job(
                    "log file web.log rotate 4k keep 100 compress",
                    command: "i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done"))
            #expect(try container.waitForExit(within: .seconds(60)) == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
            #expect(names.count > 3)
            var found: [(Int, String)] = []
            for name in names where name.hasPrefix("web.log.") && !name.contains("compressing") {
                let number = name.split(separator: ".").compactMap { Int($0) }.first ?? 0
                found.append(
                    (number, try Command.output(["zcat", "-f", scratch.file(name)])))
            }
            found.sort { $0.0 > $1.0 }
            let text = found.map { $0.1 + "\n" }.joined() + (scratch.read("web.log") ?? "")
            #expect(text == (0..<2000).map { "line \($0)\n" }.joined())
        }

        @Test func `files are the job's user's, and no link is followed`() throws {
            try scratch.write("target", "precious\n")
            chmod(scratch.file("target"), 0o666)
            mkdir(scratch.file("mine"), 0o755)
            chown(scratch.file("mine"), 65534, 65534)
            symlink("../target", scratch.file("mine/link"))
            let good = try Container(
                jobs: job("user 65534:65534\nlog file mine/log", command: "echo text"))
            #expect(try good.waitForExit() == 0)
            var facts = stat()
            #expect(stat(scratch.file("mine/log"), &facts) == 0)
            #expect(facts.st_uid == 65534)
            let bad = try Container(
                jobs: job("user 65534:65534\nlog file mine/link", command: "echo text"))
            try bad.waitForLine("log of web: unable to write to mine/link: it is a symbolic link")
            #expect(try bad.waitForExit() == 0)
            #expect(scratch.read("target") == "precious\n")
        }

        @Test func `a full disk is told once, and nothing is lost`() throws {
            mkdir(scratch.file("disk"), 0o755)
            let container = try Container(
                jobs: job(
                    "log file disk/log",
                    command:
                        "i=0; while [ $i -lt 3000 ]; do echo line $i of what fills it; i=$((i+1)); done; sleep 99",
                    isOnce: false),
                setUp: """
                    mount --make-rprivate / && mount -t tmpfs -o size=256k none \(scratch.path)/disk
                    head -c 230000 /dev/zero >\(scratch.path)/disk/ballast
                    """)
            try container.waitForLine("log of web: unable to write to disk/log: No space left")
            let inner = try #require(container.initPID)
            let disk = "/proc/\(inner)/root\(scratch.path)/disk"
            try FileManager.default.removeItem(atPath: "\(disk)/ballast")
            try container.waitForLine("log of web: disk/log is written again")
            try Deadline.wait(until: "all is written") {
                scratchText(disk).hasSuffix("line 2999 of what fills it\n")
            }
            #expect(container.lines(with: "unable to write").count == 1)
            let lines = scratchText(disk).split(separator: "\n")
            #expect(lines.count == 3000)
            #expect(lines.indices.allSatisfy { lines[$0] == "line \($0) of what fills it" })
            _ = try container.stop()
        }

        @Test func `faults of swinit neither lose nor double a line`() throws {
            let container = try Container(
                jobs: job(
                    "log script s4096 n1000 ./main",
                    command:
                        "i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done; echo done; sleep 1000",
                    isOnce: false))
            try container.waitForLine("started web")
            for _ in 0..<20 { try container.fault(SIGSEGV) }
            try Deadline.wait(until: "all is written") {
                scratch.read("main/current")?.hasSuffix("done\n") == true
            }
            let names = try FileManager.default.contentsOfDirectory(
                atPath: scratch.file("main")
            ).filter { $0.hasPrefix("@") }.sorted()
            #expect(names.allSatisfy { $0.hasSuffix(".s") })
            let text = (names + ["current"]).compactMap { scratch.read("main/\($0)") }.joined()
            #expect(text == (0..<3000).map { "line \($0)\n" }.joined() + "done\n")
            _ = try container.stop()
        }
    }
}
