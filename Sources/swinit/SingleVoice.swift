import Basics
import Linux

/// What single-command mode says, in the words of the program by whose name it runs.
struct SingleVoice {
    private let personality: Personality
    private let verbosity: Int32
    private let warnsOfReaping: Bool
    private let program: Text
    private let own: Int32
    private let start: Int64

    init(_ options: Invocation, process: Int32) {
        personality = options.personality
        verbosity = options.verbosity
        warnsOfReaping = options.warnsOfReaping
        program = options.command?.first ?? ""
        own = process
        // Nobody asks for the time unless the end will be told.
        start = options.verbosity > 0 && options.personality == .swinit ? Clock.nanoseconds : 0
        if personality == .dumbInit, verbosity > 1 { say("Running in debug mode.") }
    }

    /// Whether orphans become ours without being asked for.
    var isSubreaper: Bool {
        switch personality {
        case .swinit, .catatonit: true
        case .tini, .dumbInit: false
        }
    }

    @inline(never)
    private static func write(_ line: Text, to descriptor: Int32 = 2) {
        Own.write(("\(line)\n" as Text).bytes, to: descriptor)
    }

    /// A line at info level.
    @inline(never)
    private func say(_ line: Text) { say(line, from: 1, "INFO ") }

    /// A line that is shown from a verbosity on, with tini's word for the level.
    @inline(never)
    private func say(_ line: Text, from level: Int32, _ word: StaticString) {
        guard verbosity >= level else { return }
        switch personality {
        case .swinit: Self.write("swinit | \(line)")
        case .tini: Self.write("[\(word) tini (\(own))] \(line)", to: 1)
        case .dumbInit: Self.write("[dumb-init] \(line)")
        case .catatonit: break
        }
    }
}

// MARK: - The start

extension SingleVoice {
    @inline(never)
    func started(_ pid: Int32, terminalError: SystemError?) {
        guard verbosity > 0 else { return }
        switch personality {
        case .swinit: say("started \(program) (pid \(pid))")
        case .tini: say("Spawned child process '\(program)' with pid '\(pid)'")
        case .dumbInit:
            say("Child spawned with PID \(pid).")
            if let terminalError {
                say("Unable to attach to controlling tty (\(Self.words(for: terminalError))).")
            }
        case .catatonit: break
        }
    }

    func leftTerminal(_ error: SystemError?, ledSession: Bool) {
        guard verbosity > 0 else { return }
        if let error {
            say("Unable to detach from controlling tty (\(Self.words(for: error))).")
        } else if ledSession {
            say(
                "Detached from controlling tty, ignoring the first SIGHUP and SIGCONT we receive.")
        } else {
            say("Detached from controlling tty, but was not session leader.")
        }
    }

    @inline(never)
    private static func words(for error: SystemError) -> Text {
        "errno=\(error.number) \(error.reason)"
    }

    /// Says why the command was not executed and answers the status to end with.
    @inline(never)
    func failed(pid: Int32, isSetUp: Bool, _ error: SystemError) -> Int32 {
        switch personality {
        case .swinit:
            let step: StaticString = isSetUp ? "set up" : "execute"
            give(reason: "cannot \(step) \(program): \(error.reason)")
            return error.isMissing || error.isNoDirectory ? 127 : 126
        case .tini:
            Self.write("[FATAL tini (\(pid))] exec \(program) failed: \(error.reason)")
            return error.isMissing ? 127 : error.isRefusal ? 126 : 1
        case .dumbInit:
            Self.write("[dumb-init] \(program): \(error.reason)")
            return 2
        case .catatonit:
            Self.write("ERROR (catatonit:\(pid)): failed to exec pid1: \(error.reason)")
            return 1
        }
    }

    /// Says that there is no process for the command and answers the status to end with.
    @inline(never)
    func refused(_ error: SystemError) -> Int32 {
        switch personality {
        case .swinit: give(reason: "cannot fork: \(error.reason)")
        case .tini: Self.write("[FATAL tini (\(own))] fork failed: \(error.reason)")
        case .dumbInit: Self.write("[dumb-init] Unable to fork. Exiting.")
        case .catatonit:
            Self.write("ERROR (catatonit:\(own)): failed to fork child: \(error.reason)")
        }
        return personality == .swinit ? 126 : 1
    }

    /// Says that the pid file was not written and answers the status to end with (EX_CANTCREAT).
    @inline(never)
    func refused(pidFile: Text, _ error: SystemError) -> Int32 {
        give(reason: "cannot write \(pidFile): \(error.reason)")
        return 73
    }

