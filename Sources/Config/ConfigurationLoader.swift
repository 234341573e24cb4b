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

    /// What reading one folder gave, for a pattern of `include`.
    public enum Listing: Equatable, Sendable {
        /// The names in it; none where there is no such folder.
        case names([Text])
        /// It cannot be read, and why.
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
        /// What the files say of the machine, where that was asked for.
        public var claims = ClaimList()
    }

    /// Reads the file at `path` and those that it includes, whose content `read` gives.
    ///
    /// It is called once for each file, and `list` once for each folder in which a pattern may find some.
    /// With claims it collects what the files say of the machine; warnings with one of the codes
    /// `allowed` are left out. For `expand` there are swinit's own `variables`, as `VAR=VALUE`.
    @inline(never)
    public static func load(
        _ path: Text, withClaims: Bool = false, allowing allowed: [Text] = [],
        variables: [Text] = [], list: (Text) -> Listing, read: (Text) -> Reading
    ) -> Outcome {
        let parser = Parser(
            path: path, variables: variables, wantsClaims: withClaims, allowing: allowed)
        run(parser, list: list, read: read)
        return outcome(of: parser)
    }

    /// Reads `sources`, which ``load(_:withClaims:allowing:variables:list:read:)`` gave, once more from
    /// memory.
    @inline(never)
    public static func reload(_ sources: [Source], variables: [Text] = []) -> Outcome {
        let path = sources.first?.path ?? Text([])
        let parser = Parser(path: path, variables: variables, wantsClaims: false, allowing: [])
        run(parser, in: sources)
        return outcome(of: parser)
    }

    /// What `parser` found; where it met variables that it could not replace yet, what a second one finds.
    private static func outcome(of parser: Parser) -> Outcome {
        guard parser.isPreliminary, parser.isWhole else { return parser.outcome() }
        let second = Parser(
            path: parser.sources.first?.path ?? Text([]), variables: parser.variables,
            wantsClaims: parser.wantsClaims, allowing: parser.list.allowed)
        second.first = parser
        // Those without a file are known to the first alone.
        second.configuration.includeFolders = parser.configuration.includeFolders
        run(second, in: parser.sources)
        return second.outcome()
    }

    @inline(never)
    private static func run(_ parser: Parser, in sources: [Source]) {
        run(parser, list: { .names(names(in: $0, of: sources)) }) { path in
            for source in sources where source.path == path { return .bytes(source.bytes) }
            return .failed("No such file or directory")
        }
    }

    @inline(never)
    private static func run(
        _ parser: Parser, list: (Text) -> Listing, read: (Text) -> Reading
    ) {
        while let wish = parser.wanted {
            if wish.isFolder {
                switch list(wish.path) {
                case .names(let names): parser.take(names: names)
                case .failed(let reason): parser.refuse(because: reason)
                }
            } else {
                switch read(wish.path) {
                case .bytes(let bytes): parser.take(bytes)
                case .failed(let reason): parser.refuse(because: reason)
                }
            }
            parser.parse()
        }
    }

    /// The names that the paths of `sources` have in `folder`.
    private static func names(in folder: Text, of sources: [Source]) -> [Text] {
        let prefix: Text =
            folder.isEqual(to: ".") ? Text([]) : folder.isEqual(to: "/") ? folder : "\(folder)/"
        var names: [Text] = []
        for source in sources where source.path.hasPrefix(prefix) {
            let name = source.path.dropFirst(prefix.count).split(at: 47)[0]
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}

extension Parser {
    /// Checks what needs the whole, and gives everything up.
    @inline(never)
    func outcome() -> ConfigurationLoader.Outcome {
        blocks = []
        finish()
        claims.finish(
            variables: globals.spec.words(.environment),
            hasFiles: globals.has(.environmentFiles), expands: globals.has(.expand))
        list.sort()
        return ConfigurationLoader.Outcome(
            configuration: list.hasErrors ? nil : configuration, diagnostics: list,
            sources: sources, claims: claims)
    }
}
