import CLinux

/// The pipe through which a child tells which step failed; exec closes its end.
///
/// Kept as numbers: a table of many cannot hold values that close themselves.
public struct StatusPipe: Sendable {
    /// The end that swinit polls; does not block.
    public let reading: Int32
    /// The child's end.
    public let writing: Int32

    /// Makes a pipe, close on exec; eight bytes always fit, so that neither end ever blocks (pipe2(2)).
    public init() throws(SystemError) {
        var ends: (Int32, Int32) = (-1, -1)
        try system {
            unsafe withUnsafeMutableBytes(of: &ends) {
                unsafe pipe2(
                    $0.baseAddress?.assumingMemoryBound(to: Int32.self), O_CLOEXEC | O_NONBLOCK)
            }
        }
        reading = ends.0
        writing = ends.1
    }

    /// Closes the child's end in swinit.
    public func closeWriting() { _ = close(writing) }

    /// Closes the end that swinit polls, or another descriptor that is kept as a number.
    @inline(never)
    public static func closeReading(_ reading: Int32) { _ = close(reading) }

    /// What the child says.
    public enum Answer: Equatable, Sendable {
        /// It has executed its program.
        case executed
        /// A step failed: its number (`swinit_step`), the error, and which of several (limits).
        case failed(step: Int32, error: SystemError, index: Int)
        /// Nothing yet.
        case none
    }

    /// Reads the answer from the end `reading`.
    @inline(never)
    public static func answer(from reading: Int32) -> Answer {
        var failure = swinit_failure()
        let size = MemoryLayout<swinit_failure>.size
        while true {
            let count = unsafe read(reading, &failure, size)
            if count == size {
                return .failed(
                    step: failure.step, error: SystemError(number: failure.error),
                    index: Int(failure.index))
            }
            if count >= 0 { return .executed }
            let error = SystemError.last
            if error.number == EAGAIN { return .none }
            guard error.number == EINTR else { return .executed }
        }
    }
}
