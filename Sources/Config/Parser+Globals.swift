import Basics

/// What stands outside of jobs.
extension Parser {
    func bindShutdown(_ line: Line) {
        guard line.isPlain(1, "on"), line.count > 2 else {
            list.add(.shutdownForm, at: line.span(0, through: line.count - 1))
            return
        }
        for index in 2..<line.count {
            guard let signal = line.signal(index, &list) else { continue }
            if let use = signal.ownUse, !signal.asksForShutdown, signal != .hangUp {
                list.add(
                    .uselessSignal, at: line.span(index), "\(signal)", Text(stringLiteral: use))
            } else if !configuration.shutdown.signals.contains(signal) {
                configuration.shutdown.signals.append(signal)
            }
        }
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
        var rule = Forwarding.Rule(signals: [], jobs: [])
        for index in 1..<split {
            guard let signal = line.signal(index, &list) else { continue }
            if let use = signal.ownUse {
                list.add(
                    .uselessSignal, at: line.span(index), "\(signal)", Text(stringLiteral: use))
            } else {
                rule.signals.append(signal)
            }
        }
        for index in (split + 1)..<line.count {
            rule.jobs.append(line.text(index))
            receivers.append(Receiver(name: line.text(index), span: line.span(index)))
        }
        configuration.forwarding.rules.append(rule)
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
