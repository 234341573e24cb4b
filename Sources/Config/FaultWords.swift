import Basics

/// The sentences of one ``Fault``: its code, what is wrong, and how to put it right.
///
/// They stand in one text, so that the places that find a fault need only name it: sentences put
/// together where they are needed would make up half of the program.
struct FaultWords {
    let code: Text
    let message: Text
    /// Empty where there is nothing to say.
    let hint: Text

    /// The sentences of `fault`, with `values` in the places of `%1`, `%2`, ...
    init(_ fault: Fault, _ values: [Text]) {
        let row = Text(row: Int(fault.rawValue), of: Self.all)
        code = row.column(0)
        let isPath = fault == .circle || fault == .circleOfBarrier || fault == .includeCycle
        let limit = isPath ? Shown.longestPath : Shown.longest
        message = Self.fill(row.column(1), values, limit: limit)
        hint = Self.fill(row.column(2), values, limit: limit)
    }

    /// Puts `values` in the places of `%1`, `%2`, ..., fit to be shown.
    @inline(never)
    static func fill(
        _ pattern: Text, _ values: [Text], limit: Int = Shown.longest
    ) -> Text {
        var bytes: [UInt8] = []
        var index = 0
        while index < pattern.count {
            let byte = pattern.bytes[index]
            let next = index + 1 < pattern.count ? pattern.bytes[index + 1] : 0
            if byte == 37, next >= 49, Int(next) - 49 < values.count {
                Shown(values[Int(next) - 49], limit: limit).render(into: &bytes)
                index += 2
            } else {
                bytes.append(byte)
                index += 1
            }
        }
        return Text(bytes)
    }

