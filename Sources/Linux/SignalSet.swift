public import Basics

/// A set of signals 1 to 64 as the kernel has it: bit n - 1 for signal n.
public struct SignalSet: Equatable, Sendable {
    public var bits: UInt64

    public init(bits: UInt64) {
        self.bits = bits
    }

    /// No signal.
    public static let empty = SignalSet(bits: 0)

    /// Whether `signal` is in the set.
    @inline(never)
    public func contains(_ signal: Signal) -> Bool {
        signal.rawValue >= 1 && signal.rawValue <= 64
            && bits & (1 << UInt64(signal.rawValue - 1)) != 0
    }

    /// Adds `signal`.
    @inline(never)
    public mutating func insert(_ signal: Signal) {
        guard signal.rawValue >= 1, signal.rawValue <= 64 else { return }
        bits |= 1 << UInt64(signal.rawValue - 1)
    }

    /// Takes `signal` out.
    @inline(never)
    public mutating func remove(_ signal: Signal) {
        guard signal.rawValue >= 1, signal.rawValue <= 64 else { return }
        bits &= ~(1 << UInt64(signal.rawValue - 1))
    }
}
