import CLinux

/// A pipe behind a standard stream of a job, of which swinit holds both ends.
///
/// It outlives the job's process, so that what is in it is not lost when that ends, and a restarted
/// one writes on. Kept as numbers: a table of many cannot hold values that close themselves.
public struct StreamPipe: BitwiseCopyable, Sendable {
    /// The end that swinit reads; does not block.
    public var reading: Int32
    /// The end that the job gets; blocks.
    public var writing: Int32

    /// The pipe of these two descriptors, close on exec from now on.
    public init(adopting reading: Int32, _ writing: Int32) {
        self.reading = reading
        self.writing = writing
        _ = swinit_set_close_on_exec(reading, 1)
        _ = swinit_set_close_on_exec(writing, 1)
    }

    /// Makes a pipe, close on exec (pipe2(2)); with `isInput` the job reads from it, and swinit's writing
    /// does not block.
    public init(isInput: Bool = false) throws(SystemError) {
        var ends: (Int32, Int32) = (-1, -1)
        try system {
            unsafe withUnsafeMutableBytes(of: &ends) {
                unsafe pipe2($0.baseAddress?.assumingMemoryBound(to: Int32.self), O_CLOEXEC)
            }
        }
        reading = ends.0
        writing = ends.1
        swinit_set_nonblocking(isInput ? writing : reading)
    }

    /// Makes the pipe that of its job's user, who may then open it by `/dev/stdout`.
    ///
    /// Where that is not permitted the job can write to it all the same.
    public func give(to user: UInt32, _ group: UInt32) {
        _ = fchown(writing, user, group)
    }

    /// Reads what is there, at most `limit` bytes; empty for nothing.
    @inline(never)
    public func read(atMost limit: Int) -> [UInt8] {
        do throws(SystemError) {
            return try FileDescriptor.read(reading, atMost: limit) ?? []
        } catch {
            return []
        }
    }

    /// Reads what is there, at most `limit` bytes; an empty answer is the end, when nobody can write any
    /// more, and nil is nothing yet.
    @inline(never)
    public func next(atMost limit: Int) -> [UInt8]? {
        do throws(SystemError) {
            return try FileDescriptor.read(reading, atMost: limit)
        } catch {
            return []
        }
    }

    /// Reads what is there to `place`, at most `limit` bytes: how much that was, 0 for nothing.
    @inline(never)
    public func read(to place: UnsafeMutableRawPointer, atMost limit: Int) -> Int {
        max(unsafe CLinux.read(reading, place, max(limit, 0)), 0)
    }

    /// How many bytes stand in it.
    public var count: Int { Int(swinit_pipe_count(reading)) }

    /// Closes swinit's copy of the writing end, so that the end of its other writers can be seen.
    public mutating func closeWriting() {
        _ = CLinux.close(writing)
        writing = -1
    }

    /// Closes both ends, or the one that is left.
    @inline(never)
    public func close() {
        _ = CLinux.close(reading)
        if writing >= 0 { _ = CLinux.close(writing) }
    }
}
