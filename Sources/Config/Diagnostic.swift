public import Basics

/// One thing wrong with a configuration file, and how to put it right.
public struct Diagnostic: Equatable, Sendable {
    /// How bad it is.
    public enum Severity: Equatable, Sendable {
        /// The file cannot be used.
        case error
        /// It can, but it probably does not do what its user wants; an error under `--strict`.
        case warning
        /// A fact worth knowing, such as the grace period that the file needs.
        case note
    }

    public var severity: Severity
    /// A short, stable word for tools and `--allow`, such as `unknown-option`.
    public var code: Text
    /// Where; nil for a fact about the file as a whole.
    public var span: Span?
    /// One line, lower case, without a full stop.
    public var message: Text
    /// How to put it right, for behind the caret; nil where there is nothing to say.
    public var hint: Text?

    public init(
        _ severity: Severity, _ code: Text, at span: Span?, _ message: Text,
        hint: Text? = nil
    ) {
        self.severity = severity
        self.code = code
        self.span = span
        self.message = message
        self.hint = hint
    }
}

/// One file of the configuration, as it was read.
public struct Source: Equatable, Sendable {
    /// A file may have as many bytes: 10 MiB.
    public static let largestSize = 10 << 20

    /// The path by which it is named in diagnostics.
    public var path: Text
    public var bytes: [UInt8]

    public init(path: Text, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
