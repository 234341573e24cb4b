import Basics

/// Reads the files of a configuration, block by block, into a ``Configuration``.
///
/// It reads no file itself: where one is included it stops, and says so by ``wanted``. A class
/// because nothing ever needs a second one, and a value would be copied here and there.
final class Parser {
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

    /// A file or folder to be read, and where it was asked for.
    struct Wish {
        var path: Text
        var span: Span?
        /// The names in a folder are wanted, not the content of a file.
        var isFolder = false
    }

    /// The files that were read, the main one first.
    var sources: [Source] = []
    var list = DiagnosticList()
    var configuration = Configuration()
    /// The directives.
    let globals = JobDraft()
    var names = NameIndex()
    /// Where each job's `name` stands, and behind it its stop settings where it has any.
    var marks = PackedArray<JobDraft.Mention>()
    /// The places of the jobs that have words which ``Literal`` marks.
    var literals = PackedArray<Int32>()
    /// The jobs that `forward` names, which are checked when all jobs are known.
    var receiverNames: [Text] = []
    /// Where ``receiverNames`` stand.
    var receivers = PackedArray<JobDraft.Mention>()
    /// The files of `depends` whose names could be those of jobs.
    var dependencyNames: [Text] = []
    /// Where ``dependencyNames`` stand.
    var dependencies = PackedArray<JobDraft.Mention>()
    /// The file that is being read.
    var file: FileScope?
    /// The file that is needed before ``parse()`` can go on.
    var wanted: Wish?
    /// The pattern of an `include` while its folders are read.
    var pattern: IncludePattern?
    /// How many bytes all files have so far.
    var size = 0
    /// More jobs than ``jobLimit`` were found, and that was said.
    var hasTooManyJobs = false
    /// What the files say of the machine.
    var claims = ClaimList()
    /// Somebody will look at ``claims``.
    let wantsClaims: Bool
    /// How many of the folders with services were asked for.
    var serviceCount = 0
    /// Every file could be read, so that what no file defines does not exist.
    var isWhole = true

    /// swinit's own variables.
    let variables: [Text]
    /// The parser that read the same files before: it knows what stands further down.
    var first: Parser?
    /// It met variables that only a second parser can replace.
    var isPreliminary = false
    /// What each job of the files is, those with errors included, up to its `}`.
    var blocks: [JobSpec] = []
    /// It reads defaults once more, for the job at hand.
    var isEvaluating = false

    /// Wants the file at `path`.
    @inline(never)
    init(path: Text, variables: [Text], wantsClaims: Bool, allowing allowed: [Text]) {
        list.allowed = allowed
        self.wantsClaims = wantsClaims
        self.variables = variables
        wanted = Wish(path: path, span: nil)
    }

    /// Reads on, up to the end of all files or up to the next file that is ``wanted``.
    @inline(never)
    func parse() {
        while wanted == nil {
            guard let file else {
                wantServices()
                return
            }
            if let path = file.waiting.popLast() {
                want(path, file.line.span(1))
            } else if file.lexer.next(isEnvironment: false, &list) {
                parseOption(file, into: globals)
            } else {
                self.file = file.includer
            }
        }
    }

    /// Takes the content of the file that was ``wanted``.
    @inline(never)
    func take(_ bytes: [UInt8]) {
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
        if let offset = Text(bytes).firstIndex(of: 0) {
            let start = Int32(clamping: offset)
            list.add(.nulByte, at: Span(source: number, start: start, end: start + 1))
            isWhole = false
            return
        }
        if ServiceList.isPath(wish.path) {
            takeServices(bytes, wish.path, source: number)
            return
        }
        file = FileScope(
            Lexer(source: number, bytes: bytes), path: wish.path.path(besideFile: Text([])),
            from: file, firstJob: configuration.jobs.count)
    }

    @inline(never)
    private func fault(ofSize count: Int, isMain: Bool) -> Fault? {
        if count > Source.largestSize { return isMain ? .mainTooLarge : .fileTooLarge }
        return size > Self.totalSize ? .filesTooLarge : nil
    }

