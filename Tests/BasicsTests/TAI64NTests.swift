import Basics
import Testing

@Suite struct TAI64NTests {
    @Test func `a label is 2^62 and ten seconds ahead of Unix time`() {
        let moment = TAI64N(unixNanoseconds: 1_795_255_478 * 1_000_000_000 + 0x0102_0304)
        #expect(moment.label == "@400000006b016cc001020304")
        #expect(moment.unixSeconds == 1_795_255_478)
    }

    @Test func `the packed form is read back`() {
        for nanoseconds: Int64 in [0, 1, -1, -1_000_000_000, 999_999_999, .max, .min] {
            let moment = TAI64N(unixNanoseconds: nanoseconds)
            #expect(TAI64N(packed: moment.packed) == moment)
            #expect(moment.nanoseconds < 1_000_000_000)
        }
        #expect(TAI64N(packed: [UInt8](repeating: 0, count: 11)) == nil)
    }

    @Test func `what comes before 1970 has a label below 2^62 and ten seconds`() {
        #expect(TAI64N(unixNanoseconds: -1).label == "@40000000000000093b9ac9ff")
    }
}
