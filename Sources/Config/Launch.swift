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
    }

    /// Where the process's standard output or error goes.
    public enum Output: Equatable, Sendable {
        /// swinit's log. Until capture is built this is the same as ``inherit``.
        case log
        /// `/dev/null`.
        case null
        /// swinit's own.
        case inherit
        /// A file, opened for appending as the job's user; relative to the job's directory.
        case file(Text)
        /// For `err` only: where `out` goes.
        case joined
    }

    /// Program and arguments; empty only for a job `main` without `cmd`.
    public var command: [Text]
    /// The working directory, as written; nil for swinit's start directory.
    public var directory: Text?
    public var input = Input.null
    public var output = Output.log
    public var errors = Output.log
    /// `VAR=VALUE` in the order of application, globals and defaults before the job's own.
    public var environment: [Text] = []
    /// Starts from an empty environment (PATH, HOME, TERM kept).
    public var clearsEnvironment = false
    /// A user's name or number; nil for swinit's own.
    public var user: Text?
    /// A group's name or number; nil for the user's own.
    public var group: Text?
    /// The supplementary groups; nil for those that a login of ``user`` would give.
    public var supplementaryGroups: [Text]?
    /// The file mode creation mask; nil for swinit's own.
    public var umask: UInt32?
    /// Resource limits, in the order of application.
    public var limits: [ResourceLimit] = []
    /// -20 to 19; nil leaves it alone.
    public var nice: Int32?
    /// -1000 to 1000; nil leaves it alone.
    public var oomScoreAdjust: Int32?
    /// The CPUs that it may run on; nil for all.
    public var cpus: CPUSet?

    /// A launch of `command` with every option at its default.
    public init(command: [Text]) {
        self.command = command
    }
}

/// One `ulimit` line: what setrlimit(2) is told.
public struct ResourceLimit: Equatable, Sendable {
    /// A limit's value.
    public enum Value: Equatable, Sendable {
        /// This many units (bytes, seconds, counts: as setrlimit(2)).
        case number(UInt64)
        /// The most that may be set: unlimited where the hard limit may be raised, else the present
        /// hard limit. For RLIMIT_NOFILE always the present hard limit.
        case most
    }

    /// The kernel's number of the resource (RLIMIT_CPU is 0, RLIMIT_NOFILE 7, ...).
    public var resource: Int32
    public var soft: Value
    public var hard: Value

    /// A limit on `resource`.
    public init(resource: Int32, soft: Value, hard: Value) {
        self.resource = resource
        self.soft = soft
        self.hard = hard
    }
}

/// A set of CPUs, as sched_setaffinity(2) takes it.
public struct CPUSet: Equatable, Sendable {
    /// CPUs are numbered below this.
    public static let limit = 1024

    /// Bit `n % 64` of word `n / 64` is CPU n; words behind the last set bit are left out.
    public private(set) var words: [UInt64] = []

    /// An empty set.
    public init() {}

    /// Adds CPU `number`; false if it is not below ``limit``.
    @inline(never)
    public mutating func insert(_ number: Int) -> Bool {
        guard number >= 0, number < Self.limit else { return false }
        while words.count <= number / 64 { words.append(0) }
        words[number / 64] |= 1 << UInt64(number % 64)
        return true
    }
}
