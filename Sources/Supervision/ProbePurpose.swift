/// Why an instance is probed.
public enum ProbePurpose: UInt8, Equatable, Sendable {
    /// Whether it is ready yet (`ready`).
    case readiness
    /// Whether it is still healthy (`health`).
    case health
}
