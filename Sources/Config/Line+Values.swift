import Basics

/// Reading one word as a value; what is wrong is reported, and the value is then nil.
extension Line {
    /// A whole number with an optional sign.
    func integer(_ index: Int) -> Int64? {
        var text = text(index)
        let isNegative = text.bytes.first == 45
        if isNegative || text.bytes.first == 43 { text = text.slice(1..<text.count) }
        guard let magnitude = text.decimal, magnitude <= UInt64(Int64.max) else { return nil }
        return isNegative ? -Int64(magnitude) : Int64(magnitude)
    }

    /// A whole number in `range`.
    func number(
        _ index: Int, in range: ClosedRange<Int64>, _ list: inout DiagnosticList
    ) -> Int64? {
        let limits: Text = "\(range.lowerBound) to \(range.upperBound)"
        guard let number = integer(index) else {
            let isLong = isNumeral(index)
            list.error(
                isLong ? "out-of-range" : "bad-number", at: span(index),
                isLong
                    ? "\(quoted(index)) is out of range"
                    : "\(quoted(index)) is not a whole number",
                hint: limits)
            return nil
        }
        guard range.contains(number) else {
            list.error(
                "out-of-range", at: span(index), "\(quoted(index)) is out of range", hint: limits)
            return nil
        }
        return number
    }

    private func isNumeral(_ index: Int) -> Bool {
        let bytes = text(index).bytes
        for (place, byte) in bytes.enumerated() where byte < 48 || byte > 57 {
            if place > 0 || (byte != 45 && byte != 43) { return false }
        }
        return bytes.count > 1
    }

    /// Which of `words` word `index` is.
    func choice(
        _ index: Int, of words: [StaticString], for option: StaticString,
        _ list: inout DiagnosticList
    ) -> Int? {
        let text = text(index)
        for place in words.indices where text.isEqual(to: words[place]) { return place }
        let names: [Text] = words.map { "\($0)" }
        var hint: Text = "one of"
        for name in names { hint = "\(hint) \(name)" }
        if let near = EditDistance.nearest(to: text, among: names) {
            hint = "did you mean '\(near)'?"
        }
        list.error(
            "bad-value", at: span(index), "'\(option)' cannot be \(quoted(index))", hint: hint)
        return nil
    }

    /// A signal by name or number.
    func signal(_ index: Int, _ list: inout DiagnosticList) -> Signal? {
        let text = text(index)
        if let signal = Signal(named: text) { return signal }
        let name = text.uppercased
        let bare = name.hasPrefix("SIG") ? name.slice(3..<name.count) : name
        var hint: Text = "a name such as TERM, RTMIN+3, or a number from 1 to 64"
        if let near = EditDistance.nearest(to: bare, among: Signal.allNames) {
            hint = "did you mean '\(near)'?"
        }
        list.error("bad-signal", at: span(index), "unknown signal \(quoted(index))", hint: hint)
        return nil
    }

    /// A length of time.
    func duration(_ index: Int, _ list: inout DiagnosticList) -> Milliseconds? {
        duration(text(index), at: span(index), &list)
    }

    /// The length of time that `text`, which stands at `span`, writes.
    func duration(
        _ text: Text, at span: Span, _ list: inout DiagnosticList
    ) -> Milliseconds? {
        switch DurationText.read(text) {
        case .value(let value): return value
        case .noUnit:
            list.error(
                "bad-duration", at: span, "'\(Shown(text))' has no unit",
                hint: "did you mean '\(Shown(text))s'?")
        case .tooLong:
            list.error(
                "out-of-range", at: span, "'\(Shown(text))' is too long", hint: "at most 3650d")
        case .malformed:
            list.error(
                "bad-duration", at: span, "'\(Shown(text))' is not a length of time",
                hint: "write it like 500ms, 10s, 5m, 2h, 1d or 1h30m")
        }
        return nil
    }

    /// Word `index` in quotes, fit to be shown.
    func quoted(_ index: Int) -> Text {
        "'\(Shown(text(index)))'"
    }
}
