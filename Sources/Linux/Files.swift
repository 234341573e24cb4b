public import Basics
import CLinux

/// Whole small files.
public enum Files {
    /// Why a file could not be read.
    public enum ReadFailure: Error, Equatable, Sendable {
        case system(SystemError)
        case isDirectory
        case isTooLarge
        case isNotRegular

        /// The failure as a system call would tell it.
        public var error: SystemError {
            switch self {
            case .system(let error): error
            case .isDirectory: SystemError(number: EISDIR)
            case .isTooLarge: SystemError(number: EFBIG)
            case .isNotRegular: SystemError(number: EINVAL)
            }
        }

        /// The failure in words.
        public var reason: Text {
            switch self {
            case .system(let error): error.reason
            case .isDirectory: "Is a directory"
            case .isTooLarge: "the file is too large"
            case .isNotRegular: "not a regular file"
            }
        }
    }

    /// Reads all of `path`, at most `limit` bytes.
    ///
    /// With `isRegular` nothing but a regular file will do: a FIFO without a writer reads as empty. A
    /// pipe whose writer has not written yet is refused, or with `waits` waited for: PID 1 must not.
    @inline(never)
    public static func read(
        _ path: Text, atMost limit: Int, isRegular: Bool = false, waits: Bool = false
    ) throws(ReadFailure) -> [UInt8] {
        let result: Result<[UInt8], ReadFailure>
        do throws(SystemError) {
            result = try contents(of: path, atMost: limit, isRegular: isRegular, waits: waits)
        } catch {
            result = .failure(.system(error))
        }
        return try result.get()
    }

    private static func contents(
        of path: Text, atMost limit: Int, isRegular: Bool, waits: Bool
    ) throws(SystemError) -> Result<[UInt8], ReadFailure> {
        let file = try FileDescriptor.reading(path)
        var size: Int64 = 0
        if try system({ unsafe swinit_is_directory(file.rawValue, &size) }) != 0 {
            return .failure(.isDirectory)
        }
        if isRegular, swinit_is_regular(file.rawValue) == 0 { return .failure(.isNotRegular) }
        if size > Int64(limit) { return .failure(.isTooLarge) }
        // One byte more than there should be: a short read then is the end. Files of /proc say 0.
        let part = size > 0 ? Int(size) + 1 : 4096
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            guard let next = try file.read(atMost: part) else {
                guard waits else { throw SystemError(number: EAGAIN) }
                _ = swinit_wait_input(file.rawValue)
                continue
            }
            if next.isEmpty { return .success(bytes) }
            if bytes.isEmpty { bytes = next } else { bytes.append(contentsOf: next) }
        }
        return .failure(.isTooLarge)
    }

    /// Makes or empties `path` and writes `text`.
    @inline(never)
    public static func replace(_ path: Text, with text: Text) throws(SystemError) {
        let file = try FileDescriptor.replacing(path)
        _ = try file.write(text.bytes)
    }

    /// Writes `text` to `path` where that exists already.
    @inline(never)
    public static func overwrite(_ path: Text, with text: Text) throws(SystemError) {
        let file = try FileDescriptor.writing(path)
        _ = try file.write(text.bytes)
    }

    /// Removes `path` (unlink(2)).
    @inline(never)
    public static func remove(_ path: Text) {
        _ = unsafe CString(path).withPointer { unsafe unlink($0) }
    }

    /// Whether something stands at `path` (access(2)).
    public static func exists(_ path: Text) -> Bool { isAllowed(F_OK, path) }

    /// Whether a program that may be executed stands at `path` (access(2)).
    public static func isExecutable(_ path: Text) -> Bool {
        isAllowed(X_OK, path) && FileFacts(of: path, follows: true).kind == .regular
    }

    @inline(never)
    private static func isAllowed(_ mode: Int32, _ path: Text) -> Bool {
        unsafe CString(path).withPointer { unsafe access($0, mode) } == 0
    }
}

extension Files {
    /// Of a longer file so many bytes are read, and what stat(2) says stands for the rest.
    static let largestHashed = 16 << 20
    /// How many bytes one read takes.
    private static let part = 65_536

    /// A number that changes with the content of `path`; nil where no regular file can be read.
    @inline(never)
    public static func contentHash(of path: Text) -> UInt64? {
        let facts = FileFacts(of: path, follows: true)
        guard facts.kind == .regular else { return nil }
        do throws(SystemError) {
            let file = try FileDescriptor.reading(path)
            var hash = ContentHash()
            var count = 0
            while count < largestHashed {
                guard let bytes = try file.read(atMost: part), !bytes.isEmpty else {
                    return hash.value
                }
                hash.add(bytes)
                count += bytes.count
            }
            hash.add(facts.signature)
            return hash.value
        } catch {
            return nil
        }
    }

    /// Where the link at `path` leads (readlink(2)); nil for no link.
    @inline(never)
    public static func linkTarget(of path: Text) -> Text? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = unsafe CString(path).withPointer { name in
            unsafe buffer.withUnsafeMutableBytes {
                unsafe swinit_link_target(name, $0.baseAddress, $0.count)
            }
        }
        guard count > 0 else { return nil }
        return Text(buffer[..<Int(count)])
    }
}
