import Basics
import Testing

@testable import swinit

/// Lines as syslog(3) sends them.
@Suite struct SyslogLineTests {
    @Test(arguments: [
        (0, "Jan  1 00:00:00"), (951_782_399, "Feb 28 23:59:59"), (951_782_400, "Feb 29 00:00:00"),
        (951_868_800, "Mar  1 00:00:00"), (1_709_251_199, "Feb 29 23:59:59"),
        (1_798_761_599, "Dec 31 23:59:59"), (1_000_000_000, "Sep  9 01:46:40"),
        (4_107_542_399, "Feb 28 23:59:59"), (4_107_542_400, "Mar  1 00:00:00"),
        (-5, "Jan  1 00:00:00"),
    ])
    func `the time is UTC`(seconds: Int64, text: String) {
        #expect(SyslogLine.time(seconds) == Text(Array(text.utf8)))
    }

    @Test func `facility, severity, time, tag and process stand before the text`() {
        let line = SyslogLine(tag: "web", pid: 12, isError: false)
        #expect(Text(line.datagram("a b", at: 1_000_000_000)) == "<30>Sep  9 01:46:40 web[12]: a b")
        let error = SyslogLine(tag: "web.1", pid: 1, isError: true)
        #expect(Text(error.datagram("", at: 0)) == "<27>Jan  1 00:00:00 web.1[1]: ")
    }
}
