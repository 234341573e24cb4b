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

    /// Starts `command`, whose first word is searched in PATH, with the signal mask and the ignored
    /// signals that swinit was started with, its environment and all its descriptors.
    ///
    /// Where LISTEN_FDS is set, LISTEN_PID becomes the command's pid (sd_listen_fds(3)). An empty
    /// `directory` is our own.
    @inline(never)
    public static func start(
        _ command: [Text], at place: Place, ignoring ignores: SignalSet,
        in directory: Text = Text([])
    ) -> Outcome {
        let environment = environment()
        var room = 128 + LaunchBlock.room(for: command) + directory.count
        if environment.listens {
            room += environment.count * LaunchBlock.pointerSize
            room += LaunchBlock.room(for: [Spawn.listenPID])
        }
        guard var block = LaunchBlock(size: room) else { return .refused(.last) }
        var child = unsafe swinit_child()
        unsafe child.mask = Signals.inheritedMask.bits
        unsafe child.ignores = ignores.bits
        unsafe child.status = -1
        unsafe child.takes_terminal = 1
        unsafe child.leads_session = place == .session ? 1 : 0
        unsafe child.stays_in_group = place == .shared ? 1 : 0
        unsafe child.arguments = block.vector(command)
        if !directory.isEmpty { unsafe child.directory = UnsafePointer(block.add(directory)) }
        if environment.listens {
            unsafe Spawn.setEnvironment(
                InheritedEnvironment().all, [Spawn.listenPID], listens: true, in: &child, &block)
        } else {
            unsafe child.path = environment.path
            unsafe child.environment = UnsafeRawPointer(swinit_environment())?
                .assumingMemoryBound(to: LaunchBlock.Entry.self)
        }
        guard !block.isFull else { return .refused(SystemError(number: ENOMEM)) }
        return unsafe fork(&child)
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

    /// What must be known of the environment, which is handed on as it is.
    private static func environment() -> Surroundings {
        var found = unsafe Surroundings(path: Spawn.defaultPathPointer)
        guard var next = unsafe swinit_environment() else { return found }
        while let entry = unsafe next.pointee {
            if unsafe strncmp(entry, "PATH=", 5) == 0 {
                unsafe found.path = UnsafePointer(entry + 5)
            }
            if unsafe strncmp(entry, "LISTEN_FDS=", 11) == 0 { found.listens = true }
            found.count += 1
            unsafe next += 1
        }
        return found
    }

    /// Of the environment: where programs are searched, whether LISTEN_FDS is set, its length.
    @safe private struct Surroundings {
        var path: UnsafePointer<CChar>
        var listens = false
        var count = 0
    }
}
