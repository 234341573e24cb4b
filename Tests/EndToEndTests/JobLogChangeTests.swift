import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What happens to the files of jobs while they are written.
    @Suite(.requires(.root)) struct JobLogChange {
        /// Numbered lines for ever; each pauses, so that tests see them come.
        private static let count =
            "i=0; while sleep 0.002; do echo line $i; i=$((i+1)); done"
        private let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private func job(_ lines: String, command: String = count) -> String {
            """
            job {
              name web
              dir \(scratch.path)
              cmd sh -c "\(command)"
              \(lines)
            }

            """
        }

        /// All of `text` are lines that are numbered without a gap; the numbers.
        private func numbers(_ text: String) -> [Int] {
            text.split(separator: "\n").map { Int($0.dropFirst(5)) ?? -1 }
        }

        private func waitForLines(_ file: String, _ count: Int = 20) throws {
            try Deadline.wait(until: "\(count) lines in \(file)") {
                (scratch.read(file) ?? "").count { $0 == "\n" } >= count
            }
        }

        /// The old file and the new one have all lines between them.
        private func expectGapless(_ old: String, _ new: String) {
            let all = numbers(old) + numbers(scratch.read(new) ?? "")
            #expect(all == Array(0..<all.count))
        }

        @Test(arguments: ["log file web.log", "log script ./main"])
        func `a directory or file that is removed is made again, and that is told once`(
            line: String
        ) throws {
            let file = line.contains("script") ? "main/current" : "web.log"
            let container = try Container(jobs: job(line))
            try waitForLines(file)
            // Whoever reads it has it open.
            let reader = try FileHandle(forReadingFrom: URL(fileURLWithPath: scratch.file(file)))
            let removed = line.contains("script") ? "main" : "web.log"
            try FileManager.default.removeItem(atPath: scratch.file(removed))
            try container.waitForLine("was removed or renamed; it is made again")
            try waitForLines(file)
            _ = try container.stop()
            expectGapless(String(decoding: reader.readDataToEndOfFile(), as: UTF8.self), file)
            #expect(container.lines(with: "log of web").count == 1)
        }

        @Test func `a file that is renamed under its writer goes on in a new one`() throws {
            let container = try Container(jobs: job("log file web.log"))
            try waitForLines("web.log")
            #expect(rename(scratch.file("web.log"), scratch.file("web.log.old")) == 0)
            try Deadline.wait(until: "a new file") { scratch.read("web.log") != nil }
            try waitForLines("web.log")
            _ = try container.stop()
            expectGapless(scratch.read("web.log.old") ?? "", "web.log")
        }

        @Test func `a change of the place is applied in place`() throws {
            let file = try scratch.write("jobs.conf", job("log file one"))
            let container = try Container(swinit: ["-c", file])
            try waitForLines("one")
            try scratch.write("jobs.conf", job("log script s4096 n99 ./two"))
            try waitForLines("two/current")
            // The same directory by other words: its lock is free again.
            try scratch.write("jobs.conf", job("log script s16000 n99 ./two"))
            let before = numbers(scratch.read("two/current") ?? "").count
            try waitForLines("two/current", before + 20)
            try scratch.write("jobs.conf", job("log file one\n  log tee"))
            try container.waitForLine("line ")
            let count = numbers(scratch.read("one") ?? "").count
            try waitForLines("one", count + 20)
            _ = try container.stop()
            #expect(container.lines(with: "started web").count == 1)
            #expect(container.lines(with: "log of web").isEmpty)
            let first = scratch.read("one") ?? ""
            let middle = scratch.read("two/current") ?? ""
            #expect(first.hasPrefix("line 0\n"))
            // The last of the script is followed by what then went to the file.
            let all = (numbers(first) + numbers(middle)).sorted()
            #expect(all == Array(0..<all.count))
        }

        @Test func `all instances write one file, line by line`() throws {
            let lines = "instances 4\n  log file web.log rotate 4k keep 1000\n  once"
            let words = "i=0; while [ $i -lt 500 ]; do echo $SWINIT_INSTANCE $i; i=$((i+1)); done"
            let container = try Container(jobs: job(lines, command: words))
            #expect(try container.waitForExit() == 0)
            let old = (1...100).reversed().compactMap { scratch.read("web.log.\($0)") }
            let text = old.joined() + (scratch.read("web.log") ?? "")
            #expect(!old.isEmpty)
            for number in 1...4 {
                let own = text.split(separator: "\n").filter { $0.hasPrefix("\(number) ") }
                #expect(own == (0..<500).map { "\(number) \($0)" })
            }
        }

        @Test func `faults while a processor runs neither lose nor double a line`() throws {
            try scratch.write("work", "#!/bin/sh\ncat; sleep 0.02\n", mode: 0o755)
            let words = "i=0; while [ $i -lt 4000 ]; do echo line $i; i=$((i+1)); done; sleep 99"
            let lines = "log script s4096 n1000 !\(scratch.path)/work ./main"
            let container = try Container(jobs: job(lines, command: words))
            try container.waitForLine("started web")
            for _ in 0..<20 { try container.fault(SIGSEGV) }
            try Deadline.wait(until: "all is written\n\(container.text)") {
                scratch.read("main/current")?.hasSuffix("line 3999\n") == true
            }
            _ = try container.stop()
            let names = try FileManager.default.contentsOfDirectory(atPath: scratch.file("main"))
            let old = names.filter { $0.hasPrefix("@") }.sorted()
            #expect(old.count > 5 && old.allSatisfy { $0.hasSuffix(".s") })
            let text = (old + ["current"]).compactMap { scratch.read("main/\($0)") }.joined()
            let isWhole = numbers(text) == Array(0..<4000)
            #expect(isWhole)
        }

        @Test func `a disk that stays full neither holds up a shutdown nor other jobs`() throws {
            mkdir(scratch.file("disk"), 0o755)
            let container = try Container(
                jobs: job("log file disk/log") + """
                    job {
                      name other
                      cmd sh -c "echo other; sleep 0.01"
                      out inherit
                      restart-delay 10ms
                    }

                    """,
                setUp: """
                    mount --make-rprivate / && mount -t tmpfs -o size=16k none \(scratch.path)/disk
                    head -c 12288 /dev/zero >\(scratch.path)/disk/ballast
                    """)
            try container.waitForLine("log of web: unable to write to disk/log: No space left")
            let count = container.count(of: "other")
            try Deadline.wait(until: "the other job goes on") {
                container.count(of: "other") > count + 5
            }
            let (status, took) = try container.stop()
            #expect(status == 0)
            #expect(took < .seconds(3))
            #expect(container.lines(with: "log of web: ").count { $0.contains("were lost") } == 1)
        }

        @Test func `swinit's own groups open the files of a job without a user`() throws {
            mkdir(scratch.file("shared"), 0o770)
            chown(scratch.file("shared"), 65534, 2000)
            chmod(scratch.file("shared"), 0o770)
            chmod(scratch.path, 0o755)
            let file = try scratch.write("jobs.conf", job("log file shared/web.log"))
            let kept = "-all,+setuid,+setgid,+kill"
            let container = try Container(
                ["setpriv", "--groups", "2000", "--bounding-set", kept, "--inh-caps", kept]
                    + [SwinitBinary.path(), "-c", file])
            try waitForLines("shared/web.log")
            #expect(container.lines(with: "Permission denied").isEmpty)
            _ = try container.stop()
        }

        @Test func `a change of how a file is rotated takes nothing from what compresses it`()
            throws
        {
            mkdir(scratch.file("bin"), 0o755)
            try scratch.write(
                "bin/gzip",
                "#!/bin/sh\n: >\(scratch.file("begun"))\n"
                    + "while ! test -e \(scratch.file("go")); do sleep 0.01; done\nexec /bin/gzip \"$@\"\n",
                mode: 0o755)
            func lines(_ size: Int) -> String {
                job(
                    "env PATH=\(scratch.file("bin")):/usr/bin:/bin\nlog file web.log rotate \(size)k compress"
                )
            }
            let file = try scratch.write("jobs.conf", lines(4))
            let container = try Container(swinit: ["-c", file])
            try Deadline.wait(until: "gzip runs") { scratch.exists("begun") }
            for size in 5...7 {
                try scratch.write("jobs.conf", lines(size))
                container.signal(SIGHUP)
                try container.waitForLine("1 changed")
            }
            try scratch.write("go", "")
            try Deadline.wait(until: "it is compressed") {
                ["1", "2", "3"].contains { scratch.exists("web.log.\($0).gz") }
            }
            _ = try container.stop()
            #expect(container.lines(with: "Bad file descriptor").isEmpty)
            #expect(container.lines(with: "started web").count == 1)
        }
    }
}
