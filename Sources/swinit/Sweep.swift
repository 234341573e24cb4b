import Basics
import Linux

/// When to look for children that ended without a signal of their own.
///
/// CHLD does not queue: of several ends between two reads only one has a record. So each turn ends
/// with a sweep over all children. The kernel walks its whole list for that, 500 µs for 10,000 living
/// children, so a sweep that was dear for what it found puts the next one off by twenty times its cost: at most a
/// twentieth of the time goes into sweeps, and what coalesced is reaped some 10 ms later.
struct Sweep {
    /// The most children that one sweep takes.
    static let batch = 256
    /// A sweep that took longer for each look puts the next one off, in nanoseconds.
    private static let cheap: Int64 = 50_000
    /// The longest that one sweep goes on, in nanoseconds.
    private static let longest: Int64 = 1_000_000
    private static let pauseFactor: Int64 = 20

    /// So many numbers in a row without an orphan end a search for neighbours.
    static let neighbourMisses = 16

    /// A look at all children takes long at present.
    private(set) var isDear = false
    /// When the next sweep may begin, in nanoseconds of the clock.
    private var allowed: Int64 = 0
    /// Children may have ended unseen.
    private(set) var isDue = false
    private var began: Int64 = 0

    /// When the loop must wake for a sweep that was put off; nil for never.
    var deadline: Instant? {
        isDue ? Instant(milliseconds: UInt64(clamping: allowed / 1_000_000 + 1)) : nil
    }

    /// A CHLD came: a sweep is due, now or later.
    @inline(never)
    mutating func childEnded() { isDue = true }

    /// Whether a sweep begins now.
    @inline(never)
    mutating func begin(at now: Int64) -> Bool {
        guard isDue, now >= allowed else { return false }
        began = Clock.nanoseconds
        return true
    }

    /// Whether the sweep that has taken `count` children goes on.
    func goesOn(count: Int) -> Bool {
        count < Self.batch && Clock.nanoseconds - began < Self.longest
    }

    /// The sweep is over: it took `count` children, and found no more if it `isComplete`.
    @inline(never)
    mutating func end(count: Int, isComplete: Bool) {
        let now = Clock.nanoseconds
        // What an end has led to, a thousand starts perhaps, is no cost of looking.
        let cost = min(now - began, Self.longest)
        isDue = !isComplete
        isDear = cost / Int64(count + 1) > Self.cheap
        allowed = isDear ? now + cost * Self.pauseFactor : 0
    }
}
