import Basics
import Linux
import Testing

@testable import swinit

@Suite struct SweepTests {
    @Test func `what an end has led to does not put the next sweep off for long`() throws {
        var sweep = Sweep()
        sweep.childEnded()
        let hasBegun = sweep.begin(at: Int64.max)
        #expect(hasBegun)
        let begin = Clock.nanoseconds
        while Clock.nanoseconds - begin < 30_000_000 {}
        let before = Clock.now
        sweep.end(count: 1, isComplete: false)
        let due = try #require(sweep.deadline)
        let rest = due - Clock.now
        #expect(rest <= Milliseconds(22))
        #expect(before < due)
    }
}
