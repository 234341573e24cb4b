import Basics
import Linux

/// What all programs of daemontools say alike, on standard error.
extension Tool {
    /// `NAME: fatal: WHAT: REASON`, and the end with 111; the reason goes behind `what` where there is an
    /// error.
    @inline(never)
    func fatal(_ what: Text, _ error: SystemError? = nil) -> Stop {
        say("fatal", what, error)
        return Stop(status: Stop.failure)
    }

    /// `NAME: warning: WHAT: REASON`.
    @inline(never)
    func warn(_ what: Text, _ error: SystemError? = nil) {
        say("warning", what, error)
    }

    @inline(never)
    private func say(_ kind: Text, _ what: Text, _ error: SystemError?) {
        var line = "\(name): \(kind): \(what)" as Text
        if let error { line = "\(line): \(ErrorWords.of(error))" }
        tell(line)
    }

    /// `NAME: usage: NAME OPERANDS`, and the end with 100.
    @inline(never)
    func usage(_ operands: StaticString, status: Int32 = Stop.usage) -> Stop {
        tell("\(name): usage: \(name) \(operands)")
        return Stop(status: status)
    }

    /// One line on standard error.
    @inline(never)
    func tell(_ line: Text) {
        Own.write(line.bytes + [10], to: 2)
    }
}
