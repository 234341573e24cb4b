import Basics

/// Everything that is wrong with a configuration, of all its files, up to a bound.
public struct DiagnosticList: Equatable, Sendable {
    /// As many errors are kept, and as many warnings and notes; further ones are only counted.
    public static let limit = 100

    /// What is kept; in the order of files and positions once ``sort()`` was called.
    public private(set) var diagnostics: [Diagnostic] = []
    /// How many errors there are, those that were not kept included.
    public private(set) var errorCount = 0
    /// How many warnings there are, those that were not kept included.
    public private(set) var warningCount = 0
    private var noteCount = 0
    /// Warnings and notes with one of these codes are left out (`check --allow CODE`).
    var allowed: [Text] = []
    /// An empty list.
    public init() {}

    /// Whether the configuration cannot be used.
    public var hasErrors: Bool { errorCount > 0 }

    /// Whether a further error would only be counted, so that its hint need not be worked out.
    var isFull: Bool { errorCount >= Self.limit }

    /// How many errors, warnings and notes were counted but not kept.
    public var hiddenCount: Int { errorCount + warningCount + noteCount - diagnostics.count }

    /// Whether a further diagnostic of this severity would be kept.
    @inline(never)
    func isKept(_ severity: Diagnostic.Severity) -> Bool {
        switch severity {
        case .error: errorCount < Self.limit
        case .warning, .note: warningCount + noteCount < Self.limit
        }
    }

    /// Adds one; it is only counted where ``limit`` is reached for its severity.
    @inline(never)
    public mutating func add(_ diagnostic: Diagnostic) {
        if diagnostic.severity != .error, allowed.contains(diagnostic.code) { return }
        // What many jobs have from their defaults is told once.
        for other in diagnostics
        where other.span == diagnostic.span && other.message == diagnostic.message {
            return
        }
        if isKept(diagnostic.severity) { diagnostics.append(diagnostic) }
        count(diagnostic.severity)
    }

    /// Adds all of `other`, which are warnings of one code.
    @inline(never)
    mutating func add(all other: DiagnosticList) {
        for diagnostic in other.diagnostics { add(diagnostic) }
        guard let last = other.diagnostics.last, !allowed.contains(last.code) else { return }
        for _ in 0..<other.hiddenCount { count(.warning) }
    }

    /// Counts one that is not kept.
    @inline(never)
    mutating func count(_ severity: Diagnostic.Severity) {
        switch severity {
        case .error: errorCount += 1
        case .warning: warningCount += 1
        case .note: noteCount += 1
        }
    }

    /// Turns warnings into errors (`check --strict`).
    public mutating func makeStrict() {
        errorCount += warningCount
        warningCount = 0
        for index in diagnostics.indices where diagnostics[index].severity == .warning {
            diagnostics[index].severity = .error
        }
    }

    /// Puts the list in the order of files and positions; those without a place come first.
    ///
    /// By insertion: the list is short, and nearly in order already.
    @inline(never)
    public mutating func sort() {
        for index in diagnostics.indices {
            var place = index
            while place > 0,
                Self.isBefore(diagnostics[place].span, diagnostics[place - 1].span)
            {
                diagnostics.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    private static func isBefore(_ left: Span?, _ right: Span?) -> Bool {
        guard let right else { return false }
        guard let left else { return true }
        if left.source != right.source { return left.source < right.source }
        return left.start < right.start
    }
}
