import Basics

/// What stands outside of jobs.
extension Parser {
    func bindShutdown(_ line: Line) {
        guard line.isPlain(1, "on"), line.count > 2 else {
            list.add(.shutdownForm, at: line.span(0, through: line.count - 1))
            return
        }
        configuration.shutdown.signals = signals(line, 2, line.count, mayShutDown: true)
    }

    func bindForward(_ line: Line) {
        if line.isPlain(1, "none") {
            refuseRest(of: line, from: 2, as: .unexpectedOption)
            configuration.forwarding.isAutomatic = false
            return
        }
        var split = 1
        while split < line.count, !line.isPlain(split, "to") { split += 1 }
        guard split > 1, split + 1 < line.count else {
            list.add(.forwardForm, at: line.span(0, through: line.count - 1))
            return
        }
        let signals = signals(line, 1, split, mayShutDown: false)
        var jobs: [Text] = []
        for index in (split + 1)..<line.count {
            jobs.append(line.text(index))
            receivers.append(JobDraft.Mention(option: .forward, span: line.span(index)))
        }
        receiverNames += jobs
        configuration.forwarding.rules.append(Forwarding.Rule(signals: signals, jobs: jobs))
    }

    /// The signals that the words from `start` up to `end` name, each once.
    @inline(never)
    private func signals(_ line: Line, _ start: Int, _ end: Int, mayShutDown: Bool) -> [Signal] {
        var signals: [Signal] = []
        for index in start..<end {
            guard let signal = line.signal(index, &list) else { continue }
            let isFree = mayShutDown && (signal.asksForShutdown || signal == .hangUp)
            if !isFree, let use = signal.ownUse {
                list.add(
                    .uselessSignal, at: line.span(index), "\(signal)", Text(stringLiteral: use))
            } else if !signals.contains(signal) {
                signals.append(signal)
            }
        }
        return signals
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
