import Basics
import Config
import Testing

@testable import Supervision

/// What a recovery knows of the failures that `restart-limit` counts.
@Suite struct FailureRecordTests {
    @Test func `no recovery lets more restarts through than the limit allows`() {
        let job = JobSpec.named("a") {
            $0.restart.delay = .fixed(Milliseconds(1000))
            $0.restart.limit = RestartLimit(
                count: 20, period: Milliseconds(600_000), ends: false)
        }
        let jobs = [job, .named("b")]
        var bench = Bench.began(jobs)
        for number in 1...19 {
            bench.end("a", .code(1))
            bench.wait(1000)
            #expect(bench.state("a") == .running, "after \(number)")
            bench.crash(with: jobs)
            bench.send(.timePassed)
        }
        bench.end("a", .code(1))
        #expect(bench.state("a") == .failed)
    }

    @Test func `a record of failures has all of them, each as late as it was or a little later`() {
        var random = Random(seed: 5)
        for count in [0, 1, 7, 8, 9, 15, 16, 17, 100, 999] {
            var record = InstanceRecord()
            var time: UInt64 = 0
            for _ in 0..<count {
                time += UInt64(random.number(0...100_000))
                record.failures.append(time)
            }
            var again = record
            for _ in 0..<3 { again = InstanceRecord(words: again.words) }
            #expect(again.failures.count == count)
            if count <= 8 { #expect(again == record) }
            for (index, time) in record.failures.enumerated() {
                let last = min(index + (count + 7) / 8, count) - 1
                #expect((time...record.failures[last]).contains(again.failures[index]))
            }
        }
    }
}
