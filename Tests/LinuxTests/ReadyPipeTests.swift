import Basics
import CLinux
import Foundation
import Linux
import TestSupport
import Testing

extension SpawnTests {
    /// Children that tell by a newline that they are ready.
    @Suite struct ReadyPipes {
        /// Runs a shell with the pipe's end as `number`; what it says, and what its set-up said.
        private func run(
            _ script: String, number: Int32, _ change: (inout ChildPlan) -> Void = { _ in },
            holding held: Int32 = 0
        ) throws -> (ready: ReadyPipe.Answer, setUp: StatusPipe.Answer) {
            let pipe = try ReadyPipe()
            defer { close(pipe.reading) }
            var plan = ChildPlan(arguments: ["bash", "-c", Text(Array(script.utf8))])
            plan.ready = (pipe.writing, number)
            change(&plan)
            let spawn = Spawn(over: InheritedEnvironment(), holding: held)
            guard case .started(let pid, let status) = spawn.start(plan) else {
                throw Missed("no child")
            }
            close(pipe.writing)
            try Deadline.wait(until: "the child ends") { Children.wait(for: pid) != .none }
            defer { StatusPipe.closeReading(status) }
            return (ReadyPipe.answer(from: pipe.reading), StatusPipe.answer(from: status))
        }

        @Test(arguments: [3, 4, 9, 40, 200])
        func `a newline on the descriptor means ready, whatever its number`(number: Int32) throws {
            let result = try run("echo >&\(number)", number: number)
            #expect(result == (.ready, .executed))
        }

        @Test func `a newline may stand behind other words`() throws {
            #expect(try run("printf 'up and\\nrunning' >&5", number: 5).ready == .ready)
        }

        @Test func `words without a newline, or none, mean nothing`() throws {
            #expect(try run("printf ready >&5", number: 5).ready == .nothing)
            #expect(try run("true", number: 5).ready == .over)
        }

        @Test func `while nothing is said there is no answer`() throws {
            let pipe = try ReadyPipe()
            defer { close(pipe.reading) }
            #expect(ReadyPipe.answer(from: pipe.reading) == .nothing)
            try #require(write(pipe.writing, "a", 1) == 1)
            #expect(ReadyPipe.answer(from: pipe.reading) == .nothing)
            close(pipe.writing)
            #expect(ReadyPipe.answer(from: pipe.reading) == .over)
        }

        @Test func `the child has no other copy of the pipe`() throws {
            // Both ends are closed but for the child's one: with it the last writer is gone.
            let result = try run("exec 7>&-; ls -l /proc/$$/fd | grep -c pipe: >&2", number: 7) {
                $0.errors = .null
            }
            #expect(result.ready == .over)
        }

        @Test func `the number may be that of any descriptor of ours`() throws {
            // The status pipe and the ready pipe take the next free numbers, whatever these are.
            let next = try lowestFree()
            for number in next..<(next + 8) {
                let result = try run("echo >&\(number)", number: number)
                #expect(result == (.ready, .executed), "descriptor \(number)")
            }
        }

        @Test func `what fails behind it is still told`() throws {
            let next = try lowestFree()
            for number in next..<(next + 8) {
                let result = try run("", number: number) { $0.arguments = ["/no/such/program"] }
                #expect(result.ready == .over)
                #expect(
                    result.setUp == .failed(step: 17, error: SystemError(number: ENOENT), index: 0))
            }
        }

        @Test func `what is listened on is not replaced`() throws {
            let result = try run("echo >&4", number: 4, { $0.listens = true }, holding: 2)
            #expect(result.ready == .over)
            #expect(result.setUp == .failed(step: 23, error: SystemError(number: EBUSY), index: 0))
            #expect(
                try run("echo >&4", number: 4, { $0.listens = true }, holding: 1).ready == .ready)
            #expect(try run("echo >&4", number: 4, holding: 2).ready == .ready)
        }

        @Test func `a number beyond the child's own limit is one all the same`() throws {
            let result = try run("echo >&50", number: 50) {
                $0.limits.append(ChildPlan.Limit(resource: 7, soft: 20, hard: 20))
            }
            #expect(result.ready == .ready)
        }

        private func lowestFree() throws -> Int32 {
            let free = fcntl(0, F_DUPFD_CLOEXEC, 3)
            try #require(free >= 0)
            close(free)
            return free
        }
    }
}
