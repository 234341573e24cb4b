public import Basics
import CLinux

/// A socket through which a job tells of itself (sd_notify(3)); never blocks.
///
/// It has an abstract address (unix(7)): that needs no file, so that it works on a read-only root, and
/// any user may send to it. Nobody guesses it, and the address is free when the socket is closed. Kept
/// as a number: a table of many cannot hold values that close themselves.
public struct NotifySocket: BitwiseCopyable, Sendable {
    /// The socket's number.
    public let descriptor: Int32

    /// One datagram, and who sent it.
    public struct Message: Sendable {
        public var bytes: [UInt8]
        /// The sender's process as the kernel says; 0 for one that is not to be seen from here.
        public var pid: Int32
        public var user: UInt32
        /// It was longer than what was asked for.
        public var isCut: Bool
    }

    /// The socket of this number.
    public init(adopting descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Opens one, close on exec.
    public init() throws(SystemError) {
        descriptor = try system { swinit_notify_open() }
    }

    /// What NOTIFY_SOCKET is to be for who sends to it; nil where this is no such socket.
    public var name: Text? {
        unsafe withUnsafeTemporaryAllocation(
            of: CChar.self, capacity: Int(SWINIT_NOTIFY_NAME)
        ) { buffer in
            guard let start = buffer.baseAddress,
                unsafe swinit_notify_name(descriptor, start) == 0
            else { return nil }
            return unsafe Text(cString: start)
        }
    }

    /// The next datagram, at most `limit` bytes of it; nil for nothing yet.
    ///
    /// Descriptors that come along are closed, which is all that a BARRIER asks for.
    @inline(never)
    public func receive(atMost limit: Int) -> Message? {
        var bytes = [UInt8](repeating: 0, count: limit)
        var sender = swinit_sender()
        let file = descriptor
        do throws(SystemError) {
            let count = try system {
                unsafe bytes.withUnsafeMutableBytes {
                    unsafe swinit_notify_receive(file, $0.baseAddress, $0.count, &sender)
                }
            }
            bytes.removeLast(limit - min(Int(count), limit))
        } catch {
            return nil
        }
        return Message(
            bytes: bytes, pid: sender.pid, user: sender.user, isCut: sender.is_cut != 0)
    }

    /// Sends one datagram to `place`, a NOTIFY_SOCKET of somebody else, without waiting.
    ///
    /// Throws EAGAIN where the receiver has too many already.
    @inline(never)
    public static func send(_ text: Text, to place: Text) throws(SystemError) {
        let name = CString(place)
        try system {
            unsafe text.bytes.withUnsafeBytes { bytes in
                unsafe name.withPointer {
                    unsafe swinit_notify_send($0, bytes.baseAddress, bytes.count)
                }
            }
        }
    }
}
