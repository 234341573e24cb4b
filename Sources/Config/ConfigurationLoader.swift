public import Basics

/// Reads a configuration: the one way from bytes to a ``Configuration``.
public enum ConfigurationLoader {
    /// What reading one file gave.
    public enum Reading: Equatable, Sendable {
        /// Its content; where it is longer than ``Source/largestSize``, that much and a byte is enough.
        case bytes([UInt8])
        /// It cannot be read, and why, such as `No such file or directory`.
        case failed(Text)
    }

    /// A configuration and all that is known about it.
    public struct Outcome: Equatable, Sendable {
        /// Nil where there are errors.
        public var configuration: Configuration?
        /// What is wrong, in the order of files and positions.
        public var diagnostics: DiagnosticList
        /// Every file that was read, the main one first: to show diagnostics, and to read the very same
        /// bytes again after a crash (``ConfigurationLoader/reload(_:)``).
        public var sources: [Source]
    }

    /// Reads the file at `path` and those that it includes, whose content `read` gives; it is called
    /// once for each `include`.
    public static func load(_ path: Text, read: (Text) -> Reading) -> Outcome {
        var parser = Parser()
        switch read(path) {
        case .failed(let reason):
            parser.list.error(
                "cannot-read", at: nil, "cannot read '\(Shown(path))': \(Shown(reason))",
                hint: "'-c FILE' or SWINIT_CONFIG names another file")
        case .bytes(let bytes) where bytes.count > Source.largestSize:
            parser.list.error(
                "too-large", at: nil, "cannot read '\(Shown(path))': larger than 10 MiB",
                hint: "is this a configuration file?")
        case .bytes(let bytes):
            parser.sources = [Source(path: path, bytes: bytes)]
            parser.openPaths = [path.path(besideFile: "")]
            parser.size = bytes.count
            let nowhere = Span(source: 0, start: 0, end: 0)
            parser.parse(0, defaults: JobDraft(opening: nowhere, isDefaults: true), read: read)
            parser.finish()
        }
        parser.list.sort()
        return Outcome(
            configuration: parser.list.hasErrors ? nil : parser.configuration,
            diagnostics: parser.list, sources: parser.sources)
    }

    /// Reads `sources`, which ``load(_:read:)`` gave, once more from memory.
    public static func reload(_ sources: [Source]) -> Outcome {
        guard let main = sources.first else { return load("", read: { _ in .failed("no file") }) }
        return load(main.path) { path in
            for source in sources where source.path == path { return .bytes(source.bytes) }
            return .failed("No such file or directory")
        }
    }
}
