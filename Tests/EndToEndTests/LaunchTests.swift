import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What a job's process is started with, as that process sees it.
    @Suite struct Launches {
        /// A job `probe show` with these options.
        private func show(
            _ options: String, globals: String = "", setUp: String? = nil,
            environment: [String: String] = [:]
        ) throws -> Shown {
            let jobs = "\(globals)\njob {\n name a\n cmd probe show\n once\n\(options)\n}\n"
            let container = try Container(jobs: jobs, setUp: setUp, environment: environment)
            let shown = try Shown(container)
            #expect(try container.waitForExit() == 0)
            return shown
        }

        @Test func `a job has a session, default signals and three descriptors`() throws {
            let shown = try show(
                "", setUp: "trap '' USR1 HUP; exec 7</etc/passwd 8</etc/group; umask 027; cd /usr")
            #expect(shown.has("leader 1 session 1"))
            #expect(shown.signals("SigBlk").isEmpty)
            #expect(shown.signals("SigIgn").isEmpty)
            #expect(shown.descriptors == [0, 1, 2])
            #expect(shown.has("fd 0 /dev/null"))
            #expect(shown.has("umask 0027"))
            #expect(shown.has("directory /usr"))
        }

        @Test func `env and clear-env`() throws {
            let shown = try show(
                " env OWN=a=b\n env {\n  BLOCK=1\n  BOTH=job\n }\n env QUOTED=\"x y\"",
                globals: "env BOTH=global\nenv GLOBAL=1", environment: ["GIVEN": "1"])
            #expect(shown.variable("OWN") == "a=b")
            #expect(shown.variable("BLOCK") == "1")
            #expect(shown.variable("BOTH") == "job")
            #expect(shown.variable("GLOBAL") == "1")
            #expect(shown.variable("QUOTED") == "x y")
            #expect(shown.variable("GIVEN") == "1")
            let bare = try show(
                " clear-env\n env OWN=1", environment: ["GIVEN": "1", "TERM": "dumb"])
            let names = Set(bare.environment.map { String($0.prefix { $0 != "=" }) })
            #expect(
                names == [
                    "HOME", "OWN", "PATH", "SWINIT_INSTANCE", "SWINIT_JOB", "TERM",
                ])
        }

        @Test func `dir is the working directory and paths are below it`() throws {
            let scratch = try Scratch()
            try scratch.write("given", "from in\n")
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd sh -c "cat; echo to out; echo to err >&2; pwd"
                      dir \(scratch.path)
                      in given
                      out written
                      err failed
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            #expect(scratch.read("written") == "from in\nto out\n\(scratch.path)\n")
            #expect(scratch.read("failed") == "to err\n")
        }

        @Test func `a program with a slash is below dir`() throws {
            let scratch = try Scratch()
            try scratch.write("script", "#!/bin/sh\necho ran $1\n", mode: 0o755)
            let container = try Container(
                jobs: "job {\n name a\n cmd ./script well\n dir \(scratch.path)\n once\n}\n")
            #expect(try container.waitForExit() == 0)
            #expect(container.count(of: "ran well") == 1)
        }

        @Test func `err out joins both, and out appends`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("log", "before\n")
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd sh -c "echo one; echo two >&2; echo three"
                      out \(file)
                      err out
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            #expect(scratch.read("log") == "before\none\ntwo\nthree\n")
        }

        @Test func `out goes to swinit's stdout and err to its stderr`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd sh -c \"echo one; echo two >&2\"\n once\n}\n")
            #expect(try container.waitForExit() == 0)
            let lines = container.program.lines
            #expect(lines.contains { $0.text == "one" && $0.stream == .output })
            #expect(lines.contains { $0.text == "two" && $0.stream == .errors })
            #expect(lines.allSatisfy { $0.stream == .errors || !$0.text.hasPrefix("swinit |") })
        }

        @Test func `in inherit is swinit's own stdin`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("given", "a line\n")
            let container = try Container(
                jobs: "job {\n name a\n cmd cat\n in inherit\n once\n}\n",
                setUp: "exec <\(file)")
            #expect(try container.waitForExit() == 0)
            #expect(container.count(of: "a line") == 1)
        }

        @Test func `umask, nice, oom-score-adjust and cpu`() throws {
            let shown = try show(" umask 0077\n nice 5\n oom-score-adjust 321\n cpu 0")
            #expect(shown.has("umask 0077"))
            #expect(shown.has("nice 5"))
            #expect(shown.has("oom 321"))
            #expect(shown.has("cpus 0"))
        }

        @Test func `a limit of open files is the job's own, whatever swinit has open`() throws {
            let others = (0..<60).map { "job {\n name j\($0)\n cmd sleep 99\n}\n" }
            let container = try Container(
                jobs: others.joined()
                    + "job {\n name low\n order 1\n ulimit -n 8\n once\n"
                    + " cmd sh -c \"ulimit -Sn; ulimit -Hn\"\n}\n")
            try container.waitForLine("8")
            try container.waitForLine("8")
            try container.waitForLine("exit status 0; done")
        }

        @Test func `ulimit by flag and by name, soft and hard`() throws {
            let shown = try show(
                " ulimit -n 64\n ulimit {\n  RLIMIT_CORE 0\n  -s 1M:2M\n }\n ulimit -f 1M")
            #expect(shown.has("limit \(RLIMIT_NOFILE.rawValue) 64 64"))
            #expect(shown.has("limit \(RLIMIT_CORE.rawValue) 0 0"))
            #expect(shown.has("limit \(RLIMIT_STACK.rawValue) 1048576 2097152"))
            #expect(shown.has("limit \(RLIMIT_FSIZE.rawValue) 1048576 1048576"))
        }

        @Test func `a job gets back the limit of descriptors that swinit was given`() throws {
            let shown = try show("", setUp: "ulimit -S -n 200; ulimit -H -n 300")
            #expect(shown.has("limit \(RLIMIT_NOFILE.rawValue) 200 300"))
        }

        @Test(.requires(.root))
        func `user sets ids, groups and the variables of a login`() throws {
            let scratch = try Scratch()
            try #require(chmod(scratch.path, 0o777) == 0)
            let shown = try show(" user nobody\n err \(scratch.file("log"))")
            let nobody = try #require(getpwnam("nobody")).pointee
            #expect(shown.has("user \(nobody.pw_uid) group \(nobody.pw_gid)"))
            #expect(shown.has("Groups:\t\(nobody.pw_gid) "))
            #expect(shown.variable("USER") == "nobody")
            #expect(shown.variable("LOGNAME") == "nobody")
            #expect(shown.variable("HOME") == String(cString: nobody.pw_dir))
            // The file was opened, hence made, by the job's user.
            var facts = stat()
            #expect(stat(scratch.file("log"), &facts) == 0)
            #expect(facts.st_uid == nobody.pw_uid)
        }

        @Test(.requires(.root)) func `user and group by number, and groups`() throws {
            let shown = try show(" user 12345:23456\n groups 7 daemon 99")
            #expect(shown.has("user 12345 group 23456"))
            #expect(shown.has("Groups:\t1 7 99 "))
            let group = try show(" user 12345\n group 77")
            #expect(group.has("user 12345 group 77"))
        }

        @Test func `a script without an interpreter line is run by sh`() throws {
            let scratch = try Scratch()
            let script = try scratch.write("script", "echo \"script $1\"\n", mode: 0o755)
            let container = try Container(
                jobs: "job {\n name a\n cmd \(script) here\n once\n}\n")
            #expect(try container.waitForExit() == 0)
            #expect(container.count(of: "script here") == 1)
        }
    }
}
