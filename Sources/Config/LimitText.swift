import Basics

/// Reads resource limits: pmtr's flags and the kernel's names, with values.
enum LimitText {
    /// The letters of `ulimit`'s flags by the number of the resource; a blank where there is none.
    private static let flags: StaticString = "tfdscmunlv iqer "
    /// The resources that are counted in bytes, as bits: their values may have a suffix.
    private static let sizes = 0b0001_0011_0011_1110

    /// Reads the flag at word `index` and the value behind it; gives a packed ``ResourceLimit``.
    @inline(never)
    static func read(_ line: Line, _ index: Int, _ list: inout DiagnosticList) -> Text? {
        guard let resource = resource(named: line.text(index)) else {
            let all = Text(stringLiteral: ResourceLimit.names).split(at: 32)
            list.add(
                .unknownLimit, at: line.span(index), line.text(index),
                suggesting: EditDistance.nearest(to: line.text(index).uppercased, among: all))
            return nil
        }
        guard index + 1 < line.count else {
            list.add(.missingLimit, line, index)
            return nil
        }
        let parts = line.text(index + 1).split(at: 58)
        guard parts.count <= 2 else {
            list.add(.notALimit, line, index + 1)
            return nil
        }
        let isSize = sizes >> resource & 1 == 1
        guard let soft = value(parts[0], isSize: isSize, line, index + 1, &list),
            let hard = parts.count == 1
                ? soft : value(parts[1], isSize: isSize, line, index + 1, &list)
        else { return nil }
        guard soft <= hard else {
            list.add(.softAboveHard, line, index + 1)
            return nil
        }
        return ResourceLimit.pack(resource, soft, hard)
    }

    /// Writes what ``read(_:_:_:)`` gave: the flag, where there is one, and the value.
    @inline(never)
    static func write(_ packed: Text) -> Text {
        let limit = ResourceLimit(packed: packed)
        let number = Int(limit.resource)
        var text: Text = "-\(Text(stringLiteral: flags).slice(number..<number + 1))"
        if text.isEqual(to: "- ") { text = Text(stringLiteral: ResourceLimit.names).word(number) }
        write(limit.soft, behind: 32, into: &text.bytes)
        if limit.hard != limit.soft { write(limit.hard, behind: 58, into: &text.bytes) }
        return text
    }

    @inline(never)
    private static func write(
        _ value: ResourceLimit.Value, behind sign: UInt8, into output: inout [UInt8]
    ) {
        output.append(sign)
        switch value {
        case .number(let number): number.render(into: &output)
        case .most: ("infinity" as StaticString).render(into: &output)
        }
    }

    private static func resource(named text: Text) -> Int? {
        if text.count == 2, text.bytes[0] == 45, text.bytes[1] != 32 {
            let flags: Text = "\(flags)"
            return flags.firstIndex(of: text.bytes[1])
        }
        return text.place(in: ResourceLimit.names)
    }

    @inline(never)
    private static func value(
        _ text: Text, isSize: Bool, _ line: Line, _ index: Int, _ list: inout DiagnosticList
    ) -> UInt64? {
        if text.place(in: "infinity unlimited") != nil { return .max }
        guard let number = isSize || text.isDigits ? text.size : nil else {
            list.add(isSize ? .notASize : .notALimit, line, index)
            return nil
        }
        // The largest number means "no limit" to the kernel (RLIM_INFINITY).
        guard number < UInt64.max else {
            list.add(.limitOutOfRange, line, index)
            return nil
        }
        return number
    }
}

extension Text {
    /// A number of bytes: digits, and `k`, `M` or `G` behind them; nil for anything else, the largest
    /// number for more.
    @inline(never)
    var size: UInt64? {
        var digits = self
        var unit: UInt64 = 1
        switch bytes.last {
        case 107, 75: unit = 1 << 10
        case 109, 77: unit = 1 << 20
        case 103, 71: unit = 1 << 30
        default: break
        }
        if unit > 1 { digits = slice(0..<(count - 1)) }
        guard digits.isDigits else { return nil }
        let (product, overflow) = (digits.decimal ?? .max).multipliedReportingOverflow(by: unit)
        return overflow ? .max : product
    }
}
