import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Nobody reads what swinit writes.
    @Suite struct BlockedOutput {
        /// For how long; 60 for the full test.
        private static let seconds =
            ProcessInfo.processInfo.environment["SWINIT_STUCK_SECONDS"].flatMap { Int($0) } ?? 2

        private static let jobs = """
            log format text
            job {
              name loud
              cmd sh -c "i=0; while [ $i -lt 30000 ]; do i=$((i+1)); echo line $i; done; printf end"
              restart never
            }
            job {
              name quiet
              cmd sh -c "sleep 0.01; exit 1"
              out null
              restart-delay 10ms
            }
            job {
              name tail
              cmd sh -c "echo run; printf x; sleep 0.05"
              restart-delay 10ms
            }

            """

        /// swinit as PID 1, whose standard output nobody reads at first.
        private struct Stuck {
            let container: Container

            init(_ jobs: String) throws {
                let scratch = try Scratch()
                let fifo = try scratch.makeFIFO("out")
                reader = open(fifo, O_RDONLY | O_NONBLOCK)
                container = try Container(jobs: jobs, setUp: "exec >\(fifo)")
                self.scratch = scratch
            }

            let reader: Int32
            private let scratch: Scratch

            /// The lines of all that is written up to the end.
            func rest() -> [String] {
                String(decoding: bytes(), as: UTF8.self).split(separator: "\n").map { String($0) }
            }

            /// All that is written up to the end.
            func bytes() -> [UInt8] {
                var bytes: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                let deadline = Deadline(in: .seconds(30))
                while !deadline.hasPassed {
                    let count = read(reader, &buffer, buffer.count)
                    if count == 0 { break }
                    if count > 0 { bytes += buffer[..<count] } else { usleep(1000) }
                }
                close(reader)
                return bytes
            }
        }

        @Test func `jobs are reaped and restarted, and afterwards nothing is lost`() throws {
            let stuck = try Stuck(Self.jobs)
            let begin = ContinuousClock.now
            try Deadline.wait(until: "restarts", within: .seconds(90)) {
                begin.duration(to: .now) > .seconds(Self.seconds)
                    && stuck.container.lines(with: "started quiet").count > 8
            }
            let runs = stuck.container.lines(with: "started tail").count
            #expect(runs > 8)
            stuck.container.signal(SIGTERM)
            let lines = stuck.rest()
            #expect(try stuck.container.waitForExit() == 0)
            let loud = lines.filter { $0.hasPrefix("loud   | ") }.map { $0.dropFirst(9) }
            // The last may be cut by TERM.
            #expect(loud.count > 1000)
            #expect(loud.dropLast().elementsEqual((1..<loud.count).map { "line \($0)" }))
            let tail = lines.filter { $0.hasPrefix("tail   | ") }.map { String($0.dropFirst(9)) }
            #expect(tail.count >= 2 * runs - 1)
            #expect(tail.enumerated().allSatisfy { $0.element == ["run", "x"][$0.offset % 2] })
        }

        @Test func `TERM ends the container within its budget`() throws {
            let stuck = try Stuck("shutdown-timeout 2s\n" + Self.jobs)
            try stuck.container.waitForLine("started loud")
            try Deadline.wait(until: "restarts") {
                stuck.container.lines(with: "started quiet").count > 3
            }
            let (status, took) = try stuck.container.stop()
            #expect(status == 0)
            #expect(took < .seconds(4))
            close(stuck.reader)
        }

        @Test func `drop-when-blocked: whole lines are left out and counted`() throws {
            let stuck = try Stuck(
                """
                log format text
                log drop-when-blocked
                job {
                  name loud
                  cmd sh -c "i=0; while [ $i -lt 30000 ]; do i=$((i+1)); echo line $i; done; exec sleep 60"
                }
                """)
            // The job is not held up: it comes to its end.
            try Deadline.wait(until: "the job sleeps") {
                stuck.container.processes.contains { $0.name == "sleep" }
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            var bytes: [UInt8] = []
            try Deadline.wait(until: "the count") {
                let count = read(stuck.reader, &buffer, buffer.count)
                if count > 0 { bytes += buffer[..<count] }
                return !stuck.container.lines(with: "lines of loud were dropped").isEmpty
            }
            stuck.container.signal(SIGTERM)
            bytes += stuck.bytes()
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            let word = try #require(
                stuck.container.lines(with: "were dropped").first?.split(separator: " ")[2])
            #expect(lines.allSatisfy { $0.wholeMatch(of: /loud   \| line [0-9]+/) != nil })
            #expect(try #require(Int(word)) + lines.count == 30_000)
            #expect(try stuck.container.waitForExit() == 0)
        }

        @Test func `drop-when-blocked: of a line that has begun nothing is glued to another`()
            throws
        {
            let long = String(repeating: "x", count: 999)
            let stuck = try Stuck(
                """
                log format raw
                log drop-when-blocked
                job {
                  name loud
                  cmd sh -c "for i in 0 1 2 3 4; do for k in $(seq 200); do printf \(long); done; echo; done; exec sleep 60"
                }
                """)
            try Deadline.wait(until: "the job sleeps") {
                stuck.container.processes.contains { $0.name == "sleep" }
            }
            stuck.container.signal(SIGTERM)
            let bytes = stuck.bytes()
            #expect(try stuck.container.waitForExit() == 0)
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
            #expect(lines.last?.isEmpty == true)
            #expect(lines.allSatisfy { $0.count <= 199_800 })
            let whole = lines.count { $0.count == 199_800 }
            let word = try #require(
                stuck.container.lines(with: "were dropped").first?.split(separator: " ")[2])
            #expect(Int(word) == 5 - whole)
        }

        @Test func `a reader that goes away neither ends nor stops anything`() throws {
            let stuck = try Stuck(Self.jobs)
            try stuck.container.waitForLine("started tail")
            close(stuck.reader)
            try Deadline.wait(until: "restarts") {
                stuck.container.lines(with: "started quiet").count > 5
            }
            try stuck.container.waitForLine("loud (pid 2) exited")
            #expect(try stuck.container.stop().status == 0)
        }
    }
}
