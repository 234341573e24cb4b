import Basics

/// A job (or `defaults`) while its lines are read.
///
/// A class, as ``Line`` is: every binder is handed one. Nothing changes it once its block is read.
final class JobDraft {
    /// An option that was written, and where.
    struct Mention {
        var option: JobOption
        var span: Span
    }

    /// Any of these makes exit status 33 a status like any other.
    private static var policyOptions: UInt64 {
        JobOption.once.bit | JobOption.restart.bit | JobOption.onSuccess.bit
            | JobOption.onFailure.bit | JobOption.successCodes.bit
    }

    var spec = JobSpec(name: Text([]), command: [])
    /// What this block wrote itself, in its order.
    var mentions: [Mention] = []
    /// The options that this block or its defaults wrote.
    private var written: UInt64 = 0
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
    /// The keyword that opened the block.
    let opening: Span
    /// This is a `defaults` block.
    let isDefaults: Bool

    /// A job or a `defaults` block that starts from `other`; without it, from swinit's own defaults.
    @inline(never)
    init(from other: JobDraft?, at opening: Span, isDefaults: Bool) {
        self.opening = opening
        self.isDefaults = isDefaults
        guard let other else { return }
        spec = other.spec
        written = other.written
        commandLine = other.commandLine
        stopSpan = other.stopSpan
        groupIsUsers = other.groupIsUsers
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
    func note(_ option: JobOption, at span: Span) {
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
            for option in [JobOption.onSuccess, .onFailure] where mention(of: option) == nil {
                spec.set(option, nil)
            }
        }
        guard !isDefaults else { return }
        settleOutcomes()
    }

    /// Puts what `once` or `restart` says into the outcomes that were not written.
    private func settleOutcomes() {
        let runsOnce = spec.has(.once)
        let form = ShortForm(rawValue: spec.number(.restart) ?? 0) ?? .always
        spec.set(.restart, nil)
        if let failure = spec.number(.onFailure) {
            spec.set(.retriesUntilSuccess, failure == RestartPolicy.Outcome.restart.rawValue)
            spec.set(.onFailure, failure, unless: RestartPolicy.Outcome.restart.rawValue)
        } else if runsOnce, spec.has(.wait) {
            spec.restart.onFailure = .shutdownWhileStarting
        } else if runsOnce || form == .never {
            spec.restart.onFailure = .stop
        }
        if let success = spec.number(.onSuccess) {
            spec.set(.onSuccess, success, unless: RestartPolicy.Outcome.restart.rawValue)
        } else if runsOnce || form != .always {
            spec.restart.onSuccess = .stop
        }
        spec.set(.status33IsPlain, written & Self.policyOptions != 0)
    }

    /// What `restart` was given, in the order of its words.
    private enum ShortForm: Int64 {
        case always, onFailure, never
    }
}
