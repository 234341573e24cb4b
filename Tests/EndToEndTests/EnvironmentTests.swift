import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// The variables of a job, and what is expanded from them.
    @Suite struct Environments {
        /// A job `probe show` with these options.
        private func show(
            _ options: String, globals: String = "", environment: [String: String] = [:]
        ) throws -> Shown {
            let jobs = "\(globals)\njob {\n name a\n cmd probe show\n once\n\(options)\n}\n"
            let container = try Container(jobs: jobs, environment: environment)
            let shown = try Shown(container)
            #expect(try container.waitForExit() == 0)
            return shown
        }

        /// The line about a start that failed, for a job with these options.
        private func refusal(
            _ options: String, environment: [String: String] = [:]
        ) throws -> String {
            let jobs = "job {\n name a\n cmd true\n once\n\(options)\n}\n"
            let container = try Container(jobs: jobs, environment: environment)
            #expect(try container.waitForExit() == 125)
            #expect(container.lines(with: "started a").isEmpty)
            return container.lines(with: "cannot").joined(separator: "\n")
        }

        @Test(.requires(.root)) func `each source of variables beats the one before`() throws {
            let scratch = try Scratch()
            let secrets = scratch.file("secrets")
            try #require(mkdir(secrets, 0o700) == 0)
            let names = ["GIVEN", "HOME", "FOLDER", "FILE", "GLOBAL", "OWN"]
            for (index, name) in names.enumerated() where index >= 2 || name == "HOME" {
                try scratch.write("secrets/\(name)", "folder \n")
            }
            let list = names.suffix(3).map { "\($0)=file\n" }.joined()
            let file = try scratch.write("list", list, mode: 0o600)
            let shown = try show(
                " user nobody\n env-file \(file)\n env-dir \(secrets)\n env OWN=own",
                globals: "env GLOBAL=global\nenv OWN=global",
                environment: Dictionary(uniqueKeysWithValues: names.map { ($0, "given") }))
            #expect(shown.variable("GIVEN") == "given")
            #expect(shown.variable("HOME") == "folder")
            #expect(shown.variable("USER") == "nobody")
            #expect(shown.variable("FOLDER") == "folder")
            #expect(shown.variable("FILE") == "file")
            // Of the whole file it is beaten by whatever the job itself has.
            #expect(shown.variable("GLOBAL") == "file")
            #expect(shown.variable("OWN") == "own")
            #expect(shown.variable("SWINIT_JOB") == "a")
            #expect(shown.variable("SWINIT_INSTANCE") == "1")
        }

        @Test func `what defaults have is beaten by the job's own files too`() throws {
            let scratch = try Scratch()
            let own = try scratch.write("own", "A=own\nB=own\n")
            let shared = try scratch.write("shared", "B=shared\nC=shared\nD=shared\n")
            let shown = try show(
                " env-file \(own)",
                globals: "env D=global\ndefaults {\n env A=default\n env-file \(shared)\n}")
            #expect(shown.variable("A") == "own")
            #expect(shown.variable("B") == "own")
            #expect(shown.variable("C") == "shared")
            #expect(shown.variable("D") == "global")
        }

        @Test func `numbers and times come from variables too`() throws {
            let shown = try show(
                " env OWN=5\n nice ${OWN}\n umask ${GIVEN}\n ulimit -c ${NONE:-7}\n expand",
                environment: ["GIVEN": "027"])
            #expect(shown.has("nice 5"))
            #expect(shown.has("umask 0027"))
            let result = try Container(
                jobs: "expand\njob {\n name a\n cmd true\n nice ${NONE}\n}\n")
            #expect(try result.waitForExit() == 78)
            #expect(
                result.text.contains(":5:7: error: '${NONE}' cannot be replaced: it is not set"))
        }

        @Test
        func `an empty file of env-dir takes a variable away, and a bare name takes swinit's`()
            throws
        {
            let scratch = try Scratch()
            try #require(mkdir(scratch.file("d"), 0o700) == 0)
            try scratch.write("d/GIVEN", "")
            try scratch.write("d/.hidden", "x")
            let file = try scratch.write("list", "# a comment\nTOKEN\nNOBODY_HAS_IT\nQ=\"q\"\n")
            let shown = try show(
                " env-dir \(scratch.file("d"))\n env-file \(file)\n"
                    + " env-file optional /no/such/file",
                environment: ["GIVEN": "1", "TOKEN": "given"])
            #expect(shown.variable("GIVEN") == nil)
            #expect(shown.variable(".hidden") == nil)
            #expect(shown.variable("TOKEN") == "given")
            #expect(shown.variable("NOBODY_HAS_IT") == nil)
            #expect(shown.variable("Q") == "\"q\"")
        }

        @Test func `what a once job writes is read by the next`() throws {
            let scratch = try Scratch()
            let file = scratch.file("written")
            let container = try Container(
                jobs: """
                    job {
                      name writer
                      cmd sh -c "echo MADE=here >\(file)"
                      wait once
                    }
                    job {
                      name reader
                      cmd sh -c "echo made $MADE"
                      env-file \(file)
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            #expect(container.count(of: "made here") == 1)
        }

        @Test func `what is missing or no file fails the start and is named`() throws {
            let scratch = try Scratch()
            let fifo = scratch.file("fifo")
            try #require(mkfifo(fifo, 0o600) == 0)
            let missing = "No such file or directory"
            #expect(
                try refusal(" env-file /no/such").contains(
                    "job a: cannot read env-file /no/such: \(missing)"))
            #expect(
                try refusal(" env-dir /no/such").contains(
                    "cannot read env-dir /no/such: \(missing)"))
            #expect(
                try refusal(" env-file \(fifo)").contains(
                    "cannot read env-file \(fifo): not a regular file"))
            #expect(
                try refusal(" env-file optional \(fifo)").contains("not a regular file"))
            #expect(
                try refusal(" env-file /dev/zero").contains("not a regular file"))
            #expect(
                try refusal(" env-dir \(scratch.path)").contains(
                    "cannot read env-dir \(fifo): not a regular file"))
            let bad = try scratch.write("bad", "A=1\n=2\n")
            #expect(
                try refusal(" env-file \(bad)").contains(
                    "cannot read env-file \(bad): line 2 has no name before the ="))
        }

        @Test func `a file that is missing at first is read by a later start`() throws {
            let scratch = try Scratch()
            let file = scratch.file("late")
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd sh -c "echo value $LATE; exec sleep 1000"
                      env-file \(file)
                      restart-delay 50ms
                    }
                    """)
            try container.waitForLine("cannot read env-file")
            try scratch.write("new", "LATE=there\n")
            try #require(rename(scratch.file("new"), file) == 0)
            try container.waitForLine("value there")
            #expect(try container.stop().status == 0)
        }

        // MARK: - expand

        @Test func `expand replaces variables in every value, and one word stays one`() throws {
            let scratch = try Scratch()
            try scratch.write("list", "LISTED=listed\n")
            let container = try Container(
                jobs: """
                    env BASE=\(scratch.path)
                    job {
                      name a
                      expand
                      cmd printf "[%s]\\n" ${WORDS} '${WORDS}' $${WORDS} $WORDS ${NONE:-x} ${LISTED} ${SWINIT_JOB}.${SWINIT_INSTANCE}
                      env WORDS="two ${KIND}"
                      env OUT=${BASE}/${SWINIT_JOB}.log
                      dir ${BASE}
                      env-file ${BASE}/list
                      out ${OUT}
                      once
                    }
                    """, environment: ["KIND": "words  here"])
            #expect(try container.waitForExit() == 0)
            #expect(
                scratch.read("a.log")?.split(separator: "\n") == [
                    "[two words  here]", "[${WORDS}]", "[${WORDS}]", "[$WORDS]", "[x]",
                    "[listed]", "[a.1]",
                ])
        }

        @Test func `without expand a dollar is a dollar`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd echo ${HOME} $${HOME}\n env B=${HOME}\n once\n}\n")
            #expect(try container.waitForExit() == 0)
            #expect(container.count(of: "${HOME} $${HOME}") == 1)
        }

        @Test(
            .requires(.root),
            arguments: [
                " user ${WHO}\n group ${GROUP}", " user ${NONE:-${WHO}}:${GROUP:-7}",
                " user ${WHO}\n group ${NONE:-12}",
            ])
        func `user and group are expanded`(options: String) throws {
            let shown = try show(
                " expand\n env WHO=nobody\n\(options)", environment: ["GROUP": "12"])
            let nobody = try #require(getpwnam("nobody")).pointee
            #expect(shown.has("user \(nobody.pw_uid) group 12"))
        }

        @Test func `what is not set fails the start and is named`() throws {
            #expect(
                try refusal(" expand\n env A=${MISSING}").contains(
                    "job a: cannot expand ${MISSING}: it is not set"))
            #expect(
                try refusal(" expand\n dir \"${PLACE:?say where}\"").contains(
                    "cannot expand ${PLACE}: say where"))
            #expect(
                try refusal(" expand\n dir /no/${NAME}", environment: ["NAME": "such"]).contains(
                    "cannot change to directory /no/such: "))
        }

        @Test func `a program is searched in the job's own PATH`() throws {
            let scratch = try Scratch()
            try scratch.write("tool", "#!/bin/sh\necho own tool\n", mode: 0o755)
            let file = try scratch.write("list", "PATH=\(scratch.path)\n")
            let container = try Container(
                jobs: "job {\n name a\n cmd tool\n env-file \(file)\n once\n}\n")
            #expect(try container.waitForExit() == 0)
            #expect(container.count(of: "own tool") == 1)
        }
    }
}
