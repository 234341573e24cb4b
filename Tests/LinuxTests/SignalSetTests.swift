import Basics
import Linux
import Testing

@Suite struct SignalSetTests {
    @Test func `holds every signal of the kernel`() {
        for number in Int32(1)...64 {
            var set = SignalSet.empty
            set.insert(Signal(rawValue: number))
            #expect(set.contains(Signal(rawValue: number)))
            #expect(set.bits.nonzeroBitCount == 1)
            set.remove(Signal(rawValue: number))
            #expect(set == .empty)
        }
    }

    @Test func `what is no signal is in no set`() {
        var set = SignalSet.empty
        set.insert(Signal(rawValue: 0))
        set.insert(Signal(rawValue: 65))
        #expect(set == .empty)
        #expect(!SignalSet(bits: .max).contains(Signal(rawValue: -1)))
    }
}
