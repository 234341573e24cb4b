import Basics

/// Pseudo-random numbers that spread restarts (splitmix64); the same seed gives the same numbers.
struct Jitter: Equatable, Sendable {
    /// All that there is to remember.
    var state: UInt64

    /// `delay`, longer by up to a tenth.
    mutating func stretch(_ delay: Milliseconds) -> Milliseconds {
        let room = delay.count / 10
        guard room > 0 else { return delay }
        return delay + Milliseconds(next() % (room + 1))
    }

    @inline(never)
    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
