/// A number that tells one content from another (FNV-1a, 64 bits).
public struct ContentHash: Equatable, Sendable {
    /// The hash of what was added so far; never 0.
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of nothing.
    public init() {}

    /// Adds bytes.
    @inline(never)
    public mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        if value == 0 { value = 1 }
    }

    /// Adds the eight bytes of a number.
    @inline(never)
    public mutating func add(_ number: UInt64) {
        for shift: UInt64 in [0, 8, 16, 24, 32, 40, 48, 56] {
            value = (value ^ (number >> shift & 0xFF)) &* 0x100_0000_01b3
        }
        if value == 0 { value = 1 }
    }
}
