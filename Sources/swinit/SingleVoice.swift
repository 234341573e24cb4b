import Basics
import Linux

/// Says what happens in single-command mode, and knows the statuses that go with it.
struct SingleVoice {
    private let personality: Personality
    private let verbosity: Int32
    private let warnsOfReaping: Bool
    private let program: Text
    private let own: Int32
    private let start: Int64

    init(_ options: borrowing Invocation, process: Int32) {
        personality = options.personality
        verbosity = options.verbosity
        warnsOfReaping = options.warnsOfReaping
        program = options.command?.first ?? ""
        own = process
        // Nobody asks for the time unless the end will be told.
        start = options.verbosity > 0 && options.personality == .swinit ? Clock.nanoseconds : 0
    }

    /// Says what is said only by those who were asked to say more.
    @inline(never)
    func tell(_ fact: SingleFact, _ pid: Int32, _ number: Int32) {
        if verbosity > 0 { say(fact, pid, number, Text([])) }
    }

    /// The values are those of the marks of ``SingleWords/all``.
    @inline(never)
    private func say(_ fact: SingleFact, _ pid: Int32, _ number: Int32, _ words: Text) {
        let pattern = SingleWords.pattern(of: fact, by: personality, at: verbosity)
        let lines = Sentence.fill(
            pattern,
            [
                program, Text(own), Text(pid), Text(number), "\(Signal(rawValue: number))", words,
                Text(128 &+ number),
            ])
        // tini's warnings alone go to standard error.
        let isInfo = personality == .tini && fact.rawValue > SingleFact.warnedOrphan.rawValue
        Own.write(lines.bytes, to: isInfo ? 1 : 2)
        let error: Text = "swinit | error: "
        guard lines.hasPrefix(error) else { return }
        TerminationLog.write(lines.slice(error.count..<lines.count))
    }

    // MARK: - The start

    /// Says why the command was not executed and answers the status to end with.
    @inline(never)
    func failed(pid: Int32, isSetUp: Bool, _ error: SystemError) -> Int32 {
        say(isSetUp && personality == .swinit ? .notSetUp : .notExecuted, pid, 0, error.reason)
        return switch personality {
        case .swinit: error.isMissing || error.isNoDirectory ? 127 : 126
        case .tini: error.isMissing ? 127 : error.isRefusal ? 126 : 1
        case .dumbInit: 2
        case .catatonit: 1
        }
    }

    /// Says that there is no process for the command and answers the status to end with.
    @inline(never)
    func refused(_ error: SystemError) -> Int32 {
        say(.notForked, 0, 0, error.reason)
        return personality == .swinit ? 126 : 1
    }

    /// Says that the pid file was not written and answers the status to end with (EX_CANTCREAT).
    @inline(never)
    func refused(pidFile: Text, _ error: SystemError) -> Int32 {
        say(.noPidFile, 0, 0, "\(pidFile): \(error.reason)")
        return 73
    }

    func warnOfMissingSubreaper() {
        say(.noSubreaper, 0, 0, Text([]))
    }

    /// Tells of what was tried with the terminal, and why it failed where it did.
    @inline(never)
    func tell(_ fact: SingleFact, _ error: SystemError) {
        if verbosity > 0 { say(fact, 0, error.number, error.reason) }
    }

    // MARK: - The run

    @inline(never)
    func reaped(_ child: EndedChild, isCommand: Bool) {
        let warns = warnsOfReaping && !isCommand
        guard warns || verbosity > 0 else { return }
        if verbosity > 0 { say(.reaped, .reapedKilled, child.pid, child.exit, Text([])) }
        if !isCommand { say(warns ? .warnedOrphan : .orphan, child.pid, 0, "\(child.exit)") }
    }

    @inline(never)
    func ended(_ pid: Int32, _ exit: Exit) {
        guard verbosity > 0 else { return }
        let time = Milliseconds(UInt64(clamping: (Clock.nanoseconds - start) / 1_000_000))
        say(.ended, .endedKilled, pid, exit, "\(time): \(exit)")
    }

    /// Says the one for an exit, the other for a signal.
    @inline(never)
    private func say(
        _ exited: SingleFact, _ killed: SingleFact, _ pid: Int32, _ exit: Exit, _ words: Text
    ) {
        switch exit {
        case .signal(let number): say(killed, pid, number, words)
        case .code, .unknown: say(exited, pid, exit.status, words)
        }
    }
}
