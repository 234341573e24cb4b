public import Basics
import CLinux

/// A socket for datagrams over IPv4 that never blocks (udp(7), ip(7)); closes itself.
public final class UDPSocket {
    private let descriptor: FileDescriptor
    /// The address of the interface that was named; 0 for none.
    public let interfaceAddress: UInt32

    /// Opens a socket that receives at `host`, every address of the machine for 0, or with
    /// `listens` false sends; a multicast group is joined to listen.
    ///
    /// `interface` is the one for multicast, the kernel's choice where it is empty. Throws what
    /// bind(2) does, and ENODEV or EADDRNOTAVAIL for an interface that is missing or has no address.
    @inline(never)
    public init(
        host: UInt32, port: UInt16, interface: Text, listens: Bool
    ) throws(SystemError) {
        var address: UInt32 = 0
        let name = CString(interface)
        descriptor = FileDescriptor(
            try system {
                unsafe name.withPointer {
                    unsafe swinit_udp_open(host, port, $0, listens ? 1 : 0, &address)
                }
            })
        interfaceAddress = address
    }

    /// Watches for what arrives.
    public func watch(_ epoll: borrowing Epoll, token: UInt64) throws(SystemError) {
        try epoll.add(descriptor.rawValue, token: token)
    }

    /// Ends the watch, which a child's copy would keep beyond the end of this socket.
    public borrowing func unwatch(_ epoll: borrowing Epoll) {
        epoll.remove(descriptor.rawValue)
    }

    /// The next datagram, `limit` bytes of it; nil where none has arrived.
    public func receive(atMost limit: Int) throws(SystemError) -> [UInt8]? {
        try descriptor.read(atMost: limit)
    }

    /// Sends a datagram; EAGAIN where there is no room for it.
    @inline(never)
    public func send(_ bytes: [UInt8], to host: UInt32, port: UInt16) throws(SystemError) {
        let file = descriptor.rawValue
        try system {
            unsafe bytes.withUnsafeBytes {
                unsafe swinit_udp_send(file, host, port, $0.baseAddress, $0.count)
            }
        }
    }
}
