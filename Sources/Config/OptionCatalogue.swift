import Basics

/// Every option and directive of the language, once: the parser, the suggestions and the
/// documentation know no other list.
public enum OptionCatalogue {
    /// Where the name begins in a row.
    static let nameOffset = 3

    /// The rows: the letter of the ``OptionEntry/Kind``; where the option may stand (`j` in a job, `g`
    /// outside of jobs, `b` both; a capital for what is known but not supported yet, so that a user
    /// learns that it is to come rather than that it is misspelt); name and usage; the range of a
    /// number; the default.
    ///
    /// The first rows are those of ``Option``, in its order; `examples` of `WORDS.txt` has a line for each
    /// row, in this order too.
    static let table: StaticString = #"""
        wj name N |
        lj cmd PROGRAM ARG... |
        xb env VAR=VALUE | | inherits swinit's
        wj user U[:G] | | swinit's
        pj dir D | | swinit's start
        wj in F | | null
        wj out F | | log
        wj err F | | log
        fj clear-env |
        xb env-file [optional] F |
        pj env-dir D |
        fb expand |
        fj listen-fds |
        xj capabilities drop|keep LIST |
        fj no-new-privileges |
        aj group G | | the user's
        Aj groups G... | | the user's
        oj umask 0022 | 0000 0777 | swinit's
        xj ulimit -n 1024 |
        nj nice N | -20 19
        nj oom-score-adjust N | -1000 1000
        wj cpu LIST|0xMASK | | all
        fj disable |
        yj wait [ready|once] |
        fj once |
        nj order N | -2147483648 2147483647 | 0
        lj after JOB... |
        nj instances N | 0 1000 | 1
        lj restart-with JOB... |
        cj restart always|on-failure|never | | always
        cj on-success restart|stop|shutdown | | restart
        cj on-failure restart|stop|shutdown | | restart
        xj success-codes CODE... | | 0
        wj restart-delay D[..D] | | 10s after a run below 10s
        xj restart-limit N in D [then stop|shutdown] | 1 1000
        dj start-wait D | | 0s
        xj start-retries N [then stop|shutdown] | 1 1000
        sj stop-signal S | | TERM
        dj stop-timeout D | | 8s
        nj stop-retries N | 1 1000 | 1
        cj stop-scope process|group | | process
        lj stop-cmd CMD... |
        dj run-timeout D |
        sj reload-signal S | | HUP
        xj bounce every D |
        bj depends { FILES } |
        cj depends-action restart|reload | | restart
        xj ready FORM [within D] | | running
        xj health FORM [every D] ... |
        cj health-action restart|shutdown|none | | restart
        bg job { ... } |
        bg defaults { ... } |
        pg include PATH |
        dg stop-delay D | | 0s
        dg shutdown-timeout D | | 9s or more
        xg shutdown on SIGNAL... |
        cg shutdown-status zero|signal | | zero
        fg linger |
        xg forward SIGNAL... to JOB... | | jobs that catch it
        xg reload on request |
        xg listen on udp://ADDR:PORT |
        xg report to udp://ADDR:PORT[@IF] |
        xb log format|timestamps|ring|to ... | | format text
        xg services in DIR |
        oG socket-mode M | 0000 0777
        aG socket-group G |
        pG token-file PATH |
        xG reexec on-change |
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
