import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// `out syslog` and `err syslog`.
    @Suite struct SystemLog {
        /// A job that writes each line that it reads, and how to give it one.
        private struct Echo {
            let scratch: Scratch
            let input: FileHandle

            init() throws {
                scratch = try Scratch()
                guard mkfifo(scratch.file("in"), 0o600) == 0,
                    let input = FileHandle(forUpdatingAtPath: scratch.file("in"))
                else { throw Missed("no FIFO") }
                self.input = input
            }

            var job: String {
                """
                job {
                  name echo
                  cmd sh -c "while read line; do echo $line; done"
                  in \(scratch.file("in"))
                  out syslog
                }

                """
            }

            func say(_ line: String) throws {
                try input.write(contentsOf: Data("\(line)\n".utf8))
            }
        }

        @Test func `lines arrive as syslog(3) sends them`() throws {
            let log = try LogReader()
            try log.open()
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd sh -c "echo to out; echo to err >&2; echo; printf 'no end'"
                      out syslog
                      err syslog
                      once
                    }
                    """, setUp: log.setUp)
            #expect(try container.waitForExit() == 0)
            try log.wait(for: "no end")
            let stamp =
                /<(30|27)>[A-Z][a-z]{2} [ 123][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2} web\[[0-9]+\]: (.*)/
            let found = log.lines.compactMap { try? stamp.wholeMatch(in: $0) }
            #expect(found.count == 4, "\(log.lines)")
            #expect(
                found.filter { $0.1 == "30" }.map { String($0.2) } == ["to out", "", "no end"])
            #expect(found.filter { $0.1 == "27" }.map { String($0.2) } == ["to err"])
            #expect(container.lines(with: "to out").isEmpty)
        }

        @Test func `err out joins, and another user may open its stdout`() throws {
            let log = try LogReader()
            try log.open()
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd sh -c "echo a >&2; echo b >/proc/self/fd/1"
                      user nobody
                      out syslog
                      err out
                      once
                    }
                    """, setUp: log.setUp)
            #expect(try container.waitForExit() == 0, "\(container.text)")
            try log.wait(for: ": b")
            #expect(log.lines.count == 2)
            #expect(log.lines.allSatisfy { $0.hasPrefix("<30>") })
        }

        @Test func `a long line is sent in parts and nothing is lost`() throws {
            let log = try LogReader()
            try log.open()
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd sh -c "printf '%05000d\\n' 0; echo end"
                      out syslog
                      once
                    }
                    """, setUp: log.setUp)
            #expect(try container.waitForExit() == 0)
            try log.wait(for: ": end")
            let parts = log.lines.dropLast().map { $0.split(separator: " ").last?.count ?? 0 }
            #expect(parts == [960, 960, 960, 960, 960, 200])
        }

        @Test func `without a log jobs live, and one line says so`() throws {
            let log = try LogReader()
            let echo = try Echo()
            let container = try Container(jobs: echo.job, setUp: log.setUp)
            for number in 0..<100 { try echo.say("line \(number)") }
            try container.waitForLine(
                "cannot write to /dev/log: No such file or directory; lines are lost")
            try log.open()
            try Deadline.wait(until: "a line arrives") {
                try echo.say("more")
                log.read()
                return !log.lines.isEmpty
            }
            try container.waitForLine("/dev/log is there again; ")
            #expect(container.lines(with: "cannot write").count == 1)
            // Its reader goes, and another one comes.
            log.shut()
            try echo.say("nobody")
            try container.waitForLine("cannot write to /dev/log")
            try log.open()
            try echo.say("somebody")
            try log.wait(for: "somebody")
            #expect(container.lines(with: "started echo").count == 1)
            #expect(try container.stop().status == 0)
        }

        @Test func `a socket that was replaced is found without a loss`() throws {
            let log = try LogReader()
            try log.open()
            let echo = try Echo()
            let container = try Container(jobs: echo.job, setUp: log.setUp)
            try echo.say("first")
            try log.wait(for: "first")
            log.shut()
            try log.open()
            try echo.say("second")
            try log.wait(for: "second")
            #expect(container.lines(with: "cannot write").isEmpty)
            #expect(try container.stop().status == 0)
        }

        @Test func `a log that is not read holds the job and not swinit`() throws {
            let log = try LogReader()
            try log.open()
            let container = try Container(
                jobs: """
                    job {
                      name loud
                      cmd seq 1 60000
                      out syslog
                      once
                    }
                    job {
                      name other
                      cmd sh -c "kill $$"
                      restart-delay 10ms
                    }
                    """, setUp: log.setUp)
            try Deadline.wait(until: "the other goes on") {
                container.lines(with: "started other").count >= 20
            }
            #expect(container.lines(with: "loud (pid").allSatisfy { !$0.contains("exited") })
            try log.wait(for: ": 60000")
            #expect(
                log.lines.map { $0.split(separator: " ").last.map(String.init) ?? "" }
                    == (1...60000).map { "\($0)" })
            #expect(try container.stop().status == 0)
        }

        @Test func `a crash of swinit loses no line and no job`() throws {
            let log = try LogReader()
            try log.open()
            let echo = try Echo()
            let container = try Container(jobs: echo.job, setUp: log.setUp)
            for number in 0..<50 {
                let before = try #require(container.initProcess).stackStart
                container.signal(number % 2 == 0 ? SIGSEGV : SIGILL)
                try echo.say("line \(number).")
                try Deadline.wait(until: "PID 1 is executed again") {
                    guard let now = container.initProcess else { throw Missed(container.text) }
                    return now.stackStart != before
                }
                try log.wait(for: "line \(number).")
            }
            #expect(log.lines.count == 50)
            #expect(container.lines(with: "started echo").count == 1)
            #expect(try container.stop().status == 0)
        }

        @Test func `lines before and after a restart are told by their pids`() throws {
            let log = try LogReader()
            try log.open()
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd sh -c "echo run $$; exec sleep 0.05"
                      out syslog
                      restart-delay 10ms
                    }
                    """, setUp: log.setUp)
            try Deadline.wait(until: "several runs") {
                log.read()
                return log.lines.count >= 5
            }
            for line in log.lines {
                let pid = try #require(line.split(separator: " ").last)
                #expect(line.contains(" a[\(pid)]: "), "\(line)")
            }
            _ = try container.stop()
        }
    }
}
