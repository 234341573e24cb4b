import Basics
import Supervision
import Testing

@testable import swinit

@Suite struct ProbeOutcomesTests {
    @Test func `a verdict is news where it is another than the last`() {
        var outcomes = ProbeOutcomes()
        let id = InstanceID(3)
        let now = Instant(milliseconds: 7)
        #expect(outcomes.outcome(of: id).verdict == .none)
        var isNews = outcomes.store(id, isGood: true, output: "up", at: now)
        #expect(isNews)
        isNews = outcomes.store(id, isGood: true, output: "up", at: now)
        #expect(!isNews)
        isNews = outcomes.store(id, isGood: false, output: "down\nfor long", at: now)
        #expect(isNews)
        isNews = outcomes.store(id, isGood: false, output: "still down", at: now + Milliseconds(1))
        #expect(!isNews)
        let last = outcomes.outcome(of: id)
        #expect(last.verdict == .bad)
        #expect(last.time == Instant(milliseconds: 8))
        #expect(last.output == "still down")
        #expect(outcomes.outcome(of: InstanceID(2)).verdict == .none)
        #expect(outcomes.outcome(of: InstanceID(4)).verdict == .none)
    }

    @Test func `a new run begins without a verdict`() {
        var outcomes = ProbeOutcomes()
        let id = InstanceID(0)
        outcomes.forget(id)
        var isNews = outcomes.store(id, isGood: false, output: "down", at: Instant(milliseconds: 1))
        #expect(isNews)
        outcomes.forget(id)
        #expect(outcomes.outcome(of: id).verdict == .none)
        #expect(outcomes.outcome(of: id).output.isEmpty)
        isNews = outcomes.store(id, isGood: false, output: "down", at: Instant(milliseconds: 2))
        #expect(isNews)
    }

    @Test(
        arguments: [
            ("", ""), ("\n\r\n", ""), ("one", "one"), ("one\ntwo", "one"),
            ("\r\n\r\none\r\ntwo", "one"),
            ("a\tb\u{1B}[0m\0", "a?b?[0m?"),
        ] as [(Text, Text)]) func `of what was said the first line is shown`(said: Text, line: Text)
    {
        #expect(ProbeOutcomes.firstLine(of: said.bytes) == line)
    }

    @Test func `a long line is cut`() {
        let line = ProbeOutcomes.firstLine(of: [UInt8](repeating: 65, count: 5000))
        #expect(line.count == ProbeOutcomes.longestLine)
    }
}
