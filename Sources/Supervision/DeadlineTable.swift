import Basics

/// The next deadline of each instance, side by side, so that the nearest is found in one sweep over
/// plain numbers.
struct DeadlineTable {
    /// ``Instant/never``.
    private static let never = UInt64.max

    private var due: [UInt64] = []
    /// The nearest of all, unless ``isStale``.
    private var nearestDue = never
    /// The nearest was taken away: it must be looked for.
    private var isStale = false

    /// Gives the table one more row.
    @inline(never)
    mutating func append() {
        due.append(Self.never)
    }

    /// Notes when instance `index` must be looked at again.
    mutating func set(_ index: Int, to deadline: Instant) {
        let old = due[index]
        let new = deadline.milliseconds
        guard new != old else { return }
        due[index] = new
        if new <= nearestDue {
            nearestDue = new
            isStale = false
        } else if old == nearestDue {
            isStale = true
        }
    }

    /// The nearest deadline.
    var nearest: Instant { Instant(milliseconds: isStale ? search() : nearestDue) }

    /// Whether a deadline is due.
    mutating func isDue(at now: Instant) -> Bool {
        if isStale {
            nearestDue = search()
            isStale = false
        }
        return nearestDue != Self.never && nearestDue <= now.milliseconds
    }

    /// The first instance at or after `start` whose deadline is due, or nil.
    func firstDue(from start: Int, at now: Instant) -> Int? {
        var index = start
        while index < due.count {
            if due[index] <= now.milliseconds && due[index] != Self.never { return index }
            index += 1
        }
        return nil
    }

    @inline(never)
    private func search() -> UInt64 {
        var first = Self.never
        for candidate in due where candidate < first { first = candidate }
        return first
    }
}