    /// An error of swinit's own, also for Kubernetes' termination message where that file exists.
    @inline(never)
    private func give(reason: Text) {
        Self.write("swinit | error: \(reason)")
        do throws(SystemError) {
            try Files.overwrite("/dev/termination-log", with: "\(reason)\n")
        } catch {
            // No such file outside Kubernetes; there is nobody else to tell.
        }
    }

    func warnOfMissingSubreaper() {
        guard verbosity >= 0 else { return }
        Self.write(
            """
            [WARN  tini (\(own))] Tini is not running as PID 1 and isn't registered as a child \
            subreaper.
            Zombie processes will not be re-parented to Tini, so zombie reaping won't work.
            To fix the problem, use the -s option or set the environment variable TINI_SUBREAPER to \
            register Tini as a child subreaper, or run Tini as PID 1.
            """)
    }
}

// MARK: - The run

extension SingleVoice {
    @inline(never)
    func received(_ signal: Signal) {
        guard verbosity > 0 else { return }
        switch personality {
        case .dumbInit: say("Received signal \(signal.rawValue).")
        case .tini:
            if signal == .child { say("Received SIGCHLD", from: 2, "DEBUG") }
        case .swinit, .catatonit: break
        }
    }

    func forwarded(_ signal: Signal, to pid: Int32) {
        guard verbosity > 0 else { return }
        switch personality {
        case .dumbInit: say("Forwarded signal \(signal.rawValue) to children.")
        case .tini: say("Passing signal: '\(signal)'", from: 2, "DEBUG")
        case .swinit: say("passed \(signal) on to pid \(pid)", from: 2, "")
        case .catatonit: break
        }
    }

    func rewrote(_ signal: Signal, to passed: Signal) {
        guard verbosity > 0, personality == .dumbInit else { return }
        say("Translating signal \(signal.rawValue) to \(passed.rawValue).")
    }

    func dropped(_ signal: Signal) {
        guard verbosity > 0 else { return }
        if personality == .dumbInit {
            say("Translating signal \(signal.rawValue) to 0.")
            say("Not forwarding signal 0 to children (ignored).")
        } else {
            say("dropped \(signal)", from: 2, "")
        }
    }

    func ignoredHandOver(_ signal: Signal) {
        guard verbosity > 0 else { return }
        say("Ignoring tty hand-off signal \(signal.rawValue).")
    }

    func suspending() {
        guard verbosity > 0 else { return }
        say("Suspending self due to TTY signal.")
    }

    @inline(never)
    func reaped(_ child: EndedChild, isCommand: Bool = false) {
        if personality == .tini, verbosity > 1 {
            say("Reaped child with pid: '\(child.pid)'", from: 2, "DEBUG")
        }
        if !isCommand, warnsOfReaping, verbosity >= 0 {
            switch personality {
            case .tini:
                Self.write("[WARN  tini (\(own))] Reaped zombie process with pid=\(child.pid)")
            case .swinit:
                Self.write("swinit | warning: reaped orphan (pid \(child.pid)): \(child.exit)")
            case .dumbInit, .catatonit: break
            }
            return
        }
        guard verbosity > 0 else { return }
        if personality == .dumbInit {
            say("A child with PID \(child.pid) \(Self.end(child.exit)).")
        } else if personality == .swinit, !isCommand {
            say("reaped orphan (pid \(child.pid)): \(child.exit)", from: 2, "")
        }
    }

    @inline(never)
    private static func end(_ exit: Exit) -> Text {
        switch exit {
        case .code(let code): "exited with exit status \(code)"
        case .signal(let number): "was terminated by signal \(number)"
        case .unknown: "ended"
        }
    }

    @inline(never)
    func ended(_ pid: Int32, _ exit: Exit) {
        guard verbosity > 0 else { return }
        switch (personality, exit) {
        case (.swinit, _):
            let time = Milliseconds(UInt64(clamping: (Clock.nanoseconds - start) / 1_000_000))
            say("\(program) (pid \(pid)) exited after \(time): \(exit)")
        case (.tini, .signal(let number)):
            say("Main child exited with signal (with signal '\(Signal(rawValue: number))')")
        case (.tini, _): say("Main child exited normally (with status '\(exit.status)')")
        case (.dumbInit, _): say("Child exited with status \(exit.status). Goodbye.")
        case (.catatonit, _): break
        }
    }
}
