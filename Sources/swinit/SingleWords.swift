import Basics

/// What single-command mode says, in the words of the program by whose name it runs.
enum SingleWords {
    /// A paragraph for each ``SingleFact``, in that order; who is silent on it has no line there.
    ///
    /// A line begins with who says it (swinit, tini, dumb-init, catatonit) and the verbosity from
    /// which on it is said, `-` for always. The marks: `%1` the command's program, `%2` our process
    /// number, `%3` that of the fact, `%4` its signal or status and `%5` the name of that signal,
    /// `%6` more words, `%7` the status that stands for that signal.
    static let all: StaticString = """
        s- swinit | error: cannot execute %1: %6
        t- [FATAL tini (%3)] exec %1 failed: %6
        d- [dumb-init] %1: %6
        c- ERROR (catatonit:%3): failed to exec pid1: %6

        s- swinit | error: cannot set up %1: %6

        s- swinit | error: cannot fork: %6
        t- [FATAL tini (%2)] fork failed: %6
        d- [dumb-init] Unable to fork. Exiting.
        c- ERROR (catatonit:%2): failed to fork child: %6

        s- swinit | error: cannot write %6

        t0 [WARN  tini (%2)] Tini is not running as PID 1 and isn't registered as a child subreaper.
        t0 Zombie processes will not be re-parented to Tini, so zombie reaping won't work.
        t0 To fix the problem, use the -s option or set the environment variable TINI_SUBREAPER \
        to register Tini as a child subreaper, or run Tini as PID 1.

        s0 swinit | warning: reaped orphan (pid %3): %6
        t0 [WARN  tini (%2)] Reaped zombie process with pid=%3

        d2 [dumb-init] Running in debug mode.

        d1 [dumb-init] Unable to detach from controlling tty (errno=%4 %6).

        d1 [dumb-init] Detached from controlling tty, ignoring the first SIGHUP and SIGCONT we \
        receive.

        d1 [dumb-init] Detached from controlling tty, but was not session leader.

        s1 swinit | started %1 (pid %3)
        t1 [INFO  tini (%2)] Spawned child process '%1' with pid '%3'
        d1 [dumb-init] Child spawned with PID %3.

        d1 [dumb-init] Unable to attach to controlling tty (errno=%4 %6).

        d1 [dumb-init] Received signal %4.

        t2 [DEBUG tini (%2)] Received SIGCHLD
        d1 [dumb-init] Received signal %4.

        d1 [dumb-init] Ignoring tty hand-off signal %4.

        d1 [dumb-init] Translating signal %3 to %4.

        s2 swinit | dropped %5
        d1 [dumb-init] Translating signal %4 to 0.
        d1 [dumb-init] Not forwarding signal 0 to children (ignored).

        s2 swinit | passed %5 on to pid %3
        t2 [DEBUG tini (%2)] Passing signal: '%5'
        d1 [dumb-init] Forwarded signal %4 to children.

        d1 [dumb-init] Suspending self due to TTY signal.

        t2 [DEBUG tini (%2)] Reaped child with pid: '%3'
        d1 [dumb-init] A child with PID %3 exited with exit status %4.

        t2 [DEBUG tini (%2)] Reaped child with pid: '%3'
        d1 [dumb-init] A child with PID %3 was terminated by signal %4.

        s2 swinit | reaped orphan (pid %3): %6

        s1 swinit | %1 (pid %3) exited after %6
        t1 [INFO  tini (%2)] Main child exited normally (with status '%4')
        d1 [dumb-init] Child exited with status %4. Goodbye.

        s1 swinit | %1 (pid %3) exited after %6
        t1 [INFO  tini (%2)] Main child exited with signal (with signal '%5')
        d1 [dumb-init] Child exited with status %7. Goodbye.

        """

    /// What `personality` says of `fact` at this verbosity: whole lines, empty for nothing.
    @inline(never)
    static func pattern(
        of fact: SingleFact, by personality: Personality, at verbosity: Int32
    ) -> Text {
        let all = Text(stringLiteral: Self.all)
        var pattern = Text([])
        var paragraph: UInt8 = 0
        var start = 0
        while start < all.count, paragraph <= fact.rawValue {
            let end = (all.firstIndex(of: 10, from: start) ?? all.count) + 1
            if all.bytes[start] == 10 {
                paragraph += 1
            } else if paragraph == fact.rawValue, all.bytes[start] == personality.initial,
                // What is said always has a sign below the digits.
                verbosity >= Int32(all.bytes[start + 1]) - 48 || all.bytes[start + 1] < 48
            {
                pattern.bytes.append(all.bytes, (start + 3)..<end)
            }
            start = end
        }
        return pattern
    }
}
