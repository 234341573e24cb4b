import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// `ready fd N`: s6's notification-fd.
    @Suite struct ReadyDescriptors {
        private func tell(_ job: NotifyingJob, _ pid: pid_t? = nil) throws {
            kill(pid ?? job.pid, SIGUSR1)
            try job.wait(for: "told")
            try job.wait(for: "started next")
        }

        @Test(arguments: [3, 4, 5, 6, 7, 8, 9, 60])
        func `what waits for a job starts after a newline on the descriptor`(number: Int) throws {
            let job = try NotifyingJob(command: "notify tell \(number)", ready: "fd \(number)")
            #expect(!job.hasStartedNext)
            try tell(job)
            #expect(try job.container.stop().status == 0)
        }

        @Test func `one that closes it without a word is never ready by it`() throws {
            let job = try NotifyingJob(
                command: "sh -c 'exec 3>&-; exec notify as self:'", ready: "fd 3")
            let main = try #require(job.container.initPID)
            try Deadline.wait(until: "PID 1 has closed its end") {
                let folder = "/proc/\(main)/fd"
                let files = FileManager.default
                let pipes = try files.contentsOfDirectory(atPath: folder)
                    .compactMap { try? files.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") }
                    .filter { $0.hasPrefix("pipe:") }
                // Of what it reads of jobs it has both ends, and its own output by two numbers.
                return pipes.allSatisfy { pipe in pipes.count { $0 == pipe } == 2 }
            }
            #expect(!job.hasStartedNext)
            #expect(try job.container.stop().status == 0)
        }

        @Test func `each run has its own`() throws {
            let job = try NotifyingJob(command: "notify tell 3", ready: "fd 3")
            kill(job.pid, SIGKILL)
            let again = try NotifyingJob.process(in: job.container)
            #expect(!job.hasStartedNext)
            try tell(job, again)
        }

        @Test func `a recovery still hears it`() throws {
            let job = try NotifyingJob(command: "notify tell 5", ready: "fd 5")
            try job.fault()
            try job.fault()
            #expect(!job.hasStartedNext)
            try tell(job)
            #expect(try job.container.stop().status == 0)
        }

        @Test func `it has no other descriptor of ours`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe show\n ready fd 7\n once\n}\n")
            let shown = try Shown(container)
            #expect(try container.waitForExit() == 0)
            #expect(shown.descriptors == [0, 1, 2, 7])
        }

        @Test func `it takes no descriptor that the job listens on`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe obey\n listen-fds\n ready fd 3\n once\n}\n",
                setUp: "export LISTEN_FDS=1; exec 3</dev/null")
            #expect(try container.waitForExit() == 125)
            #expect(container.lines(with: "job a: cannot give it descriptor 3: ").count == 1)
        }
    }
}
