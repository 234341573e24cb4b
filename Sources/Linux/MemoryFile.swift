import Basics
import CLinux

/// Bytes that live in the kernel alone until somebody reads them (memfd_create(2)).
public enum MemoryFile {
    /// Makes a memory file with `bytes`, close on exec; the caller closes the number.
    @inline(never)
    public static func make(_ bytes: [UInt8]) throws(SystemError) -> Int32 {
        let file = try system { unsafe swinit_memory_file("swinit-configuration") }
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(file, $0.baseAddress.map { unsafe $0 + start }, bytes.count - start)
            }
            if count < 0, swinit_errno() == EINTR { continue }
            guard count > 0 else {
                let error = SystemError.last
                _ = close(file)
                throw error
            }
            start += count
        }
        return file
    }

    /// Reads all of the memory file `file`, at most `limit` bytes, wherever its offset stands.
    @inline(never)
    public static func read(_ file: Int32, atMost limit: Int) -> [UInt8] {
        var size: Int64 = 0
        guard unsafe swinit_is_directory(file, &size) >= 0, size > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: min(Int(size), limit))
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe pread(file, $0.baseAddress, $0.count, 0)
        }
        guard count > 0 else { return [] }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
