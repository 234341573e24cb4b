import Foundation
import TestSupport
import Testing

/// Signals to Debian's multilog and to ours, while the input goes on.
@Suite(.requires(.root), .requires(.binary), .requires(.daemontools)) struct MultilogSignalTests {
    /// A multilog with a pipe that the test writes to, and that outlives it.
    private final class Session {
        let scratch: Scratch
        private let ends: [Int32]
        private(set) var program: RunningProgram
        private let words: [String]

        init(_ side: Side, _ script: [String]) throws {
            scratch = try Scratch()
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw Missed("pipe") }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            self.ends = ends
            words =
                ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", scratch.path]
                + (try side.words("multilog", script))
            program = try RunningProgram(words, input: .descriptor(ends[0]))
        }

        deinit { for end in ends { close(end) } }

        func restart() throws {
            program = try RunningProgram(words, input: .descriptor(ends[0]))
        }

        func write(_ text: String) {
            let bytes = Array(text.utf8)
            #expect(Foundation.write(ends[1], bytes, bytes.count) == bytes.count)
        }

        /// Waits until `name` holds `text`.
        func wait(_ text: String, in name: String = "main/current") throws {
            try Deadline.wait(until: "\(name) holds '\(text)'") {
                LogFolder.masked(scratch.read(name) ?? "").hasSuffix(text)
            }
            try waitUntilItReads()
        }

        /// Waits until it has taken its signals and sleeps: one that comes just before theirs reads has
        /// its effect only after that.
        func waitUntilItReads() throws {
            try Deadline.wait(until: "it reads") {
                let facts = try String(
                    contentsOfFile: "/proc/\(program.pid)/status", encoding: .utf8)
                return facts.contains("State:\tS") && facts.contains("ShdPnd:\t0000000000000000")
            }
        }

        /// How much is in the pipe.
        var waiting: Int32 {
            var count: Int32 = 0
            _ = ioctl(ends[0], UInt(FIONREAD), &count)
            return count
        }

        func end(_ signal: Int32) throws -> Int32 {
            kill(program.pid, signal)
            return try program.waitForExit()
        }
    }

    private func compare(_ body: (Side) throws -> String) throws {
        let theirs = try body(.theirs)
        #expect(try body(.link) == theirs)
        #expect(try body(.verb) == theirs)
    }

    @Test func `ALRM begins a new file in each folder that is not empty`() throws {
        try compare { side in
            let session = try Session(side, ["t", "./main", "-*", "./empty"])
            session.write("one\n")
            try session.wait("one\n")
            kill(session.program.pid, SIGALRM)
            try session.wait("")
            try Deadline.wait(until: "there is an older file") {
                LogFolder(session.scratch.file("main")).count == 1
                    && session.scratch.read("main/current") == ""
            }
            session.write("two\n")
            try session.wait("two\n")
            let status = try session.end(SIGTERM)
            return "\(status)\n\(LogFolder(session.scratch.path).exact)"
        }
    }

    @Test func `TERM ends it behind the line, and the rest stays in the pipe`() throws {
        try compare { side in
            let session = try Session(side, ["./main"])
            session.write("one\nhal")
            try session.wait("one\n")
            kill(session.program.pid, SIGTERM)
            try session.waitUntilItReads()
            session.write("f\nthree\nfour\n")
            let status = try session.program.waitForExit()
            let first = LogFolder(session.scratch.path).exact
            let waiting = session.waiting
            try session.restart()
            try session.wait("four\n")
            return "\(status) \(waiting)\n\(first)\n\(try session.end(SIGTERM))\n"
                + LogFolder(session.scratch.path).exact
        }
    }

    @Test func `what KILL leaves is kept and marked`() throws {
        try compare { side in
            let session = try Session(side, ["./main"])
            session.write("one\n")
            try session.wait("one\n")
            let status = try session.end(SIGKILL)
            try session.restart()
            session.write("two\n")
            try session.wait("two\n")
            return "\(status)\n\(try session.end(SIGTERM))\n"
                + LogFolder(session.scratch.path).exact
        }
    }

    @Test(arguments: [SIGHUP, SIGINT, SIGUSR1])
    func `another signal has its usual effect`(signal: Int32) throws {
        try compare { side in
            let session = try Session(side, ["./main"])
            session.write("one\n")
            try session.wait("one\n")
            return "\(try session.end(signal))\n\(LogFolder(session.scratch.path).exact)"
        }
    }

    @Test func `a command that runs gets TERM as usual`() throws {
        try compare { side in
            let session = try Session(
                side, ["s4096", "!kill -TERM $$; [ -e ../again ] || >../again; cat", "./main"])
            session.write(String(repeating: "a", count: 2500) + "\n")
            try Deadline.wait(until: "the command has been run") {
                session.program.readAvailable().contains { $0.text.contains("crashed") }
            }
            return "\(try session.end(SIGKILL))"
        }
    }

    @Test(arguments: Side.allCases)
    func `standard input that is closed is at its end`(side: Side) throws {
        let scratch = try Scratch()
        let words = try side.words("multilog", [scratch.file("d")])
        let closing = ["sh", "-c", "exec timeout 10 \"$@\" <&-", "sh"]
        #expect(try Command.run(closing + words).status == 0)
    }
}
