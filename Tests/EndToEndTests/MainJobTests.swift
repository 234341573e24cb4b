import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// `swinit -c FILE -- CMD ARG...`.
    @Suite struct MainJobs {
        private static let side = "job {\n name side\n cmd probe obey 5\n}\n"

        @Test func `the command's status ends the container and the jobs`() throws {
            let container = try Container(jobs: Self.side, then: ["--", "probe", "exit", "9"])
            #expect(try container.waitForExit() == 9)
        }

        @Test func `its status counts after TERM too`() throws {
            let container = try Container(jobs: Self.side, then: ["--", "probe", "obey", "9"])
            try container.waitForLine("ready")
            try container.waitForLine("ready")
            #expect(try container.stop().status == 9)
            #expect(container.count(of: "got TERM") == 2)
        }

        @Test func `it starts when the barriers are open`() throws {
            let scratch = try Scratch()
            let container = try Container(
                jobs: """
                    job {
                      name prepare
                      cmd sh -c "sleep 0.2; touch \(scratch.file("prepared"))"
                      wait once
                    }
                    """,
                then: ["--", "sh", "-c", "test -e \(scratch.file("prepared")) && exit 3"])
            #expect(try container.waitForExit() == 3)
        }

        @Test func `a boot that fails never starts it`() throws {
            let container = try Container(
                jobs: "job {\n name prepare\n cmd probe exit 4\n wait once\n}\n",
                then: ["--", "echo", "never"])
            #expect(try container.waitForExit() == 4)
            #expect(container.count(of: "never") == 0)
        }

        @Test func `it has swinit's own stdin and ignored signals`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("given", "a line\n")
            let container = try Container(
                jobs: Self.side, then: ["--", "probe", "show"],
                setUp: "trap '' USR1; exec <\(file)")
            let shown = try Shown(container)
            #expect(shown.has("fd 0 \(file)"))
            #expect(shown.has("leader 1 session 0"))
            #expect(shown.signals("SigIgn") == [SIGUSR1])
            #expect(try container.waitForExit() == 0)
        }

        @Test func `other signals go to it alone`() throws {
            let container = try Container(
                jobs: "job {\n name side\n cmd probe signals\n out null\n}\n",
                then: ["--", "probe", "signals"])
            try container.waitForLine("ready")
            for number in [SIGUSR1, SIGWINCH, 40] {
                container.signal(number)
                try container.waitForLine("signal \(number)")
            }
            #expect(try container.stop().status == 0)
        }

        @Test func `a job main in the file gives its options and its default`() throws {
            let jobs = """
                job {
                  name main
                  cmd sh -c "echo default; exit 2"
                  env WHO=main
                }
                """
            let given = try Container(jobs: jobs, then: ["--", "sh", "-c", "echo $WHO; exit 3"])
            #expect(try given.waitForExit() == 3)
            #expect(given.count(of: "main") == 1)
            let bare = try Container(jobs: jobs, then: ["--"])
            #expect(try bare.waitForExit() == 2)
            #expect(bare.count(of: "default") == 1)
        }

        @Test func `a command that is not found is 127`() throws {
            let container = try Container(jobs: Self.side, then: ["--", "/no/such/program"])
            #expect(try container.waitForExit() == 127)
            #expect(container.text.contains("/no/such/program: No such file or directory"))
        }
    }
}
