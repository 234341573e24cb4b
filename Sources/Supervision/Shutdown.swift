import Basics

/// The stages of a shutdown.
///
/// ```
/// delaying ──▶ stopping ──▶ sweeping ──▶ killed ──▶ exit
///     │            │  all jobs   │ 2 s      ▲   500 ms, or no child left
///     └────────────┴─────────────┴──────────┘
///          the budget's end, a second INT
/// ```
enum Shutdown {
    enum Stage: UInt8, Sendable {
        /// No shutdown is under way.
        case none
        /// Before the first stop signal, so that load balancers notice.
        case delaying
        /// `main` is asked to end, alone.
        case stoppingMain
        /// The levels of the other jobs.
        case stopping
        /// Every job has ended; what escaped its group has had TERM.
        case sweeping
        /// Everything has had KILL.
        case killed
        /// Between ``stopping`` and ``sweeping``: nothing is left but loggers.
        case stoppingLoggers
    }

    /// The pause between TERM and KILL for what is left when the last job has ended.
    static let sweepTime = Milliseconds(2000)
    /// How long what was killed may take to be reaped.
    static let reapTime = Milliseconds(500)
}

/// Why the container ends: the first that became true decides its status.
struct EndReason: Equatable, Sendable {
    enum Kind: UInt8, Sendable {
        case none
        /// ``subject`` is the signal.
        case signal
        /// Nothing runs and nothing will by itself.
        case nothingLeft
        /// `main`, a `wait once` job, an `on-... shutdown`, a time-out; ``subject`` is the row.
        case job
    }

    var kind = Kind.none
    var subject: Int32 = 0
    var status: Int32 = 0
}
