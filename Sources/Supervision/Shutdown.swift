import Basics

/// A shutdown under way.
///
/// ```
/// delaying ──▶ stopping ──▶ sweeping ──▶ killed ──▶ exit
///     │            │  all jobs   │ 2 s      ▲   500 ms, or no child left
///     └────────────┴─────────────┴──────────┘
///          the budget's end, a second INT
/// ```
struct Shutdown: Equatable {
    enum Stage: UInt8 {
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
    }

    /// The pause between TERM and KILL for what is left when the last job has ended.
    static let sweepTime = Milliseconds(2000)
    /// How long what was killed may take to be reaped.
    static let reapTime = Milliseconds(500)

    var stage = Stage.delaying
    /// KILL for everything, at the latest.
    var budgetEnd: Instant
    /// When the present stage ends at the latest.
    var stageEnd: Instant?
    /// The levels share what there is, and KILL waits until every job has had its stop signal.
    var isShort: Bool
    /// `wait ready` jobs that others depend on, last to stop first.
    var held: [Int32] = []
    /// Plan positions at or above this have no process left.
    var top = 0
}

/// Why the container ends: the first that became true decides its status.
enum EndReason: Equatable {
    case signal(Signal)
    /// Nothing runs and nothing will by itself.
    case nothingLeft(status: Int32)
    /// `main`, a `wait once` job, an `on-... shutdown`, a time-out.
    case job(row: Int32, status: Int32)
}
