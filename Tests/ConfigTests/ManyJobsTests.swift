import Basics
import Config
import Foundation
import Testing

/// Thousands of jobs that name each other.
struct ManyJobsTests {
    /// The processor time of this thread, in seconds: what other tests do beside it does not count.
    private var threadTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A file of so many jobs, with the lines that `options` gives each.
    private func file(_ count: Int, _ options: (Int) -> String) -> Fixture {
        var text = ""
        for number in 0..<count {
            text += "job {\nname job\(number)\ncmd x\n\(options(number))\n}\n"
        }
        return Fixture(text)
    }

    /// How long it takes to load the file at best.
    private func seconds(
        _ count: Int, _ errors: Int = 0, _ options: (Int) -> String
    ) throws -> Double {
        let fixture = file(count, options)
        var best = Double.infinity
        for _ in 0..<3 {
            let start = threadTime
            let outcome = fixture.load()
            best = min(best, threadTime - start)
            try #require(outcome.diagnostics.errorCount == errors)
        }
        return best
    }

    @Test func `chains, barriers and patterns take linear time`() throws {
        let shapes: [(Int) -> String] = [
            { $0 == 0 ? "" : "after job\($0 - 1)" },
            { $0 % 2 == 0 ? "wait" : "wait ready\nafter job\($0 - 1)" },
            { $0 % 2 == 0 ? "" : "after job*[02468]" },
            { "restart-with job*[0-8]\nafter job?\norder \($0 % 10 == $0 ? -1 : 1)" },
        ]
        for (number, shape) in shapes.enumerated() {
            let errors = number == 3 ? 20 : 0
            let once = try seconds(1000, errors, shape)
            let twice = try seconds(2000, errors, shape)
            #expect(twice < 4 * once, "shape \(number)")
        }
    }

    @Test func `ten thousand jobs of which each waits for all are refused soon`() throws {
        let start = threadTime
        let outcome = file(10_000) { _ in "after *\nrestart-with job*" }.load()
        #expect(outcome.codes == [String](repeating: "cycle", count: 20))
        #expect(threadTime - start < 10)
    }

    @Test func `patterns are bounded`() {
        let outcome = file(300) { "after ?ob\($0)*" }.load()
        #expect(outcome.codes.contains("too-many-entries"))
        #expect(outcome.messages.contains("more than 256 different patterns"))
        let long = String(repeating: "*j", count: 200)
        #expect(file(1) { _ in "after \(long)" }.load().codes == ["unknown-job"])
    }
}
