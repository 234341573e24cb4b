import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// `ready notify`: sd_notify(3).
    @Suite struct Notify {
        @Test func `what waits for a job starts when that says that it is ready`() throws {
            let job = try NotifyingJob("self:STATUS=warming|X=1 self:STATUS=up|READY=1")
            try job.step()
            // What is said is taken in order, so that by then a start would have been told.
            try job.wait(for: "slow says: warming")
            #expect(!job.hasStartedNext)
            try job.step()
            try job.wait(for: "started next")
            #expect(try job.container.stop().status == 0)
        }

        @Test(arguments: ["child", "gone"])
        func `a child in the job's session may say it, even one that has ended`(who: String)
            throws
        {
            let job = try NotifyingJob("\(who):READY=1")
            try job.step()
            try job.wait(for: "started next")
            #expect(try job.container.stop().status == 0)
        }

        @Test(.requires(.root))
        func `a main process that has become another user may say it`() throws {
            let job = try NotifyingJob("dropped:READY=1")
            try job.step()
            try job.wait(for: "started next")
        }

        @Test(.requires(.root), arguments: ["escaped", "user"])
        func `another session or another user is a stranger`(who: String) throws {
            let job = try NotifyingJob("\(who):READY=1|STATUS=bad self:STATUS=good")
            try job.step(2)
            try job.wait(for: "slow says: good")
            #expect(job.container.lines(with: "notification of a stranger (pid ").count == 1)
            #expect(job.container.lines(with: "bad").isEmpty)
            #expect(!job.hasStartedNext)
        }

        @Test(.requires(.root)) func `another user's job is that user's to tell of`() throws {
            let job = try NotifyingJob("gone:READY=1", options: "user nobody")
            try job.step()
            try job.wait(for: "started next")
        }

        @Test func `a job that knows the name of another's socket is a stranger`() throws {
            let scratch = try Scratch()
            let file = scratch.file("address")
            let job = try NotifyingJob(
                command:
                    "sh -c \"echo $NOTIFY_SOCKET >\(file); exec notify as self:STATUS=good\"",
                ready: "notify")
            let address = try #require(scratch.read("address")).trimmingCharacters(
                in: .whitespacesAndNewlines)
            #expect(address.hasPrefix("@swinit-"))
            // From outside of the container: a process that cannot be seen from inside.
            _ = try Command.output([
                TestProgram.notify.path(), "send", address, "READY=1|STATUS=bad",
            ])
            try job.step()
            try job.wait(for: "slow says: good")
            #expect(job.container.lines(with: "stranger (pid 0, uid ").count == 1)
            #expect(job.container.lines(with: "bad").isEmpty)
            #expect(!job.hasStartedNext)
        }

        @Test func `a message that is too long is left out, with one line`() throws {
            let long = String(repeating: "x", count: 4096)
            let job = try NotifyingJob(
                "self:READY=1|STATUS=bad\(long) self:READY=1|\(long) self:STATUS=good")
            try job.step(3)
            try job.wait(for: "slow says: good")
            #expect(job.container.lines(with: "more than 4096 bytes").count == 1)
            #expect(!job.hasStartedNext)
        }

        @Test func `a barrier is answered when all before it has been read`() throws {
            let job = try NotifyingJob("self:READY=1 barrier: self:STATUS=on")
            try job.step(3)
            try job.wait(for: "slow says: on")
            // It executes a moment later.
            try job.wait(for: "started next")
        }

        @Test func `the socket is the same after a restart, and what is old does not count`()
            throws
        {
            let job = try NotifyingJob("self:STATUS=first self:STATUS=second|READY=1")
            let first = try #require(job.container.lines(with: "socket @").last)
            try job.step()
            // Stopped, swinit cannot read before the run is over.
            let main = try #require(job.container.initPID)
            kill(main, SIGSTOP)
            kill(job.pid, SIGUSR1)
            try Deadline.wait(until: "the message is sent") {
                job.container.count(of: "sent") == 2
            }
            kill(job.pid, SIGKILL)
            kill(main, SIGCONT)
            let again = try NotifyingJob.process(in: job.container)
            try job.step(pid: again)
            try Deadline.wait(until: "the second run says something") {
                job.container.lines(with: "slow says: first").count == 2
            }
            #expect(job.container.lines(with: "socket @").last == first)
        }

        @Test func `a flood does not keep swinit from its work`() throws {
            let flood = "job {\n name flood\n cmd notify flood \(Self.noise)\n ready notify\n}\n"
            let job = try NotifyingJob("self:READY=1", more: flood)
            try job.step()
            try job.wait(for: "started next")
            try job.wait(for: "started flood")
            kill(job.pid, SIGKILL)
            _ = try NotifyingJob.process(in: job.container)
            #expect(try job.container.stop().status == 0)
        }

        private static let noise = "WATCHDOG=1|EXTEND_TIMEOUT_USEC=1|X=Y"

        @Test func `what is said around a recovery is not lost`() throws {
            let job = try NotifyingJob("self:STATUS=1 self:STATUS=2 self:READY=1")
            try job.fault()
            try job.step()
            try job.wait(for: "slow says: 1")
            // At the same time: it may come before, in between or behind.
            kill(job.pid, SIGUSR1)
            try job.fault()
            try job.wait(for: "slow says: 2")
            #expect(!job.hasStartedNext)
            try job.step()
            try job.wait(for: "started next")
            try job.fault()
            #expect(try job.container.stop().status == 0)
            #expect(job.container.lines(with: "started next").count == 1)
        }

        @Test func `a job that is to show that it lives, and says that it does not, starts again`()
            throws
        {
            let job = try NotifyingJob("self:READY=1|WATCHDOG_USEC=60000000 self:WATCHDOG=trigger")
            try job.step()
            try job.wait(for: "started next")
            try job.step()
            try job.wait(for: "began ", count: 2)
            #expect(try job.container.stop().status == 0)
        }

        @Test func `sockets of two hundred jobs take no memory of swinit's`() throws {
            _ = try TestProgram.notify.path()
            let data = try ["", "ready notify"].map { option in
                let jobs = (0..<200).map {
                    "job {\n name j\($0)\n cmd notify as x:y\n\(option)\n}\n"
                }
                let container = try Container(jobs: jobs.joined())
                try Deadline.wait(until: "all jobs run") {
                    container.lines(with: "began ").count == 200
                        && container.lines(with: "started ").count == 200
                }
                return try #require(container.initProcess).dataKB
            }
            #expect(data[1] < data[0] + 16, "\(data)")
        }

        @Test func `a job that leaves takes its socket along`() throws {
            _ = try TestProgram.notify.path()
            let scratch = try Scratch()
            let other = "job {\n name other\n cmd probe obey\n}\n"
            let file = try scratch.write(
                "jobs.conf",
                "job {\n name slow\n cmd notify as self:READY=1\n ready notify\n}\n\(other)")
            let container = try Container(swinit: ["-c", file])
            let address = try container.waitForLine("socket @").dropFirst(7)
            try Deadline.wait(until: "the other job runs") {
                !container.lines(with: "started other").isEmpty
            }
            try scratch.write("jobs.conf", other)
            container.signal(SIGHUP)
            try container.waitForLine("1 removed")
            try Deadline.wait(until: "the socket is closed") {
                try Command.run([TestProgram.notify.path(), "send", String(address), "X=1"]).status
                    == 1
            }
        }
    }
}
