import Basics

/// A job (or `defaults`) while its lines are read.
///
/// A class, as ``Line`` is: every binder is handed one. Nothing changes it once its block is read.
final class JobDraft {
    /// What the lines stand in.
    enum Place {
        /// The file: directives.
        case file
        case defaults
        case job
    }

    /// An option that was written, and where.
    struct Mention: BitwiseCopyable {
        var option: Option
        var span: Span
    }

    /// Any of these makes exit status 33 a status like any other.
    private static var policyOptions: UInt64 {
        Option.once.bit | Option.restart.bit | Option.onSuccess.bit
            | Option.onFailure.bit | Option.successCodes.bit
    }

    var spec = JobSpec(name: Text([]), command: [])
    /// What this block wrote itself, in its order.
    var mentions = PackedArray<Mention>()
    /// The options that this block or its defaults wrote.
    private var written: UInt64 = 0
    /// Where `name` stands.
    var nameSpan: Span?
    /// The name that stands further down, once it was looked for; empty for none.
    var nameAhead: Text?
    /// Variables that nothing replaces, unless it turns out that the job, or the file, has `expand`.
    var variables = DiagnosticList()
    /// The sources of variables that it starts from, and all of them once defaults are read.
    private(set) var layer = Text([])
    /// It, or what it starts from, has values in which variables are replaced for each job.
    var isVariable = false
    /// What it starts from.
    let parent: JobDraft?
    /// It has words in '...' that ``Literal`` marks.
    var hasLiterals = false
    /// The line of `cmd`, for advice on it.
    var commandLine: Line?
    /// Where each job that `after` and `restart-with` name stands, in the order of the words of each,
    /// and `restart-limit`.
    var references = PackedArray<Mention>()
    /// Where `stop-timeout` or `stop-retries` stands.
    var stopSpan: Span?
    /// The group in force was written as `user U:G`.
    var groupIsUsers = false
    /// This block itself wrote `user U:G`.
    var userNamesGroup = false
    /// The keyword that opened the block.
    let opening: Span
    let place: Place

    /// What starts from swinit's own defaults: the directives, or the defaults before any are read.
    init() {
        opening = Span(source: 0, start: 0, end: 0)
        place = .file
        parent = nil
    }

    /// A job or a `defaults` block that starts from `other`.
    @inline(never)
    init(from other: JobDraft, at opening: Span, in place: Place) {
        self.opening = opening
        self.place = place
        parent = place == .defaults ? other : nil
        spec = other.spec
        layer = other.layer
        isVariable = other.isVariable
        written = other.written
        commandLine = other.commandLine
        stopSpan = other.stopSpan
        references = other.references
        groupIsUsers = other.groupIsUsers
        hasLiterals = other.hasLiterals
    }

    /// Where this block wrote `option`, if it did.
    @inline(never)
    func mention(of option: Option) -> Span? {
        for mention in mentions where mention.option == option { return mention.span }
        return nil
    }

    /// Whether this block or its defaults wrote `option`.
    @inline(never)
    func has(_ option: Option) -> Bool {
        written & option.bit != 0
    }

    /// Remembers where `option` stands, for one that may be repeated the first place.
    @inline(never)
    func note(_ option: Option, at span: Span) {
        if mention(of: option) == nil { mentions.append(Mention(option: option, span: span)) }
        written |= option.bit
    }

    /// Works the restart options out, which may stand in any order; call it when the block is read.
    @inline(never)
    func settle(_ list: inout DiagnosticList) {
        let once = mention(of: .once)
        let restart = mention(of: .restart)
        if let once, let restart {
            list.add(.onceAndRestart, at: once.start > restart.start ? once : restart)
        }
        if userNamesGroup, let group = mention(of: .group) {
            list.add(.groupTwice, at: group)
        }
        // What the block itself says in short beats what its defaults say at length.
        if once != nil || restart != nil {
            if mention(of: .onSuccess) == nil { forget(.onSuccess) }
            if mention(of: .onFailure) == nil { forget(.onFailure) }
        }
        if place == .job { settleOutcomes() }
        settleSources()
    }

    /// Packs the sources of variables: what a job has of its own beats all that it starts from.
    private func settleSources() {
        let own = spec.takeWords(.environment)
        if place == .defaults {
            layer = EnvironmentSource.layer([layer] + own)
        } else if !layer.isEmpty || !own.isEmpty {
            spec.set(.environment, [layer, EnvironmentSource.layer(own)])
        }
    }

    /// The value `text`, which word `index` of `line` gave, such that `expand` leaves it alone where it
    /// stood in '...'.
    @inline(never)
    func kept(_ text: Text, _ line: Line, _ index: Int) -> Text {
        guard line.isLiteral(index), Expansion.isNeeded(for: text) else { return text }
        hasLiterals = true
        return Literal.marked(text)
    }

    @inline(never)
    private func forget(_ option: Option) {
        spec.set(option, nil)
        written &= ~option.bit
    }

    /// Puts what `once` or `restart` says into the outcomes that were not written.
    private func settleOutcomes() {
        let runsOnce = spec.has(.once)
        let form = ShortForm(rawValue: spec.number(.restart) ?? 0) ?? .always
        spec.set(.restart, nil)
        if has(.onFailure) {
            spec.set(.retriesUntilSuccess, !spec.has(.onFailure))
        } else if runsOnce, spec.has(.wait) {
            set(.onFailure, .shutdownWhileStarting)
        } else if runsOnce || form == .never {
            set(.onFailure, .stop)
        }
        if !has(.onSuccess), runsOnce || form != .always { set(.onSuccess, .stop) }
        spec.set(.status33IsPlain, written & Self.policyOptions != 0)
    }

    @inline(never)
    private func set(_ option: Option, _ outcome: RestartPolicy.Outcome) {
        spec.set(option, outcome.rawValue)
    }

    /// What `restart` was given, in the order of its words.
    private enum ShortForm: Int64 {
        case always, onFailure, never
    }
}
