import Basics

/// What the end of a run means.
extension JobDraft {
    func bindSuccessCodes(_ line: Line, _ list: inout DiagnosticList) {
        var codes: [UInt8] = []
        var signals: [UInt8] = []
        var isGood = true
        for index in 1..<line.count {
            for part in line.text(index).split(at: 44) where !part.isEmpty {
                if let code = part.decimal, code <= 255 {
                    Self.insert(UInt8(code), into: &codes)
                } else if part.decimal == nil, let signal = Signal(named: part) {
                    Self.insert(UInt8(clamping: signal.rawValue), into: &signals)
                } else {
                    isGood = false
                    refuse(part, at: line.span(index), &list)
                }
            }
        }
        if isGood, codes.isEmpty, signals.isEmpty {
            list.add(.noCode, line, 1)
        }
        spec.restart.setSuccesses(codes, signals)
    }

    @inline(never)
    private static func insert(_ number: UInt8, into numbers: inout [UInt8]) {
        for other in numbers where other == number { return }
        numbers.append(number)
    }

    @inline(never)
    private func refuse(_ part: Text, at span: Span, _ list: inout DiagnosticList) {
        if part.decimal != nil {
            list.add(.outOfRange, at: span, part, "0", "255", suggesting: nil)
            return
        }
        list.add(
            .notACode, at: span, part,
            suggesting: EditDistance.nearest(to: part.uppercased, among: Signal.allNames))
    }

    func bindRestartDelay(_ line: Line, _ list: inout DiagnosticList) {
        let text = line.text(1)
        let span = line.span(1)
        let dots = firstDots(in: text)
        let first = line.duration(text.slice(0..<(dots ?? text.count)), at: span, &list)
        var last = first
        if let dots {
            last = line.duration(text.slice((dots + 2)..<text.count), at: span, &list)
        }
        guard let first, let last else { return }
        guard first <= last, first.count > 0 || dots == nil else {
            list.add(
                first <= last ? .delayFromZero : .delayDescends, line, 1, "\(first)", "\(last)")
            return
        }
        spec.set(.restartDelay, Int64(clamping: first.count))
        spec.set(.delayLimit, Int64(clamping: last.count), unless: Int64(clamping: first.count))
    }

    /// `restart-limit N in D [then A]` and `start-retries N [then A]`.
    func bindLimit(_ option: Option, _ line: Line, _ list: inout DiagnosticList) {
        let hasPeriod = option == .restartLimit
        let end = hasPeriod ? 4 : 2
        let hasEnd = line.count == end + 2 && line.isPlain(end, "then")
        guard hasEnd || line.count == end, !hasPeriod || line.isPlain(2, "in"),
            let action = hasEnd ? line.text(end + 1).place(in: "stop shutdown") : 0
        else {
            list.add(
                .usage, at: line.span(0, through: line.count - 1), line.text(0),
                OptionCatalogue.entry(Int(option.rawValue)).usage)
            return
        }
        var words: [Text] = []
        if hasPeriod {
            guard let period = line.duration(line.text(3), at: line.span(3), &list) else { return }
            if period < Milliseconds(1000) { list.add(.tooShort, line, 3, "1s") }
            words.append("\(period.count)")
            refer(option, line, 3, 3)
        }
        guard let count = line.count(1, 1, 1000, &list) else { return }
        spec.set(option, Int64(count) << 1 | Int64(action), words)
    }

    private func firstDots(in text: Text) -> Int? {
        guard let dot = text.firstIndex(of: 46), dot + 1 < text.count, text.bytes[dot + 1] == 46
        else { return nil }
        return dot
    }
}
