public import Basics
public import Linux

/// Errors in the words of daemontools, which are not those of strerror(3).
public enum ErrorWords {
    /// A line for each error number from 1 on, and behind those of 40 the three that files have beside
    /// them.
    private static let all: StaticString = """
        permission denied
        file does not exist
        no such process
        interrupted system call
        input/output error
        device not configured
        argument list too long
        exec format error
        file descriptor not open
        no child processes
        temporary failure
        out of memory
        access denied
        bad address
        not a block device
        device busy
        file already exists
        cross-device link
        device does not support operation
        not a directory
        is a directory
        invalid argument
        system cannot open more files
        process cannot open more files
        not a tty
        text busy
        file too big
        out of disk space
        unseekable descriptor
        read-only file system
        too many links
        broken pipe
        input out of range
        output out of range
        operation would cause deadlock
        file name too long
        no locks available
        system call not available
        directory not empty
        symbolic link loop
        operation not supported
        stale NFS file handle
        disk quota exceeded
        """

    /// The error in words.
    @inline(never)
    public static func of(_ error: SystemError) -> Text {
        // EOPNOTSUPP, ESTALE, EDQUOT.
        let number =
            switch error.number {
            case 95: 41
            case 116: 42
            case 122: 43
            default: error.number > 40 ? 0 : Int(error.number)
            }
        guard number > 0 else { return "unknown error" }
        let all = Text(stringLiteral: Self.all)
        var start = 0
        for _ in 1..<number { start = (all.firstIndex(of: 10, from: start) ?? all.count) + 1 }
        return all.slice(start..<(all.firstIndex(of: 10, from: start) ?? all.count))
    }
}
