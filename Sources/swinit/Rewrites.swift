import Basics

/// Which signals are passed on as others.
struct Rewrites: Equatable, Sendable {
    /// Pairs of signal numbers, in the order in which they were given; a second 0 drops the first.
    private var pairs: [UInt8] = []

    /// Adds a word on `signal`; nil drops it.
    @inline(never)
    mutating func add(_ signal: Signal, to other: Signal?) {
        pairs.append(UInt8(truncatingIfNeeded: signal.rawValue))
        pairs.append(UInt8(truncatingIfNeeded: other?.rawValue ?? 0))
    }

    /// The number that `signal` is passed on as, 0 for nothing; nil where there is no word on it.
    @inline(never)
    func target(of signal: Signal) -> Int32? {
        // The last one wins, as in dumb-init.
        var index = pairs.count - 2
        while index >= 0 {
            if Int32(pairs[index]) == signal.rawValue { return Int32(pairs[index + 1]) }
            index -= 2
        }
        return nil
    }
}
