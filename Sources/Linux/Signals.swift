public import Basics
import CLinux

/// A signal that came to swinit: what signalfd(2) or sigtimedwait(2) says of it.
public struct ReceivedSignal: Equatable, Sendable, BitwiseCopyable {
    public let signal: Signal
    /// Who sent it, or for CHLD which child it is about; 0 for the kernel or another namespace.
    public let pid: Int32
    /// The kernel made it, as a terminal does for Ctrl-C; nobody called kill(2).
    public var isFromKernel = false
}

/// Signals of this process, by raw system calls with the kernel's 64-bit sets.
///
/// A C library would not do: musl's sigset calls refuse the signals 32 to 34 and its SIGRTMIN is 35.
public enum Signals {
    /// Everything but the fault signals, which stay deliverable: one that is blocked kills even PID 1.
    public static var allButFaults: SignalSet { SignalSet(bits: swinit_fault_free_mask()) }

    /// The mask that swinit was started with.
    public static var inheritedMask: SignalSet { SignalSet(bits: swinit_inherited_mask()) }

    /// The fault signals that were ignored when swinit was started.
    public static var inheritedFaultIgnores: SignalSet {
        SignalSet(bits: swinit_inherited_fault_ignores())
    }

    /// Which signals are ignored now; 64 system calls.
    public static var ignored: SignalSet { SignalSet(bits: swinit_ignored_signals()) }

    /// Sets CHLD to its default: inherited as ignored, every exit status would be lost.
    ///
    /// Answers whether it was ignored.
    @inline(never)
    public static func resetChildSignal() -> Bool {
        var wasIgnored: Int32 = 0
        _ = unsafe swinit_default_child_signal(&wasIgnored)
        return wasIgnored != 0
    }

    /// Waits for any signal of `set`; nil when `nanoseconds` have passed (negative: for ever) or when
    /// a handler ran meanwhile.
    @inline(never)
    public static func wait(for set: SignalSet, nanoseconds: Int64 = -1) -> ReceivedSignal? {
        var signal = swinit_signal()
        guard unsafe swinit_wait_signal(set.bits, &signal, nanoseconds) == 0 else { return nil }
        return ReceivedSignal(
            signal: Signal(rawValue: signal.number), pid: signal.pid, isFromKernel: signal.code > 0)
    }

    /// Sends `signal` to the process `pid` (kill(2)).
    @discardableResult
    @inline(never)
    public static func send(_ signal: Signal, toProcess pid: Int32) -> SystemError? {
        guard pid > 0 else { return SystemError(number: ESRCH) }
        return kill(pid, signal.rawValue) == 0 ? nil : SystemError.last
    }

    /// Sends `signal` to the process group `group`, or to its leader where there is no such group yet:
    /// just after the fork the child may not have made it.
    @discardableResult
    @inline(never)
    public static func send(_ signal: Signal, toGroup group: Int32) -> SystemError? {
        guard group > 1 else { return SystemError(number: ESRCH) }
        if kill(-group, signal.rawValue) == 0 { return nil }
        guard swinit_errno() == ESRCH else { return SystemError.last }
        return kill(group, signal.rawValue) == 0 ? nil : SystemError.last
    }

    /// Sends `signal` to what is left of a group whose leader was reaped; never to a single process,
    /// whose number could be somebody else's by now.
    @inline(never)
    public static func send(_ signal: Signal, toRestOfGroup group: Int32) {
        guard group > 1 else { return }
        _ = kill(-group, signal.rawValue)
    }

    /// Sends `signal` to every process but ourselves; for PID 1 alone (kill(2), pid -1).
    @inline(never)
    public static func sendToAll(_ signal: Signal) {
        guard getpid() == 1 else { return }
        _ = kill(-1, signal.rawValue)
    }

    /// Whether no process is left in `group`; zombies that were not reaped count.
    public static func isGroupEmpty(_ group: Int32) -> Bool {
        group > 1 && kill(-group, 0) != 0 && swinit_errno() == ESRCH
    }
}
