public import Basics
import CLinux

/// The monotonic clock (CLOCK_MONOTONIC): a step of the wall clock changes nothing.
public enum Clock {
    /// Now, in whole milliseconds.
    public static var now: Instant {
        Instant(milliseconds: UInt64(clamping: nanoseconds / 1_000_000))
    }

    /// Seconds since 1970, by the wall clock, which may step.
    public static var wallSeconds: Int64 { swinit_nanoseconds(CLOCK_REALTIME) / 1_000_000_000 }

    /// Nanoseconds since 1970, by the wall clock, which may step.
    public static var wallNanoseconds: Int64 { swinit_nanoseconds(CLOCK_REALTIME) }

    /// Now, in nanoseconds.
    public static var nanoseconds: Int64 { swinit_nanoseconds(CLOCK_MONOTONIC) }
}
