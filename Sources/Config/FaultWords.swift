import Basics

/// The sentences of one ``Fault``: its code, what is wrong, and how to put it right.
///
/// One table of texts, so that the places that find a fault need only name it: sentences put together
/// where they are needed would make up half of the program.
struct FaultWords {
    let code: StaticString
    let message: StaticString
    let hint: StaticString

    @inline(__always)
    init(_ code: StaticString, _ message: StaticString, _ hint: StaticString = "") {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Puts `values` in the places of `%1`, `%2`, ..., fit to be shown.
    static func fill(_ template: StaticString, _ values: [Text]) -> Text {
        let pattern: Text = "\(template)"
        var bytes: [UInt8] = []
        var index = 0
        while index < pattern.count {
            let byte = pattern.bytes[index]
            let next = index + 1 < pattern.count ? pattern.bytes[index + 1] : 0
            if byte == 37, next >= 49, Int(next) - 49 < values.count {
                Shown(values[Int(next) - 49]).render(into: &bytes)
                index += 2
            } else {
                bytes.append(byte)
                index += 1
            }
        }
        return Text(bytes)
    }

    /// In the order of ``Fault``.
    static let all: [FaultWords] = [
        FaultWords("nul-byte", "a NUL byte", "is this a text file?"),
        FaultWords("too-large", "the file is larger than 10 MiB", "is this a configuration file?"),
        FaultWords("too-large", "all files together are larger than 40 MiB"),
        FaultWords(
            "too-large", "cannot read '%1': larger than 10 MiB", "is this a configuration file?"),
        FaultWords(
            "cannot-read", "cannot read '%1': %2", "'-c FILE' or SWINIT_CONFIG names another file"),
        FaultWords("too-many-words", "more than %1 words on one line"),
        FaultWords("too-many-jobs", "more than %1 jobs"),
        FaultWords("too-many-files", "more than %1 files"),
        FaultWords("too-many-entries", "more than %1 of these"),
        FaultWords(
            "unclosed-quote", "the quote is not closed on its line", "quotes do not cross lines"),
        FaultWords(
            "glued-quote", "text directly behind a closing quote",
            "a blank separates words; inside \"...\" a quote is written \\\""),
        FaultWords(
            "quote-in-word", "a quote inside a word is an ordinary character",
            "put the quotes around the whole word"),
        FaultWords("unknown-directive", "unknown directive '%1'"),
        FaultWords("unknown-directive", "unknown directive '%1'", "a blank goes before '{'"),
        FaultWords("unexpected-brace", "this '}' closes nothing"),
        FaultWords("unexpected-brace", "this '{' opens nothing", "write 'job {'"),
        FaultWords("unknown-option", "unknown option '%1'%2"),
        FaultWords(
            "unknown-option", "unknown option '%1'%2", "an option's name has no quotes"),
        FaultWords(
            "unexpected-brace", "this '{' opens nothing",
            "only 'env' and 'ulimit' open a block in a job"),
        FaultWords(
            "misplaced-option", "'%1' stands outside of a job", "it belongs inside 'job { ... }'"),
        FaultWords(
            "misplaced-option", "'%1' stands inside a job",
            "it is global: move it out of the braces"),
        FaultWords(
            "misplaced-option", "'name' has no place in 'defaults'", "each job has its own"),
        FaultWords(
            "misplaced-defaults", "'defaults' stands behind a job",
            "move it before the first job"),
        FaultWords("not-supported-yet", "option '%1' is not supported yet"),
        FaultWords("not-supported-yet", "'%1 %2' is not supported yet"),
        FaultWords(
            "not-supported-yet", "a pattern in 'include' is not supported yet",
            "write a line for each file"),
        FaultWords("repeated-option", "option '%1' is repeated%2", "first %3"),
        FaultWords("missing-option", "a job has no name", "add a line 'name N'"),
        FaultWords(
            "missing-option", "job \"%1\" has no cmd", "add a line 'cmd PROGRAM ARG...'"),
        FaultWords("duplicate-job", "job \"%1\" exists already", "first %2"),
        FaultWords("missing-value", "'%1' needs a value", "write '%2'"),
        FaultWords(
            "missing-value", "'%1' needs a value", "a number, SOFT:HARD or infinity"),
        FaultWords(
            "unexpected-text", "unexpected '%1' behind '%2'",
            "write a value with blanks in quotes: \"...\""),
        FaultWords("unexpected-text", "unexpected '%1' behind '%2'", "one option a line"),
        FaultWords(
            "unexpected-text", "unexpected '%1' behind 'env'",
            "one variable a line; a value with blanks in quotes: VAR=\"...\""),
        FaultWords(
            "unexpected-text", "unexpected '%1' behind 'wait'",
            "one option a line: 'wait', 'wait ready' or 'wait once'"),
        FaultWords(
            "unexpected-text", "unexpected '%1' behind '%2'",
            "the name is an option of its own: name N"),
        FaultWords("unexpected-text", "unexpected '%1' behind '%2'", "write '%2 {'"),
        FaultWords("missing-brace", "'{' is missing behind '%1'"),
        FaultWords("unexpected-text", "text behind '%1'", "start a new line"),
        FaultWords(
            "unclosed-block", "this block is not closed", "a '}' on a line of its own closes it"),
        FaultWords(
            "unclosed-block", "this block is not closed", "a '}' is missing before line %1"),
        FaultWords("bad-variable", "'%1' is not VAR=VALUE", "no blanks around the '='"),
        FaultWords("bad-variable", "'%1' is not VAR=VALUE", "a '}' stands on a line of its own"),
        FaultWords("bad-number", "'%1' is not a whole number", "%2 to %3"),
        FaultWords("bad-number", "'%1' is not an octal number", "such as 0022"),
        FaultWords("out-of-range", "'%1' is out of range", "%2 to %3"),
        FaultWords("bad-duration", "'%1' has no unit", "did you mean '%1s'?"),
        FaultWords(
            "bad-duration", "'%1' is not a length of time",
            "write it like 500ms, 10s, 5m, 2h, 1d or 1h30m"),
        FaultWords("out-of-range", "'%1' is too long", "at most 3650d"),
        FaultWords("out-of-range", "'%1' ends below its beginning", "write '%3..%2'"),
        FaultWords("out-of-range", "a growing pause begins above 0", "write '100ms..%3'"),
        FaultWords(
            "out-of-range", "no run is that short", "leave 'run-timeout' out for no limit"),
        FaultWords(
            "bad-signal", "unknown signal '%1'",
            "a name such as TERM, RTMIN+3, or a number from 1 to 64"),
        FaultWords("bad-signal", "%1 cannot be used here", "%2"),
        FaultWords("bad-value", "'%1' cannot be '%2'", "one of %3"),
        FaultWords("bad-value", "an empty path"),
        FaultWords("bad-value", "the program's name is empty"),
        FaultWords(
            "bad-value", "'in' cannot be '%1'", "write './%1' for a file of that name"),
        FaultWords(
            "bad-value", "'out' cannot be 'err'",
            "'err out' joins them; write './err' for a file of that name"),
        FaultWords("bad-user", "'%1' is not a user", "write 'user U' or 'user U:G'"),
        FaultWords("bad-user", "'%1' is not a name or number"),
        FaultWords(
            "bad-user", "'%1' is not a name or number", "blanks separate them, not commas"),
        FaultWords("conflict", "the group is given twice", "'user U:G' names it already"),
        FaultWords(
            "bad-value", "'%1' is neither an exit code nor a signal",
            "codes from 0 to 255 and signals such as TERM"),
        FaultWords("missing-value", "'success-codes' names no code"),
        FaultWords(
            "bad-value", "'%1' is no set of CPUs",
            "write a list such as 0,2-5 or a mask such as 0x3d"),
        FaultWords(
            "out-of-range", "'%1' names a CPU that is out of range", "0 to %2"),
        FaultWords(
            "bad-value", "unknown limit '%1'",
            "a flag such as -n, or a name such as RLIMIT_NOFILE"),
        FaultWords(
            "bad-number", "'%1' is no limit", "a number such as 1024, SOFT:HARD, or infinity"),
        FaultWords(
            "bad-number", "'%1' is no limit",
            "a number such as 1024 or 64k, SOFT:HARD, or infinity"),
        FaultWords(
            "out-of-range", "'%1' is out of range",
            "write 'infinity' for the most that may be set"),
        FaultWords("out-of-range", "the soft limit of '%1' is above the hard one"),
        FaultWords("bad-name", "'%1' cannot be a job's name", "%2"),
        FaultWords("bad-name", "\"%1\" is the name of an instance of job \"%2\""),
        FaultWords("unknown-job", "unknown job \"%1\""),
        FaultWords(
            "conflict", "'once' and 'restart' contradict each other",
            "'on-failure restart' beside 'once' repeats a job until it succeeds"),
        FaultWords("conflict", "%1 shuts down and is forwarded", "it can do only one"),
        FaultWords(
            "unexpected-text", "'shutdown' needs 'on' and signals",
            "write 'shutdown on SIGNAL...'"),
        FaultWords(
            "missing-value", "'forward' needs signals and jobs",
            "write 'forward SIGNAL... to JOB...' or 'forward none'"),
        FaultWords(
            "cannot-read", "cannot read '%1': %2",
            "the path is relative to the file that includes it"),
        FaultWords("include-cycle", "'%1' includes itself", "%2"),
        FaultWords("include-depth", "includes are nested more than %1 deep"),
        FaultWords(
            "above-shutdown-timeout", "'stop-delay' is above the shutdown-timeout of %1"),
        FaultWords(
            "above-shutdown-timeout",
            "'stop-timeout' times 'stop-retries' is %1, above the shutdown-timeout of %2"),
        FaultWords(
            "trailing-ampersand", "the '&' is an argument: there is no shell",
            "leave it out, every job runs beside the others"),
        FaultWords(
            "trailing-ampersand", "the '&' at the end makes the shell exit at once",
            "leave it out, every job runs beside the others"),
        FaultWords(
            "shell-without-exec", "the shell stays between swinit and the program",
            "write 'exec' before the program, so that signals reach it"),
        FaultWords(
            "better-stop-signal", "'%1' stops better by %2 than by TERM",
            "add a line 'stop-signal %2'"),
        FaultWords(
            "daemonises", "'nginx' leaves the foreground by itself",
            "write: nginx -g \"daemon off;\""),
        FaultWords(
            "endless-wait", "'%1' never ends, so later jobs never start", "write 'wait ready'"),
        FaultWords(
            "unexpanded-variable", "nothing replaces '%1'",
            "write the value, or '...' around the word for the text itself"),
    ]
}
