public import Basics

/// Reads `500ms`, `10s`, `1h30m`.
public enum DurationText {
    /// What a text turned out to be.
    public enum Outcome: Equatable {
        case value(Milliseconds)
        /// A bare number.
        case noUnit
        /// More than ``Milliseconds/longest``.
        case tooLong
        case malformed
    }

    /// Reads numbers with units, from the largest unit to the smallest.
    @inline(never)
    public static func read(_ text: Text) -> Outcome {
        let bytes = text.bytes
        if text.decimal != nil { return .noUnit }
        var total: UInt64 = 0
        var largest = UInt64.max
        var isTooLong = false
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes[index] >= 48, bytes[index] <= 57 { index += 1 }
            guard index > start, let unit = unit(in: bytes, at: &index), unit < largest else {
                return .malformed
            }
            largest = unit
            // A number that UInt64 cannot hold is too long in any unit.
            let number = Text(bytes[start..<index]).leadingNumber ?? .max
            let (product, overflow) = number.multipliedReportingOverflow(by: unit)
            let (sum, carry) = total.addingReportingOverflow(product)
            isTooLong = isTooLong || overflow || carry || sum > Milliseconds.longest.count
            total = sum
        }
        guard !bytes.isEmpty else { return .malformed }
        return isTooLong ? .tooLong : .value(Milliseconds(total))
    }

    /// Writes a length of time so that it is read again to the millisecond.
    @inline(never)
    static func write(_ milliseconds: Int64) -> Text {
        let time = Milliseconds(UInt64(clamping: milliseconds))
        let rest = time.count % 1000
        if time.count == 0 { return "0s" }
        // The form for messages leaves such a rest out.
        return time.count < 10_000 || rest == 0 ? "\(time)" : "\(time)\(rest)ms"
    }

    /// The unit at `index`, in milliseconds, which is stepped over.
    private static func unit(in bytes: [UInt8], at index: inout Int) -> UInt64? {
        guard index < bytes.count else { return nil }
        let letter = bytes[index]
        index += 1
        switch letter {
        case 109:
            guard index < bytes.count, bytes[index] == 115 else { return 60_000 }
            index += 1
            return 1
        case 115: return 1000
        case 104: return 3_600_000
        case 100: return 86_400_000
        default: return nil
        }
    }
}

extension Text {
    /// The number that the digits at the beginning write; nil past UInt64.
    fileprivate var leadingNumber: UInt64? {
        var end = 0
        while end < count, bytes[end] >= 48, bytes[end] <= 57 { end += 1 }
        return slice(0..<end).decimal
    }
}
