public import Basics

/// What the supervisor must know of the world that is in no configuration file.
public struct Circumstances: Equatable, Sendable {
    /// `SWINIT_SHUTDOWN_TIMEOUT`: beats the file's `shutdown-timeout`.
    public var shutdownTimeout: Milliseconds?
    /// `SWINIT_STOP_DELAY`: beats the file's `stop-delay`.
    public var stopDelay: Milliseconds?
    /// Where the jitter of restart delays starts; the same seed gives the same delays.
    public var seed: UInt64

    /// No override; a fixed seed.
    public init(
        shutdownTimeout: Milliseconds? = nil, stopDelay: Milliseconds? = nil, seed: UInt64 = 1
    ) {
        self.shutdownTimeout = shutdownTimeout
        self.stopDelay = stopDelay
        self.seed = seed
    }
}
