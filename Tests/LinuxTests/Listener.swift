import Foundation
import TestSupport

/// A stream socket of a test that listens: on a port of its own at 127.0.0.1, or at a path.
final class Listener {
    let port: UInt16
    private let descriptor: Int32

    #if canImport(Glibc)
        static let stream = Int32(SOCK_STREAM.rawValue)
        static let datagram = Int32(SOCK_DGRAM.rawValue)
    #else
        static let stream = SOCK_STREAM
        static let datagram = SOCK_DGRAM
    #endif

    /// Listens on a port.
    init() throws {
        descriptor = socket(AF_INET, Self.stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = self.descriptor
        let answer = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        try begin(answer)
    }

    /// Is bound to `path`, or where that begins with `@` to an abstract name, and listens if `kind` is
    /// not that of datagrams.
    init(path: String, kind: Int32 = Listener.stream) throws {
        port = 0
        descriptor = socket(AF_UNIX, kind, 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let isAbstract = path.hasPrefix("@")
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            room.copyBytes(from: path.utf8)
            if isAbstract { room[0] = 0 }
        }
        let size = 2 + path.utf8.count + (isAbstract ? 0 : 1)
        let descriptor = self.descriptor
        let answer = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(size)) == 0
                    && (kind == Self.datagram || listen(descriptor, 16) == 0)
            }
        }
        try begin(answer)
    }

    private func begin(_ answer: Bool) throws {
        guard answer else { throw Missed("no socket: \(String(cString: strerror(errno)))") }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(descriptor)
    }

    /// The next connection, which the caller closes; nil where there is none.
    func accept() -> Int32? {
        let connection = Foundation.accept(descriptor, nil, nil)
        return connection < 0 ? nil : connection
    }
}
