public import Basics
import CLinux

/// Waits for many descriptors at once (epoll(7)).
///
/// Each is known by a token of the caller's, not by its number: a number may be closed and given out
/// again within one turn of the loop.
public struct Epoll: ~Copyable {
    /// How many events one wait answers at most.
    public static let batch = 32

    private let descriptor: FileDescriptor

    public init() throws(SystemError) {
        descriptor = FileDescriptor(try system { epoll_create1(Int32(O_CLOEXEC)) })
    }

    /// Watches `file` for input and hang-up.
    ///
    /// Closing it ends the watch only where no child has a copy: see ``remove(_:)``.
    @inline(never)
    public borrowing func add(_ file: Int32, token: UInt64) throws(SystemError) {
        let own = descriptor.rawValue
        try system { swinit_epoll_add(own, file, SWINIT_EPOLLIN, token) }
    }

    /// Watches `file` once for room to write; throws EPERM for a regular file, which never blocks.
    public borrowing func addOutput(_ file: Int32, token: UInt64) throws(SystemError) {
        let own = descriptor.rawValue
        try system { swinit_epoll_add_once(own, file, SWINIT_EPOLLOUT, token) }
    }

    /// Watches `file` for input once, and once more after each event by another call.
    public borrowing func addOnce(_ file: Int32, token: UInt64) throws(SystemError) {
        let own = descriptor.rawValue
        try system { swinit_epoll_add_once(own, file, SWINIT_EPOLLIN, token) }
    }

    /// Ends the watch of `file`, before it is closed; nothing happens where there is none.
    @inline(never)
    public borrowing func remove(_ file: Int32) {
        _ = swinit_epoll_remove(descriptor.rawValue, file)
    }

    /// Appends the tokens of what is ready; waits until `deadline`, or for ever without one.
    ///
    /// A signal's handler ends the wait early, with nothing appended.
    @inline(never)
    public borrowing func wait(until deadline: Instant?, into tokens: inout PackedArray<UInt64>) {
        let own = descriptor.rawValue
        var pause: Int64 = -1
        if let deadline {
            let due = Int64(clamping: deadline.milliseconds).multipliedReportingOverflow(
                by: 1_000_000)
            pause = due.overflow ? -1 : max(0, due.partialValue - Clock.nanoseconds)
        }
        unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: Self.batch) { buffer in
            guard let base = buffer.baseAddress else { return }
            let count = unsafe swinit_epoll_wait(own, base, Int32(Self.batch), pause)
            guard count > 0 else { return }
            for index in 0..<Int(count) {
                tokens.append(unsafe swinit_epoll_token(base + index))
            }
        }
    }
}
