import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Files of jobs when a disk is full, a processor fails or the configuration changes meanwhile.
    @Suite(.requires(.root)) struct JobLogTrouble {
        private let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            mkdir(scratch.file("disk"), 0o755)
        }

        private func job(_ lines: String, _ command: String) -> String {
            """
            job {
              name web
              dir \(scratch.path)
              cmd sh -c "\(command)"
              \(lines)
            }

            """
        }

        /// So many numbered lines, and then nothing more.
        private func count(_ number: Int, _ end: String = "; sleep 99") -> String {
            "i=0; while [ $i -lt \(number) ]; do echo line $i; i=$((i+1)); done\(end)"
        }

        /// A disk that is full from the beginning.
        private var fullDisk: String {
            """
            mount --make-rprivate / && mount -t tmpfs -o size=16k none \(scratch.path)/disk
            head -c 16384 /dev/zero >\(scratch.path)/disk/ballast
            """
        }

        private func lines(_ container: Container) -> [String] {
            container.program.readAvailable().map(\.text).filter { $0.hasPrefix("line ") }
        }

        private func isWhole(_ lines: [String], _ number: Int) -> Bool {
            lines == (0..<number).map { "line \($0)" }
        }

        /// What stands in the files of a directory of multilog, in order.
        private func content(_ directory: String) throws -> [String] {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: scratch.file(directory))
            let old = names.filter { $0.hasPrefix("@") }.sorted()
            let text = (old + ["previous", "current"]).compactMap {
                scratch.read("\(directory)/\($0)")
            }
            return text.joined().split(separator: "\n").map { String($0) }
        }

        @Test(arguments: ["", "log to other"])
        func `a full disk is left by a reload`(place: String) throws {
            let other = "job {\n  name other\n  cmd cat\n}\n"
            let start = job("log file disk/log", count(30_000)) + other
            let end = "\nlog format raw\n"
            let file = try scratch.write("jobs.conf", start + end)
            let container = try Container(swinit: ["-c", file], setUp: fullDisk)
            try container.waitForLine("unable to write to disk/log: No space left")
            try scratch.write("jobs.conf", job(place, count(30_000)) + other + end)
            // Those that were on their way to the disk may stay behind.
            try Deadline.wait(until: "the last line comes") {
                lines(container).last == "line 29999"
            }
            #expect(container.lines(with: "started web").count == 1)
            #expect(try container.stop().status == 0)
        }

        @Test func `instances that are restarted in turn go on in one file`() throws {
            let command =
                "trap 'sleep 0.2; exit' TERM; i=0; while sleep 0.01; do echo line $SWINIT_INSTANCE; done"
            let text = job("instances 3\n  log file log", command)
            let file = try scratch.write("jobs.conf", text)
            let container = try Container(swinit: ["-c", file])
            try container.waitForLine("started web.3")
            try scratch.write("jobs.conf", text.replacing("name web", with: "name web\n  env A=1"))
            try Deadline.wait(until: "all are restarted") {
                (1...3).allSatisfy { container.lines(with: "started web.\($0) ").count == 2 }
            }
            let size = (scratch.read("log") ?? "").utf8.count
            try Deadline.wait(until: "they write") {
                (scratch.read("log") ?? "").utf8.count > size + 100
            }
            #expect(lines(container).isEmpty)
            #expect(try container.stop().status == 0)
        }

        @Test(arguments: ["t e", "e"])
        func `what a script has for standard error all comes, to the end`(script: String) throws {
            let container = try Container(
                jobs: job("log script \(script)\n  once", count(30_000, "")))
            #expect(try container.waitForExit() == 0)
            let words = container.program.readAvailable().map(\.text).filter {
                $0.contains("line ")
            }
            #expect(words.count == 30_000)
            #expect(words.last?.hasSuffix("line 29999") == true)
        }

        @Test func `the end of a container waits for no processor and loses nothing`() throws {
            try scratch.write("work", "#!/bin/sh\nsleep 0.3; cat\n", mode: 0o755)
            let lines = "log script s4096 n99 !\(scratch.path)/work ./main\n  once"
            let container = try Container(jobs: job(lines, count(6000, "")))
            #expect(try container.waitForExit() == 0)
            let isWhole = isWhole(try content("main"), 6000)
            #expect(isWhole, "\(container.text)")
            #expect(container.lines(with: "were lost").isEmpty)
        }

        @Test func `a processor that fails is run again, also while nothing is written`() throws {
            try scratch.write(
                "work",
                "#!/bin/sh\ncat; [ -e \(scratch.path)/again ] && exit 0\n"
                    + "touch \(scratch.path)/again; exit 1\n", mode: 0o755)
            let lines = "log script s4096 !\(scratch.path)/work ./main"
            let container = try Container(jobs: job(lines, count(300)))
            try container.waitForLine("log of web: processor failed in ./main")
            try Deadline.wait(until: "it has worked") {
                try FileManager.default.contentsOfDirectory(atPath: scratch.file("main"))
                    .contains { $0.hasSuffix(".s") }
            }
            #expect(isWhole(try content("main"), 300))
            #expect(try container.stop().status == 0)
        }

        @Test func `what is left out of a file still comes by tee`() throws {
            let lines = "log file disk/log\n  log tee\n  log drop-when-blocked\n  log format raw"
            let container = try Container(
                jobs: job(lines, count(5000)), setUp: fullDisk)
            try Deadline.wait(until: "the last line comes") {
                self.lines(container).last == "line 4999"
            }
            #expect(isWhole(self.lines(container), 5000))
            #expect(try container.stop().status == 0)
        }
    }
}
