import Basics
import Testing

@testable import Daemontools

@Suite struct ServiceStatusTests {
    private static let label: [UInt8] = [0x40, 0, 0, 0, 0x6b, 1, 0x6c, 0xc0, 0, 0, 0, 5]

    private func words(
        _ rest: [UInt8], after seconds: UInt64 = 0, nanoseconds: UInt32 = 5,
        isNormallyUp: Bool = true
    ) -> Text? {
        guard let status = ServiceStatus(Self.label + rest) else { return nil }
        var now = status.since
        now.seconds &+= seconds
        now.nanoseconds = nanoseconds
        return status.words(at: now, isNormallyUp: isNormallyUp)
    }

    @Test(
        arguments: [
            ([0x39, 0x30, 0, 0, 0, 117], true, "up (pid 12345) 7 seconds"),
            ([1, 0, 0, 128, 0, 0], true, "up (pid 2147483649) 7 seconds"),
            ([1, 0, 0, 0, 1, 100], true, "up (pid 1) 7 seconds, paused, want down"),
            ([1, 0, 0, 0, 1, 117], false, "up (pid 1) 7 seconds, normally down, paused"),
            ([0, 0, 0, 0, 0, 117], true, "down 7 seconds, normally up, want up"),
            ([0, 0, 0, 0, 1, 100], true, "down 7 seconds, normally up"),
            ([0, 0, 0, 0, 0, 0], false, "down 7 seconds"),
        ] as [([UInt8], Bool, Text)])
    func `tells the state as svstat does`(rest: [UInt8], isNormallyUp: Bool, line: Text) {
        #expect(words(rest, after: 7, isNormallyUp: isNormallyUp) == line)
    }

    @Test func `counts from second to second, and none before the moment`() {
        let rest: [UInt8] = [0, 0, 0, 0, 0, 0]
        #expect(words(rest, after: 3, nanoseconds: 4) == "down 3 seconds, normally up")
        #expect(words(rest, after: 0, nanoseconds: 4) == "down 0 seconds, normally up")
        #expect(words(rest, after: UInt64.max - 10) == "down 0 seconds, normally up")
    }

    @Test func `is nothing with fewer than 18 bytes`() {
        #expect(words([1, 0, 0, 0, 0]) == nil)
        #expect(ServiceStatus([]) == nil)
        #expect(words([1, 0, 0, 0, 0, 117, 9]) != nil)
    }
}
