import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What a job may do, and what swinit was given to listen on.
    @Suite struct Privileges {
        private func status(_ options: String) throws -> (Container, [String: UInt64]) {
            let container = try Container(
                jobs: "job {\n name a\n cmd cat /proc/self/status\n once\n\(options)\n}\n")
            #expect(try container.waitForExit() == 0)
            var sets: [String: UInt64] = [:]
            for line in container.program.readAvailable() {
                let parts = line.text.split(separator: "\t")
                guard parts.count == 2 else { continue }
                sets[String(parts[0].dropLast())] = UInt64(parts[1], radix: 16)
            }
            return (container, sets)
        }

        @Test(.requires(.root)) func `capabilities are kept, dropped, and given to a user`() throws
        {
            let all = try #require(try status("").1["CapEff"])
            let kept = try status(" capabilities keep CHOWN,CAP_KILL").1
            #expect(kept["CapEff"] == 0x21)
            #expect(kept["CapBnd"] == 0x21)
            let dropped = try status(" capabilities drop CHOWN").1
            #expect(dropped["CapEff"] == all & ~1)
            let user = try status(" user nobody\n capabilities keep NET_BIND_SERVICE").1
            #expect(user["CapEff"] == 0x400)
            #expect(user["CapAmb"] == 0x400)
            #expect(try status(" user nobody").1["CapEff"] == 0)
            #expect(try status(" capabilities drop all").1["CapEff"] == 0)
        }

        @Test func `no new privileges`() throws {
            #expect(try status("").1["NoNewPrivs"] == 0)
            #expect(try status(" no-new-privileges").1["NoNewPrivs"] == 1)
        }

        @Test(.requires(.root)) func `capabilities that cannot be had fail the start`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd true\n capabilities keep CHOWN\n once\n}\n",
                setUp: "exec setpriv --reuid 23456 --clear-groups \"$@\"")
            #expect(try container.waitForExit() == 125)
            let said = container.lines(with: "cannot set capabilities: Operation not permitted")
            #expect(said.count == 1, "\(container.text)")
        }

        // MARK: - listen-fds

        private static let given = """
            exec 3</etc/passwd 4</etc/group 5</etc/hosts
            export LISTEN_FDS=2 LISTEN_FDNAMES=one:two LISTEN_PID=$$
            """

        @Test func `descriptors to listen on go to the job that asks for them`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe show\n listen-fds\n once\n}\n",
                setUp: Self.given)
            let shown = try Shown(container)
            #expect(try container.waitForExit() == 0)
            #expect(shown.descriptors == [0, 1, 2, 3, 4])
            #expect(shown.has("fd 3 /etc/passwd"))
            #expect(shown.has("fd 4 /etc/group"))
            #expect(shown.variable("LISTEN_FDS") == "2")
            #expect(shown.variable("LISTEN_FDNAMES") == "one:two")
            #expect(shown.variable("LISTEN_PID") == "2")
        }

        @Test func `other jobs get none`() throws {
            let jobs = "job {\n name b\n cmd true\n listen-fds\n disable\n}\n"
            let container = try Container(
                jobs: jobs + "job {\n name a\n cmd probe show\n once\n}\n", setUp: Self.given)
            let shown = try Shown(container)
            #expect(try container.waitForExit() == 0)
            #expect(shown.descriptors == [0, 1, 2])
            #expect(shown.variable("LISTEN_FDS") == nil)
            #expect(shown.variable("LISTEN_PID") == nil)
        }

        @Test(arguments: ["LISTEN_PID=77", "LISTEN_FDS=x", "LISTEN_FDS=99999999999"])
        func `descriptors of another process are nobody's`(change: String) throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe show\n listen-fds\n once\n}\n",
                setUp: "\(Self.given)\nexport \(change)")
            let shown = try Shown(container)
            #expect(try container.waitForExit() == 0)
            #expect(shown.descriptors == [0, 1, 2])
            #expect(shown.variable("LISTEN_FDS") == nil)
        }

        @Test func `a restart after a crash of swinit has them again`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd sh -c "readlink /proc/self/fd/3; test $LISTEN_PID = $$ && echo right; kill -SEGV 1; kill $$"
                      restart-delay 10ms
                      listen-fds
                    }
                    """, setUp: Self.given)
            try Deadline.wait(until: "several runs have them") {
                container.count(of: "/etc/passwd") >= 5 && container.count(of: "right") >= 5
            }
            #expect(container.count(of: "/etc/passwd") - container.count(of: "right") <= 1)
            container.signal(SIGTERM)
            _ = try container.waitForExit()
        }
    }
}
