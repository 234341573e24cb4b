import Foundation

/// The moment until which a test waits for something.
public struct Deadline: Sendable {
    /// How long a test waits for what ought to happen at once: ample for a machine under load.
    public static let usual: Duration = .seconds(20)

    private let end: ContinuousClock.Instant

    public init(in duration: Duration = usual) {
        end = .now + duration
    }

    public var hasPassed: Bool { .now >= end }

    /// What is left, for poll(2), in whole milliseconds and at most `step`.
    func milliseconds(atMost step: Int32) -> Int32 {
        let left = ContinuousClock.Instant.now.duration(to: end).components
        let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
        return max(0, min(step, Int32(clamping: milliseconds)))
    }

    /// Waits until `condition` holds; throws ``Missed`` with `what` if it never does.
    public static func wait(
        until what: @autoclosure () -> String, within duration: Duration = usual,
        _ condition: () throws -> Bool
    ) throws {
        let deadline = Deadline(in: duration)
        while try !condition() {
            if deadline.hasPassed { throw Missed("waited \(duration) until \(what())") }
            usleep(1000)
        }
    }
}
