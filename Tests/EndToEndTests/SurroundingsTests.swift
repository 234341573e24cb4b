import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Places where an init may find itself.
    @Suite struct Surroundings {
        private static let jobs = """
            job {
              name web
              cmd probe obey
              restart-delay 10ms
            }
            job {
              name batch
              cmd probe orphans 20
            }
            """

        /// Both jobs run, one comes back after a KILL, and TERM ends all with 0.
        private func expectOrdinaryLife(_ container: Container) throws {
            try container.waitForLine("ready")
            try container.waitForLine("ready")
            let job = try #require(container.processes.first)
            kill(job.pid, SIGKILL)
            try container.waitForLine("ready")
            try container.waitForProcesses(2)
            let end = try container.stop()
            #expect(end.status == 0, "\(container.text)")
            #expect(end.took < .seconds(5))
            #expect(container.count(of: "got TERM") == 2)
        }

        @Test(.requires(.root)) func `as an unprivileged user`() throws {
            try expectOrdinaryLife(
                Container(
                    jobs: Self.jobs,
                    setUp: "exec setpriv --reuid 12345 --regid 12345 --clear-groups \"$@\""))
        }

        @Test(.requires(.root)) func `without proc`() throws {
            try expectOrdinaryLife(Container(jobs: Self.jobs, setUp: "umount /proc"))
        }

        @Test(.requires(.root)) func `on a read-only root`() throws {
            try expectOrdinaryLife(
                Container(
                    jobs: Self.jobs,
                    setUp: "mount --bind / /mnt && mount -o remount,ro,bind /mnt && "
                        + "mount -t proc proc /mnt/proc && mount --bind /dev /mnt/dev && "
                        + "exec chroot /mnt \"$@\""))
        }

        @Test func `with stdin closed`() throws {
            try expectOrdinaryLife(Container(jobs: Self.jobs, input: .closed))
            let single = try Container(swinit: ["--", "probe", "obey"], input: .closed)
            try single.waitForLine("ready")
            #expect(try single.stop().status == 0)
        }

        @Test func `with all three streams closed`() throws {
            let scratch = try Scratch()
            let container = try Container(
                jobs: "job {\n name a\n cmd touch \(scratch.file("made"))\n once\n}\n",
                setUp: "exec <&- >&- 2>&-")
            #expect(try container.waitForExit() == 0)
            #expect(scratch.exists("made"))
        }

        @Test func `when stdout is full or gone`() throws {
            let scratch = try Scratch()
            for device in ["/dev/full", "/dev/null"] {
                let container = try Container(
                    jobs: "job {\n name a\n cmd touch \(scratch.file("made"))\n once\n}\n",
                    setUp: "exec >\(device) 2>\(device)")
                #expect(try container.waitForExit() == 0)
                #expect(scratch.exists("made"))
            }
        }

        @Test func `when SIGCHLD is inherited as ignored`() throws {
            let container = try Container(
                [
                    "env", "--ignore-signal=CHLD", try SwinitBinary.path(), "--", "probe", "exit",
                    "5",
                ])
            #expect(try container.waitForExit() == 5)
        }

        @Test(.requires(.root)) func `when no process can be made for a while`() throws {
            // The limit counts the processes of this user alone.
            let container = try Container(
                jobs: """
                    job {
                      name many
                      cmd sh -c "echo begun; sleep 0.5 & sleep 0.5 & wait; exec probe obey"
                    }
                    job {
                      name late
                      cmd probe obey
                    }
                    """,
                setUp: "exec setpriv --reuid 54321 --regid 54321 --clear-groups "
                    + "prlimit --nproc=3:3 \"$@\"")
            try container.waitForLine("ready", within: .seconds(30))
            #expect(try container.stop().status == 0)
        }

        @Test func `with hundreds of jobs`() throws {
            let jobs = (0..<300).map {
                "job {\n name job\($0)\n cmd probe obey\n out inherit\n err inherit\n}\n"
            }
            let container = try Container(jobs: jobs.joined(), setUp: "ulimit -n 64")
            for _ in jobs { try container.waitForLine("ready") }
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(container.count(of: "got TERM") == jobs.count)
        }
    }
}
