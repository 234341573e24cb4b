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
    @inline(never)
    func number(
        _ index: Int, in range: ClosedRange<Int64>, _ list: inout DiagnosticList
    ) -> Int64? {
        let number = integer(index)
        if let number, number >= range.lowerBound, number <= range.upperBound { return number }
        list.add(
            number == nil && !isNumeral(index) ? .notANumber : .outOfRange, at: span(index),
            text(index), "\(range.lowerBound)", "\(range.upperBound)")
        return nil
    }

    private func isNumeral(_ index: Int) -> Bool {
        let bytes = text(index).bytes
        for (place, byte) in bytes.enumerated() where byte < 48 || byte > 57 {
            if place > 0 || (byte != 45 && byte != 43) { return false }
        }
        return bytes.count > 1
    }

    /// Which of `words` word `index` is.
    @inline(never)
    func choice(
        _ index: Int, of words: [StaticString], _ list: inout DiagnosticList
    ) -> Int? {
        let text = text(index)
        for place in words.indices where text.isEqual(to: words[place]) { return place }
        var names: [Text] = []
        var all: [UInt8] = []
        for word in words {
            let name = Text(stringLiteral: word)
            if !names.isEmpty { all += [44, 32] }
            all += name.bytes
            names.append(name)
        }
        list.add(
            .badChoice, at: span(index), [self.text(0), text, Text(all)],
            suggesting: EditDistance.nearest(to: text, among: names))
        return nil
    }

    /// A signal by name or number.
    @inline(never)
    func signal(_ index: Int, _ list: inout DiagnosticList) -> Signal? {
        let text = text(index)
        if let signal = Signal(named: text) { return signal }
        let name = text.uppercased
        let bare = name.hasPrefix("SIG") ? name.slice(3..<name.count) : name
        list.add(
            .unknownSignal, at: span(index), text,
            suggesting: EditDistance.nearest(to: bare, among: Signal.allNames))
        return nil
    }

    /// A length of time.
    @inline(never)
    func duration(_ index: Int, _ list: inout DiagnosticList) -> Milliseconds? {
        duration(text(index), at: span(index), &list)
    }

    /// The length of time that `text`, which stands at `span`, writes.
    @inline(never)
    func duration(
        _ text: Text, at span: Span, _ list: inout DiagnosticList
    ) -> Milliseconds? {
        switch DurationText.read(text) {
        case .value(let value): return value
        case .noUnit: list.add(.noUnit, at: span, text)
        case .tooLong: list.add(.durationTooLong, at: span, text)
        case .malformed: list.add(.notADuration, at: span, text)
        }
        return nil
    }
}
