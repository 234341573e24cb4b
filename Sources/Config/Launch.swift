public import Basics

/// What a process is started with: all that the kernel is told between fork and exec.
public struct Launch: Equatable, Sendable {
    /// What stands at the process's standard input.
    public enum Input: Equatable, Sendable {
        /// `/dev/null`.
        case null
        /// swinit's own.
        case inherit
        /// A file, opened for reading as the job's user; relative to the job's directory.
        case file(Text)
        /// What the jobs write that log to this one.
        case lines
    }

    /// Where the process's standard output or error goes.
    public enum Output: Equatable, Sendable {
        /// What swinit reads; what becomes of it ``LogSettings`` says.
        case log
        /// The system's log, by `/dev/log`.
        case syslog
        /// `/dev/null`.
        case null
        /// swinit's own.
        case inherit
        /// A file, opened for appending as the job's user; relative to the job's directory.
        case file(Text)
        /// For `err` only: where `out` goes.
        case joined
    }

    var spec: JobSpec

    init(spec: JobSpec) {
        self.spec = spec
    }

    public static func == (left: Launch, right: Launch) -> Bool {
        left.spec.differences(from: right.spec) & Option.launch == 0
    }

    /// Program and arguments; empty only for a job `main` without `cmd`.
    public var command: [Text] {
        get { spec.words(.command) }
        set { spec.set(.command, newValue) }
    }

    /// The working directory, as written; nil for swinit's start directory.
    public var directory: Text? { spec.text(.directory) }

    /// Where standard input comes from.
    public var input: Input {
        if spec.has(.isLogger) { return .lines }
        return switch stream(.input) {
        case .file: .file(spec.text(.input) ?? Text([]))
        case .inherit: .inherit
        case nil, .null, .joined, .syslog: .null
        }
    }

    /// Where standard output goes.
    public var output: Output { output(.output) }

    /// Where standard error goes.
    public var errors: Output { output(.errors) }

    /// swinit reads what it writes, at least on one of its streams.
    var isCaptured: Bool {
        let all = [output, errors]
        return all.contains(.log) || all.contains(.syslog)
    }

    /// What gives the job variables, in the order of application, so that later ones win: the globals
    /// and defaults as one layer, then the job's own; a line for ``EnvironmentSource/init(_:)`` each.
    public var sources: [Text] {
        @inline(never) get { EnvironmentSource.lines(of: spec.words(.environment)) }
    }

    /// ``sources`` in one text: those that it starts from.
    var shared: Text {
        @inline(never) get { spec.words(.environment).first ?? Text([]) }
    }

    /// ``sources`` in one text: its own.
    var own: Text {
        @inline(never) get { spec.words(.environment).last ?? Text([]) }
    }

    /// Starts from an empty environment (PATH, HOME, TERM kept).
    public var clearsEnvironment: Bool { spec.has(.clearEnvironment) }

    /// `${NAME}` in the job's values is replaced at each start.
    public var expands: Bool { spec.has(.expand) }

    /// It gets the descriptors that swinit was given by LISTEN_FDS (sd_listen_fds(3)).
    public var receivesDescriptors: Bool { spec.has(.listenDescriptors) }

    /// What it may do of what root may; nil leaves that alone.
    public var capabilities: Capabilities? {
        guard let mask = spec.number(.capabilities) else { return nil }
        return Capabilities(
            keeps: !spec.words(.capabilities).isEmpty, mask: UInt64(bitPattern: mask))
    }

    /// No program that it executes gains privileges (PR_SET_NO_NEW_PRIVS of prctl(2)).
    public var refusesPrivileges: Bool { spec.has(.noNewPrivileges) }

    /// A user's name or number; nil for swinit's own.
    public var user: Text? { spec.text(.user) }

    /// A group's name or number; nil for the user's own.
    public var group: Text? { spec.text(.group) }

    /// The supplementary groups; nil for those that a login of ``user`` would give.
    public var supplementaryGroups: [Text]? {
        let groups = spec.words(.groups)
        return groups.isEmpty ? nil : groups
    }

    /// The file mode creation mask; nil for swinit's own.
    public var umask: UInt32? { spec.number(.umask).map { UInt32(clamping: $0) } }

    /// Resource limits, in the order of application.
    public var limits: [ResourceLimit] { packedLimits.map { ResourceLimit(packed: $0) } }

    /// ``limits``, each as ``ResourceLimit/init(packed:)`` reads it.
    public var packedLimits: [Text] { spec.words(.limit) }

    /// -20 to 19; nil leaves it alone.
    public var nice: Int32? { spec.number(.nice).map { Int32(clamping: $0) } }

    /// -1000 to 1000; nil leaves it alone.
    public var oomScoreAdjust: Int32? {
        spec.number(.oomScoreAdjust).map { Int32(clamping: $0) }
    }

    /// The CPUs that it may run on; nil for all.
    public var cpus: CPUSet? { spec.text(.cpu).map { CPUSet(packed: $0) } }

    /// What stands in a stream's setting.
    enum Stream: Int64 {
        case null, inherit, file, joined, syslog
    }

    @inline(never)
    private func stream(_ option: Option) -> Stream? {
        spec.number(option).flatMap { Stream(rawValue: $0) }
    }

    @inline(never)
    private func output(_ option: Option) -> Output {
        switch stream(option) {
        case nil: .log
        case .null: .null
        case .inherit: .inherit
        case .file: .file(spec.text(option) ?? Text([]))
        case .joined: .joined
        case .syslog: .syslog
        }
    }
}
