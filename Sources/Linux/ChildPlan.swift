public import Basics

/// All that a child is told between fork and exec.
public struct ChildPlan: Sendable {
    /// Where a standard stream comes from or goes to.
    public enum Stream: Equatable, Sendable {
        /// swinit's own.
        case inherited
        case null
        case file(Text)
        /// For standard error: where standard output goes.
        case joined
        /// A descriptor of swinit's own.
        case descriptor(Int32)

        /// The file, where it is one.
        var path: Text? {
            if case .file(let path) = self { path } else { nil }
        }

        /// swinit's descriptor, where it is one.
        var descriptor: Int32 {
            if case .descriptor(let number) = self { number } else { -1 }
        }
    }

    /// Program and arguments; a program without `/` is searched in the PATH of the environment.
    public var arguments: [Text]
    /// `VAR=VALUE`, applied over the inherited environment, or `VAR` for one that is taken away; later
    /// wins.
    public var environment: [Text] = []
    /// Only PATH, HOME and TERM are inherited.
    public var clearsEnvironment = false
    /// The working directory; nil stays.
    public var directory: Text?
    public var input = Stream.inherited
    public var output = Stream.inherited
    public var errors = Stream.inherited
    /// A session of its own (setsid(2)); else a process group in swinit's session.
    public var leadsSession = false
    /// The group becomes the terminal's foreground group, where standard input is a terminal.
    public var takesTerminal = false
    /// User, group and supplementary groups; nil leaves them alone.
    public var identity: Identity?
    public var umask: UInt32?
    public var nice: Int32?
    public var oomScore: Int32?
    /// Bits of the CPUs (sched_setaffinity(2)); empty leaves them alone.
    public var cpus = PackedArray<UInt64>()
    public var limits = PackedArray<Limit>()
    /// RLIMIT_NOFILE to give back before ``limits``; nil where swinit did not raise its own.
    public var fileLimit: Limit?
    /// The child's signal mask.
    public var mask = SignalSet.empty
    /// Signals set back to their default.
    public var defaults = SignalSet.empty
    /// Signals set to be ignored.
    public var ignores = SignalSet.empty
    /// Sent to the child when swinit ends (prctl(2), PR_SET_PDEATHSIG).
    public var parentDeathSignal: Signal?
    /// What the child needs is missing: it fails at this step (`swinit_step`) at once, as a run that
    /// failed; 0 for none.
    public var lostStep: Int32 = 0
    /// What the child keeps of its capabilities (capabilities(7)); nil leaves them alone.
    public var capabilities: Capabilities?
    /// No program that it executes can give it more than it has (prctl(2), PR_SET_NO_NEW_PRIVS).
    public var refusesPrivileges = false
    /// LISTEN_PID is set to the child's pid, and LISTEN_FDS handed on (sd_listen_fds(3)).
    public var listens = false
    /// swinit's descriptor through which the child tells that it is ready, and its number in the child,
    /// from 3 on; 0 for none.
    public var ready: (descriptor: Int32, number: Int32) = (0, 0)

    /// Every path in the plan.
    var paths: [Text] {
        var paths: [Text] = []
        for path in [directory, input.path, output.path, errors.path] {
            if let path { paths.append(path) }
        }
        return paths
    }

    /// A child that inherits everything.
    @inline(never)
    public init(arguments: [Text]) {
        self.arguments = arguments
    }

    /// User, group and supplementary groups, as numbers.
    public struct Identity: Equatable, Sendable {
        public var user: UInt32
        public var group: UInt32
        /// Nil leaves the supplementary groups alone.
        public var supplementary: PackedArray<UInt32>?

        public init(user: UInt32, group: UInt32, supplementary: PackedArray<UInt32>?) {
            self.user = user
            self.group = group
            self.supplementary = supplementary
        }
    }

    /// What a child keeps of its capabilities, bit n for number n.
    ///
    /// The bounding set loses the others. A child that is root then has exactly what is kept. One of any
    /// other user loses all by the change of user; those of `keeps` are kept for it by the ambient
    /// set. What is to be kept must be there, or the step fails; all bits stand for all that there are.
    public struct Capabilities: Sendable {
        /// The bits of ``mask`` are kept alone; else they are lost alone.
        public var keeps: Bool
        public var mask: UInt64

        public init(keeps: Bool, mask: UInt64) {
            self.keeps = keeps
            self.mask = mask
        }
    }

    /// One resource limit (setrlimit(2)).
    public struct Limit: Equatable, Sendable, BitwiseCopyable {
        /// Stands for the most that may be set.
        public static let most = UInt64.max - 1

        public var resource: Int32
        public var soft: UInt64
        public var hard: UInt64

        public init(resource: Int32, soft: UInt64, hard: UInt64) {
            self.resource = resource
            self.soft = soft
            self.hard = hard
        }
    }
}
