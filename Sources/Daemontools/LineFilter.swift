import Basics
import CLinux
import Linux

/// Standard input, in large parts, and standard output, as much at once as one of them gives.
@safe final class LineFilter {
    private static let part = 65_536
    /// Written before that only where more has gathered.
    private static let most = 1 << 20

    private let memory: UnsafeMutablePointer<UInt8>?
    private var output = LogQueue()

    init() {
        unsafe memory = malloc(Self.part)?.assumingMemoryBound(to: UInt8.self)
    }

    deinit { unsafe free(memory) }

    /// Reads what there is; nil at the end.
    @inline(never)
    func read() throws(Stop) -> UnsafeBufferPointer<UInt8>? {
        while true {
            let count = unsafe CLinux.read(0, memory, Self.part)
            if count > 0 { return unsafe UnsafeBufferPointer(start: memory, count: count) }
            if count == 0 { return nil }
            guard SystemError.last.number == EINTR else { throw Stop(status: Stop.failure) }
        }
    }

    /// The bytes from `start` up to a newline and with it, or as far as they go.
    @inline(never)
    static func line(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> UnsafeBufferPointer<UInt8> {
        guard let base = bytes.baseAddress, start < bytes.count else {
            return unsafe UnsafeBufferPointer(start: nil, count: 0)
        }
        var count = bytes.count - start
        if let found = unsafe memchr(base + start, 10, count) {
            count = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base + start) + 1
        }
        return unsafe UnsafeBufferPointer(start: base + start, count: count)
    }

    /// Adds bytes to what is written next.
    @inline(never)
    func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let base = bytes.baseAddress { _ = unsafe output.put(base, bytes.count) }
    }

    /// Writes everything.
    @inline(never)
    func flush() throws(Stop) {
        while !output.isEmpty {
            let bytes = unsafe output.bytes
            let count = unsafe write(1, bytes.baseAddress, bytes.count)
            if count < 0 {
                guard SystemError.last.number == EINTR else { throw Stop(status: Stop.failure) }
            } else {
                output.drop(count)
            }
        }
    }
}
