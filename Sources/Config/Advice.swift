import Basics

/// What is legal in a job but probably not meant: warnings that need no file system.
extension JobDraft {
    /// The last part of the program's path.
    private var program: Text {
        let command = spec.launch.command.first ?? Text([])
        let start = command.lastIndex(of: 47).map { $0 + 1 } ?? 0
        return command.slice(start..<command.count)
    }

    /// Adds the warnings on a job that is settled.
    @inline(never)
    func advise(_ list: inout DiagnosticList) {
        guard let line = commandLine, line.count > 1 else { return }
        let program = program
        let command = spec.launch.command
        if let script = scriptIndex(program, command) {
            adviseScript(line, script, &list)
        } else {
            line.adviseVariables(from: 1, &variables)
            if line.count > 2, line.isPlain(line.count - 1, "&") {
                list.add(.ampersandArgument, line, line.count - 1)
            }
        }
        let isNginx = program.isEqual(to: "nginx")
        let isPHP = program.hasPrefix("php-fpm")
        if !has(.stopSignal), isNginx || isPHP || program.isEqual(to: "postgres") {
            list.add(
                .betterSignal, at: line.span(1), program, isNginx || isPHP ? "QUIT" : "INT")
        }
        // Whether nginx is only asked something, and whether it stays.
        var asks = false
        var stays = false
        for word in command {
            if word.place(in: "-t -T -v -V -s -h -?") != nil { asks = true }
            if word.contains("daemon off") { stays = true }
        }
        if !asks, !stays,
            let flag = isNginx ? "-g \"daemon off;\"" : foregroundFlag(program, command)
        {
            list.add(.daemonises, at: line.span(1), program, flag)
        }
        if isWaitedFor, isNginx ? stays : isEndless(program, command) {
            list.add(.endlessWait, at: mention(of: .wait) ?? line.span(1), program)
        }
    }

    /// What makes each of the programs below stay in the foreground: one of these words.
    private static let stays: StaticString = """
        -DFOREGROUND FOREGROUND -X
        -DFOREGROUND FOREGROUND -X -f
        -D -d -i
        -f
        -f -n
        -n
        -F --foreground
        -k -d --keep-in-foreground --no-daemon
        -f -g
        -n --nodaemon
        """

    /// What makes `program` stay in the foreground, where the command lacks it.
    private func foregroundFlag(_ program: Text, _ command: [Text]) -> Text? {
        let programs: StaticString =
            "apache2 httpd sshd cron crond rsyslogd syslog-ng dnsmasq named supervisord"
        guard let row = program.place(in: programs) else { return nil }
        let flags = Text(row: row, of: Self.stays).split(at: 32)
        // The program's own name is none of them.
        for word in command where flags.contains(word) { return nil }
        return flags[0]
    }

    private var isWaitedFor: Bool {
        spec.number(.wait) == Placement.Barrier.ended.rawValue && !spec.has(.runTimeout)
            && !spec.has(.disable)
    }

    /// The word of the script in `sh -c SCRIPT`, counted with `cmd` as 0; nil for other commands.
    private func scriptIndex(_ program: Text, _ command: [Text]) -> Int? {
        guard program.place(in: "sh bash dash ash ksh zsh") != nil else { return nil }
        var index = 1
        while index < command.count, command[index].hasPrefix("-"), !command[index].hasPrefix("--")
        {
            if command[index].firstIndex(of: 99) != nil {
                return index + 1 < command.count ? index + 2 : nil
            }
            index += 1
        }
        return nil
    }

    private func adviseScript(_ line: Line, _ index: Int, _ list: inout DiagnosticList) {
        let script = ScriptText(line.text(index))
        if script.endsInBackground {
            list.add(.ampersandScript, line, index)
        } else if !spec.has(.once), script.isOneCommand, !script.hasExec {
            list.add(.shellWithoutExec, line, index)
        }
    }

    /// Whether the command is known never to end by itself.
    private func isEndless(_ program: Text, _ command: [Text]) -> Bool {
        switch program.place(in: "sleep tail postgres redis-server mysqld mongod") {
        case nil: return false
        case 0: return command.count == 2 && command[1].isEqual(to: "infinity")
        case 1:
            for word in command where word.place(in: "-f -F") != nil { return true }
            return false
        default: return true
        }
    }
}
