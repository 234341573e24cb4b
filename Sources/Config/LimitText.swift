import Basics

/// Reads resource limits: pmtr's flags and the kernel's names, with values.
enum LimitText {
    /// The letters of `ulimit`'s flags by the number of the resource; a blank where there is none.
    private static let flags: StaticString = "tfdscmunlv iqer "
    private static let names: [StaticString] = [
        "CPU", "FSIZE", "DATA", "STACK", "CORE", "RSS", "NPROC", "NOFILE", "MEMLOCK", "AS",
        "LOCKS", "SIGPENDING", "MSGQUEUE", "NICE", "RTPRIO", "RTTIME",
    ]
    /// The resources that are counted in bytes, as bits: their values may have a suffix.
    private static let sizes = 0b0001_0011_0011_1110

    /// Reads the flag at word `index` and the value behind it.
    static func read(_ line: Line, _ index: Int, _ list: inout DiagnosticList) -> ResourceLimit? {
        guard let resource = resource(named: line.text(index)) else {
            list.error(
                "bad-value", at: line.span(index), "unknown limit \(line.quoted(index))",
                hint: suggestion(for: line.text(index)))
            return nil
        }
        guard index + 1 < line.count else {
            list.error(
                "missing-value", at: line.span(index), "\(line.quoted(index)) needs a value",
                hint: "a number, SOFT:HARD or infinity")
            return nil
        }
        let parts = line.text(index + 1).split(at: 58)
        guard parts.count <= 2 else {
            refuse(line, index + 1, &list)
            return nil
        }
        let isSize = sizes >> Int(resource) & 1 == 1
        guard let soft = value(parts[0], isSize: isSize, line, index + 1, &list) else { return nil }
        guard parts.count == 2 else {
            return ResourceLimit(resource: resource, soft: soft, hard: soft)
        }
        guard let hard = value(parts[1], isSize: isSize, line, index + 1, &list) else { return nil }
        guard isAtMost(soft, hard) else {
            list.error(
                "out-of-range", at: line.span(index + 1),
                "the soft limit of \(line.quoted(index + 1)) is above the hard one")
            return nil
        }
        return ResourceLimit(resource: resource, soft: soft, hard: hard)
    }

    private static func resource(named text: Text) -> Int32? {
        if text.count == 2, text.bytes[0] == 45, text.bytes[1] != 32 {
            let flags: Text = "\(flags)"
            return flags.firstIndex(of: text.bytes[1]).map { Int32($0) }
        }
        guard text.hasPrefix("RLIMIT_") else { return nil }
        let name = text.slice(7..<text.count)
        for index in names.indices where name.isEqual(to: names[index]) { return Int32(index) }
        return nil
    }

    private static func suggestion(for text: Text) -> Text {
        let all: [Text] = names.map { "RLIMIT_\($0)" }
        if let near = EditDistance.nearest(to: text.uppercased, among: all) {
            return "did you mean '\(near)'?"
        }
        return "a flag such as -n, or a name such as RLIMIT_NOFILE"
    }

    private static func value(
        _ text: Text, isSize: Bool, _ line: Line, _ index: Int, _ list: inout DiagnosticList
    ) -> ResourceLimit.Value? {
        if text.isEqual(to: "infinity") || text.isEqual(to: "unlimited") { return .most }
        var digits = text
        var unit: UInt64 = 1
        if isSize, let last = text.bytes.last {
            switch last {
            case 107, 75: unit = 1 << 10
            case 109, 77: unit = 1 << 20
            case 103, 71: unit = 1 << 30
            default: break
            }
            if unit > 1 { digits = text.slice(0..<(text.count - 1)) }
        }
        guard !digits.isEmpty, !digits.bytes.contains(where: { $0 < 48 || $0 > 57 }) else {
            refuse(line, index, &list, isSize: isSize)
            return nil
        }
        let (product, overflow) = (digits.decimal ?? .max).multipliedReportingOverflow(by: unit)
        // The largest number means "no limit" to the kernel (RLIM_INFINITY).
        guard !overflow, product < UInt64.max else {
            list.error(
                "out-of-range", at: line.span(index), "\(line.quoted(index)) is out of range",
                hint: "write 'infinity' for the most that may be set")
            return nil
        }
        return .number(product)
    }

    private static func refuse(
        _ line: Line, _ index: Int, _ list: inout DiagnosticList, isSize: Bool = true
    ) {
        list.error(
            "bad-number", at: line.span(index), "\(line.quoted(index)) is no limit",
            hint: isSize
                ? "a number such as 1024 or 64k, SOFT:HARD, or infinity"
                : "a number such as 1024, SOFT:HARD, or infinity")
    }

    private static func isAtMost(
        _ soft: ResourceLimit.Value, _ hard: ResourceLimit.Value
    ) -> Bool {
        switch (soft, hard) {
        case (_, .most): true
        case (.most, .number): false
        case (.number(let soft), .number(let hard)): soft <= hard
        }
    }
}
