import Basics

/// The order in which jobs start: by `order`, then as they stand in the file; `main` last.
public enum StartOrder {
    /// The low bits of a key: a job's place.
    private static let mask: UInt64 = 1 << 24 - 1

    /// Loggers of loggers of loggers, and so on, are told apart up to this.
    static let deepestLogger: Int64 = 63

    /// A key for each of `jobs`, in start order; ``place(_:)`` says of which.
    ///
    /// A job `main` without `cmd` gets one from the command line, and then is the last too.
    @inline(never)
    public static func keys(of jobs: [JobSpec]) -> [UInt64] {
        var keys: [UInt64] = []
        for place in jobs.indices {
            let job = jobs[place]
            // A logger starts before those that log to it.
            let logger = job.number(.isLogger) ?? Int64(job.placement.order) << 6
            let order = UInt64(UInt32(truncatingIfNeeded: logger >> 6) ^ 1 << 31)
            let depth = UInt64(truncatingIfNeeded: deepestLogger - logger & deepestLogger)
            let last: UInt64 = job.isMain || !job.has(.command) ? 1 << 63 : 0
            keys.append(last | order << 30 | depth << 24 | UInt64(place) & mask)
        }
        sortKeys(&keys)
        return keys
    }

    /// The place among the jobs of what has this key.
    public static func place(_ key: UInt64) -> Int { Int(key & mask) }
}
