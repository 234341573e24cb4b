import Basics

/// Reads the values of options and variables.
enum InvocationValue {
    /// A signal's name or number.
    @inline(never)
    static func signal(_ text: Text) throws(UsageError) -> Signal {
        guard let signal = Signal(named: text) else {
            var bare = text.uppercased
            if bare.hasPrefix("SIG") { bare = bare.slice(3..<bare.count) }
            throw UsageError(
                "'\(text)' is no signal",
                hint: EditDistance.nearest(to: bare, among: Signal.allNames).map {
                    "did you mean '\($0)'?"
                } ?? "write TERM, SIGTERM, 15 or RTMIN+3")
        }
        return signal
    }

    /// `SIG:NEW`, where NEW 0 drops the signal.
    @inline(never)
    static func rewrite(_ text: Text) throws(UsageError) -> SingleOptions.Rewrite {
        let parts = text.split(at: UInt8(ascii: ":"))
        guard parts.count == 2 else {
            throw UsageError(
                "'\(text)' is no rewrite", hint: "write TERM:QUIT, or TERM:0 to drop TERM")
        }
        let from = try signal(parts[0])
        switch from {
        case .kill, .stop, .child:
            throw UsageError("'\(from)' cannot be rewritten", hint: "it is never forwarded")
        case .segmentation, .illegalInstruction, .bus, .floatingPoint, .trap, .abort,
            .badSystemCall:
            throw UsageError(
                "'\(from)' cannot be rewritten", hint: "it may be a fault of swinit itself")
        default: break
        }
        let to = parts[1] == "0" ? nil : try signal(parts[1])
        return SingleOptions.Rewrite(from: from, to: to)
    }

    /// A file name; an empty variable counts as not set.
    @inline(never)
    static func path(_ text: Text?) -> Text? {
        guard let text, !text.isEmpty else { return nil }
        return text
    }

    /// The length of time in the variable `name`, where a bare number means seconds.
    @inline(never)
    static func duration(
        _ name: Text, _ surroundings: InvocationSurroundings
    ) throws(UsageError) -> Milliseconds? {
        guard let text = surroundings[name], !text.isEmpty else { return nil }
        guard let time = milliseconds(text), time <= Milliseconds.longest else {
            throw UsageError(
                "'\(text)' in \(name) is no length of time", hint: "write 9, 9s, 500ms or 1m30s")
        }
        return time
    }

    /// `9`, `500ms`, `1h30m`: numbers with units, each smaller than the one before it.
    private static func milliseconds(_ text: Text) -> Milliseconds? {
        if let seconds = text.decimal { return Milliseconds(1000) * seconds }
        var sum = Milliseconds(0)
        var previous = UInt64.max
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, (48...57).contains(text.bytes[index]) { index += 1 }
            guard let number = text.slice(start..<index).decimal else { return nil }
            let unitStart = index
            while index < text.count, !(48...57).contains(text.bytes[index]) { index += 1 }
            let unit: UInt64
            switch text.slice(unitStart..<index) {
            case "ms": unit = 1
            case "s": unit = 1000
            case "m": unit = 60_000
            case "h": unit = 3_600_000
            case "d": unit = 86_400_000
            default: return nil
            }
            guard unit < previous else { return nil }
            previous = unit
            sum = sum + Milliseconds(unit) * number
        }
        return sum
    }
}
