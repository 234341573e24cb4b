import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// pmtr's manual, section by section: what a job is started with.
    @Suite struct ManualJobs {
        @Test func `cmd has trailing and quoted arguments, and no shell expands them`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name echo
                      cmd /bin/echo server.js "hello world" * `date` $HOME ~ a;b >c
                      once
                    }
                    """)
            try container.waitForLine("server.js hello world * `date` $HOME ~ a;b >c")
            #expect(try container.waitForExit() == 0)
        }

        @Test func `cmd must have its executable bit set`() throws {
            let scratch = try Scratch()
            let script = try scratch.write("script", "#!/bin/sh\n", mode: 0o644)
            let container = try Container(
                jobs: "job {\n name a\n cmd \(script)\n}\njob {\n name b\n cmd probe obey\n}\n")
            try container.waitForLine("Permission denied")
            try Deadline.wait(until: "the other job is ready") {
                !container.lines(with: "ready").isEmpty
            }
            #expect(try container.stop().status == 0)
        }

        @Test func `a shell expands what is passed to it as a string`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name ws
                      env DIR=/home/ws
                      cmd /bin/sh -c "echo python ws.py -d $DIR/`echo 1`"
                      once
                    }
                    """)
            try container.waitForLine("python ws.py -d /home/ws/1")
            #expect(try container.waitForExit() == 0)
        }

        @Test func `env sets several variables`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd probe show
                      env TMPDIR=/tmp
                      env DEBUG=1
                      env DEBUG=2
                      once
                    }
                    """, environment: ["GIVEN": "1"])
            let shown = try Shown(container)
            #expect(shown.variable("TMPDIR") == "/tmp")
            #expect(shown.variable("DEBUG") == "2")
            #expect(shown.variable("GIVEN") == "1")
            #expect(try container.waitForExit() == 0)
        }

        @Test func `disable keeps a job from running, and its removal lets it run`() throws {
            let scratch = try Scratch()
            let other = "job {\n name other\n cmd probe obey\n}\n"
            let file = try scratch.write(
                "jobs.conf", "job {\n name a\n cmd probe show\n once\n disable\n}\n" + other)
            let container = try Container(swinit: ["-c", file])
            try container.waitForLine("ready")
            #expect(container.lines(with: "shown").isEmpty)
            try scratch.write(
                "jobs.conf", "job {\n name a\n cmd probe show\n once\n # disable\n}\n" + other)
            try container.waitForLine("shown")
            try Deadline.wait(until: "the job has ended") {
                !container.lines(with: "; done").isEmpty
            }
            #expect(try container.stop().status == 0)
        }

        @Test func `dir, out, err and in`() throws {
            let scratch = try Scratch()
            let input = try scratch.write("input", "a line\n")
            let container = try Container(
                jobs: """
                    job {
                      name ws-server
                      dir \(scratch.path)
                      cmd /bin/sh -c "cat; pwd; echo trouble >&2"
                      in \(input)
                      out maps.out
                      err \(scratch.file("maps.err"))
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            #expect(scratch.read("maps.out") == "a line\n\(scratch.path)\n")
            #expect(scratch.read("maps.err") == "trouble\n")
        }

        @Test func `stdin is nothing where it was not said`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd /bin/sh -c \"cat; echo end\"\n once\n}\n")
            try container.waitForLine("end")
            #expect(try container.waitForExit() == 0)
        }

        @Test(.requires(.root)) func `user is the owner of the process`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe show\n user nobody\n once\n}\n")
            let shown = try Shown(container)
            let nobody = try #require(getpwnam("nobody")).pointee
            #expect(shown.has("user \(nobody.pw_uid) group \(nobody.pw_gid)"))
            #expect(try container.waitForExit() == 0)
        }

        @Test func `user is whoever started it where none was said`() throws {
            let container = try Container(jobs: "job {\n name a\n cmd probe show\n once\n}\n")
            let shown = try Shown(container)
            // Inside the tests' namespace that is root in any case.
            #expect(shown.has("user 0 group 0"))
            #expect(try container.waitForExit() == 0)
        }

        @Test func `nice and cpu`() throws {
            for cpu in ["0", "0-1023", "0x1", "0,5-9"] {
                let container = try Container(
                    jobs: "job {\n name a\n cmd probe show\n nice 7\n cpu \(cpu)\n once\n}\n")
                let shown = try Shown(container)
                #expect(shown.has("nice 7"))
                if !cpu.contains("-1023") { #expect(shown.has("cpus 0")) }
                #expect(try container.waitForExit() == 0)
            }
        }
    }
}
