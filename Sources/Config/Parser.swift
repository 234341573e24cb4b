import Basics

/// Reads the files of a configuration, block by block, into a ``Configuration``.
///
/// It reads no file itself: where one is included it stops, and says so by ``wanted``.
struct Parser {
    /// How deep includes may nest.
    static let includeDepth = 16
    /// How many files a configuration may have.
    static let fileLimit = 256
    /// How many bytes all files together may have.
    static let totalSize = 4 * Source.largestSize
    /// How many variables and how many limits one job, or the whole file, may have.
    static let entryLimit = 4096
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

    /// A job that `forward` names, and where.
    struct Receiver {
        var name: Text
        var span: Span
    }

    /// A file to be read, and where it was asked for.
    struct Wish {
        var path: Text
        var span: Span?
    }

    /// The files that were read, the main one first.
    var sources: [Source] = []
    var list = DiagnosticList()
    var configuration = Configuration()
    var globalEnvironment: [Text] = []
    var mentions: [Mention] = []
    var names = NameIndex()
    var marks: [JobMark] = []
    /// Checked when all jobs are known.
    var receivers: [Receiver] = []
    /// The files that are being read, outermost first.
    var files: [FileScope] = []
    /// What jobs of those files start from; at first what those of the including file start from.
    var defaults: [JobDraft] = []
    /// The file that is needed before ``parse()`` can go on.
    var wanted: Wish?
    /// How many bytes all files have so far.
    var size = 0
    /// More jobs than ``jobLimit`` were found, and that was said.
    var hasTooManyJobs = false
    /// Every file could be read, so that what no file defines does not exist.
    var isWhole = true

    /// Wants the file at `path`.
    init(path: Text) {
        wanted = Wish(path: path, span: nil)
    }

    /// Reads on, up to the end of all files or up to the next file that is ``wanted``.
    @inline(never)
    mutating func parse() {
        while wanted == nil, var file = files.popLast() {
            while wanted == nil {
                guard file.lexer.next(isEnvironment: false, &list) else { break }
                parseDirective(&file)
            }
            if wanted != nil { files.append(file) } else { defaults.removeLast() }
        }
    }

    /// Takes the content of the file that was ``wanted``.
    @inline(never)
    mutating func take(_ bytes: [UInt8]) {
        guard let wish = wanted else { return }
        wanted = nil
        size += min(bytes.count, Source.largestSize + 1)
        if let fault = fault(ofSize: bytes.count, isMain: wish.span == nil) {
            list.add(fault, at: wish.span, wish.path)
            isWhole = false
            return
        }
        let number = Int32(clamping: sources.count)
        sources.append(Source(path: wish.path, bytes: bytes))
        for (offset, byte) in bytes.enumerated() where byte == 0 {
            let start = Int32(clamping: offset)
            list.add(.nulByte, at: Span(source: number, start: start, end: start + 1))
            isWhole = false
            return
        }
        files.append(
            FileScope(
                lexer: Lexer(source: number, bytes: bytes),
                path: wish.path.path(besideFile: Text([])), firstJob: configuration.jobs.count))
        let nowhere = Span(source: 0, start: 0, end: 0)
        defaults.append(defaults.last ?? JobDraft(from: nil, at: nowhere, isDefaults: true))
    }

    @inline(never)
    private func fault(ofSize count: Int, isMain: Bool) -> Fault? {
        if count > Source.largestSize { return isMain ? .mainTooLarge : .fileTooLarge }
        return size > Self.totalSize ? .filesTooLarge : nil
    }

    /// Takes the reason why the file that was ``wanted`` cannot be read.
    @inline(never)
    mutating func refuse(because reason: Text) {
        guard let wish = wanted else { return }
        wanted = nil
        isWhole = false
        list.add(
            wish.span == nil ? .mainUnreadable : .includeUnreadable, at: wish.span, wish.path,
            reason)
    }

    @inline(never)
    private mutating func parseDirective(_ file: inout FileScope) {
        guard let entry = OptionCatalogue.entry(for: file.line, 0) else {
            refuseUnknown(&file)
            return
        }
        guard entry.isGlobal else {
            list.add(.outsideJob, at: file.line.span(0), file.line.text(0))
            return
        }
        guard let option = entry.global else {
            list.add(.unsupportedOption, at: file.line.span(0), file.line.text(0))
            return
        }
        switch option {
        case .job: parseJob(&file)
        case .defaults: parseDefaults(&file)
        case .environment:
            // Taken out meanwhile: the list would be accessed twice at a time.
            var variables: [Text] = []
            swap(&variables, &globalEnvironment)
            parseEnvironment(&file, into: &variables)
            swap(&variables, &globalEnvironment)
        case .include, .stopDelay, .shutdownTimeout, .shutdown, .shutdownStatus, .linger, .forward:
            guard !file.line.isBroken, hasGoodCount(file.line, entry) else { return }
            file.line.adviseVariables(from: 1, &list)
            bind(option, file.line, in: file.path)
        }
    }

    @inline(never)
    private mutating func refuseUnknown(_ file: inout FileScope) {
        let line = file.line
        if line.isPlain(0, "}") {
            list.add(.closesNothing, at: line.span(0))
            return
        }
        if line.isPlain(0, "{") {
            list.add(.opensNothing, at: line.span(0))
            skipBlock(&file)
            return
        }
        let word = line.text(0)
        let isGlued = word.hasSuffix("{")
        let bare = isGlued ? word.slice(0..<(word.count - 1)) : word
        let near = OptionCatalogue.suggestion(for: bare, inJob: false)
        list.add(
            isGlued ? .unsplitBrace : .unknownDirective, at: line.span(0), bare,
            suggesting: isGlued ? nil : near)
        guard isGlued || line.isPlain(line.count - 1, "{") else { return }
        // A misspelt job is read all the same, so that its own errors and its name are known.
        if let near, near.isEqual(to: "job") {
            readBlock(&file, opening: line.span(0), isDefaults: false)
        } else {
            skipBlock(&file)
        }
    }

    /// Reports a value that is missing, or one too many.
    @inline(never)
    mutating func hasGoodCount(_ line: Line, _ entry: OptionEntry) -> Bool {
        let most: Int
        switch entry.kind {
        case .flag: most = 1
        case .text, .path, .number, .duration, .signal, .choice: most = 2
        case .list, .special, .block: most = Lexer.wordLimit
        }
        if line.count == 1, most > 1, entry.job != .wait {
            list.add(
                .missingValue, at: line.span(0), line.text(0), Text(stringLiteral: entry.usage))
            return false
        }
        guard line.count > most else { return true }
        let isOption = most == 1 || OptionCatalogue.entry(for: line, most) != nil
        refuseRest(of: line, from: most, as: isOption ? .unexpectedOption : .unexpectedText)
        return false
    }

    /// Reports the words from `index` on, where there are any.
    @inline(never)
    mutating func refuseRest(of line: Line, from index: Int, as fault: Fault) {
        guard line.count > index else { return }
        list.add(
            fault, at: line.span(index, through: line.count - 1), line.text(index), line.text(0))
    }

    /// Says where `first` stands, for a line of file number `source`.
    @inline(never)
    func place(of first: Span, seenFrom source: Int32) -> Text {
        guard first.source >= 0, Int(first.source) < sources.count else { return Text([]) }
        let other = sources[Int(first.source)]
        var cursor = SourceCursor()
        cursor.move(to: Int(first.start), source: first.source, bytes: other.bytes)
        guard first.source != source else { return "on line \(cursor.line)" }
        return "at \(Shown(other.path)):\(cursor.line)"
    }
}
