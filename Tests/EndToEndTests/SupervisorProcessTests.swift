import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// The parameters of Perl's Supervisor::Process, each as its option here.
    @Suite struct SupervisorProcess {
        private func show(_ options: String) throws -> Shown {
            let container = try Container(
                jobs: "job {\n name test\n cmd probe show it works\n once\n\(options)\n}\n")
            let shown = try Shown(container)
            #expect(try container.waitForExit() == 0)
            return shown
        }

        @Test func `Name is what the process is known by`() throws {
            let container = try Container(jobs: "job {\n name test\n cmd probe obey\n}\n")
            try container.waitForLine("started test (pid ")
            try Deadline.wait(until: "it is ready") { !container.lines(with: "ready").isEmpty }
            #expect(try container.stop().status == 0)
        }

        @Test func `Command has its arguments`() throws {
            let shown = try show("")
            #expect(shown.has("argument 2 it"))
            #expect(shown.has("argument 3 works"))
        }

        @Test(.requires(.root)) func `User and Group`() throws {
            let shown = try show(" user nobody\n group daemon")
            let nobody = try #require(getpwnam("nobody")).pointee
            let daemon = try #require(getgrnam("daemon")).pointee
            #expect(shown.has("user \(nobody.pw_uid) group \(daemon.gr_gid)"))
        }

        @Test func `Umask, Directory and Priority`() throws {
            let shown = try show(" umask 0022\n dir /\n nice 10")
            #expect(shown.has("umask 0022"))
            #expect(shown.has("directory /"))
            #expect(shown.has("nice 10"))
        }

        @Test func `Environment`() throws {
            let shown = try show(" clear-env\n env item=value\n env item2=value2=3")
            #expect(shown.variable("item") == "value")
            #expect(shown.variable("item2") == "value2=3")
        }

        @Test func `StopSignal, StopRetries and StopWaitSecs, and then KILL`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name test
                      cmd probe signals
                      stop-signal USR1
                      stop-retries 3
                      stop-timeout 300ms
                    }
                    """)
            try container.waitForLine("ready")
            let end = try container.stop()
            #expect(container.count(of: "signal 10") == 3)
            #expect(container.lines(with: "sending KILL").count == 1)
            #expect(end.took > .milliseconds(890))
        }

        @Test func `ReloadSignal reaches the process, which goes on`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("settings", "one")
            let container = try Container(
                jobs: """
                    job {
                      name test
                      cmd probe signals
                      reload-signal USR2
                      depends {
                        \(file)
                      }
                      depends-action reload
                    }
                    """)
            try container.waitForLine("ready")
            try scratch.write("settings", "two")
            try Deadline.wait(until: "it got USR2: \(container.text)") {
                container.count(of: "signal 12") == 1
            }
            #expect(container.lines(with: "started test").count == 1)
            #expect(try container.stop().status == 0)
        }

        @Test func `AutoStart 0 is known and not started`() throws {
            let container = try Container(
                jobs: "job {\n name test\n cmd probe show\n disable\n}\n"
                    + "job {\n name other\n cmd probe obey\n}\n")
            try container.waitForLine("ready")
            #expect(container.lines(with: "shown").isEmpty)
            #expect(try container.stop().status == 0)
        }

        @Test func `AutoRestart 1 starts it again, 0 does not`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name again
                      cmd probe exit 0
                      restart-delay 100ms
                    }
                    job {
                      name not
                      cmd probe exit 0
                      restart never
                    }
                    """)
            try container.waitForLine("not (pid ")
            try Deadline.wait(until: "the one has been started three times") {
                container.lines(with: "started again").count >= 3
            }
            #expect(container.lines(with: "started not").count == 1)
            container.signal(SIGTERM)
            try container.waitForExit()
        }

        @Test func `ExitCodes are restarted, others are not`() throws {
            let scratch = try Scratch()
            let container = try Container(
                jobs: """
                    job {
                      name test
                      cmd /bin/sh -c "echo x >>\(scratch.file("runs")); exit $(wc -l <\(scratch.file("runs")))"
                      success-codes 0,1
                      on-success restart
                      on-failure stop
                      restart-delay 100ms
                    }
                    job {
                      name other
                      cmd probe obey
                    }
                    """)
            try container.waitForLine("exit status 1; restarting in 100ms")
            try container.waitForLine("exit status 2; failed")
            try Deadline.wait(until: "the other is ready") {
                !container.lines(with: "ready").isEmpty
            }
            #expect(scratch.read("runs") == "x\nx\n")
            #expect(try container.stop().status == 0)
        }

        @Test func `Logfile takes stdout and stderr`() throws {
            let scratch = try Scratch()
            let file = scratch.file("mylog.log")
            let container = try Container(
                jobs: """
                    job {
                      name test
                      cmd /bin/sh -c "echo one; echo two >&2"
                      out \(file)
                      err out
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            #expect(scratch.read("mylog.log") == "one\ntwo\n")
        }
    }
}
