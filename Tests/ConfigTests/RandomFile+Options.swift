import Basics

@testable import Config

/// A good line for every option.
extension RandomFile {
    /// The line of the option `name`, words and all; empty where it is not known how it is written.
    mutating func option(_ name: String) -> [UInt8] {
        var line = Array(name.utf8)
        guard let values = values(of: name) else { return [] }
        used.insert(name)
        for value in values {
            line += Array(pick([" ", " ", "  ", "\t", " \\\n  ", " \\\r\n"]).utf8) + value
        }
        return line
    }

    /// Directives, each at most once but for those that may be repeated.
    mutating func directives() -> [String] {
        var lines: [String] = []
        // No stop-timeout of a job is longer than this.
        if chance(50) { lines.append("shutdown-timeout 900d") }
        if chance(50) { lines.append("stop-delay \(duration())") }
        if chance(50) { lines.append("shutdown on winch PWR 34 TERM") }
        if chance(50) { lines.append("shutdown-status \(pick(["zero", "signal"]))") }
        if chance(50) { lines.append("linger") }
        if chance(30) { lines.append("forward none") }
        if chance(30) { lines.append("reload on request") }
        if chance(30) { lines.append("expand") }
        if chance(30) { lines.append("env-file optional 'x y'") }
        if chance(30) { lines.append("listen on udp://0.0.0.0:1\nlisten on udp://1.2.3.4:65535") }
        if chance(30) { lines.append("report to udp://239.0.0.1:9999@eth2") }
        if chance(30) { lines.append("report to \"udp://255.255.255.255:80@e 0\"") }
        if chance(30) { lines.append("log format text\nlog ring-total 1G\nlog ring 5") }
        if chance(30) { lines.append("log timestamps rfc3339\nlog drop-when-blocked") }
        if chance(50) { lines.append("forward USR2 RTMIN+9 \\\n 32 to main \(pick(names))") }
        if chance(50) { lines.append(String(decoding: option("env"), as: UTF8.self)) }
        return lines
    }

    private mutating func values(of name: String) -> [[UInt8]]? {
        switch name {
        case "cmd", "stop-cmd": return (0..<number(1...5)).map { _ in word(text()) }
        case "depends": return dependencies()
        case "env-file":
            let path = chance(20) ? Array("${DIR}/a b".utf8) : text()
            return (chance(50) ? [Array("optional".utf8)] : []) + [word(path)]
        case "capabilities":
            let names = pick(["all", "kill", "CAP_CHOWN,net_raw", "BPF CHECKPOINT_RESTORE", ","])
            return [Array((pick(["keep ", "drop "]) + names).utf8)]
        case "bounce": return [Array("every \(pick(["1s", "1d", "1h1ms"]))".utf8)]
        case "env":
            return chance(30)
                ? [Array("{\n".utf8) + variable() + [10] + variable() + Array("\n}".utf8)]
                : [variable()]
        case "dir", "in": return [word(text())]
        case "out":
            return [
                chance(50) ? word(text()) : Array(pick(["log", "null", "inherit", "syslog"]).utf8)
            ]
        case "err":
            return [Array(pick(["log", "null", "inherit", "out", "./out", "\"out\""]).utf8)]
        case "user": return [Array(pick(["www", "0", "www:33", "u:g.x", "\"o'neil\""]).utf8)]
        case "group", "groups": return [Array(pick(["www", "4294967294", "\"a\\\"b\"", "é"]).utf8)]
        case "ulimit": return [Array(limit().utf8)]
        case "cpu":
            return [Array(pick(["0", "0-3,8", "1023", "0x0f0", "62-65", "0x0", "7,5,6"]).utf8)]
        case "wait":
            let form = pick(["", "ready", "once"])
            return form.isEmpty ? [] : [Array(form.utf8)]
        case "success-codes":
            return [Array(pick(["0", "1", "0,1,TERM", "sigint ,3 3", "0 255 64", "RTMIN+3"]).utf8)]
        case "restart-delay":
            return [Array(pick(["0s", "100ms..30s", "12s345ms", "5s..5s", "1ms..3650d"]).utf8)]
        case "stop-timeout": return [Array(pick(["8s", "1500ms", "1d2h3m4s5ms", "0s"]).utf8)]
        case "stop-retries": return [Array(pick(["1", "2", "+7", "0100"]).utf8)]
        case "after", "restart-with": return references()
        case "restart-limit":
            let limits = ["1 in 1s", "1000 in 3650d", "5 in 1m500ms then stop"]
            return [Array(pick(limits + ["3 in 1h then shutdown"]).utf8)]
        case "start-retries":
            return [Array(pick(["1", "1000 then stop", "007 then shutdown"]).utf8)]
        case "ready": return readiness()
        case "health": return health()
        case "log":
            let settings = [
                "format json", "format raw", "timestamps tai64n", "timestamps none", "ring 0",
                "ring 16M", "ring 1000k", "drop-when-blocked", "tee",
                "file 'x y' compress rotate 4k keep 1000", "script t -* '+* x' \"!a b\" ./a /b",
            ]
            return [Array(pick(settings).utf8)]
        case "run-timeout": return [Array(pick(["1ms", "59m59s999ms", "3650d"]).utf8)]
        default: return valuesByKind(of: name)
        }
    }

