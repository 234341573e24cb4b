import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// pmtr's manual, section by section: when jobs start, restart and end.
    @Suite struct ManualLives {
        private func job(_ name: String, _ command: String, _ options: String = "") -> String {
            "job {\n name \(name)\n cmd \(command)\n\(options)\n}\n"
        }

        /// When the n-th line with `text` appears.
        private func time(
            _ container: Container, _ text: String, _ count: Int
        ) throws -> ContinuousClock.Instant {
            try Deadline.wait(until: "'\(text)' \(count) times", within: .seconds(30)) {
                container.lines(with: text).count >= count
            }
            return .now
        }

        @Test func `an exit within ten seconds waits ten seconds, a later one none`() throws {
            let container = try Container(
                jobs: job("short", "/bin/echo short run")
                    + job("long", "/bin/sh -c \"echo long run; exec sleep 10.5\""))
            let first = try time(container, "short run", 1)
            let second = try time(container, "short run", 2)
            #expect(first.duration(to: second) > .milliseconds(9800))
            #expect(first.duration(to: second) < .seconds(14))
            _ = try time(container, "long run", 2)
            // The new process may write before swinit has written why there is one.
            try Deadline.wait(until: "it says why\n\(container.text)") {
                container.lines(with: "long (pid ").contains { $0.hasSuffix("restarting now") }
            }
            container.signal(SIGTERM)
            try container.waitForExit()
        }

        @Test func `exit status 33 tells not to restart`() throws {
            let container = try Container(jobs: job("a", "probe exit 33") + job("b", "probe obey"))
            try container.waitForLine("exit status 33; done")
            try Deadline.wait(until: "b is ready") { !container.lines(with: "ready").isEmpty }
            #expect(try container.stop().status == 0)
        }

        @Test func `saving the file starts, ends and restarts what it says at once`() throws {
            let scratch = try Scratch()
            let file = try scratch.write(
                "pmtr.conf",
                job("kept", "probe obey") + job("deleted", "probe obey")
                    + job("changed", "probe obey"))
            let container = try Container(swinit: ["-c", file])
            for name in ["kept", "deleted", "changed"] {
                _ = try time(container, "started \(name)", 1)
            }
            _ = try time(container, "ready", 3)
            try scratch.write(
                "pmtr.conf",
                job("added", "probe obey") + job("kept", "probe obey")
                    + job("changed", "probe obey 0 more"))
            _ = try time(container, "started added", 1)
            _ = try time(container, "started changed", 2)
            #expect(container.lines(with: "deleted (pid ").contains { $0.hasSuffix("removed") })
            #expect(container.lines(with: "started kept").count == 1)
            _ = try time(container, "ready", 5)
            #expect(try container.stop().status == 0)
        }

        @Test func `what ignores TERM gets KILL shortly afterward`() throws {
            let container = try Container(
                jobs: job("a", "probe stubborn", " stop-timeout 200ms"))
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(container.lines(with: "sending KILL").count == 1)
            #expect(end.took < .seconds(5))
        }

        @Test func `a bad file is told, and changes nothing`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("pmtr.conf", job("a", "probe obey"))
            let container = try Container(swinit: ["-c", file])
            try container.waitForLine("ready")
            try scratch.write("pmtr.conf", job("a", "probe obey", " disabled"))
            try container.waitForLine("pmtr.conf:4:2: error: unknown option 'disabled'")
            try container.waitForLine("the previous one stays in force")
            #expect(container.lines(with: "got TERM").isEmpty)
            #expect(try container.stop().status == 0)
        }

        @Test func `wait and once: the initial setup goes first, and runs once`() throws {
            let scratch = try Scratch()
            let folder = scratch.file("ws/data")
            let container = try Container(
                jobs: """
                    job {
                      name create-ramdisk
                      cmd /bin/mkdir -p \(folder)
                      wait
                      once
                    }
                    job {
                      name ws
                      dir \(folder)
                      cmd probe obey
                    }

                    """)
            try container.waitForLine("create-ramdisk (pid ")
            try container.waitForLine("started ws")
            #expect(container.lines(with: "started create-ramdisk").count <= 1)
            try Deadline.wait(until: "ws is ready") { !container.lines(with: "ready").isEmpty }
            #expect(try container.stop().status == 0)
        }

        @Test func `order, not the place in the file, says who starts first`() throws {
            let container = try Container(
                jobs: job("third", "/bin/echo run 3", " order 2\n wait\n once")
                    + job("first", "/bin/echo run 1", " order -1\n wait\n once")
                    + job("second", "/bin/echo run 2", " wait\n once"))
            #expect(try container.waitForExit() == 0)
            let runs = container.lines(with: "run ").filter { $0.hasPrefix("run") }
            #expect(runs == ["run 1", "run 2", "run 3"])
        }

        @Test func `a change in the content of a dependency restarts the job`() throws {
            let scratch = try Scratch()
            try scratch.write("trends.conf", "one\n")
            let other = try scratch.write("db.conf", "one\n")
            let container = try Container(
                jobs: """
                    job {
                      name trends
                      dir \(scratch.path)
                      cmd probe obey
                      depends {
                        trends.conf
                        \(other)
                      }
                    }

                    """)
            _ = try time(container, "ready", 1)
            try scratch.write("trends.conf", "two\n")
            _ = try time(container, "ready", 2)
            // The same content is no change: only what follows it is.
            try scratch.write("trends.conf", "two\n")
            try scratch.write("db.conf", "two\n")
            _ = try time(container, "ready", 3)
            #expect(container.lines(with: "started trends").count <= 3)
            #expect(try container.stop().status == 0)
        }

        @Test func `bounce every restarts the job every so often`() throws {
            let container = try Container(
                jobs: job("thermostat", "probe obey", " bounce every 2s\n restart-delay 0s"))
            let first = try time(container, "ready", 1)
            let third = try time(container, "ready", 3)
            #expect(first.duration(to: third) > .milliseconds(3800))
            #expect(first.duration(to: third) < .seconds(10))
            #expect(container.lines(with: "got TERM").count >= 2)
            #expect(try container.stop().status == 0)
        }

        @Test func `-F, -t and -c`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("container-pmtr.conf", job("a", "/bin/echo runs", " once"))
            let swinit = try SwinitBinary.path()
            #expect(try Command.run([swinit, "-tc", file]).status == 0)
            let container = try Container(swinit: ["-F", "-c", file])
            #expect(try container.waitForExit() == 0)
            #expect(container.count(of: "runs") == 1)
        }
    }
}
