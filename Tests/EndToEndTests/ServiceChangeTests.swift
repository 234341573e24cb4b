import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Folders of services that change, or are not as they should be.
    @Suite struct ServiceChanges {
        @Test func `services come and go at once`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            let begin = ContinuousClock.now
            try bench.add("db")
            try container.waitForLine("started db ")
            #expect(begin.duration(to: .now) < .seconds(3))
            #expect(try bench.pid("web") == pid)
            try bench.remove("db")
            try container.waitForLine("removed")
            try container.waitForProcesses(1)
            #expect(try bench.pid("web") == pid)
            try bench.remove("web")
            try container.waitForProcesses(0)
            try bench.add("again")
            try container.waitForLine("started again ")
            #expect(container.lines(with: "warning").isEmpty)
        }

        @Test(arguments: [true, false])
        func `another directory in the place of a service is another service`(isLink: Bool) throws {
            let bench = try ServiceBench()
            for version in ["1", "2"] {
                try bench.add(".v\(version)", "echo version \(version); exec sleep 99")
            }
            let manager = FileManager.default
            if isLink {
                try manager.createSymbolicLink(
                    atPath: bench.file("web"), withDestinationPath: ".v1")
            } else {
                try manager.moveItem(atPath: bench.file(".v1"), toPath: bench.file("web"))
            }
            let container = try bench.start()
            try container.waitForLine("version 1")
            if isLink {
                try manager.createSymbolicLink(
                    atPath: bench.file(".new"), withDestinationPath: ".v2")
                rename(bench.file(".new"), bench.file("web"))
            } else {
                try manager.moveItem(atPath: bench.file("web"), toPath: bench.file(".v1"))
                try manager.moveItem(atPath: bench.file(".v2"), toPath: bench.file("web"))
            }
            try container.waitForLine("version 2")
            try Deadline.wait(until: "svstat sees it") {
                try Command.output(["/usr/bin/svstat", bench.file("web")]).contains(": up (pid")
            }
            _ = try Command.output(["/usr/bin/svc", "-d", bench.file("web")])
            try Deadline.wait(until: "svc has ended it") {
                try Command.output(["/usr/bin/svstat", bench.file("web")]).contains(": down")
            }
        }

        @Test func `one service too many takes nothing from those that are there`() throws {
            let bench = try ServiceBench()
            for number in 0..<1000 {
                try bench.add("s\(number)", files: ["down": ""])
            }
            let container = try bench.start()
            try Deadline.wait(until: "all are there", within: .seconds(60)) {
                try Command.run(["/usr/bin/svok", bench.file("s999")]).status == 0
            }
            for number in 0..<20 { try bench.add("more\(number)", "exec sleep 99") }
            try container.waitForLine("more than 1000 services")
            #expect(container.lines(with: "removed").allSatisfy { $0.contains(" 0 removed") })
            #expect(container.lines(with: "started more").isEmpty)
        }

        @Test func `a link is a service until it is removed`() throws {
            let bench = try ServiceBench()
            let container = try bench.start()
            let place = try Scratch()
            try place.write("run", "#!/bin/sh\nexec probe signals\n", mode: 0o755)
            try FileManager.default.createSymbolicLink(
                atPath: bench.file("web"), withDestinationPath: place.path)
            try container.waitForLine("ready")
            let shown = try Command.output(["/usr/bin/svstat", place.path])
            #expect(shown.contains("up (pid"))
            try bench.remove("web")
            try Deadline.wait(until: "nobody supervises it") {
                try Command.run(["/usr/bin/svok", place.path]).status == 100
            }
        }

        @Test func `a program that is allowed later makes a service`() throws {
            let bench = try ServiceBench()
            try bench.makeFolder("web")
            try bench.write("web/run", "#!/bin/sh\nexec probe signals\n")
            try bench.makeFolder(".hidden")
            try bench.script(".hidden/run", "echo hidden")
            let container = try bench.start()
            try bench.add("db")
            try container.waitForLine("started db ")
            #expect(try bench.svok("web") == 100)
            #expect(chmod(bench.file("web/run"), 0o755) == 0)
            try container.waitForLine("started web ")
            #expect(container.lines(with: "hidden").isEmpty)
        }

        @Test func `a new program does not restart what runs`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            try bench.script("web/run", "echo second\nexec probe signals")
            try bench.add("db")
            try container.waitForLine("started db ")
            #expect(try bench.pid("web") == pid)
            try bench.svc("-t", "web")
            try container.waitForLine("second")
        }

        @Test(arguments: [
            ("down-signal", "FOO", "'FOO' is no signal"),
            ("timeout-kill", "soon", "'soon' is no number from 0 to 86400000"),
            ("notification-fd", "1", "'1' is no number from 3 to 1023"),
        ])
        func `a bad setting is told, and the service stays as it was`(
            file: String, text: String, reason: String
        ) throws {
            let bench = try ServiceBench()
            try bench.add("web")
            try bench.add("bad", files: [file: text])
            let container = try bench.start()
            try container.waitForLine("service bad: \(bench.file("bad/\(file)")): \(reason)")
            container.program.rewind()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            #expect(try bench.svok("bad") == 100)
            try bench.write("web/\(file)", "\(text)\n")
            try container.waitForLine("service web: \(bench.file("web/\(file)")): \(reason)")
            try bench.add("db")
            try bench.waitForProcess(of: "db")
            #expect(try bench.pid("web") == pid)
            try bench.remove("bad/\(file)")
            try bench.waitForProcess(of: "bad")
        }

        @Test func `a service whose program has gone is no service less`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start()
            try container.waitForLine("ready")
            let pid = try bench.waitForProcess(of: "web")
            try bench.remove("web/run")
            try container.waitForLine("service web: \(bench.file("web/run")): no program")
            #expect(try bench.pid("web") == pid)
            try bench.script("web/run", "echo second\nexec probe signals")
            try bench.svc("-t", "web")
            try container.waitForLine("second")
        }

        @Test func `a service that is called like a job is refused alone`() throws {
            let bench = try ServiceBench()
            for name in ["web", "db", "api.2", "two words", "main", "cache"] { try bench.add(name) }
            try bench.add("cache", log: "exec cat")
            let container = try bench.start(
                """
                job {
                  name web
                  cmd probe obey
                }
                job {
                  name api
                  cmd probe obey
                  instances 1
                }
                job {
                  name cache.log
                  cmd probe obey
                }
                """)
            try bench.waitForProcess(of: "db")
            for name in ["web", "api.2", "cache"] {
                try container.waitForLine("service \(name): there is a job of that name")
                container.program.rewind()
                #expect(try bench.svok(name) == 100)
            }
            try container.waitForLine("service two?words: ")
            container.program.rewind()
            try container.waitForLine("service main: that is the command behind '--'")
            #expect(try bench.svok("cache/log") == 100)
            container.program.rewind()
            try container.waitForLine("started web ")
        }

        @Test func `a folder that is missing is waited for`() throws {
            let bench = try ServiceBench()
            try bench.remove("")
            let container = try bench.start()
            try container.waitForLine("service \(bench.path): No such file or directory")
            try bench.add("web")
            try container.waitForLine("started web ")
            #expect(try container.stop().status == 0)
        }

        @Test(.requires(.root)) func `a read-only folder has its supervise elsewhere`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let container = try bench.start(
                setUp: """
                    mount -t tmpfs none /run
                    mount --bind \(bench.path) \(bench.path)
                    mount -o remount,bind,ro \(bench.path)
                    """)
            try container.waitForLine("ready")
            let inside = ["nsenter", "-t", "\(try #require(container.initPID))", "-m"]
            let folder = "/run/swinit/supervise/web"
            let shown = try Command.output(inside + ["/usr/bin/svstat", folder])
            #expect(shown.contains("up (pid "))
            #expect(try Command.run(inside + ["/usr/bin/svok", folder]).status == 0)
            try Command.output(inside + ["/usr/bin/svc", "-d", folder])
            try container.waitForLine("signal \(SIGTERM)")
        }

        @Test func `a dangling link supervise is where the files go`() throws {
            let bench = try ServiceBench()
            try bench.add("web")
            let place = try Scratch()
            try FileManager.default.createSymbolicLink(
                atPath: bench.file("web/supervise"), withDestinationPath: place.file("web"))
            let container = try bench.start()
            try container.waitForLine("ready")
            #expect(place.exists("web/status"))
            try bench.wait(for: "up", of: "web")
        }

        @Test func `what somebody else supervises is not run twice`() throws {
            let bench = try ServiceBench()
            try bench.add("web", "echo run >>\(bench.scratch.file("runs"))\nexec sleep 60")
            let other = try RunningProgram(["setsid", "/usr/bin/supervise", bench.file("web")])
            try Deadline.wait(until: "supervise runs it") { bench.scratch.read("runs") == "run\n" }
            let container = try bench.start()
            try container.waitForLine(
                "cannot acquire \(bench.file("web/supervise/lock")): temporary failure")
            try bench.add("db")
            try bench.waitForProcess(of: "db")
            #expect(bench.scratch.read("runs") == "run\n")
            try bench.svc("-dx", "web")
            #expect(try other.waitForExit() == 0)
            try container.waitForLine("started web ")
            try Deadline.wait(until: "it runs") { bench.scratch.read("runs") == "run\nrun\n" }
            // Once for all the time.
            #expect(container.lines(with: "temporary failure").count == 1)
        }
    }
}
