import Basics
import Config
import Linux

/// What is found in folders with service directories.
extension ConfigurationFiles {
    /// So many services of one folder are looked at.
    private static let mostServices = 1000
    /// The files that set one number or signal are no longer than this.
    private static let longestSetting = 64

    /// The list of the services at `path` (``ServiceList``).
    ///
    /// A service that is listed already stays as it was while its files are bad, so that a bad edit ends
    /// nothing; and `down` says only what becomes of one that is new.
    @inline(never)
    func scan(_ path: Text) -> [UInt8] {
        let folder = ServiceList.folder(of: path)
        var old = Text([])
        for list in services where list.path == path { old = Text(list.bytes) }
        var list: [UInt8] = []
        watch(folder)
        if ServiceList.isAlone(path) {
            let name = Personality.lastPart(of: folder)
            let isGood = ServiceList.fault(of: name) == nil
            add(isGood ? name : "service", folder, old, isAlone: true, to: &list)
            return list
        }
        switch Self.list(folder) {
        case .names(let found) where !found.isEmpty:
            for name in services(among: found, in: folder, old, &list) {
                let place: Text = "\(folder)/\(name)"
                watch(place)
                add(name, place, old, isAlone: false, to: &list)
            }
            return list
        case .names: Self.complain(folder, "No such file or directory", &list)
        case .failed(let reason): Self.complain(folder, reason, &list)
        }
        return list + old.bytes
    }

    /// Those of `names` that folders have and that are not hidden, in order; where there are too many, those
    /// that are listed already stay.
    private func services(
        among names: [Text], in folder: Text, _ old: Text, _ list: inout [UInt8]
    ) -> [Text] {
        var found: [Text] = []
        let isCrowded = names.count > Self.mostServices
        for index in 0..<names.count * (isCrowded ? 2 : 1) {
            let name = names[index % names.count]
            if name.hasPrefix(".") { continue }
            let isFirst = index < names.count
            if isCrowded, (ServiceList.line(of: name, in: old) != nil) != isFirst { continue }
            guard FileFacts(of: "\(folder)/\(name)", follows: true).kind == .folder else {
                continue
            }
            guard found.count < Self.mostServices else {
                Self.complain(folder, "more than \(Self.mostServices) services", &list)
                break
            }
            // By insertion: there are few.
            var place = found.count
            found.append(name)
            while place > 0, name < found[place - 1] {
                found.swapAt(place, place - 1)
                place -= 1
            }
        }
        return found
    }

    private static func complain(_ name: Text, _ reason: Text, _ list: inout [UInt8]) {
        var line: Text = "!\(name)"
        for index in line.bytes.indices where line.bytes[index] <= 32 { line.bytes[index] = 63 }
        ("\(line) \(reason)\n" as Text).render(into: &list)
    }

    /// Adds the service in `place` and its logger to `list`.
    private func add(
        _ name: Text, _ place: Text, _ old: Text, isAlone: Bool, to list: inout [UInt8]
    ) {
        let known = ServiceList.line(of: name, in: old)
        // Not listed and without a program it is something else.
        guard isAlone || known != nil || Files.isExecutable("\(place)/run") else { return }
        if let fault = ServiceList.fault(of: name) { return Self.complain(name, fault, &list) }
        var reason = Text([])
        var line = describe(name, place, known, isAlone: isAlone, &reason)
        let entry: Text = "\(name)/log"
        let knownLog = ServiceList.line(of: entry, in: old)
        let log: Text = "\(place)/log"
        var logLine: Text?
        if !isAlone, FileFacts(of: log, follows: true).kind == .folder {
            watch(log)
            if knownLog != nil || Files.isExecutable("\(log)/run") {
                logLine = describe(entry, log, knownLog, isAlone: false, &reason)
                line = "\(line)l "
            }
        }
        if !reason.isEmpty {
            Self.complain(name, reason, &list)
            guard let known else { return }
            line = known
            logLine = knownLog
        }
        ("\(line)\n" as Text).render(into: &list)
        if let logLine { ("\(logLine)\n" as Text).render(into: &list) }
    }

    /// The line of `entry`, whose files stand in `place`; what is wrong with them goes to `reason`.
    private func describe(
        _ entry: Text, _ place: Text, _ known: Text?, isAlone: Bool, _ reason: inout Text
    ) -> Text {
        // 61 bits, so that there is room for two more.
        let identity: Text = "i\(FileFacts(of: place, follows: true).identity >> 3)"
        var line: Text = "\(entry) \(identity) "
        let old = known?.split(at: 32) ?? []
        if old.contains(identity) ? old.contains("d") : Files.exists("\(place)/down") {
            line = "\(line)d "
        }
        if known != nil, !isAlone, !Files.isExecutable("\(place)/run") {
            reason = "\(place)/run: no program"
        }
        if let text = setting("down-signal", place, &reason) {
            if let signal = Signal(named: text) {
                line = "\(line)s\(signal.rawValue) "
            } else {
                reason = "\(place)/down-signal: '\(text)' is no signal"
            }
        }
        // 0 is s6's word for never.
        if let number = number("timeout-kill", place, 0, 86_400_000, &reason), number > 0 {
            line = "\(line)t\(number) "
        }
        if let number = number("notification-fd", place, 3, 1023, &reason) {
            line = "\(line)n\(number) "
        }
        return line
    }

    @inline(never)
    private func number(
        _ name: Text, _ place: Text, _ least: UInt64, _ most: UInt64, _ reason: inout Text
    ) -> UInt64? {
        guard let text = setting(name, place, &reason) else { return nil }
        if let number = text.decimal, number >= least, number <= most { return number }
        reason = "\(place)/\(name): '\(text)' is no number from \(least) to \(most)"
        return nil
    }

    /// The first line of the file `name` of a service, without blanks at its end; nil for no such file.
    @inline(never)
    private func setting(_ name: Text, _ place: Text, _ reason: inout Text) -> Text? {
        let path: Text = "\(place)/\(name)"
        do throws(Files.ReadFailure) {
            let bytes = try Files.read(path, atMost: Self.longestSetting, isRegular: true)
            var text = Text(bytes).split(at: 10)[0]
            while let last = text.bytes.last, last <= 32 { text.bytes.removeLast() }
            return text
        } catch {
            if case .system(let error) = error, error.isMissing { return nil }
            reason = "\(path): \(error.reason)"
            return nil
        }
    }
}
