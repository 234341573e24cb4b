public import Basics

/// Where datagrams go to or come in: `udp://ADDR:PORT[@IF]`.
public struct UDPAddress: Equatable, Sendable {
    /// The IPv4 address; its first part is the highest byte.
    public var host: UInt32
    /// 1 to 65535.
    public var port: UInt16
    /// The interface that multicast datagrams leave by; empty for the system's choice.
    public var interface: Text

    /// What datagram addresses begin with.
    static let scheme: StaticString = "udp://"

    /// The longest name of an interface (IFNAMSIZ of netdevice(7), less the NUL).
    private static let longestInterface = 15

    public init(host: UInt32, port: UInt16, interface: Text) {
        self.host = host
        self.port = port
        self.interface = interface
    }

    /// Reads `udp://ADDR:PORT[@IF]`; nil for anything else, a host's name too: looking that up may
    /// block, which PID 1 must not.
    @inline(never)
    public init?(_ text: Text) {
        guard text.hasPrefix("\(Self.scheme)") else { return nil }
        let rest = text.dropFirst(Self.scheme.utf8CodeUnitCount)
        let sides = rest.split(at: 64)
        let parts = sides[0].split(at: 58)
        let numbers = parts[0].split(at: 46)
        guard sides.count <= 2, parts.count == 2, numbers.count == 4,
            let port = parts[1].decimal, port >= 1, port <= 65535
        else { return nil }
        var host: UInt32 = 0
        for number in numbers {
            guard let value = number.decimal, value <= 255 else { return nil }
            host = host << 8 | UInt32(value)
        }
        interface = sides.count == 2 ? sides[1] : Text([])
        guard sides.count == 1 || !interface.isEmpty,
            interface.count <= Self.longestInterface
        else { return nil }
        self.host = host
        self.port = UInt16(port)
    }
}
