import Basics

/// Every option and directive of the language, once: the parser, the suggestions and the
/// documentation know no other list.
public enum OptionCatalogue {
    /// Where the name begins in a row.
    static let nameOffset = 3

    /// The rows: the letter of the ``OptionEntry/Kind``; where the option may stand (`j` in a job, `g`
    /// outside of jobs, `b` both; a capital for what is known but not supported yet, so that a user
    /// learns that it is to come rather than that it is misspelt); name and usage; the range of a
    /// number; the default; one line of help.
    ///
    /// The first rows are those of ``Option``, in its order.
    static let table: StaticString = #"""
        wj name N | | | the job's unique name
        lj cmd PROGRAM ARG... | | | program and arguments, no shell
        xb env VAR=VALUE | | inherits swinit's | sets a variable; or a block
        wj user U[:G] | | swinit's | who the job runs as
        pj dir D | | swinit's start | the working directory
        wj in F | | null | file for stdin; null, inherit
        wj out F | | log | file for stdout; log, null, inherit
        wj err F | | log | file for stderr; log, null, inherit, out
        fj clear-env | | | starts from an empty environment
        xb env-file [optional] F | | | reads variables at each start
        pj env-dir D | | | a variable for each file of a folder
        fb expand | | | replaces ${NAME} in values outside of single quotes
        fj listen-fds | | | gets the sockets of LISTEN_FDS
        xj capabilities drop|keep LIST | | | what root may do, for jobs that run as root
        fj no-new-privileges | | | set-uid programs give it no more rights
        aj group G | | the user's | the job's group
        Aj groups G... | | the user's | the supplementary groups
        oj umask 0022 | 0000 0777 | swinit's | the file mode mask, octal
        xj ulimit -n 1024 | | | a resource limit; or a block
        nj nice N | -20 19 | | the CPU priority; lower goes first
        nj oom-score-adjust N | -1000 1000 | | higher is killed first when memory ends
        wj cpu LIST|0xMASK | | all | the CPUs that it may run on
        fj disable | | | known, but not started
        yj wait [ready|once] | | | later jobs wait for this one
        fj once | | | runs once per container start
        nj order N | -2147483648 2147483647 | 0 | lower starts first
        lj after JOB... | | | starts when those are ready; name or pattern
        nj instances N | 0 1000 | 1 | how many processes
        lj restart-with JOB... | | | restarts when one of those was restarted
        cj restart always|on-failure|never | | always | when to start again
        cj on-success restart|stop|shutdown | | restart | what follows a success
        cj on-failure restart|stop|shutdown | | restart | what follows a failure
        xj success-codes CODE... | | 0 | exit codes and signals that are a success
        wj restart-delay D[..D] | | 10s after a run below 10s | the pause before a restart
        xj restart-limit N in D [then stop|shutdown] | 1 1000 | | gives up after N failures within D
        dj start-wait D | | 0s | a run that lasts so long counts as started
        xj start-retries N [then stop|shutdown] | 1 1000 | | gives up after N failed starts
        sj stop-signal S | | TERM | asks the job to end
        dj stop-timeout D | | 8s | how long until the next signal, or KILL
        nj stop-retries N | 1 1000 | 1 | how often the stop signal is sent
        cj stop-scope process|group | | process | whom the stop signal reaches
        lj stop-cmd CMD... | | | runs instead of the stop signal
        dj run-timeout D | | | the longest that a run may take
        sj reload-signal S | | HUP | asks the job to read its own files again
        xj bounce every D | | | restarts every so often
        bj depends { FILES } | | | restarts when a file changes
        cj depends-action restart|reload | | restart | what a change of depends does
        xj ready FORM [within D] | | running | notify, fd N, tcp A:P, http URL, exec CMD, unix P, file P
        xj health FORM [every D] ... | | | probes a job that is ready: tcp A:P, http URL, exec CMD
        cj health-action restart|shutdown|none | | restart | what bad health does
        bg job { ... } | | | a job
        bg defaults { ... } | | | options that every job starts from
        pg include PATH | | | reads another file here; or a pattern
        dg stop-delay D | | 0s | the pause before the first stop signal
        dg shutdown-timeout D | | 9s or more | the budget of the whole shutdown
        xg shutdown on SIGNAL... | | | more signals that end the container
        cg shutdown-status zero|signal | | zero | the status after a signal
        fg linger | | | stays when nothing runs any more
        xg forward SIGNAL... to JOB... | | jobs that catch it | passes signals on
        xg reload on request | | | not on a change of the file
        xg listen on udp://ADDR:PORT | | | pmtr's enable and disable
        xg report to udp://ADDR:PORT[@IF] | | | pmtr's status datagrams
        xb log format|timestamps|ring|to ... | | format text | what becomes of captured output
        xg services in DIR | | | runs the service directories of daemontools, s6 and runit
        oG socket-mode M | 0000 0777 | | the control socket's mode
        aG socket-group G | | | the control socket's group
        pG token-file PATH | | | the API's token
        xG reexec on-change | | | runs a new binary
        """#

    /// How many rows there are.
    public static var count: Int {
        var count = 1
        table.withUTF8Buffer { table in
            for index in 0..<table.count where unsafe table[index] == 10 { count += 1 }
        }
        return count
    }

    /// Row `number`, which is below ``count``.
    public static func entry(_ number: Int) -> OptionEntry {
        OptionEntry(row: number, at: table.start(ofRow: number))
    }

    /// The byte of the table at `index`.
    @inline(never)
    static func letter(_ index: Int) -> UInt8 {
        table.withUTF8Buffer { table in index < table.count ? unsafe table[index] : 0 }
    }

    /// The row of the option named by word `index` of `line`; nil where there is none.
    @inline(never)
    static func entry(for line: Line, _ index: Int) -> OptionEntry? {
        guard index < line.count, !line.isQuoted(index) else { return nil }
        let word = line.words[index]
        var row = 0
        let starts = Self.starts
        return table.withUTF8Buffer { table in
            for start in starts {
                var place = Int(start) + nameOffset
                var offset = word.start
                while offset < word.end, unsafe table[place] == line.bytes[offset] {
                    place += 1
                    offset += 1
                }
                // A blank follows every name.
                if offset == word.end, unsafe table[place] == 32 {
                    return OptionEntry(row: row, at: Int(start))
                }
                row += 1
            }
            return nil
        }
    }

    /// Where each row begins: a file names as many options as it has lines.
    private static let starts: [UInt16] = {
        var starts: [UInt16] = [0]
        table.withUTF8Buffer { table in
            for index in 0..<table.count where unsafe table[index] == 10 {
                starts.append(UInt16(clamping: index + 1))
            }
        }
        return starts
    }()

    /// The name nearest to `word`, of an option that may stand in a job or outside of jobs.
    @inline(never)
    static func suggestion(for word: Text, inJob: Bool) -> Text? {
        var names: [Text] = []
        for row in 0..<count {
            let entry = entry(row)
            if inJob ? entry.isJobOption : entry.isGlobal { names.append(entry.name) }
        }
        return EditDistance.nearest(to: word, among: names)
    }
}
