import Basics
import Supervision
import Testing
import Wire

@Suite struct NotifyDatagramTests {
    private func notices(_ string: String) -> [Notice] {
        var datagram = NotifyDatagram(Text(Array(string.utf8)))
        var notices: [Notice] = []
        while let notice = datagram.next() { notices.append(notice) }
        return notices
    }

    private func status(_ bytes: [UInt8]) -> [UInt8]? {
        NotifyDatagram(Text(Array("STATUS=".utf8) + bytes)).status?.bytes
    }

    @Test func `each key that counts is a notice`() {
        #expect(notices("READY=1") == [.ready])
        #expect(notices("STOPPING=1\n") == [.stopping])
        #expect(notices("WATCHDOG=1") == [.alive])
        #expect(notices("WATCHDOG=trigger") == [.failing])
        #expect(notices("WATCHDOG_USEC=2000000") == [.watchdog(Milliseconds(2000))])
        #expect(notices("EXTEND_TIMEOUT_USEC=5000000") == [.extend(Milliseconds(5000))])
    }

    @Test(
        arguments: [
            "", "\n\n", "READY", "READY=", "READY=0", "READY=11", "READY=1 ", " READY=1", "ready=1",
            "=1", "WATCHDOG=0", "WATCHDOG_USEC=", "WATCHDOG_USEC=-1", "WATCHDOG_USEC=1s",
            "EXTEND_TIMEOUT_USEC=18446744073709551616", "MAINPID=7\nBARRIER=1\nFDSTORE=1",
            "READY=1\0", "READY\n=1",
        ])
    func `anything else is left out`(text: String) {
        #expect(notices(text) == [])
    }

    @Test func `several lines have the order that makes sense`() {
        let text = """
            STOPPING=1
            STATUS=about to go
            WATCHDOG=trigger
            WATCHDOG=1
            READY=1
            X-OWN=a=b
            EXTEND_TIMEOUT_USEC=1000
            WATCHDOG_USEC=7000
            """
        #expect(
            notices(text) == [
                .watchdog(Milliseconds(7)), .extend(Milliseconds(1)), .ready, .alive, .failing,
                .stopping,
            ])
    }

    @Test func `a long datagram leads to a few notices`() {
        let line = "READY=1\nWATCHDOG=1\nWATCHDOG_USEC=1\n"
        let text = String(repeating: line, count: NotifyDatagram.longest / line.utf8.count)
        #expect(notices(text) == [.watchdog(Milliseconds(1)), .ready, .alive])
    }

    @Test func `the last of several times counts, and what is none does not`() {
        #expect(
            notices("WATCHDOG_USEC=1000\nWATCHDOG_USEC=3000\nWATCHDOG_USEC=x")
                == [.watchdog(Milliseconds(3))])
    }

    @Test func `times are rounded up and bounded`() {
        #expect(notices("WATCHDOG_USEC=0") == [.watchdog(Milliseconds(0))])
        #expect(notices("WATCHDOG_USEC=1") == [.watchdog(Milliseconds(1))])
        #expect(notices("WATCHDOG_USEC=1001") == [.watchdog(Milliseconds(2))])
        #expect(notices("WATCHDOG_USEC=18446744073709551615") == [.watchdog(.longest)])
    }

    @Test func `no bytes are too strange`() {
        let words = [
            "READY=1", "STATUS=", "WATCHDOG", "WATCHDOG_USEC=", "EXTEND_TIMEOUT_USEC=", "=", "\n",
            "1", "trigger", "99999999999999999999", "\u{9b}", "ü", "\0", "",
        ]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                bytes += Array((words.randomElement() ?? "").utf8)
                if Bool.random() { bytes.append(UInt8.random(in: 0...255)) }
            }
            var datagram = NotifyDatagram(Text(bytes))
            var count = 0
            while datagram.next() != nil { count += 1 }
            #expect(count <= 6, "\(bytes)")
            #expect((datagram.status?.count ?? 0) <= NotifyDatagram.longestStatus, "\(bytes)")
        }
    }

    @Test func `the status is kept as it is`() {
        let datagram = NotifyDatagram("STATUS=old\nREADY=1\nSTATUS=50 % = half")
        #expect(datagram.status == "50 % = half")
        #expect(NotifyDatagram("READY=1").status == nil)
        #expect(NotifyDatagram("STATUS=").status == "")
    }

    @Test func `the status has no control characters and is valid UTF-8`() {
        #expect(status(Array("grün".utf8)) == Array("grün".utf8))
        #expect(status([27, 91, 72, 7, 127]) == Array("?[H??".utf8))
        #expect(status([0xC2, 0x9B, 65]) == Array("?A".utf8))
        #expect(status([0xFF, 0xC3, 65, 0xE2, 0x82]) == Array("??A??".utf8))
    }

    @Test func `the status is cut between characters`() {
        let long = [UInt8](repeating: 65, count: 300)
        #expect(status(long)?.count == NotifyDatagram.longestStatus)
        let umlauts = Array(String(repeating: "ü", count: 150).utf8)
        #expect(status([65] + umlauts) == [65] + umlauts.prefix(198))
    }
}
