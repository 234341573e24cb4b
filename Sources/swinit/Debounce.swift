import Basics

/// Makes one of several events: it is over when nothing came for a while, or when it has lasted.
///
/// An editor's save is three or four events, a ConfigMap's swap a dozen.
struct Debounce: Equatable {
    /// So long after the last event it is over.
    static let quiet = Milliseconds(100)
    /// So long after the first it is over at the latest, however many still come.
    static let longest = Milliseconds(1000)

    /// When it is over; nil while nothing has happened.
    private(set) var deadline: Instant?
    private var latest = Instant(milliseconds: 0)

    /// An event came.
    @inline(never)
    mutating func note(at now: Instant) {
        if deadline == nil { latest = now + Self.longest }
        deadline = min(now + Self.quiet, latest)
    }

    /// Whether it is over by now.
    func isOver(at now: Instant) -> Bool { deadline.map { $0 <= now } ?? false }

    /// Forgets what came.
    mutating func clear() { deadline = nil }
}
