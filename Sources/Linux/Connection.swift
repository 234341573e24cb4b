public import Basics
import CLinux

/// A stream socket that is connected, or about to be, and never blocks (connect(2)).
///
/// Kept as a number, like a pipe's ends: who has it closes it.
public struct Connection: BitwiseCopyable, Sendable {
    /// How far it is.
    public enum Progress: Equatable, Sendable {
        case connected
        /// It can be written to when there is news; then the same call tells them.
        case pending
        case failed(SystemError)
    }

    /// The socket's number, or -1.
    public private(set) var descriptor: Int32 = -1

    /// A connection that has no socket yet.
    public init() {}

    /// Begins to connect to a port, or goes on with that.
    ///
    /// On this machine it is mostly done when the first call returns. With `hides` the connection is
    /// ended before its server hears of it, which is for one that is only tried.
    @inline(never)
    public mutating func advance(
        to address: NetworkAddress, port: UInt16, hides: Bool
    ) -> Progress {
        var raw = address.raw
        return progress(unsafe swinit_connect(&descriptor, &raw, port, hides ? 1 : 0))
    }

    /// Connects to a unix socket, of any type; `@` begins an abstract name (unix(7)).
    @inline(never)
    public mutating func connect(toLocal path: Text) -> Progress {
        let answer = unsafe CString(path).withPointer {
            unsafe swinit_connect_local(&descriptor, $0)
        }
        let progress = progress(answer)
        // Its queue is full: that is no progress that somebody would tell of (connect(2), EAGAIN).
        return progress == .pending ? .failed(SystemError(number: EAGAIN)) : progress
    }

    private func progress(_ answer: Int32) -> Progress {
        if answer == 0 { return .connected }
        let error = SystemError.last
        return error.number == EAGAIN ? .pending : .failed(error)
    }

    /// Sends all of `bytes`, which a new connection has room for; throws EMSGSIZE where it has not.
    @inline(never)
    public func send(_ bytes: [UInt8]) throws(SystemError) {
        let file = descriptor
        let count = try system {
            unsafe bytes.withUnsafeBytes { unsafe swinit_send(file, $0.baseAddress, $0.count) }
        }
        guard Int(count) == bytes.count else { throw SystemError(number: EMSGSIZE) }
    }

    /// Reads what is there, at most `limit` bytes; an empty answer is the end, nil is nothing yet.
    @inline(never)
    public func receive(atMost limit: Int) throws(SystemError) -> [UInt8]? {
        try FileDescriptor.read(descriptor, atMost: limit)
    }

    /// Closes the socket, where there is one; a watch of it must have been removed.
    @inline(never)
    public mutating func close() {
        if descriptor >= 0 { _ = CLinux.close(descriptor) }
        descriptor = -1
    }
}
