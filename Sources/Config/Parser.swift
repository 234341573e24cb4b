import Basics

/// Reads the files of a configuration, block by block, into a ``Configuration``.
struct Parser {
    /// How deep includes may nest.
    static let includeDepth = 16
    /// How many files a configuration may have.
    static let fileLimit = 256
    /// How many bytes all files together may have.
    static let totalSize = 4 * Source.largestSize
    /// How many jobs a configuration may have.
    static let jobLimit = 10_000

    /// A global directive that was written, and where.
    struct Mention {
        var option: GlobalOption
        var span: Span
    }

    /// What the checks of the whole configuration need to know of a job.
    struct JobMark {
        var name: Span
        var stop: Span?
    }

    /// One file while it is read.
    struct FileScope {
        var lexer: Lexer
        /// What jobs of this file start from.
        var defaults: JobDraft
        /// Where this file's own `defaults` stand.
        var defaultsSpan: Span?
        /// How many jobs there were before this file.
        let firstJob: Int

        var line: Line { lexer.line }
    }

    var sources: [Source] = []
    var list = DiagnosticList()
    var configuration = Configuration()
    var globalEnvironment: [Text] = []
    var mentions: [Mention] = []
    var names = NameIndex()
    var marks: [JobMark] = []
    /// Receivers that `forward` names, with the place; checked when all jobs are known.
    var receivers: [(name: Text, span: Span)] = []
    /// The files that are being read, outermost first.
    var openPaths: [Text] = []
    /// How many bytes all files have so far.
    var size = 0
    /// More jobs than ``jobLimit`` were found, and that was said.
    var tooManyJobs = false
    /// Every file could be read, so that what no file defines does not exist.
    var isWhole = true

    /// Reads file number `source`; jobs in it start from `defaults`.
    mutating func parse(
        _ source: Int, defaults: JobDraft, read: (Text) -> ConfigurationLoader.Reading
    ) {
        let bytes = sources[source].bytes
        let number = Int32(clamping: source)
        guard isText(bytes, source: number) else {
            isWhole = false
            return
        }
        var file = FileScope(
            lexer: Lexer(source: number, bytes: bytes), defaults: defaults, defaultsSpan: nil,
            firstJob: configuration.jobs.count)
        while file.lexer.next(isEnvironment: false, &list) {
            parseDirective(&file, read: read)
        }
    }

    private mutating func isText(_ bytes: [UInt8], source: Int32) -> Bool {
        guard bytes.count <= Source.largestSize else {
            list.error(
                "too-large", at: Span(source: source, start: 0, end: 0),
                "the file is larger than 10 MiB", hint: "is this a configuration file?")
            return false
        }
        for (offset, byte) in bytes.enumerated() where byte == 0 {
            let start = Int32(clamping: offset)
            list.error(
                "nul-byte", at: Span(source: source, start: start, end: start + 1),
                "a NUL byte", hint: "is this a text file?")
            return false
        }
        return true
    }

    private mutating func parseDirective(
        _ file: inout FileScope, read: (Text) -> ConfigurationLoader.Reading
    ) {
        guard let entry = OptionCatalogue.entry(for: file.line, 0) else {
            refuseUnknown(&file)
            return
        }
        guard entry.isGlobal else {
            list.error(
                "misplaced-option", at: file.line.span(0),
                "'\(entry.name)' stands outside of a job", hint: "it belongs inside 'job { ... }'")
            return
        }
        guard let option = entry.global else {
            refuseUnsupported(entry, file.line)
            return
        }
        switch option {
        case .job: parseJob(&file)
        case .defaults: parseDefaults(&file)
        case .include: include(&file, read: read)
        case .environment:
            var variables: [Text] = []
            parseEnvironment(&file, into: &variables)
            globalEnvironment += variables
        case .stopDelay, .shutdownTimeout, .shutdown, .shutdownStatus, .linger, .forward:
            guard !file.line.isBroken, hasGoodCount(file.line, entry) else { return }
            bind(option, file.line)
        }
    }

    mutating func refuseUnsupported(_ entry: OptionEntry, _ line: Line) {
        list.error(
            "not-supported-yet", at: line.span(0),
            "option '\(entry.name)' is not supported yet")
    }

    private mutating func refuseUnknown(_ file: inout FileScope) {
        let line = file.line
        if line.isPlain(0, "}") {
            list.error("unexpected-brace", at: line.span(0), "this '}' closes nothing")
            return
        }
        if line.isPlain(0, "{") {
            list.error(
                "unexpected-brace", at: line.span(0), "this '{' opens nothing",
                hint: "write 'job {'")
            skipBlock(&file)
            return
        }
        let word = line.text(0)
        let bare = word.hasSuffix("{") ? word.slice(0..<(word.count - 1)) : word
        let near = OptionCatalogue.suggestion(for: bare, inJob: false)
        var hint = near.map { "did you mean '\($0)'?" as Text }
        if bare.count < word.count { hint = "a blank goes before '{'" }
        list.error(
            "unknown-directive", at: line.span(0), "unknown directive '\(Shown(bare))'",
            hint: hint)
        guard bare.count < word.count || line.isPlain(line.count - 1, "{") else { return }
        // A misspelt job is read all the same, so that its own errors and its name are known.
        if let near, near.isEqual(to: "job") {
            readBlock(
                of: JobDraft(from: file.defaults, opening: line.span(0), isDefaults: false), &file)
        } else {
            skipBlock(&file)
        }
    }

    /// Reports a value that is missing, or one too many.
    mutating func hasGoodCount(_ line: Line, _ entry: OptionEntry) -> Bool {
        let most: Int
        switch entry.kind {
        case .flag: most = 1
        case .text, .path, .number, .duration, .signal, .choice: most = 2
        case .list, .special, .block: most = Lexer.wordLimit
        }
        if line.count == 1, most > 1, entry.job != .wait {
            list.error(
                "missing-value", at: line.span(0), "'\(entry.name)' needs a value",
                hint: "write '\(entry.usage)'")
            return false
        }
        guard line.count > most else { return true }
        let isOption = OptionCatalogue.entry(for: line, most) != nil
        let quoting: Text = "write a value with blanks in quotes: \"...\""
        list.error(
            "unexpected-text", at: line.span(most, through: line.count - 1),
            "unexpected \(line.quoted(most)) behind '\(entry.name)'",
            hint: most == 1 || isOption ? "one option a line" : quoting)
        return false
    }

    /// Says where `first` stands, for a line of file number `source`.
    func hint(first: Span, seenFrom source: Int32) -> Text {
        guard first.source >= 0, Int(first.source) < sources.count else { return "" }
        let other = sources[Int(first.source)]
        var cursor = SourceCursor()
        cursor.move(to: Int(first.start), source: first.source, bytes: other.bytes)
        guard first.source != source else { return "first on line \(cursor.line)" }
        return "first at \(Shown(other.path)):\(cursor.line)"
    }
}
