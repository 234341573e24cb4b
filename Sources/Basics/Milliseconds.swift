/// A length of time, in whole milliseconds.
public struct Milliseconds: Hashable, Comparable, Sendable {
    /// The longest time that swinit accepts: 3650 days.
    public static let longest = Milliseconds(3650 * 86_400_000)

    /// How many milliseconds.
    public var count: UInt64

    /// Makes a length of `count` milliseconds.
    public init(_ count: UInt64) {
        self.count = count
    }

    public static func < (left: Milliseconds, right: Milliseconds) -> Bool {
        left.count < right.count
    }

    /// Adds, and stays at the largest value rather than overflow.
    public static func + (left: Milliseconds, right: Milliseconds) -> Milliseconds {
        let (sum, overflow) = left.count.addingReportingOverflow(right.count)
        return Milliseconds(overflow ? .max : sum)
    }

    /// Subtracts, and stays at zero rather than underflow.
    public static func - (left: Milliseconds, right: Milliseconds) -> Milliseconds {
        Milliseconds(left.count > right.count ? left.count - right.count : 0)
    }

    /// Multiplies, and stays at the largest value rather than overflow.
    public static func * (left: Milliseconds, right: UInt64) -> Milliseconds {
        let (product, overflow) = left.count.multipliedReportingOverflow(by: right)
        return Milliseconds(overflow ? .max : product)
    }
}

extension Milliseconds: Renderable {
    /// The form that the configuration file reads: `500ms`, `41s`, `1h30m`, `2d`.
    ///
    /// A part of a second is written only below ten seconds (`1s500ms`), since no reader of a log
    /// line wants more.
    ///
    /// It has one constant array and no more: where another module's compiler numbers several in
    /// another order, the linker takes one for the other.
    @inline(never)
    public func render(into bytes: inout [UInt8]) {
        if count < 1000 {
            count.render(into: &bytes)
            ("ms" as StaticString).render(into: &bytes)
            return
        }
        var rest = count
        let units: [(UInt64, UInt8)] = [
            (86_400_000, 100), (3_600_000, 104), (60_000, 109), (1000, 115),
        ]
        for (size, letter) in units where rest >= size {
            (rest / size).render(into: &bytes)
            bytes.append(letter)
            rest %= size
        }
        if rest > 0 && count < 10_000 {
            rest.render(into: &bytes)
            ("ms" as StaticString).render(into: &bytes)
        }
    }
}
