import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What restarts jobs beside their own ends: `depends`, `bounce`; and `stop-cmd`.
    @Suite struct Renewal {
        private static func job(_ options: String...) -> String {
            let lines = ["name a", "cmd probe obey"] + options
            return "job {\n" + lines.map { " \($0)\n" }.joined() + "}\n"
        }

        @Test func `a new content of a file restarts the job, whatever way it came`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("app.conf", "1")
            let container = try Container(
                jobs: Self.job("dir \(scratch.path)", "depends {\n app.conf\n}"))
            try container.waitForLine("ready")
            try scratch.write("app.conf", "2")
            try container.waitForLine("ready")
            try scratch.write("new", "3")
            #expect(rename(scratch.file("new"), file) == 0)
            try container.waitForLine("ready")
            #expect(unlink(file) == 0)
            try scratch.write("app.conf", "4")
            try container.waitForLine("ready")
            #expect(container.lines(with: "app.conf has changed, restarting a").count == 3)
            #expect(container.lines(with: "error").isEmpty)
        }

        @Test func `the same content written again restarts nothing, a missing file is awaited`()
            throws
        {
            let scratch = try Scratch()
            let file = try scratch.write("one", "1")
            let container = try Container(
                jobs: Self.job("depends {\n \(file)\n \(scratch.file("two"))\n}"))
            try container.waitForLine("ready")
            #expect(unlink(file) == 0)
            try scratch.write("one", "1")
            #expect(utimes(file, nil) == 0)
            try scratch.write("two", "2")
            try container.waitForLine("two has changed, restarting a")
            try container.waitForLine("ready")
            #expect(container.lines(with: "one has changed").isEmpty)
        }

        @Test func `a ConfigMap's swap restarts the job once`() throws {
            let scratch = try Scratch()
            for number in 1...2 {
                try FileManager.default.createDirectory(
                    atPath: scratch.file("..\(number)"), withIntermediateDirectories: false)
                try scratch.write("..\(number)/x", "\(number)")
                try scratch.write("..\(number)/y", "\(number)")
            }
            #expect(symlink("..1", scratch.file("..data")) == 0)
            for name in ["x", "y"] { #expect(symlink("..data/\(name)", scratch.file(name)) == 0) }
            let container = try Container(
                jobs: Self.job("dir \(scratch.path)", "depends {\n x\n y\n}"))
            try container.waitForLine("ready")
            #expect(symlink("..2", scratch.file("..data_tmp")) == 0)
            #expect(rename(scratch.file("..data_tmp"), scratch.file("..data")) == 0)
            try container.waitForLine("ready")
            #expect(container.lines(with: "has changed, restarting a").count == 1)
        }

        @Test func `depends-action reload sends the reload signal`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("x", "1")
            let options = "depends {\n \(file)\n}\n depends-action reload\n reload-signal USR1\n"
            let container = try Container(
                jobs: "job {\n name a\n cmd probe signals\n \(options)}\n")
            try container.waitForLine("ready")
            try scratch.write("x", "2")
            try container.waitForLine("signal 10")
            #expect(container.lines(with: "started a").count == 1)
        }

        @Test func `a job is bounced every second`() throws {
            let container = try Container(jobs: Self.job("bounce every 1s"))
            let begin = ContinuousClock.now
            for _ in 1...3 { try container.waitForLine("ready") }
            let took = begin.duration(to: .now)
            #expect(took >= .milliseconds(1900))
            #expect(took < .seconds(6))
            #expect(container.lines(with: "has run for 1s (bounce), restarting it").count >= 2)
            #expect(container.lines(with: "restarting now").count >= 2)
        }

        @Test func `stop-cmd runs instead of the stop signal`() throws {
            let scratch = try Scratch()
            let pid = scratch.file("pid")
            let container = try Container(
                jobs: """
                    job {
                     name a
                     cmd sh -c "echo $$ > \(pid); exec probe obey"
                     env WORD=undo
                     stop-cmd sh -c "echo $WORD by stop-cmd; kill -USR2 $(cat \(pid)); kill -9 $(cat \(pid))"
                    }

                    """)
            try container.waitForLine("ready")
            #expect(try container.stop().status == 0)
            #expect(container.lines(with: "undo by stop-cmd").count == 1)
            #expect(container.count(of: "got TERM") == 0)
        }

        @Test func `a stop-cmd that cannot be executed is said, and the stop signal sent`() throws {
            let container = try Container(jobs: Self.job("stop-cmd /no/such/program"))
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(5))
            #expect(container.count(of: "got TERM") == 1)
            #expect(
                container.lines(
                    with: "stop-cmd of a: cannot execute /no/such/program: No such file"
                ).count == 1)
        }

        @Test func `a stop-cmd that hangs is ended by stop-timeout, with its job`() throws {
            let container = try Container(
                jobs: Self.job("stop-timeout 500ms", "stop-cmd sleep 1000"))
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(5))
            #expect(container.lines(with: "sending KILL").count == 1)
        }

        @Test func `what a one-time job has done is undone after those that waited for it`() throws
        {
            let container = try Container(
                jobs: """
                    job {
                     name mount
                     cmd echo mounted
                     wait once
                     stop-cmd echo unmounted
                    }
                    \(Self.job())
                    """)
            try container.waitForLine("ready")
            #expect(try container.stop().status == 0)
            let lines = container.text.split(separator: "\n").map(String.init)
            let end = lines.firstIndex(of: "got TERM")
            let undone = lines.firstIndex(of: "unmounted")
            #expect(undone != nil)
            #expect(end ?? .max < undone ?? 0)
        }

        @Test func `a recovery in the middle of a stop does not run the stop-cmd twice`() throws {
            let scratch = try Scratch()
            let go = try scratch.makeFIFO("go")
            let container = try Container(
                jobs: Self.job("stop-cmd sh -c \"echo stopping it; read x < \(go); exit 1\""))
            try container.waitForLine("ready")
            container.signal(SIGTERM)
            try container.waitForLine("stopping it")
            for _ in 0..<20 { container.signal(SIGSEGV) }
            let writer = open(go, O_WRONLY)
            close(writer)
            #expect(try container.waitForExit() == 0)
            #expect(container.lines(with: "stopping it").count == 1)
            #expect(container.count(of: "got TERM") == 1)
        }
    }
}
