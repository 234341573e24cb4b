public import Basics
import CLinux

/// A file descriptor that closes itself.
public struct FileDescriptor: ~Copyable {
    /// The kernel's number.
    public let rawValue: Int32

    init(_ rawValue: Int32) {
        self.rawValue = rawValue
    }

    deinit {
        _ = close(rawValue)
    }

    /// Opens `path` for reading, close on exec, without waiting for a FIFO's writer (open(2)).
    @inline(never)
    public static func reading(_ path: Text) throws(SystemError) -> FileDescriptor {
        try open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    }

    /// Opens `path` for writing, made or emptied, mode 0644.
    public static func replacing(_ path: Text) throws(SystemError) -> FileDescriptor {
        try open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    }

    /// Opens `path` for writing as it is; fails where it does not exist or has no reader.
    public static func writing(_ path: Text) throws(SystemError) -> FileDescriptor {
        try open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    }

    @inline(never)
    private static func open(_ path: Text, _ flags: Int32) throws(SystemError) -> FileDescriptor {
        let name = CString(path)
        return FileDescriptor(
            try system { unsafe name.withPointer { unsafe swinit_open($0, flags, 0o644) } })
    }

    /// Reads what is there, at most `limit` bytes; an empty answer is the end, nil is nothing yet.
    @inline(never)
    public borrowing func read(atMost limit: Int) throws(SystemError) -> [UInt8]? {
        try Self.read(rawValue, atMost: limit)
    }

    /// ``read(atMost:)`` for a descriptor that is kept as a number.
    @inline(never)
    static func read(_ file: Int32, atMost limit: Int) throws(SystemError) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: limit)
        do throws(SystemError) {
            let count = try system {
                unsafe buffer.withUnsafeMutableBytes {
                    unsafe CLinux.read(file, $0.baseAddress, $0.count)
                }
            }
            buffer.removeLast(limit - count)
            return buffer
        } catch {
            if error.number == EAGAIN { return nil }
            throw error
        }
    }

    /// Writes as much of `bytes` as fits, and answers how many that was.
    @inline(never)
    public borrowing func write(_ bytes: [UInt8]) throws(SystemError) -> Int {
        let file = rawValue
        return try system {
            unsafe bytes.withUnsafeBytes { unsafe CLinux.write(file, $0.baseAddress, $0.count) }
        }
    }
}
