public import Basics

/// What a job says of its present run, by sd_notify(3) or its ready descriptor.
public enum Notice: Equatable, Sendable {
    /// It is ready: `READY=1`, a newline on the ready descriptor, or the awaited text in its log.
    case ready
    /// It ends by itself: its checks and its watchdog are over for this run (`STOPPING=1`).
    case stopping
    /// A start or a stop under way may take so long from now on (`EXTEND_TIMEOUT_USEC`).
    case extend(Milliseconds)
    /// From now on it says that it is alive at least so often; 0: no more (`WATCHDOG_USEC`).
    case watchdog(Milliseconds)
    /// It is alive (`WATCHDOG=1`).
    case alive
    /// It has failed, whatever its process does (`WATCHDOG=trigger`).
    case failing
}
