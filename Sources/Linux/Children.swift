public import Basics
import CLinux

/// A child that has ended.
public struct EndedChild: Equatable, Sendable {
    public let pid: Int32
    public let exit: Exit
}

/// What waiting for a child found.
public enum WaitResult: Equatable, Sendable {
    /// This one has ended.
    case ended(EndedChild)
    /// There are children, and none (of those asked for) has ended.
    case none
    /// There is no (such) child.
    case childless
}

/// Children and their ends (waitid(2)); never blocks.
public enum Children {
    /// Looks for the end of `pid`, or of any child where it is 0.
    ///
    /// With `keeping` the status stays to be collected, so that the number cannot be reused yet.
    @inline(never)
    public static func wait(for pid: Int32 = 0, keeping: Bool = false) -> WaitResult {
        var ended = swinit_ended()
        while true {
            let answer = unsafe swinit_wait(pid, keeping ? 1 : 0, &ended)
            if answer > 0 {
                return .ended(
                    EndedChild(
                        pid: ended.pid,
                        exit: ended.is_signal != 0 ? .signal(ended.status) : .code(ended.status)))
            }
            if answer == 0 { return .none }
            guard swinit_errno() == EINTR else { return .childless }
        }
    }
    /// Waits for the end of `pid`, for as long as that takes: not for PID 1 (waitpid(2)).
    @inline(never)
    public static func end(of pid: Int32) -> Exit {
        var status: Int32 = 0
        while unsafe waitpid(pid, &status, 0) < 0 {
            guard swinit_errno() == EINTR else { return .unknown }
        }
        let signal = status & 127
        return signal == 0 ? .code(status >> 8 & 255) : .signal(signal)
    }
}
