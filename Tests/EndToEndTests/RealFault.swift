import Foundation
import TestSupport

/// A fault that nobody sent: the place to which a sleeping process will return is gone.
enum RealFault {
    /// Lets `pid`, which sleeps in a system call, fail when it next wakes.
    static func cause(in pid: pid_t) throws {
        // It sleeps for good: after a recovery it looks once more at its files.
        var switches = -1
        var since = ContinuousClock.now
        try Deadline.wait(until: "process \(pid) has nothing to do") {
            let now = ProcessFacts(pid)?.contextSwitches ?? -1
            if now != switches {
                switches = now
                since = .now
            }
            return since.duration(to: .now) > .milliseconds(300)
        }
        var stack: UInt64 = 0
        try Deadline.wait(until: "process \(pid) sleeps in a system call") {
            // One that executes itself again sleeps too, but not to be woken (state D).
            let state = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
            guard state.contains(") S ") else { return false }
            let text = try String(contentsOfFile: "/proc/\(pid)/syscall", encoding: .utf8)
            // The stack pointer and the program counter are the last two; a running process has none.
            let words = text.split(whereSeparator: \.isWhitespace)
            guard words.count > 2 else { return false }
            stack = UInt64(words[words.count - 2].dropFirst(2), radix: 16) ?? 0
            return stack != 0
        }
        let memory = open("/proc/\(pid)/mem", O_RDWR | O_CLOEXEC)
        guard memory >= 0 else { throw Missed("cannot write to the memory of process \(pid)") }
        defer { close(memory) }
        let nothing = [UInt8](repeating: 0, count: 128)
        guard pwrite(memory, nothing, nothing.count, off_t(stack)) == nothing.count else {
            throw Missed("cannot write to the memory of process \(pid)")
        }
    }
}
