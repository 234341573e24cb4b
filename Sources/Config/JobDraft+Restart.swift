import Basics

/// What the end of a run means.
extension JobDraft {
    mutating func bindRestart(_ line: Line, _ list: inout DiagnosticList) {
        switch line.choice(1, of: ["always", "on-failure", "never"], for: "restart", &list) {
        case 0: shortForm = .always
        case 1: shortForm = .onFailure
        case 2: shortForm = .never
        default: break
        }
    }

    @inline(never)
    func outcome(
        _ line: Line, _ option: StaticString, _ list: inout DiagnosticList
    ) -> RestartPolicy.Outcome? {
        switch line.choice(1, of: ["restart", "stop", "shutdown"], for: option, &list) {
        case 0: .restart
        case 1: .stop
        case 2: .shutdown
        default: nil
        }
    }

    mutating func bindSuccessCodes(_ line: Line, _ list: inout DiagnosticList) {
        var codes: [Int32] = []
        var signals: [Signal] = []
        var isGood = true
        for index in 1..<line.count {
            for part in line.text(index).split(at: 44) where !part.isEmpty {
                if let code = part.decimal, code <= 255 {
                    if !codes.contains(Int32(code)) { codes.append(Int32(code)) }
                } else if part.decimal == nil, let signal = Signal(named: part) {
                    if !signals.contains(signal) { signals.append(signal) }
                } else {
                    isGood = false
                    refuse(part, at: line.span(index), &list)
                }
            }
        }
        if isGood, codes.isEmpty, signals.isEmpty {
            list.add(.noCode, at: line.span(1))
        }
        spec.restart.successCodes = codes
        spec.restart.successSignals = signals
    }

    @inline(never)
    private func refuse(_ part: Text, at span: Span, _ list: inout DiagnosticList) {
        if part.decimal != nil {
            list.add(.outOfRange, at: span, part, "0", "255")
            return
        }
        list.add(
            .notACode, at: span, part,
            suggesting: EditDistance.nearest(to: part.uppercased, among: Signal.allNames))
    }

    mutating func bindRestartDelay(_ line: Line, _ list: inout DiagnosticList) {
        let text = line.text(1)
        guard let dots = firstDots(in: text) else {
            if let pause = line.duration(1, &list) { spec.restart.delay = .fixed(pause) }
            return
        }
        let span = line.span(1)
        let first = line.duration(text.slice(0..<dots), at: span, &list)
        let last = line.duration(text.slice((dots + 2)..<text.count), at: span, &list)
        guard let first, let last else { return }
        guard first <= last, first.count > 0 else {
            list.add(
                first <= last ? .delayFromZero : .delayDescends, at: span, text, "\(first)",
                "\(last)")
            return
        }
        spec.restart.delay = first == last ? .fixed(first) : .growing(from: first, to: last)
    }

    private func firstDots(in text: Text) -> Int? {
        guard let dot = text.firstIndex(of: 46), dot + 1 < text.count, text.bytes[dot + 1] == 46
        else { return nil }
        return dot
    }

    mutating func bindRunTimeout(_ line: Line, _ list: inout DiagnosticList) {
        guard let limit = line.duration(1, &list) else { return }
        guard limit.count > 0 else {
            list.add(.emptyRun, at: line.span(1))
            return
        }
        spec.runTimeout = limit
    }
}
