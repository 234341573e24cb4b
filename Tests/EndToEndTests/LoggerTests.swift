import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// `log to`, and what a fault of swinit leaves of output.
    @Suite struct Loggers {
        private func jobs(_ scratch: Scratch, more: String = "") -> String {
            """
            job {
              name web
              cmd sh -c "i=0; while sleep 0.001; do i=$((i+1)); echo o $i; echo e $i >&2; done"
              log to logger
              restart-delay 10ms
              \(more)
            }
            job {
              name logger
              cmd sh -c "while read line; do echo $line >>\(scratch.file("log")); done; echo end >>\(scratch.file("log"))"
              restart-delay 10ms
            }

            """
        }

        private func lines(_ scratch: Scratch) -> [String] {
            (scratch.read("log") ?? "").split(separator: "\n").map { String($0) }
        }

        @Test func `a logger starts first, reads both streams, and ends last, at end of file`()
            throws
        {
            let scratch = try Scratch()
            let container = try Container(jobs: jobs(scratch))
            // Which executes first is the kernel's choice: it is the first child.
            try container.waitForLine("started logger (pid 2)")
            try Deadline.wait(until: "lines") { lines(scratch).count > 100 }
            let (status, took) = try container.stop()
            #expect(status == 0)
            #expect(took < .seconds(2))
            #expect(lines(scratch).last == "end")
            for prefix in ["o ", "e "] {
                let numbers = lines(scratch).dropLast().filter { $0.hasPrefix(prefix) }
                    .compactMap { Int($0.dropFirst(2)) }
                #expect(numbers == Array(1...numbers.count))
            }
            let ends = container.lines(with: "swinit | ").filter {
                $0.contains("web (pid") || $0.contains("logger (pid")
            }
            #expect(ends.last?.contains("logger (pid") == true, "\(container.text)")
            #expect(!container.text.contains("| e 1"))
        }

        @Test func `tee writes the lines to standard output too`() throws {
            let scratch = try Scratch()
            let container = try Container(jobs: jobs(scratch, more: "log tee"), isRaw: false)
            try container.waitForLine("web    | e 5")
            try Deadline.wait(until: "lines") { lines(scratch).contains("e 5") }
            _ = try container.stop()
        }

        @Test func `both sides may restart, and nothing is lost`() throws {
            let scratch = try Scratch()
            let path = scratch.file("log")
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd sh -c "i=$(cat \(path).n 2>/dev/null || echo 0); while [ $i -lt 4000 ]; do i=$((i+1)); echo $i; case $i in *000) echo $i >\(path).n; exit 1;; esac; done; exec sleep 60"
                      log to logger
                      restart-delay 10ms
                    }
                    job {
                      name logger
                      cmd sh -c "n=0; while [ $n -lt 500 ] && read line; do n=$((n+1)); echo $line; done >>\(path)"
                      restart-delay 10ms
                    }
                    """)
            // What a shell reads it reads by bytes: a logger that ends has read no more than its lines.
            try Deadline.wait(until: "the last line", within: .seconds(60)) {
                lines(scratch).last == "4000"
            }
            #expect(lines(scratch) == (1...4000).map { "\($0)" })
            #expect(container.lines(with: "started logger").count >= 8)
            #expect(container.lines(with: "started web").count >= 4)
            _ = try container.stop()
        }

        @Test func `nothing but loggers runs any more: the container ends`() throws {
            let scratch = try Scratch()
            let path = scratch.file("log")
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd sh -c "echo last; exit 3"
                      restart never
                      log to logger
                    }
                    job {
                      name logger
                      cmd sh -c "cat >>\(path)"
                    }
                    """)
            #expect(try container.waitForExit() == 3)
            #expect(lines(scratch) == ["last"])
            #expect(container.lines(with: "started logger").count == 1)
        }

        @Test func `a logger that does not end at end of file is asked to`() throws {
            let container = try Container(
                jobs: """
                    shutdown-timeout 2s
                    job {
                      name web
                      cmd sleep 60
                      log to logger
                    }
                    job {
                      name logger
                      cmd sleep 60
                    }
                    """)
            try container.waitForLine("started web")
            let (status, took) = try container.stop()
            #expect(status == 0)
            #expect(took > .milliseconds(800) && took < .milliseconds(1900))
            #expect(container.lines(with: "logger (pid 2) stopped").count == 1)
        }

        @Test(arguments: [Int(ProcessInfo.processInfo.environment["SWINIT_FAULTS"] ?? "") ?? 200])
        func `faults of swinit: every line arrives once, whole and in order`(faults: Int) throws {
            let jobs = (1...4).map { number in
                """
                job {
                  name w\(number)
                  cmd sh -c "i=0; while true; do i=$((i+1)); echo $i; case $i in *00) sleep 0.001;; esac; done"
                }

                """
            }
            let container = try Container(jobs: "log format text\n" + jobs.joined())
            try container.waitForLine("w4     | 1")
            for number in 0..<faults {
                try container.fault(number % 2 == 0 ? SIGSEGV : SIGILL)
            }
            container.signal(SIGTERM)
            #expect(try container.waitForExit() == 0)
            var next = [String: Int]()
            var odd: [String] = []
            for line in container.program.lines where line.stream == .output {
                let parts = line.text.components(separatedBy: "     | ")
                guard parts.count == 2, let number = Int(parts[1]) else {
                    odd.append(line.text)
                    continue
                }
                if number != next[parts[0], default: 1] { odd.append(line.text) }
                next[parts[0]] = number + 1
            }
            #expect(odd.isEmpty, "\(odd.prefix(5))")
            #expect(next.count == 4)
            #expect(container.lines(with: "started w").count == 4)
        }
    }
}
