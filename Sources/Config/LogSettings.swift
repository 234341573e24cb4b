public import Basics

/// What becomes of a job's output that swinit captures: the settings of `log`.
public struct LogSettings: Equatable, Sendable {
    /// How lines are written.
    public enum Format: Int64, Equatable, Sendable {
        /// Behind the job's name.
        case text
        /// As one JSON object each.
        case json
        /// As they are.
        case raw
    }

    /// What stands before each line.
    public enum Timestamps: Int64, Equatable, Sendable {
        case none
        case rfc3339
        case tai64n
    }

    /// The size of a job's ring where none was written, and of all rings together, in bytes.
    static let ring: Int64 = 64 << 10
    static let ringTotal: Int64 = 4 << 20

    var spec: JobSpec

    public static func == (left: LogSettings, right: LogSettings) -> Bool {

        left.spec.differences(from: right.spec)
            & (Option.logSettings | Option.logRingTotal.bit) == 0
    }

    /// Nil where it was not written.
    public var format: Format? { spec.number(.logFormat).flatMap { Format(rawValue: $0) } }

    public var timestamps: Timestamps {
        spec.number(.logTimestamps).flatMap { Timestamps(rawValue: $0) } ?? .none
    }

    /// How many bytes of its last output are kept.
    public var ring: Int { Int(clamping: spec.number(.logRing) ?? Self.ring) }

    /// Lines that cannot be written are left out, rather than that the job waits.
    public var dropsWhenBlocked: Bool { spec.has(.logDrop) }

    /// The job that reads its output; nil for swinit's own standard output and error.
    public var logger: Text? { spec.text(.logTo) }

    /// With ``logger``: swinit's own standard output and error too.
    public var isTee: Bool { spec.has(.logTee) }
}

extension JobSpec {
    /// What becomes of its output.
    public var log: LogSettings { LogSettings(spec: self) }

    /// Others log to this job.
    public var isLogger: Bool { has(.isLogger) }
}

extension Configuration {
    /// How many bytes all rings of output may have together.
    public var ringTotal: Int {
        Int(clamping: log.spec.number(.logRingTotal) ?? LogSettings.ringTotal)
    }

    /// How lines are written where no job says so: as they are while only one process writes.
    public var format: LogSettings.Format {
        jobs.count == 1 && jobs[0].instances <= 1 ? .raw : .text
    }
}