    /// Takes the reason why the file that was ``wanted`` cannot be read.
    @inline(never)
    func refuse(because reason: Text) {
        guard let wish = wanted else { return }
        // It is never more than empty where the main file says so.
        if ServiceList.isPath(wish.path), wish.span == nil, !sources.isEmpty { return take([]) }
        wanted = nil
        pattern = nil
        isWhole = false
        list.add(
            wish.span == nil ? .mainUnreadable : .includeUnreadable, at: wish.span, wish.path,
            reason)
    }

    /// Takes the line at hand, which stands in what `draft` is.
    @inline(never)
    func parseOption(_ file: FileScope, into draft: JobDraft) {
        let line = file.line
        let isDirective = draft.place == .file
        guard let entry = OptionCatalogue.entry(for: line, 0) else {
            if isDirective { refuseUnknown(file) } else { refuseUnknown(file, in: draft) }
            return
        }
        guard isDirective ? entry.isGlobal : entry.isJobOption else {
            list.add(isDirective ? .outsideJob : .insideJob, line, 0)
            return
        }
        guard let option = entry.option else {
            list.add(.unsupportedOption, line, 0)
            if entry.kind == .block, line.isPlain(line.count - 1, "{") { skipBlock(file) }
            return
        }
        if option == .job || option == .defaults {
            parseBlock(option, file)
            return
        }
        if option == .log {
            if isWellFormed(line, entry), replaceVariables(of: option, line, from: 1, in: draft) {
                bindLog(line, of: draft, file)
            }
            return
        }
        let hasEntries = option == .environment || option == .limit || option == .depends
        // A malformed option is written all the same, a malformed directive is not.
        if isDirective, !hasEntries, !isWellFormed(line, entry) { return }
        guard allows(option, line, in: draft, file) else { return }
        draft.note(option, at: line.span(0, through: isDirective ? line.count - 1 : 0))
        if hasEntries {
            var entries = draft.spec.takeWords(option)
            parseEntries(file, option, entry, of: draft, into: &entries)
            draft.spec.set(option, entries)
            return
        }
        guard isDirective || isWellFormed(line, entry),
            replaceVariables(of: option, line, from: 1, in: draft)
        else { return }
        if option != .command, line.values.isEmpty {
            line.adviseVariables(from: 1, &draft.variables)
        }
        switch option {
        case .include: include(line)
        case .shutdown: bindShutdown(line)
        case .forward: bindForward(line)
        case .environmentFiles, .environmentFolders: bindFile(option, entry, line, into: draft)
        case .reload: bindReload(line, entry)
        case .listen, .report: bindAddress(option, line, entry)
        case .services: bindServices(line, entry)
        default: draft.bind(option, entry, line, &list)
        }
        claim(option, line, of: draft)
    }

    /// Whether the line's words are worth binding; reports why not.
    @inline(never)
    private func isWellFormed(_ line: Line, _ entry: OptionEntry) -> Bool {
        !line.isBroken && hasGoodCount(line, entry)
    }

    /// Reports a value that is missing, or one too many.
    @inline(never)
    func hasGoodCount(_ line: Line, _ entry: OptionEntry) -> Bool {
        let most: Int
        switch entry.kind {
        case .flag: most = 1
        case .word, .path, .number, .octal, .duration, .signal, .choice, .account: most = 2
        case .accounts, .list, .special, .optional, .block: most = Lexer.wordLimit
        }
        if line.count == 1, most > 1, entry.kind != .optional {
            list.add(.missingValue, line, 0, entry.usage)
            return false
        }
        guard line.count > most else { return true }
        let isOption = most == 1 || OptionCatalogue.entry(for: line, most) != nil
        refuseRest(of: line, from: most, as: isOption ? .unexpectedOption : .unexpectedText)
        return false
    }

    /// Reports the words from `index` on, where there are any.
    @inline(never)
    func refuseRest(of line: Line, from index: Int, as fault: Fault) {
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
