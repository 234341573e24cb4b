public import Basics
import CLinux

/// What keeps a crash of swinit from taking the container down: PID 1 executes itself again.
public enum FaultRecovery {
    /// Installs the fault handlers and blocks every other signal; the first call of a program.
    ///
    /// `arguments` is the C argument vector, which the next image is executed with.
    @inline(never)
    public static func install(
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    ) {
        unsafe swinit_guard(arguments)
    }

    /// Makes a fault signal that somebody sends wake the event loop through `event` (eventfd(2)).
    public static func wakeLoop(through event: Int32) {
        swinit_fault_mode_set(SWINIT_FAULT_LOOP, event, 0)
    }

    /// Makes a fault signal that somebody sends go on to the command `pid`, or to its group.
    @inline(never)
    public static func forward(to pid: Int32, group: Bool) {
        swinit_fault_mode_set(SWINIT_FAULT_FORWARD, pid, group ? 1 : 0)
    }

    /// A new eventfd, close on exec.
    public static func eventDescriptor() throws(SystemError) -> FileDescriptor {
        FileDescriptor(try system { swinit_event_descriptor() })
    }

    /// The fault signal that was sent to us since the last call, or nil.
    public static func takeSentFault() -> Signal? {
        let number = swinit_fault_flagged()
        return number == 0 ? nil : Signal(rawValue: number)
    }

    /// Executes this program again with the table; returns only if that failed.
    public static func reexecute() { swinit_reexecute() }

    /// Whether this image was executed with every signal blocked, as a recovery is.
    @inline(never)
    public static func findTable() -> Int32? {
        let found = swinit_find_table()
        return found >= 0 ? found : nil
    }

    /// Single-command mode: makes a real fault hand the command's pid to the next image.
    public static func handOver(command pid: Int32) { swinit_fault_command_set(pid) }

    /// Single-command mode: the command that the image before this one left behind
    /// ``findTable()``, and whether faults came so fast that only the bare mode is left.
    public static func adoptCommand(from table: Int32) -> (pid: Int32, isBare: Bool)? {
        var isBare: Int32 = 0
        let pid = unsafe swinit_fault_command_adopt(table, &isBare)
        return pid > 0 ? (pid, isBare != 0) : nil
    }

    /// A fault on purpose, for the tests of a debug build: 1 a bad write, 2 a trap, 3 an overflow of
    /// the stack.
    @inline(never)
    public static func faultOnPurpose(_ kind: Int32) { swinit_fault_on_purpose(kind) }
}
