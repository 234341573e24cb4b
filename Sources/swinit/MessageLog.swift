import Basics
import Linux
import Supervision

/// swinit's own messages: one line each on standard error, behind `swinit | `.
///
/// Lines are collected for a turn of the event loop and then written together: two hundred starts are
/// a few writes. A reader that is stuck must not stop PID 1: what cannot be written waits in a bounded
/// buffer, and what does not fit there is counted and left out.
struct MessageLog {
    /// The most that waits for a stuck reader.
    private static let longestBacklog = 65_536
    /// A write of up to this many bytes does not block once there is room (PIPE_BUF, pipe(7)).
    private static let part = 4096

    /// Messages below this are not shown.
    var threshold = Report.Level.info
    private var backlog: [UInt8] = []
    private var dropped = 0

    /// Whether something waits to be written.
    var hasBacklog: Bool { !backlog.isEmpty }

    /// Writes the line of `report`, if its level is shown.
    @inline(never)
    mutating func write(_ report: Report) {
        guard report.level >= threshold else { return }
        let word: StaticString = report.level == .error ? "error: " : ""
        write("swinit | \(word)\(report.message)\n")
    }

    /// Writes one line at once, for where no log is kept.
    @inline(never)
    static func say(_ message: Text) {
        var log = MessageLog()
        log.write("swinit | \(message)\n")
        log.flush()
    }

    /// Writes whole lines as they are, each by itself: what does not fit is left out by lines.
    @inline(never)
    mutating func write(_ lines: Text) {
        var start = 0
        while let end = lines.firstIndex(of: 10, from: start) {
            writeLine(lines.slice(start..<(end + 1)))
            start = end + 1
        }
        if start < lines.count { writeLine(lines.slice(start..<lines.count)) }
    }

    @inline(never)
    private mutating func writeLine(_ lines: Text) {
        if backlog.count + lines.count > Self.longestBacklog {
            flush()
            guard backlog.count + lines.count <= Self.longestBacklog else {
                dropped += 1
                return
            }
        }
        if dropped > 0, backlog.isEmpty {
            backlog.append(contentsOf: ("swinit | \(dropped) messages were lost\n" as Text).bytes)
            dropped = 0
        }
        backlog.append(contentsOf: lines.bytes)
    }

    /// Writes what can be written without waiting.
    @inline(never)
    mutating func flush() {
        var start = 0
        while start < backlog.count, Own.canWrite(to: 2) {
            let end = min(start + Self.part, backlog.count)
            guard let count = Own.write(backlog, start..<end, to: 2) else {
                // Nobody will ever read this: standard error is closed or broken.
                start = backlog.count
                break
            }
            start += count
        }
        if start >= backlog.count {
            backlog.removeAll(keepingCapacity: backlog.capacity <= Self.part)
        } else if start > 0 {
            backlog.cut(0..<start)
        }
    }
}
