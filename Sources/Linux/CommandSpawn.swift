public import Basics
import CLinux

/// Starts the one command of single-command mode, as fast as the kernel allows.
///
/// By vfork(2): no page table is copied, swinit sleeps until the command has executed, and what failed
/// stands in shared memory instead of a pipe. Nothing between can block but the exec itself.
public enum CommandSpawn {
    /// Where the command stands among the processes.
    public enum Place: Equatable, Sendable {
        /// A process group of its own, in the terminal's foreground if swinit's was.
        case group
        /// A session of its own, with swinit's terminal.
        case session
        /// swinit's own process group.
        case shared
    }

    /// How starting went.
    public enum Outcome: Equatable, Sendable {
        /// It runs; its group may have the terminal, and a session may have failed to get it.
        case started(pid: Int32, tookTerminal: Bool, terminalError: SystemError?)
        /// It could not be executed, or (where `isSetUp`) not be set up.
        case failed(pid: Int32, isSetUp: Bool, error: SystemError)
        /// There is no process (fork(2)).
        case refused(SystemError)
    }

    private static let defaultPath: StaticString =
        "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

    /// Starts `command`, whose first word is searched in PATH, with the signal mask and the ignored
    /// signals that swinit was started with, its environment and all its descriptors.
    ///
    /// Where LISTEN_FDS is set, LISTEN_PID becomes the command's pid (sd_listen_fds(3)).
    @inline(never)
    public static func start(
        _ command: [Text], at place: Place, ignoring ignores: SignalSet
    ) -> Outcome {
        var arena: [CChar] = []
        var size = 0
        for word in command { size += word.count + 1 }
        arena.reserveCapacity(size)
        for word in command {
            for byte in word.bytes { arena.append(CChar(bitPattern: byte)) }
            arena.append(0)
        }
        return unsafe arena.withUnsafeBufferPointer { bytes in
            guard var next = bytes.baseAddress else {
                return .refused(SystemError(number: EINVAL))
            }
            var words = unsafe [UnsafePointer<CChar>?]()
            unsafe words.reserveCapacity(command.count + 1)
            for word in command {
                unsafe words.append(next)
                unsafe next += word.count + 1
            }
            unsafe words.append(nil)
            var child = unsafe swinit_child()
            unsafe child.mask = Signals.inheritedMask.bits
            unsafe child.ignores = ignores.bits
            unsafe child.status = -1
            unsafe child.takes_terminal = 1
            unsafe child.leads_session = place == .session ? 1 : 0
            unsafe child.stays_in_group = place == .shared ? 1 : 0
            return unsafe start(&child, words)
        }
    }

    @inline(never)
    private static func start(
        _ child: inout swinit_child, _ words: [UnsafePointer<CChar>?]
    ) -> Outcome {
        // Behind the name come the digits of any pid and a NUL, written by the child.
        var listenPID = ("LISTEN_PID=0000000000\0" as Text).bytes.map { CChar(bitPattern: $0) }
        return unsafe words.withUnsafeBufferPointer { words in
            unsafe listenPID.withUnsafeMutableBufferPointer { listenPID in
                var replaced = unsafe [UnsafePointer<CChar>?]()
                unsafe child.arguments = words.baseAddress
                let listens = unsafe readEnvironment(into: &child)
                guard listens, let slot = listenPID.baseAddress else {
                    return unsafe fork(&child)
                }
                unsafe replaced = environment(with: slot)
                unsafe child.listen_pid = slot + 11
                return unsafe replaced.withUnsafeBufferPointer { entries in
                    unsafe child.environment = entries.baseAddress
                    return unsafe fork(&child)
                }
            }
        }
    }

    @inline(never)
    private static func fork(_ child: inout swinit_child) -> Outcome {
        var pid: Int32 = 0
        pid = unsafe swinit_spawn(&child, nil, 1)
        guard pid > 0 else { return .refused(.last) }
        guard unsafe child.failed_step == 0 else {
            return unsafe .failed(
                pid: pid, isSetUp: child.failed_step != Int32(SWINIT_STEP_EXECUTE.rawValue),
                error: SystemError(number: child.failed_error))
        }
        return unsafe .started(
            pid: pid, tookTerminal: child.took_terminal != 0,
            terminalError: child.terminal_error == 0
                ? nil : SystemError(number: child.terminal_error))
    }

    /// Hands on the environment as it is; answers whether it has LISTEN_FDS.
    private static func readEnvironment(into child: inout swinit_child) -> Bool {
        unsafe child.path = UnsafeRawPointer(defaultPath.utf8Start).assumingMemoryBound(
            to: CChar.self)
        guard let entries = unsafe swinit_environment() else { return false }
        unsafe child.environment = UnsafeRawPointer(entries)
            .assumingMemoryBound(to: UnsafePointer<CChar>?.self)
        var listens = false
        var next = unsafe entries
        while let entry = unsafe next.pointee {
            if unsafe strncmp(entry, "PATH=", 5) == 0 {
                unsafe child.path = UnsafePointer(entry + 5)
            }
            if unsafe strncmp(entry, "LISTEN_FDS=", 11) == 0 { listens = true }
            unsafe next += 1
        }
        return listens
    }

    /// The environment with `listenPID` in place of what sets LISTEN_PID.
    @inline(never)
    private static func environment(
        with listenPID: UnsafeMutablePointer<CChar>
    ) -> [UnsafePointer<CChar>?] {
        var entries = unsafe [UnsafePointer<CChar>?]()
        guard var next = unsafe swinit_environment() else { return unsafe entries }
        while let entry = unsafe next.pointee {
            if unsafe strncmp(entry, "LISTEN_PID=", 11) != 0 {
                unsafe entries.append(UnsafePointer(entry))
            }
            unsafe next += 1
        }
        unsafe entries.append(UnsafePointer(listenPID))
        unsafe entries.append(nil)
        return unsafe entries
    }
}
