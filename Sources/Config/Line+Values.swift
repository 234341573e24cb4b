import Basics

/// Reading one word as a value; what is wrong is reported, and the value is then nil.
extension Line {
    /// The largest number of a user or group: the one above it means "leave it" (setresuid(2)).
    private static let largestAccount = UInt64(UInt32.max) - 1
    /// The longest name of a user or group, as useradd(8) and most libraries have it.
    private static let longestAccount = 255

    /// Word 1 as the number that the option of `entry` keeps.
    @inline(never)
    func number(_ entry: OptionEntry, _ list: inout DiagnosticList) -> Int64? {
        let text = text(1)
        if let number = entry.read(text) { return number }
        switch entry.kind {
        case .number, .octal:
            var fault = Fault.outOfRange
            if entry.kind == .number {
                let hasSign = text.bytes.first == 43 || text.bytes.first == 45
                if !text.dropFirst(hasSign ? 1 : 0).isDigits { fault = .notANumber }
            } else {
                for byte in text.bytes where byte < 48 || byte > 55 { fault = .notOctal }
            }
            list.add(fault, self, 1, entry.least, entry.greatest)
        case .duration: _ = duration(text, at: span(1), &list)
        case .signal: _ = signal(1, &list)
        case .choice:
            list.add(
                .badChoice, at: span(1), entry.name, text, entry.choices.listed,
                suggesting: EditDistance.nearest(
                    to: text, among: entry.choices.split(at: 124)))
        case .flag, .word, .path, .account, .accounts, .list, .special, .optional, .block: break
        }
        return nil
    }

    /// Word `index` as a whole number from `least` to `greatest`.
    @inline(never)
    func count(
        _ index: Int, _ least: UInt64, _ greatest: UInt64, _ list: inout DiagnosticList
    ) -> UInt64? {
        let text = text(index)
        let number = text.decimal
        if let number, number >= least, number <= greatest { return number }
        list.add(text.isDigits ? .outOfRange : .notANumber, self, index, "\(least)", "\(greatest)")
        return nil
    }

    /// A signal by name or number.
    @inline(never)
    func signal(_ index: Int, _ list: inout DiagnosticList) -> Signal? {
        let text = text(index)
        if let signal = Signal(named: text) { return signal }
        let name = text.uppercased
        list.add(
            .unknownSignal, at: span(index), text,
            suggesting: EditDistance.nearest(
                to: name.dropFirst(name.hasPrefix("SIG") ? 3 : 0),
                among: Signal.allNames))
        return nil
    }

    /// The length of time that `text`, which stands at `span`, writes.
    @inline(never)
    func duration(
        _ text: Text, at span: Span, _ list: inout DiagnosticList
    ) -> Milliseconds? {
        let fault: Fault
        switch DurationText.read(text) {
        case .value(let value): return value
        case .noUnit: fault = .noUnit
        case .tooLong: fault = .durationTooLong
        case .malformed: fault = .notADuration
        }
        list.add(fault, at: span, text)
        return nil
    }

    /// Whether `name`, which is word `index` or a part of it, can be a user's or group's name or
    /// number; what is wrong is reported.
    @inline(never)
    func isAccount(_ name: Text, at index: Int, _ list: inout DiagnosticList) -> Bool {
        // What it stands for is known at the start.
        if Expansion.isNeeded(for: name) { return true }
        var isGood = !name.isEmpty && name.count <= Self.longestAccount
        let hasComma = name.firstIndex(of: 44) != nil
        for byte in name.bytes where byte <= 32 || byte == 47 || byte == 58 || byte == 127 {
            isGood = false
        }
        guard isGood, !hasComma else {
            list.add(hasComma ? .commaInAccount : .notAnAccount, at: span(index), name)
            return false
        }
        if name.isDigits, name.decimal ?? .max > Self.largestAccount {
            list.add(
                .outOfRange, at: span(index), name, "0", "\(Self.largestAccount)", suggesting: nil)
            return false
        }
        return true
    }

    /// The parts of word `index` between colons, except those within `${...}`.
    @inline(never)
    func parts(_ index: Int) -> [Text] {
        let text = text(index)
        var parts: [Text] = []
        var start = 0
        var depth = 0
        for place in text.bytes.indices {
            switch text.bytes[place] {
            case 123 where place > start && text.bytes[place - 1] == 36: depth += 1
            case 125 where depth > 0: depth -= 1
            case 58 where depth == 0:
                parts.append(text.slice(start..<place))
                start = place + 1
            default: continue
            }
        }
        parts.append(text.slice(start..<text.count))
        return parts
    }
}
