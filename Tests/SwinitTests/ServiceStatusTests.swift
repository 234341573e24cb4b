import Basics
import Supervision
import Testing

@testable import swinit

struct ServiceStatusTests {
    private static let time: Int64 = 1_700_000_000_123_456_789

    private func status(
        pid: Int32, isPaused: Bool = false, wanted: WantedState = .up, old: [UInt8] = [],
        at time: Int64 = time
    ) -> [UInt8] {
        ServiceStatus.bytes(pid: pid, isPaused: isPaused, wanted: wanted, old: old, at: time)
    }

    @Test func `the bytes are those of supervise`() {
        // 1700000000 s and TAI's ten; 123456789 ns; the process, the lowest byte first.
        let label: [UInt8] = [0x40, 0, 0, 0, 0x65, 0x53, 0xf1, 0x0a, 0x07, 0x5b, 0xcd, 0x15]
        #expect(status(pid: 0x010203) == label + [3, 2, 1, 0, 0, UInt8(ascii: "u")])
        #expect(
            status(pid: 7, isPaused: true, wanted: .down)
                == label + [7, 0, 0, 0, 1, UInt8(ascii: "d")])
        #expect(status(pid: 0, isPaused: true, wanted: .once) == label + [0, 0, 0, 0, 0, 0])
    }

    @Test func `the time is that of the last change of the process`() {
        let old = status(pid: 7)
        let later = Self.time + 5_000_000_000
        #expect(status(pid: 7, wanted: .down, old: old, at: later).prefix(12) == old.prefix(12))
        #expect(status(pid: 8, old: old, at: later).prefix(12) != old.prefix(12))
        #expect(status(pid: 0, old: old, at: later).prefix(12) != old.prefix(12))
        #expect(status(pid: 7, old: [1, 2], at: later).prefix(12) != old.prefix(12))
    }

    @Test(arguments: "udopchaitkx".utf8) func `every letter of svc is an order`(letter: UInt8) {
        #expect(Verb(letter: letter) != nil)
    }

    @Test func `other letters are none`() {
        for letter: UInt8 in [0, 10, UInt8(ascii: "U"), UInt8(ascii: "1"), 255] {
            #expect(Verb(letter: letter) == nil)
        }
    }
}