    private mutating func valuesByKind(of name: String) -> [[UInt8]]? {
        for row in 0..<OptionCatalogue.count {
            let entry = OptionCatalogue.entry(row)
            guard entry.name.string == name else { continue }
            switch entry.kind {
            case .flag: return []
            case .number:
                let least = Int(entry.least.string) ?? 0
                let greatest = Int(entry.greatest.string) ?? 0
                return [Array(String(number(least...greatest)).utf8)]
            case .octal: return [Array(pick(["0", "777", "0022", "27"]).utf8)]
            case .duration: return [Array(duration().utf8)]
            case .signal: return [Array(pick(["TERM", "sigquit", "9", "RTMAX-1", "32"]).utf8)]
            case .choice:
                return [entry.choices.split(at: 124).randomElement(using: &random)?.bytes ?? []]
            case .path: return [word(text())]
            case .account, .accounts: return [Array("www".utf8)]
            case .list: return (0..<number(1...3)).map { _ in word(text()) }
            case .word, .special, .optional, .block: return nil
            }
        }
        return nil
    }

    private mutating func dependencies() -> [[UInt8]] {
        let files = (0..<number(1...3)).map { _ in
            var word = word(text())
            // What begins a block would end this one.
            if word == Array("job".utf8) { word = Array("'job'".utf8) }
            return word + [chance(50) ? 10 : 32]
        }
        return [[123, 10] + files.joined() + Array("\n}".utf8)]
    }

    // MARK: - Other jobs, and probes

    private mutating func references() -> [[UInt8]] {
        (0..<number(1...3)).map { _ in
            let name = pick(names)
            // Each name ends with a digit of its own: such a pattern means one job.
            return Array(pick([name, "\"\(name)\"", "*-\(name.suffix(1))"]).utf8)
        }
    }

    private mutating func readiness() -> [[UInt8]] {
        let within = chance(50) ? [Array("within \(pick(["100ms", "10s1ms", "3650d"]))".utf8)] : []
        if chance(30) { return within + [Array("exec".utf8), word(text()), word(text())] }
        let path = String(decoding: word(text()), as: UTF8.self)
        // Only with output that is read.
        let isRead = !isInDefaults && used.isDisjoint(with: ["out", "err"])
        let form = pick([
            "notify", "fd 3", "fd 0255", isRead ? "log \(path)" : "notify", "unix \(path)",
            "file \(path)",
            "tcp [::1]:80",
            "tcp localhost:65535", "http http://h-1.x:8/a?b=c", "http 'http://[1:2::]'",
            "tcp \"${HOST:-a b}:80\"", "http http://x/${A}",
        ])
        return chance(50) ? within + [Array(form.utf8)] : [Array(form.utf8)] + within
    }

    private mutating func health() -> [[UInt8]] {
        let times = [
            "every 100ms", "timeout \(pick(["1s", "90s"]))", "failures \(pick(["3", "1000"]))",
            "start-period \(pick(["0s", "1d1ms"]))",
        ]
        var lines = times.filter { _ in chance(50) }.shuffled(using: &random)
        if chance(40) { return (lines + ["exec true"]).map { Array($0.utf8) } + [word(text())] }
        lines.insert(pick(["tcp 1.2.3.4:5", "http http://a"]), at: number(0...lines.count))
        return lines.map { Array($0.utf8) }
    }

    private mutating func duration() -> String {
        pick(["0s", "1ms", "999ms", "10s", "10s1ms", "1h30m", "2d3h4m5s678ms", "90m", "36h"])
    }

    private mutating func limit() -> String {
        let value = pick(["0", "1", "1024", "18446744073709551614"])
        let hard = pick([value, "18446744073709551614", "infinity", "unlimited"])
        let flag = pick(["-n", "-l", "-c", "-u", "RLIMIT_RTTIME", "RLIMIT_LOCKS", "RLIMIT_NOFILE"])
        switch number(0...4) {
        case 0: return "\(flag) \(value)"
        case 1: return "\(flag) infinity"
        case 2: return "-v \(pick(["4k", "10M", "2G"]))"
        case 3: return "{\n  -n 10:20\n\(flag) \(value) -s 3\n}"
        default: return "\(flag) \(value):\(hard)"
        }
    }

    // MARK: - Words

    /// Bytes that a word may have: at least one.
    private mutating func text() -> [UInt8] {
        let pieces = [
            "a", "Z", "0", "/", " ", "\t", "\"", "'", "\\", "#", "=", "{", "}", "$", "${A}", "é",
            "日本", "job", "to", "\r", ",", ":", "&", "null", "x\\", "-", "%", "*", "\u{7f}",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<number(1...6) { bytes += Array(pick(pieces).utf8) }
        if chance(5) { bytes.append(0xff) }
        return bytes
    }

    /// The word `text` in one of the ways in which it may be written.
    private mutating func word(_ text: [UInt8]) -> [UInt8] {
        let isPlain =
            !text.contains { $0 <= 32 || $0 == 34 || $0 == 39 || $0 == 35 } && text.last != 92
            && text != [123] && text != [125]
        if isPlain, chance(70) { return text }
        if !text.contains(39), chance(50) { return [39] + text + [39] }
        var quoted: [UInt8] = [34]
        for byte in text {
            if byte == 34 || byte == 92 { quoted.append(92) }
            quoted.append(byte)
        }
        return quoted + [34]
    }

    /// `VAR=VALUE` in one of its forms.
    private mutating func variable() -> [UInt8] {
        let name = Array(
            pick(["A", "DB_PASSWORD", "apikey", "PATH", "a.b", "é", "_", "N{"]).utf8)
        switch number(0...3) {
        case 0: return name + [61]
        case 1: return word(name + Array(" x=".utf8) + text())
        default: return name + [61] + word(text())
        }
    }
}
