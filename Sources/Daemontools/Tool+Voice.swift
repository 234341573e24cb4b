public import Basics
public import Linux

/// What all programs of daemontools say alike, on standard error.
extension Tool {
    /// `NAME: fatal: WHAT: REASON`, and the end with 111; the reason goes behind `what` where there is an
    /// error.
    @inline(never)
    public func fatal(_ what: Text, _ error: SystemError? = nil) -> Stop {
        say("fatal", what, error)
        return Stop(status: Stop.failure)
    }

    /// ``fatal(_:_:)`` with `subject` behind `what` and a blank; what is put together here is none of the
    /// caller's code.
    @inline(never)
    func fatal(_ what: StaticString, _ subject: Text, _ error: SystemError?) -> Stop {
        fatal("\(what) \(subject)", error)
    }

    /// `NAME: warning: WHAT: REASON`.
    @inline(never)
    func warn(_ what: Text, _ error: SystemError? = nil) {
        say("warning", what, error)
    }

    /// ``warn(_:_:)`` with `subject` behind `what`.
    @inline(never)
    func warn(_ what: StaticString, _ subject: Text, _ error: SystemError?) {
        warn("\(what) \(subject)", error)
    }

    @inline(never)
    private func say(_ kind: Text, _ what: Text, _ error: SystemError?) {
        var line = "\(name): \(kind): \(what)" as Text
        if let error { line = "\(line): \(ErrorWords.of(error))" }
        tell(line)
    }

    /// `NAME: usage: NAME OPERANDS`, and the end with 100.
    @inline(never)
    public func usage(_ operands: StaticString, status: Int32 = Stop.usage) -> Stop {
        tell("\(name): usage: \(name) \(operands)")
        return Stop(status: status)
    }

    /// Executes the words from `start` on in place of the program; the end with 111 where that fails.
    @inline(never)
    func execute(
        _ words: [Text], from start: Int, _ chain: ChainLoad, ready: () -> Void = {}
    ) -> Stop {
        var rest: [Text] = []
        for index in start..<words.count { rest.append(words[index]) }
        let error = chain.execute(rest, ready: ready)
        return fatal("unable to run", words[start], error)
    }

    /// The working directory, to come back to.
    @inline(never)
    func workingDirectory(_ refusal: StaticString) throws(Stop) -> FileDescriptor {
        do throws(SystemError) {
            return try FileDescriptor.reading(".")
        } catch {
            throw fatal("\(refusal)", error)
        }
    }

    /// One line on standard error.
    @inline(never)
    func tell(_ line: Text) {
        Own.write(line.bytes + [10], to: 2)
    }
}
