/// A point on the monotonic clock, in milliseconds.
///
/// Only the event loop reads the clock; everyone else is told.
public struct Instant: Comparable, Hashable, Sendable {
    /// Milliseconds since an arbitrary point (CLOCK_MONOTONIC, clock_gettime(2)).
    public var milliseconds: UInt64

    /// Makes the point that is `milliseconds` after the clock's origin.
    public init(milliseconds: UInt64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The point `delay` later; never overflows.
    public static func + (instant: Instant, delay: Milliseconds) -> Instant {
        let (sum, overflow) = instant.milliseconds.addingReportingOverflow(delay.count)
        return Instant(milliseconds: overflow ? .max : sum)
    }

    /// How long after `earlier` this is; zero if it is not after it.
    public static func - (later: Instant, earlier: Instant) -> Milliseconds {
        Milliseconds(
            later.milliseconds > earlier.milliseconds
                ? later.milliseconds - earlier.milliseconds : 0)
    }
}