    /// A line for each fault, in the order of ``Fault``: code, message and hint.
    static let all: StaticString = #"""
        nul-byte | a NUL byte | is this a text file?
        too-large | the file is larger than 10 MiB | is this a configuration file?
        too-large | all files together are larger than 40 MiB
        too-large | cannot read '%1': larger than 10 MiB | is this a configuration file?
        cannot-read | cannot read '%1': %2 | '-c FILE' or SWINIT_CONFIG names another file
        too-many-words | more than %1 words on one line
        too-many-jobs | more than %1 jobs
        too-many-files | more than %1 files
        too-many-entries | more than %1 of these
        unclosed-quote | the quote is not closed on its line | quotes do not cross lines
        glued-quote | text directly behind a closing quote | a blank separates words; inside \#
        "..." a quote is written \"
        quote-in-word | a quote inside a word is an ordinary character | put the quotes around \#
        the whole word
        unknown-directive | unknown directive '%1'
        unknown-directive | unknown directive '%1' | a blank goes before '{'
        unexpected-brace | this '}' closes nothing
        unexpected-brace | this '{' opens nothing | write 'job {'
        unknown-option | unknown option '%1'%2
        unknown-option | unknown option '%1'%2 | an option's name has no quotes
        unexpected-brace | this '{' opens nothing | only 'env', 'ulimit' and 'depends' open a block in a job
        misplaced-option | '%1' stands outside of a job | it belongs inside 'job { ... }'
        misplaced-option | '%1' stands inside a job | it is global: move it out of the braces
        misplaced-option | 'name' has no place in 'defaults' | each job has its own
        misplaced-defaults | 'defaults' stands behind a job | move it before the first job
        not-supported-yet | option '%1' is not supported yet
        not-supported-yet | '%1 %2' is not supported yet
        repeated-option | option '%1' is repeated%2 | first %3
        missing-option | a job has no name | add a line 'name N'
        missing-option | job "%1" has no cmd | add a line 'cmd PROGRAM ARG...'
        duplicate-job | job "%1" exists already | first %2
        missing-value | '%1' needs a value | write '%2'
        missing-value | '%1' needs a value | a number, SOFT:HARD or infinity
        unexpected-text | unexpected '%1' behind '%2' | write a value with blanks in quotes: "..."
        unexpected-text | unexpected '%1' behind '%2' | one option a line
        unexpected-text | unexpected '%1' behind 'env' | one variable a line; a value with blanks \#
        in quotes: VAR="..."
        unexpected-text | unexpected '%1' behind 'wait' | one option a line: 'wait', 'wait ready' \#
        or 'wait once'
        unexpected-text | unexpected '%1' behind '%2' | the name is an option of its own: name N
        unexpected-text | unexpected '%1' behind '%2' | write '%2 {'
        missing-brace | '{' is missing behind '%1'
        unexpected-text | text behind '%1' | start a new line
        unclosed-block | this block is not closed | a '}' on a line of its own closes it
        unclosed-block | this block is not closed | a '}' is missing before line %1
        bad-variable | '%1' is not VAR=VALUE | no blanks around the '='
        bad-variable | '%1' is not VAR=VALUE | a '}' stands on a line of its own
        bad-number | '%1' is not a whole number | %2 to %3
        bad-number | '%1' is not an octal number | such as 0022
        out-of-range | '%1' is out of range | %2 to %3
        bad-duration | '%1' has no unit | did you mean '%1s'?
        bad-duration | '%1' is not a length of time | write it like 500ms, 10s, 5m, 2h, 1d or 1h30m
        out-of-range | '%1' is too long | at most 3650d
        out-of-range | '%1' ends below its beginning | write '%3..%2'
        out-of-range | a growing pause begins above 0 | write '100ms..%3'
        out-of-range | no run is that short | leave 'run-timeout' out for no limit
        bad-signal | unknown signal '%1' | a name such as TERM, RTMIN+3, or a number from 1 to 64
        bad-signal | %1 cannot be used here | %2
        bad-value | '%1' cannot be '%2' | one of %3
        bad-value | an empty path
        bad-value | the program's name is empty
        bad-value | 'in' cannot be '%1' | write './%1' for a file of that name
        bad-value | 'out' cannot be 'err' | 'err out' joins them; write './err' for a file of \#
        that name
        bad-user | '%1' is not a user | write 'user U' or 'user U:G'
        bad-user | '%1' is not a name or number
        bad-user | '%1' is not a name or number | blanks separate them, not commas
        conflict | the group is given twice | 'user U:G' names it already
        bad-value | '%1' is neither an exit code nor a signal | codes from 0 to 255 and signals \#
        such as TERM
        missing-value | 'success-codes' names no code
        bad-value | '%1' is no set of CPUs | write a list such as 0,2-5 or a mask such as 0x3d
        out-of-range | '%1' names a CPU that is out of range | 0 to %2
        bad-value | unknown limit '%1' | a flag such as -n, or a name such as RLIMIT_NOFILE
        bad-number | '%1' is no limit | a number such as 1024, SOFT:HARD, or infinity
        bad-number | '%1' is no limit | a number such as 1024 or 64k, SOFT:HARD, or infinity
        out-of-range | '%1' is out of range | write 'infinity' for the most that may be set
        out-of-range | the soft limit of '%1' is above the hard one
        bad-name | '%1' cannot be a job's name | %2
        bad-name | "%1" is the name of an instance of job "%2"
        unknown-job | unknown job "%1"
        conflict | 'once' and 'restart' contradict each other | 'on-failure restart' beside \#
        'once' repeats a job until it succeeds
        conflict | %1 shuts down and is forwarded | it can do only one
        unexpected-text | 'shutdown' needs 'on' and signals | write 'shutdown on SIGNAL...'
        missing-value | 'forward' needs signals and jobs | write 'forward SIGNAL... to JOB...' or \#
        'forward none'
        bad-value | '%1' is malformed | write '%2'
        out-of-range | '%1' is too short | at least %2
        unexpected-brace | '%1' is no file | a '}' stands on a line of its own
        bad-value | unknown capability '%1' | a name such as NET_BIND_SERVICE, or all
        bad-value | '%1' is no address | write it like udp://127.0.0.1:9999, or with @eth0 behind it
        missing-value | '%1' says no form | one of %2
        bad-value | '%1' needs TLS, which only another program speaks | write 'exec wget -q -O /dev/null %1'
        bad-value | '%1' is no URL | write it like http://127.0.0.1:8080/health
        bad-value | '%1' is no address with a port | write it like 127.0.0.1:8080, [::1]:80 or db:5432
        conflict | nothing can be logged to '%1': %2
        cycle | '%1' leads in a circle: %2
        cycle | '%1' leads in a circle: %2 | a 'wait' before "%3" holds that back
        too-many-entries | more than %1 different patterns
        cannot-read | cannot read '%1': %2 | the path is relative to the file that includes it
        include-cycle | '%1' includes itself | %2
        include-depth | includes are nested more than %1 deep
        above-shutdown-timeout | 'stop-delay' is above the shutdown-timeout of %1
        above-shutdown-timeout | 'stop-timeout' times 'stop-retries' is %1, above the \#
        shutdown-timeout of %2
        unknown-variable | '%1' cannot be replaced: %2 | it is read with the file, from swinit's own \#
        environment and 'env'
        trailing-ampersand | the '&' is an argument: there is no shell | leave it out, every job \#
        runs beside the others
        trailing-ampersand | the '&' at the end makes the shell exit at once | leave it out, \#
        every job runs beside the others
        shell-without-exec | the shell stays between swinit and the program | write 'exec' before \#
        the program, so that signals reach it
        better-stop-signal | '%1' stops better by %2 than by TERM | add a line 'stop-signal %2'
        daemonises | '%1' leaves the foreground by itself | write: %1 %2
        endless-wait | '%1' never ends, so later jobs never start | write 'wait ready'
        unexpanded-variable | nothing replaces '%1' | add 'expand', or write '...' around the word \#
        for the text itself
        depends-on-job | 'depends' lists files, and '%1' is a job | did you mean 'after %1'?
        after-disabled | "%1" is disabled | this job waits until somebody starts that one
        unreachable-limit | the pauses before restarts never allow %1 failures in %2 | write a \#
        longer time, or a shorter 'restart-delay'
        unknown-user | there is no user '%1' here
        unknown-group | there is no group '%1' here
        missing-program | there is no program '%1' here
        missing-file | there is no file '%1' here
        missing-file | there is no directory '%1' here
        unknown-variable | there is no variable '%1' here | ${%1:-DEFAULT} is never missing
        """#
}
