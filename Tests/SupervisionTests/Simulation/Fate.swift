/// What must come of the end of a run.
enum Fate: Equatable {
    /// Nobody says: it was not wanted any more.
    case unknown
    /// It starts again after a pause between these.
    case again(least: UInt64, most: UInt64)
    /// It stays down.
    case rest(isDone: Bool)
    /// The container ends with this status.
    case end(Int32)
}
