import Basics

/// A job (or `defaults`) while its lines are read.
struct JobDraft {
    /// An option that was written, and where.
    struct Mention {
        var option: JobOption
        var span: Span
    }

    /// `once` or `restart ...`: what sets both outcomes at a time.
    enum ShortForm {
        case once, always, onFailure, never
    }

    /// Any of these makes exit status 33 a status like any other.
    private static let policyOptions =
        JobOption.once.bit | JobOption.restart.bit | JobOption.onSuccess.bit
        | JobOption.onFailure.bit | JobOption.successCodes.bit

    var spec: JobSpec
    /// What this block wrote itself, in its order.
    var mentions: [Mention] = []
    /// The options that this block or its defaults wrote.
    var written: UInt64 = 0
    /// Where `name` stands.
    var nameSpan: Span?
    /// The line of `cmd`, for advice on it.
    var commandLine: Line?
    /// Where `stop-timeout` or `stop-retries` stands.
    var stopSpan: Span?
    /// The group in force was written as `user U:G`.
    var groupIsUsers = false
    /// This block itself wrote `user U:G`.
    var userNamesGroup = false
    var shortForm: ShortForm?
    var success: RestartPolicy.Outcome?
    var failure: RestartPolicy.Outcome?
    /// The keyword that opened the block.
    var opening: Span
    /// This is a `defaults` block.
    var isDefaults: Bool

    /// A block that starts from swinit's own defaults.
    init() {
        spec = JobSpec(name: Text([]), command: [])
        opening = Span(source: 0, start: 0, end: 0)
        isDefaults = true
    }

    /// A job or a `defaults` block that starts from this one.
    func starting(at opening: Span, isDefaults: Bool) -> JobDraft {
        var draft = self
        draft.opening = opening
        draft.isDefaults = isDefaults
        draft.mentions = []
        draft.userNamesGroup = false
        return draft
    }

    /// Where this block wrote `option`, if it did.
    @inline(never)
    func mention(of option: JobOption) -> Span? {
        for mention in mentions where mention.option == option { return mention.span }
        return nil
    }

    /// Whether this block or its defaults wrote `option`.
    @inline(never)
    func has(_ option: JobOption) -> Bool {
        written & option.bit != 0
    }

    /// Remembers where `option` stands, for one that may be repeated the first place.
    @inline(never)
    mutating func note(_ option: JobOption, at span: Span) {
        if mention(of: option) == nil { mentions.append(Mention(option: option, span: span)) }
        written |= option.bit
    }

    /// Works the restart options out, which may stand in any order; call it when the block is read.
    @inline(never)
    mutating func settle(_ list: inout DiagnosticList) {
        if let once = mention(of: .once), let restart = mention(of: .restart) {
            list.add(.onceAndRestart, at: once.start > restart.start ? once : restart)
        }
        if userNamesGroup, let group = mention(of: .group) {
            list.add(.groupTwice, at: group)
        }
        // What the block itself says in short beats what its defaults say at length.
        if mention(of: .once) ?? mention(of: .restart) != nil {
            if mention(of: .onSuccess) == nil { success = nil }
            if mention(of: .onFailure) == nil { failure = nil }
        }
        guard !isDefaults else { return }
        var policy = spec.restart
        switch shortForm {
        case .once:
            policy.onSuccess = .stop
            policy.onFailure = spec.placement.barrier == .none ? .stop : .shutdownWhileStarting
        case .always, nil:
            policy.onSuccess = .restart
            policy.onFailure = .restart
        case .onFailure:
            policy.onSuccess = .stop
            policy.onFailure = .restart
        case .never:
            policy.onSuccess = .stop
            policy.onFailure = .stop
        }
        if let success { policy.onSuccess = success }
        if let failure { policy.onFailure = failure }
        policy.retriesUntilSuccess = failure == .restart
        policy.status33EndsJob = written & Self.policyOptions == 0
        spec.restart = policy
        spec.placement.runsOnce = shortForm == .once
    }
}
