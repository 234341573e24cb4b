import Basics
import Testing

@Suite struct SignalTests {
    @Test(
        arguments: [
            ("TERM", 15), ("sigterm", 15), ("15", 15), ("RTMIN+3", 37), ("SIGRTMIN", 34),
            ("rtmax-1", 63), ("RTMAX", 64), ("64", 64), ("WINCH", 28),
        ] as [(Text, Int32)])
    func `reads names and numbers`(text: Text, number: Int32) {
        #expect(Signal(named: text)?.rawValue == number)
    }

    @Test(
        arguments: ["", "0", "65", "TERMX", "RTMIN+31", "RTMIN-1", "RTMAX+1", "RTMIN+", "SIG"]
            as [Text])
    func `refuses what is no signal`(text: Text) {
        #expect(Signal(named: text) == nil)
    }

    @Test func `renders the name that it reads`() {
        for number in Int32(1)...64 where !(32...33).contains(number) {
            #expect(Signal(named: "\(Signal(rawValue: number))")?.rawValue == number)
        }
    }
}
