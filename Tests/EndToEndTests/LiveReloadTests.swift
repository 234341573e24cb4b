import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// The file's own change.
    @Suite struct LiveReload {
        private static func job(_ name: String, _ argument: String = "1") -> String {
            "job {\n name \(name)\n cmd probe obey \(argument)\n}\n"
        }

        private static func pass(_ duration: Duration) throws {
            let end = ContinuousClock.now + duration
            try Deadline.wait(until: "time passes") { .now > end }
        }

        /// A container whose configuration stands at `path`, with its first job running.
        private func begin(_ path: String) throws -> Container {
            let container = try Container(swinit: ["-c", path])
            try container.waitForLine("started a ")
            return container
        }

        private func put(_ scratch: Scratch, _ name: String, _ jobs: String...) throws {
            try scratch.write(name, jobs.joined())
        }

        @Test func `a file that is written anew is read`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            try scratch.write("jobs.conf", Self.job("a") + Self.job("b"))
            try container.waitForLine("started b ")
            #expect(container.lines(with: "started a ").count == 1)
        }

        @Test func `a refusal longer than any buffer is told`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            let long = String(repeating: "x", count: 900)
            try scratch.write(
                "jobs.conf",
                (0..<100).map { "job {\n name j\($0)\n cmd b\n restart-delay \(long)\n}\n" }
                    .joined())
            try container.waitForLine("jobs.conf:4:")
            try container.waitForLine("the previous one stays in force")
        }

        @Test func `a change behind a burst of others is not left waiting`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            let name = String(repeating: "n", count: 200)
            // About as many as are taken in one turn, and the change is the last: one event a file, or two.
            for count in [126, 129, 132, 135, 253, 256, 259, 262, 265, 268] {
                container.signal(SIGSTOP)
                try Deadline.wait(until: "PID 1 is stopped") {
                    container.initProcess?.state == "T"
                }
                for number in 0..<count { try scratch.write("\(name)\(number % 7)", "") }
                try scratch.write("jobs.conf", Self.job("a") + Self.job("b\(count)"))
                container.signal(SIGCONT)
                try container.waitForLine("started b\(count) ", within: .seconds(10))
            }
        }

        @Test func `a file that is renamed over the old one is read, again and again`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            for number in 1...3 {
                try scratch.write("new", Self.job("a") + Self.job("b\(number)"))
                #expect(rename(scratch.file("new"), file) == 0)
                try container.waitForLine("started b\(number) ")
            }
        }

        @Test func `a ConfigMap's swap of folders is seen, twice`() throws {
            let scratch = try Scratch()
            func fill(_ folder: String, _ text: String) throws {
                try FileManager.default.createDirectory(
                    atPath: scratch.file(folder), withIntermediateDirectories: false)
                try scratch.write("\(folder)/jobs.conf", text)
            }
            try fill("..1", Self.job("a"))
            #expect(symlink("..1", scratch.file("..data")) == 0)
            #expect(symlink("..data/jobs.conf", scratch.file("jobs.conf")) == 0)
            let container = try begin(scratch.file("jobs.conf"))
            for number in 2...3 {
                try fill("..\(number)", Self.job("a") + Self.job("b\(number)"))
                #expect(symlink("..\(number)", scratch.file("..data_tmp")) == 0)
                #expect(rename(scratch.file("..data_tmp"), scratch.file("..data")) == 0)
                try FileManager.default.removeItem(atPath: scratch.file("..\(number - 1)"))
                try container.waitForLine("started b\(number) ")
            }
        }

        @Test func `a link that is made anew is followed`() throws {
            let scratch = try Scratch()
            try put(scratch, "one", Self.job("a"))
            try put(scratch, "two", Self.job("a"), Self.job("b"))
            #expect(symlink("one", scratch.file("jobs.conf")) == 0)
            let container = try begin(scratch.file("jobs.conf"))
            #expect(unlink(scratch.file("jobs.conf")) == 0)
            #expect(symlink("two", scratch.file("jobs.conf")) == 0)
            try container.waitForLine("started b ")
            // What the old link led to is of no interest any more, what the new one does is.
            try put(scratch, "one", Self.job("a"), Self.job("c"))
            try put(scratch, "two", Self.job("a"), Self.job("d"))
            try container.waitForLine("started d ")
            #expect(container.lines(with: "started c ").isEmpty)
        }

        @Test func `a file that is deleted and made again is read, as is one linked there`() throws
        {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            // The old inode lives on under another name.
            #expect(link(file, scratch.file("old")) == 0)
            #expect(unlink(file) == 0)
            try container.waitForLine("No such file or directory")
            try scratch.write("jobs.conf", Self.job("a") + Self.job("b"))
            try container.waitForLine("started b ")
            try scratch.write("old", Self.job("a") + Self.job("c"))
            #expect(unlink(file) == 0)
            #expect(link(scratch.file("old"), file) == 0)
            try container.waitForLine("started c ")
        }

        @Test func `a folder that is replaced is seen, and one that appears`() throws {
            let scratch = try Scratch()
            let files = FileManager.default
            let folder = scratch.file("etc/conf")
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let file = try scratch.write("etc/conf/jobs.conf", Self.job("a"))
            let container = try begin(file)
            try files.createDirectory(
                atPath: scratch.file("new/conf"), withIntermediateDirectories: true)
            try scratch.write("new/conf/jobs.conf", Self.job("a") + Self.job("b"))
            #expect(rename(scratch.file("etc"), scratch.file("away")) == 0)
            #expect(rename(scratch.file("new"), scratch.file("etc")) == 0)
            try container.waitForLine("started b ")
            try files.removeItem(atPath: scratch.file("etc"))
            try container.waitForLine("No such file or directory")
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try scratch.write("etc/conf/jobs.conf", Self.job("a") + Self.job("c"))
            try container.waitForLine("started c ")
        }

        @Test func `included files are watched, as soon as they are included`() throws {
            let scratch = try Scratch()
            try put(scratch, "more.job", Self.job("b"))
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            try scratch.write("jobs.conf", Self.job("a") + "include more.job\n")
            try container.waitForLine("started b ")
            try put(scratch, "more.job", Self.job("c"))
            try container.waitForLine("started c ")
            #expect(container.lines(with: "started a ").count == 1)
        }

        @Test func `touching a file does nothing, nor does writing without closing`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            try scratch.write("jobs.conf", Self.job("a"))
            #expect(utimes(file, nil) == 0)
            // Longer than it takes to look at a change.
            try Self.pass(.milliseconds(600))
            let writer = open(file, O_WRONLY | O_APPEND)
            let text = Self.job("b")
            #expect(write(writer, text, text.utf8.count) == text.utf8.count)
            try Self.pass(.milliseconds(600))
            #expect(container.lines(with: "reloaded").isEmpty)
            close(writer)
            try container.waitForLine("started b ")
        }

        @Test func `a bad file changes nothing and is refused once, the next good one is taken`()
            throws
        {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            let bad = Self.job("a") + "job {\n name b\n cmdd true\n}\n"
            try scratch.write("jobs.conf", bad)
            try container.waitForLine("stays in force")
            try scratch.write("jobs.conf", bad)
            try scratch.write("jobs.conf", Self.job("a") + Self.job("c"))
            try container.waitForLine("started c ")
            #expect(container.lines(with: "stays in force").count == 1)
            #expect(container.lines(with: "unknown option").count == 1)
        }

        @Test func `a file without a job is applied by HUP alone`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            try scratch.write("jobs.conf", "# nothing\n")
            try container.waitForLine("no job left; 'swinit reload' applies it")
            #expect(container.lines(with: "stopped after").isEmpty)
            container.signal(SIGHUP)
            try container.waitForLine("a (pid 2) stopped after")
            try scratch.write("jobs.conf", Self.job("b"))
            try container.waitForLine("started b ")
        }

        @Test func `a thousand rewrites, half of them broken, leave no descriptor behind`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.job("a"))
            let container = try begin(file)
            let pid = try #require(container.initPID)
            func descriptors() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").count
            }
            let before = try descriptors()
            for number in 1...1000 {
                let text = number % 2 == 0 ? "job {\n nam" : Self.job("a") + "# \(number)\n"
                if number % 3 == 0 {
                    try scratch.write("new", text)
                    #expect(rename(scratch.file("new"), file) == 0)
                } else {
                    try scratch.write("jobs.conf", text)
                }
            }
            try scratch.write("jobs.conf", Self.job("a") + Self.job("last"))
            try container.waitForLine("started last ")
            // Those of the output of one more job.
            #expect(try descriptors() == before + 4)
            #expect(container.lines(with: "started a ").count == 1)
            #expect(container.lines(with: "exited").isEmpty)
        }
    }
}
