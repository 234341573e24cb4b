import Basics

/// What stands outside of jobs.
extension Parser {
    /// Takes a line whose first word is the name of `option`.
    mutating func bind(_ option: GlobalOption, _ line: Line) {
        if option != .forward {
            for mention in mentions where mention.option == option {
                list.error(
                    "repeated-option", at: line.span(0), "option '\(line.text(0))' is repeated",
                    hint: list.isFull
                        ? nil : hint(first: mention.span, seenFrom: line.source))
                return
            }
            mentions.append(Mention(option: option, span: line.span(0, through: line.count - 1)))
        }
        adviseVariables(line)
        switch option {
        case .stopDelay:
            if let delay = line.duration(1, &list) { configuration.shutdown.stopDelay = delay }
        case .shutdownTimeout:
            configuration.shutdown.timeout = line.duration(1, &list)
        case .shutdown: bindShutdown(line)
        case .shutdownStatus:
            let choice = line.choice(1, of: ["zero", "signal"], for: "shutdown-status", &list)
            configuration.shutdown.statusIsSignal = choice == 1
        case .linger: configuration.lingers = true
        case .forward: bindForward(line)
        case .job, .defaults, .include, .environment: break
        }
    }

    private mutating func bindShutdown(_ line: Line) {
        guard line.isPlain(1, "on") else {
            list.error(
                "unexpected-text", at: line.span(1),
                "unexpected \(line.quoted(1)) behind 'shutdown'",
                hint: "write 'shutdown on SIGNAL...'")
            return
        }
        guard line.count > 2 else {
            list.error(
                "missing-value", at: line.span(0, through: 1), "'shutdown on' needs a signal",
                hint: "write 'shutdown on SIGNAL...'")
            return
        }
        for index in 2..<line.count {
            guard let signal = line.signal(index, &list) else { continue }
            if let use = signal.ownUse, !signal.asksForShutdown, signal != .hangUp {
                refuse(signal, because: use, at: line.span(index))
            } else if !configuration.shutdown.signals.contains(signal) {
                configuration.shutdown.signals.append(signal)
            }
        }
    }

    private mutating func bindForward(_ line: Line) {
        if line.isPlain(1, "none") {
            if line.count > 2 {
                list.error(
                    "unexpected-text", at: line.span(2, through: line.count - 1),
                    "unexpected \(line.quoted(2)) behind 'forward none'")
            }
            configuration.forwarding.isAutomatic = false
            return
        }
        var split = 1
        while split < line.count, !line.isPlain(split, "to") { split += 1 }
        guard split > 1, split + 1 < line.count else {
            list.error(
                "missing-value", at: line.span(0, through: line.count - 1),
                "'forward' needs signals and jobs",
                hint: "write 'forward SIGNAL... to JOB...' or 'forward none'")
            return
        }
        var rule = Forwarding.Rule(signals: [], jobs: [])
        for index in 1..<split {
            guard let signal = line.signal(index, &list) else { continue }
            if let use = signal.ownUse {
                refuse(signal, because: use, at: line.span(index))
            } else {
                rule.signals.append(signal)
            }
        }
        for index in (split + 1)..<line.count {
            rule.jobs.append(line.text(index))
            receivers.append((line.text(index), line.span(index)))
        }
        configuration.forwarding.rules.append(rule)
    }

    private mutating func refuse(_ signal: Signal, because use: StaticString, at span: Span) {
        list.error("bad-signal", at: span, "\(signal) cannot be used here", hint: "\(use)")
    }

    mutating func include(
        _ file: inout FileScope, read: (Text) -> ConfigurationLoader.Reading
    ) {
        let line = file.line
        guard let entry = OptionCatalogue.entry(for: line, 0), !line.isBroken,
            hasGoodCount(line, entry)
        else { return }
        adviseVariables(line)
        let written = line.text(1)
        for byte in [42, 63, 91] as [UInt8] where written.firstIndex(of: byte) != nil {
            list.error(
                "not-supported-yet", at: line.span(1),
                "a pattern in 'include' is not supported yet",
                hint: "write a line for each file")
            isWhole = false
            return
        }
        let path = written.path(besideFile: sources[Int(line.source)].path)
        if let reason = faultOfIncluding(path, written) {
            list.error(reason.code, at: line.span(1), reason.message, hint: reason.hint)
            isWhole = false
            return
        }
        switch read(path) {
        case .failed(let reason):
            isWhole = false
            list.error(
                "cannot-read", at: line.span(1), "cannot read '\(Shown(path))': \(Shown(reason))",
                hint: "the path is relative to the file that includes it")
        case .bytes(let bytes):
            size += min(bytes.count, Source.largestSize + 1)
            guard size <= Self.totalSize else {
                isWhole = false
                list.error("too-large", at: line.span(1), "all files together are above 40 MiB")
                return
            }
            sources.append(Source(path: path, bytes: bytes))
            openPaths.append(path)
            parse(sources.count - 1, defaults: file.defaults, read: read)
            openPaths.removeLast()
        }
    }

    private func faultOfIncluding(
        _ path: Text, _ written: Text
    ) -> (code: StaticText, message: Text, hint: Text?)? {
        if written.isEmpty { return ("bad-value", "an empty path", nil) }
        for (depth, open) in openPaths.enumerated() where open == path {
            var chain = Text([])
            for member in openPaths[depth...] { chain = "\(chain)\(Shown(member)) -> " }
            return (
                "include-cycle", "'\(Shown(path))' includes itself",
                openPaths.count - depth > 1 ? "\(chain)\(Shown(path))" : nil
            )
        }
        if openPaths.count >= Self.includeDepth {
            return (
                "include-depth", "includes are nested more than \(Self.includeDepth) deep", nil
            )
        }
        if sources.count >= Self.fileLimit {
            return ("too-many-files", "more than \(Self.fileLimit) files", nil)
        }
        return nil
    }
}

extension Signal {
    /// It asks for a shutdown whatever the file says.
    var asksForShutdown: Bool {
        self == .terminate || self == .interrupt || self == .quit
            || rawValue == Self.realTimeFirst + 3
    }

    /// What swinit itself, or the kernel, needs this signal for; nil where it is free for others.
    fileprivate var ownUse: StaticString? {
        if asksForShutdown { return "it shuts the container down" }
        switch self {
        case .hangUp: return "it reloads the configuration"
        case .kill, .stop: return "no process can catch it"
        case .child: return "swinit needs it to see jobs end"
        case .pipe, .terminalInput, .terminalOutput: return "swinit ignores it"
        case .illegalInstruction, .trap, .abort, .bus, .floatingPoint, .segmentation,
            .badSystemCall:
            return "it reports a fault of swinit itself"
        default: return nil
        }
    }
}

extension Text {
    /// This path as seen from the folder of `file`, where it is relative; without `./` and `//`.
    func path(besideFile file: Text) -> Text {
        var whole = self
        if bytes.first != 47, let slash = file.lastIndex(of: 47) {
            whole = "\(file.slice(0..<(slash + 1)))\(self)"
        }
        var parts: [UInt8] = []
        let isAbsolute = whole.bytes.first == 47
        for part in whole.split(at: 47) where !part.isEmpty && !part.isEqual(to: ".") {
            if isAbsolute || !parts.isEmpty { parts.append(47) }
            parts.append(contentsOf: part.bytes)
        }
        return Text(parts)
    }
}
