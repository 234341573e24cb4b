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
    func advise(_ list: inout DiagnosticList) {
        guard let line = commandLine, line.count > 1 else { return }
        if let script = scriptIndex {
            adviseScript(line, script, &list)
        } else {
            line.adviseVariables(from: 1, &list)
            if line.count > 2, line.isPlain(line.count - 1, "&") {
                list.add(.ampersandArgument, at: line.span(line.count - 1))
            }
        }
        adviseStopSignal(line, &list)
        adviseDaemon(line, &list)
        adviseWait(line, &list)
    }

    /// The word of the script in `sh -c SCRIPT`, counted with `cmd` as 0; nil for other commands.
    private var scriptIndex: Int? {
        let command = spec.launch.command
        guard program.place(in: "sh bash dash ash ksh zsh") != nil else { return nil }
        for (index, word) in command.enumerated().dropFirst() {
            guard word.bytes.first == 45, !word.hasPrefix("--") else { return nil }
            if word.firstIndex(of: 99) != nil { return index + 1 < command.count ? index + 2 : nil }
        }
        return nil
    }

    private func adviseScript(_ line: Line, _ index: Int, _ list: inout DiagnosticList) {
        let script = ScriptText(line.text(index))
        if script.endsInBackground {
            list.add(.ampersandScript, at: line.span(index))
        } else if !spec.placement.runsOnce, script.isOneCommand, !script.hasExec {
            list.add(.shellWithoutExec, at: line.span(index))
        }
    }

    private func adviseStopSignal(_ line: Line, _ list: inout DiagnosticList) {
        guard !has(.stopSignal) else { return }
        var better: Signal?
        if program.isEqual(to: "postgres") { better = .interrupt }
        if program.isEqual(to: "nginx") || program.hasPrefix("php-fpm") { better = .quit }
        guard let better else { return }
        list.add(.betterSignal, at: line.span(1), program, "\(better)")
    }

    /// Whether nginx is only asked something (`-t`, `-v`, `-s reload`).
    private var asksNginx: Bool {
        for word in spec.launch.command where word.place(in: "-t -T -v -V -s -h -?") != nil {
            if word.place(in: "-t -T -v -V -s -h -?") != nil { return true }
        }
        return false
    }

    private var staysInForeground: Bool {
        for word in spec.launch.command where word.contains("daemon off") { return true }
        return false
    }

    private func adviseDaemon(_ line: Line, _ list: inout DiagnosticList) {
        guard program.isEqual(to: "nginx"), !asksNginx, !staysInForeground else { return }
        list.add(.daemonises, at: line.span(1))
    }

    private func adviseWait(_ line: Line, _ list: inout DiagnosticList) {
        guard spec.placement.barrier == .ended, spec.runTimeout == nil,
            !spec.placement.isDisabled, isEndless
        else { return }
        list.add(.endlessWait, at: mention(of: .wait) ?? line.span(1), program)
    }

    /// Whether the command is known never to end by itself.
    private var isEndless: Bool {
        let command = spec.launch.command
        switch program {
        case "nginx": return staysInForeground
        case "postgres", "redis-server", "mysqld", "mongod": return true
        case "sleep": return command.count == 2 && command[1].isEqual(to: "infinity")
        case "tail":
            for word in command where word.isEqual(to: "-f") || word.isEqual(to: "-F") {
                return true
            }
            return false
        default: return false
        }
    }
}
