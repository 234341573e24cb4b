import Basics
import Linux
import Supervision

/// swinit's own messages: one line each on standard error, behind its name.
///
/// They go the way of all output, in order with it. A reader that is stuck must not stop PID 1: what
/// cannot be written waits, and what is too much is counted and left out.
struct MessageLog {
    /// Messages below this are not shown.
    var threshold = Report.Level.info
    private let outlets: Outlets

    init(_ outlets: Outlets) {
        self.outlets = outlets
    }

    /// Writes the line of `report`, if its level is shown.
    @inline(never)
    mutating func write(_ report: Report) {
        guard report.level >= threshold else { return }
        let word: StaticString = report.level == .error ? "error: " : ""
        outlets.say("\(word)\(report.message)", isNamed: true)
    }

    /// Writes whole lines as they are.
    @inline(never)
    mutating func write(_ lines: Text) {
        outlets.say(lines, isNamed: false)
    }

    /// Writes one line at once, for where no log is kept.
    @inline(never)
    static func say(_ message: Text) {
        var output = NonblockingOutput(sharing: 2)
        let line: Text = "swinit | \(message)\n"
        unsafe line.bytes.withUnsafeBytes { buffer in
            if let first = buffer.baseAddress { _ = unsafe output.write(first, buffer.count) }
        }
    }
}
