import Basics

/// What single-command mode is asked for, under whichever name.
struct SingleOptions: Equatable, Sendable {
    /// Whose manners to keep: messages, exit statuses, who hears of a signal.
    var personality: Personality
    /// The program and its arguments; never empty.
    var command: [Text]
    /// Where the command stands among the processes.
    var place = Place.group
    /// Signals go to the command's process group.
    var signalsGroup = false
    /// Become a child subreaper even where the program of this name would not.
    var isSubreaper = false
    /// Warn of every process that was adopted and reaped.
    var warnsOfReaping = false
    /// Statuses that become 0.
    var successes: [Int32] = []
    /// Signals that are passed on as others.
    var rewrites: [Rewrite] = []
    /// What the kernel sends us when our parent ends.
    var parentDeathSignal: Signal?
    /// How many `-v` less how many `-q`; warnings are shown from 0 up.
    var verbosity: Int32 = 0
    /// Where to write the process number.
    var pidFile: Text?

    init(_ personality: Personality, command: [Text] = []) {
        self.personality = personality
        self.command = command
    }

    /// Where the command stands among the processes.
    enum Place: Equatable, Sendable {
        /// A process group of its own, made the terminal's foreground group.
        case group
        /// A session of its own, to which the terminal is handed.
        case session
        /// Our own process group.
        case shared
    }

    /// A signal that is passed on as another.
    struct Rewrite: Equatable, Sendable {
        var from: Signal
        /// Nil drops it.
        var to: Signal?
    }

    /// What `signal` is passed on as; nil for nothing.
    func rewritten(_ signal: Signal) -> Signal? {
        // The last one wins, as in dumb-init.
        for rewrite in rewrites.reversed() where rewrite.from == signal { return rewrite.to }
        return signal
    }

    /// Whether there is an explicit word on `signal`.
    @inline(never)
    func rewrites(_ signal: Signal) -> Bool {
        for rewrite in rewrites where rewrite.from == signal { return true }
        return false
    }

    /// The status to end with when the command's was `status`.
    func remapped(_ status: Int32) -> Int32 {
        successes.contains(status) ? 0 : status
    }
}
