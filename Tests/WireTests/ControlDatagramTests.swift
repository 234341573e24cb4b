import Basics
import Testing
import Wire

@Suite struct ControlDatagramTests {
    /// `+name` for enable, `-name` for disable; nil for what is refused.
    private func orders(_ text: String) -> [String]? {
        guard var datagram = ControlDatagram(Array(text.utf8)) else { return nil }
        var orders: [String] = []
        while let order = datagram.order() {
            orders.append(
                (order.isOn ? "+" : "-") + String(decoding: order.name.bytes, as: UTF8.self))
        }
        return orders
    }

    @Test func `one word switches all names behind it`() {
        #expect(orders("enable abc") == ["+abc"])
        #expect(orders("disable a b c") == ["-a", "-b", "-c"])
        #expect(orders("enable a disable b c enable d") == ["+a", "-b", "-c", "+d"])
    }

    @Test func `a word without names is in order`() {
        #expect(orders("enable") == [])
        #expect(orders("disable enable a") == ["+a"])
    }

    @Test func `blanks of any kind separate, so that echo can send it`() {
        #expect(orders("  enable  a\t b \n") == ["+a", "+b"])
        #expect(orders("disable a\r\n\0") == ["-a"])
    }

    @Test(arguments: ["", " ", "\n", "a", "enabled a", "Enable a", "a enable b", "\0"])
    func `what does not begin with enable or disable is refused`(text: String) {
        #expect(orders(text) == nil)
    }

    @Test func `a long datagram is refused whole`() {
        let longest = "disable " + String(repeating: "a", count: ControlDatagram.longest - 8)
        #expect(orders(longest)?.count == 1)
        #expect(orders(longest + "a") == nil)
    }

    @Test func `bytes that are no text are names like others`() {
        var datagram = ControlDatagram(Array("enable ".utf8) + [0xff, 0x80, 0x7f])
        #expect(datagram?.order()?.name.bytes == [0xff, 0x80, 0x7f])
        #expect(datagram?.order()?.name == nil)
    }
}
