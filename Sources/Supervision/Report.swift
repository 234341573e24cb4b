public import Basics

/// One line for the user about what the supervisor saw or did.
public struct Report: Equatable, Sendable {
    /// How much it matters; the log level decides which are shown.
    public enum Level: Int32, Comparable, Sendable {
        case debug
        case info
        case warning
        case error

        public static func < (left: Level, right: Level) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    public var level: Level
    public var message: Text

    public init(_ level: Level, _ message: Text) {
        self.level = level
        self.message = message
    }
}
