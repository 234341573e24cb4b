import Foundation
import TestSupport

/// What stands behind `/dev/log`: a socket that keeps what is sent to it.
final class LogReader {
    private let scratch: Scratch
    private var socket: Int32 = -1
    private(set) var lines: [String] = []

    init() throws {
        scratch = try Scratch()
    }

    deinit { close(socket) }

    /// Shell that puts the socket at `/dev/log`, in a mount namespace of one's own.
    var setUp: String {
        """
        touch \(scratch.path)/null
        mount --bind /dev/null \(scratch.path)/null
        mount -t tmpfs none /dev
        touch /dev/null
        mount --bind \(scratch.path)/null /dev/null
        ln -s \(scratch.path)/log /dev/log
        """
    }

    /// Begins to listen, at a socket of its own.
    func open() throws {
        let path = scratch.file("log")
        unlink(path)
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) }
        }
        guard bound == 0, chmod(path, 0o666) == 0 else { throw Missed("cannot bind \(path)") }
    }

    /// Goes, with its socket.
    func shut() {
        close(socket)
        socket = -1
        unlink(scratch.file("log"))
    }

    /// Reads what is there.
    func read() {
        var buffer = [UInt8](repeating: 0, count: 8192)
        while true {
            let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            guard count >= 0 else { return }
            lines.append(String(decoding: buffer[..<count], as: UTF8.self))
        }
    }

    /// Waits until a line ends with `text`, and answers with it.
    @discardableResult
    func wait(for text: String) throws -> String {
        try Deadline.wait(until: "the log has \(text)") {
            read()
            return lines.contains { $0.hasSuffix(text) }
        }
        return lines.first { $0.hasSuffix(text) } ?? ""
    }
}
