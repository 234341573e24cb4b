public import Basics
import CLinux

/// The folder `supervise` of a service directory, held as supervise(8) of daemontools holds it.
///
/// Whoever has its lock supervises the service; svc(8) writes to its FIFO `control`, and as long as its FIFO
/// `ok` has a reader svok(8) says yes. All is reached through the folder itself, wherever it is moved. Kept
/// as numbers: a table of many cannot hold values that close themselves.
public struct SuperviseFolder: BitwiseCopyable, Sendable {
    /// The size of `status`.
    public static let statusSize = 18
    /// The folder in which the folders of services stand that cannot be written to.
    private static let substitute: StaticString = "/run/swinit/supervise"
    /// Commands taken in one turn, so that a flood of them does not starve the rest.
    private static let commandsPerTurn = 256

    var folder: Int32
    var lock: Int32
    /// What `control` is read from; does not block.
    public private(set) var control: Int32
    var ok: Int32

    init(folder: Int32, lock: Int32, control: Int32, ok: Int32) {
        self.folder = folder
        self.lock = lock
        self.control = control
        self.ok = ok
    }

    /// Makes and locks the folder of the service in `directory`, or for one that is on a read-only file
    /// system a folder called `name` below `/run/swinit/supervise`, and writes `status`.
    ///
    /// Throws EAGAIN where somebody else has its lock.
    @inline(never)
    public init(of directory: Text, name: Text, status: [UInt8]) throws(SystemError) {
        do throws(SystemError) {
            try self.init(at: "\(directory)/supervise", status: status)
        } catch {
            guard error.number == EROFS || error.number == EACCES else { throw error }
            let substitute = Text(stringLiteral: Self.substitute)
            for path in ["/run", "/run/swinit", substitute] as [Text] {
                _ = unsafe CString(path).withPointer { unsafe mkdir($0, 0o755) }
            }
            let path: Text = "\(substitute)/\(name)"
            try self.init(at: path, status: status)
            // So that `svc /run/swinit/supervise/NAME` finds it.
            _ = unsafe symlinkat(".", folder, "supervise")
        }
    }

    private init(at path: Text, status: [UInt8]) throws(SystemError) {
        self.init(folder: -1, lock: -1, control: -1, ok: -1)
        do throws(SystemError) {
            folder = try Self.enter(path)
            lock = try open("lock", O_WRONLY | O_CREAT | O_APPEND, 0o600)
            let file = lock
            try system { flock(file, LOCK_EX | LOCK_NB) }
            control = try fifo("control", O_RDWR)
            try write(status: status)
            ok = try fifo("ok", O_RDONLY)
        } catch {
            close()
            throw error
        }
    }

    /// Whether somebody else supervises the service in `directory`.
    public static func isHeld(_ directory: Text) -> Bool {
        do throws(SystemError) {
            let file = try FileDescriptor.writing("\(directory)/supervise/lock")
            let lock = file.rawValue
            try system { flock(lock, LOCK_EX | LOCK_NB) }
            return false
        } catch {
            return error.isFull
        }
    }

    /// Opens the folder, which is made where there is none, be it at the end of a link.
    private static func enter(_ path: Text) throws(SystemError) -> Int32 {
        var path = path
        for _ in 0..<2 {
            let name = CString(path)
            _ = unsafe name.withPointer { unsafe mkdir($0, 0o700) }
            let reason = SystemError.last
            let opened = unsafe name.withPointer {
                unsafe swinit_open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
            }
            if opened >= 0 { return opened }
            guard let target = Files.linkTarget(of: path) else {
                throw reason.number == EEXIST ? .last : reason
            }
            let slash = path.lastIndex(of: 47) ?? 0
            path = target.hasPrefix("/") ? target : "\(path.slice(0..<slash))/\(target)"
        }
        throw SystemError(number: ENOENT)
    }

    @inline(never)
    private func open(
        _ name: StaticString, _ flags: Int32, _ mode: UInt32
    ) throws(SystemError) -> Int32 {
        let folder = folder
        let all = flags | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
        return try system {
            unsafe CString(Text(stringLiteral: name)).withPointer {
                unsafe swinit_open_at(folder, $0, all, mode)
            }
        }
    }

    private func fifo(_ name: StaticString, _ flags: Int32) throws(SystemError) -> Int32 {
        let folder = folder
        _ = unsafe CString(Text(stringLiteral: name)).withPointer {
            unsafe mkfifoat(folder, $0, 0o600)
        }
        return try open(name, flags, 0)
    }

    /// Has the program that this process executes next lose its descriptors.
    public func closeOnExec() {
        for number in [folder, lock, control, ok] { _ = swinit_set_close_on_exec(number, 1) }
    }

    /// What svc(8) has written, at most so much; empty for nothing.
    @inline(never)
    public func commands() -> [UInt8] {
        do throws(SystemError) {
            return try FileDescriptor.read(control, atMost: Self.commandsPerTurn) ?? []
        } catch {
            return []
        }
    }

    /// Writes a command as svc(8) does, for whoever reads them next.
    @inline(never)
    public func send(_ command: UInt8) {
        var byte = command
        _ = unsafe CLinux.write(control, &byte, 1)
    }

    /// What `status` has; fewer than 18 bytes where that cannot be read.
    public func status() -> [UInt8] {
        do throws(SystemError) {
            let file = FileDescriptor(try open("status", O_RDONLY, 0))
            return try file.read(atMost: Self.statusSize) ?? []
        } catch {
            return []
        }
    }

    /// Replaces `status`.
    @inline(never)
    public func write(status: [UInt8]) throws(SystemError) {
        let file = FileDescriptor(try open("status.new", O_WRONLY | O_CREAT | O_TRUNC, 0o644))
        guard try file.write(status) == status.count else { throw SystemError(number: ENOSPC) }
        let folder = folder
        try system { unsafe renameat(folder, "status.new", folder, "status") }
    }

    /// Lets go of the service: from now on somebody else may supervise it.
    @inline(never)
    public func close() {
        for number in [ok, control, lock, folder] where number >= 0 { _ = CLinux.close(number) }
    }
}
