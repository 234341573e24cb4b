/// Whether a job is not restarted any more, since it has failed too often; the container then ends
/// with `isEnd`.
enum GivenUp: Equatable, Sendable {
    case no
    /// As often as `restart-limit` allows.
    case failures(isEnd: Bool)
    /// As often in a row, and before it had started, as `start-retries` allows.
    case starts(isEnd: Bool)
}
