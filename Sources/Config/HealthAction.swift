/// What happens to a job that is unhealthy; in the order of the words of `health-action`.
public enum HealthAction: Int64, Equatable, Sendable {
    /// It is stopped, which counts as a failure, and what follows is what its policy says.
    case restart
    /// The container ends.
    case shutdown
    /// It is only reported.
    case none
}
