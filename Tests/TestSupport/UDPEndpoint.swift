import Foundation

/// A UDP socket of a test, on a port of its own at 127.0.0.1.
public final class UDPEndpoint {
    public let port: UInt16
    private let descriptor: Int32

    public init() throws {
        #if canImport(Glibc)
            let kind = Int32(SOCK_DGRAM.rawValue)
        #else
            let kind = SOCK_DGRAM
        #endif
        let descriptor = socket(AF_INET, kind, 0)
        self.descriptor = descriptor
        guard descriptor >= 0 else { throw Missed("socket: \(lastError())") }
        var address = Self.address(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard answer else { throw Missed("bind: \(lastError())") }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit {
        close(descriptor)
    }

    /// A port that nobody had a moment ago.
    public static func freePort() throws -> UInt16 {
        try UDPEndpoint().port
    }

    /// Sends a datagram to a port of this machine.
    public func send(_ text: String, to port: UInt16) throws {
        let bytes = Array(text.utf8)
        var address = Self.address(port)
        let sent = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(
                    descriptor, bytes, bytes.count, 0, $0,
                    socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard sent == bytes.count else { throw Missed("sendto: \(lastError())") }
    }

    /// The next datagram.
    public func receive(within duration: Duration = Deadline.usual) throws -> String {
        let deadline = Deadline(in: duration)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&wanted, 1, deadline.milliseconds(atMost: 100)) > 0 {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                if count >= 0 { return String(decoding: buffer[..<count], as: UTF8.self) }
            }
            if deadline.hasPassed { throw Missed("no datagram within \(duration)") }
        }
    }

    /// Receives until a datagram contains `text`, and answers it.
    @discardableResult
    public func receive(
        with text: String, within duration: Duration = Deadline.usual
    ) throws -> String {
        let deadline = Deadline(in: duration)
        while true {
            let datagram = try receive(within: duration)
            if datagram.contains(text) { return datagram }
            if deadline.hasPassed { throw Missed("no '\(text)' in \(datagram)") }
        }
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
