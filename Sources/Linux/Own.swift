public import Basics
import CLinux

/// What swinit asks of, and does to, its own process.
public enum Own {
    /// More descriptors than this are not taken to listen on; a recovery finds its table behind them.
    private static let mostListening: UInt64 = 128

    /// Our pid.
    public static var pid: Int32 { getpid() }
    /// Our effective user and group.
    public static var user: UInt32 { geteuid() }
    public static var group: UInt32 { getegid() }

    /// The working directory, or nil where it has gone (getcwd(2)).
    public static var directory: Text? {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
            guard let base = buffer.baseAddress, unsafe getcwd(base, 4096) != nil else {
                return nil
            }
            return unsafe Text(cString: base)
        }
    }

    /// What the machine is called (gethostname(2)).
    public static var hostName: Text {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 65) { buffer in
            guard let base = buffer.baseAddress, unsafe swinit_host_name(base, 65) == 0 else {
                return "localhost"
            }
            return unsafe Text(cString: base)
        }
    }

    /// Changes the working directory.
    @discardableResult
    @inline(never)
    public static func enter(_ directory: Text) -> SystemError? {
        unsafe CString(directory).withPointer { unsafe chdir($0) } == 0 ? nil : .last
    }

    /// Changes the working directory to an open one (fchdir(2)).
    @inline(never)
    public static func enter(_ directory: borrowing FileDescriptor) -> SystemError? {
        fchdir(directory.rawValue) == 0 ? nil : .last
    }

    /// Sets the name that ps(1) shows: after a recovery it would be `exe`.
    @inline(never)
    public static func setName(_ name: Text) {
        _ = unsafe CString(name).withPointer { unsafe swinit_set_name($0) }
    }

    /// Orphans below us become our children (prctl(2), PR_SET_CHILD_SUBREAPER).
    @inline(never)
    public static func becomeSubreaper() -> SystemError? {
        swinit_set_subreaper() == 0 ? nil : .last
    }

    /// Raises the soft limit on open files to the hard one; answers the limits as they were, or nil
    /// where nothing was to be raised.
    public static func raiseFileLimit() -> (soft: UInt64, hard: UInt64)? {
        var soft: UInt64 = 0
        var hard: UInt64 = 0
        guard unsafe swinit_limit_get(SWINIT_RLIMIT_NOFILE, &soft, &hard) == 0, soft < hard,
            swinit_limit_set(SWINIT_RLIMIT_NOFILE, hard, hard) == 0
        else { return nil }
        return (soft, hard)
    }

    /// Opens `/dev/null` for those of 0, 1, 2 that are closed, so that no descriptor of ours takes
    /// their number.
    @inline(never)
    public static func fillDescriptors() {
        for number in Int32(0)...2 where swinit_is_closed(number) != 0 {
            let opened: Int32 = unsafe CString("/dev/null").withPointer {
                unsafe swinit_open($0, O_RDWR, 0)
            }
            if opened < 0 { _ = unsafe swinit_memory_file("null") }
        }
    }

    /// Fills the standard descriptors; then closes all others but the `held` from 3 on.
    public static func tidyDescriptors(holding held: Int32) {
        fillDescriptors()
        swinit_close_from(3 + held)
    }

    /// How many descriptors from 3 on were given to this process to listen on (sd_listen_fds(3)): as
    /// LISTEN_FDS says, unless LISTEN_PID says that they are another's.
    public static func listenCount(in environment: InheritedEnvironment) -> Int32 {
        guard let count = environment["LISTEN_FDS"]?.decimal, count <= mostListening else {
            return 0
        }
        // With one that is closed none is to be trusted, as sd_listen_fds(3) has it.
        for number in 0..<Int32(count) where swinit_is_closed(3 + number) != 0 { return 0 }
        let owner = environment["LISTEN_PID"]
        return owner == nil || owner?.decimal == UInt64(pid) ? Int32(count) : 0
    }

    /// Closes the `held` descriptors from 3 on.
    public static func closeListening(_ held: Int32) {
        for number in 0..<max(held, 0) { _ = close(3 + number) }
    }

    /// The session of process `pid` (getsid(2), which needs no /proc); nil where it is gone, and 0 where
    /// that is not to be known.
    @inline(never)
    public static func session(of pid: Int32) -> Int32? {
        let session = getsid(pid)
        if session >= 0 { return session }
        return swinit_errno() == ESRCH ? nil : 0
    }

    /// Has the next program that this process executes lose `descriptor` (fcntl(2), FD_CLOEXEC).
    public static func closeOnExec(_ descriptor: Int32) {
        _ = swinit_set_close_on_exec(descriptor, 1)
    }

    /// Whether a write of up to 4096 bytes to `descriptor` would not block now (poll(2)).
    public static func canWrite(to descriptor: Int32) -> Bool {
        swinit_can_write(descriptor) != 0
    }

    /// Writes what fits of the bytes in `range` to a standard descriptor (write(2)): how much that
    /// was, 0 for nothing at present, nil where nothing ever will be.
    @inline(never)
    public static func write(
        _ bytes: [UInt8], _ range: Range<Int>, to descriptor: Int32
    ) -> Int? {
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
        while true {
            let count = unsafe bytes.withUnsafeBytes { buffer -> Int in
                guard let start = buffer.baseAddress else { return 0 }
                return unsafe CLinux.write(descriptor, start + range.lowerBound, range.count)
            }
            if count >= 0 { return count }
            switch swinit_errno() {
            case EINTR: continue
            case EAGAIN: return 0
            default: return nil
            }
        }
    }

    /// Writes all of `bytes` to a standard descriptor, waiting for its reader: for programs that are
    /// not PID 1, such as `swinit check`.
    @inline(never)
    public static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var start = 0
        while start < bytes.count {
            guard let count = write(bytes, start..<bytes.count, to: descriptor), count > 0 else {
                return
            }
            start += count
        }
    }

    /// Unmaps the pages of swinit's code until they are run again (madvise(2)).
    public static func releaseCode() { swinit_release_code() }

    /// Ends swinit at once (_exit(2)).
    @inline(never)
    public static func exit(_ status: Int32) -> Never { _exit(status) }
}
