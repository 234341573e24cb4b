import Basics

/// What the supervisor knows beside the rows, and a recovery must: plain numbers, for the same reason
/// as in ``InstanceRecord``.
public struct SupervisorRecord: Equatable, Sendable {
    /// How many words ``words`` has.
    public static let wordCount = 9
    /// What stands for a status that is not known (yet).
    static let none: Int32 = -1

    /// ``Event/began`` came.
    var hasBegun = false
    /// Every barrier of the first start order has opened.
    var isBootComplete = false
    /// How far the shutdown has come.
    var stage = Shutdown.Stage.none
    /// The levels share what there is, and KILL waits until every job has had its stop signal.
    var isShort = false
    /// Why the container ends.
    var reason = EndReason()
    /// The status of a one-time job that the shutdown cut short.
    var cutShortStatus = none
    /// The status of the job that became `failed` first.
    var firstFailure = none
    /// How `main` ended.
    var mainStatus = none
    /// KILL for everything, at the latest.
    var budgetEnd = Instant.never
    /// When the present stage of the shutdown ends at the latest.
    var stageEnd = Instant.never
    var firstInterrupt = Instant.never
    var jitter = Jitter(state: 0)
    /// Changes of state so far, of all jobs.
    var sequence: UInt64 = 0

    /// A supervisor that has done nothing.
    public init() {}

    /// The record as words, to be written somewhere; 0 stands for what is not there.
    public var words: [Int64] {
        let small =
            Int64(stage.rawValue) | Int64(reason.kind.rawValue) << 8 | (hasBegun ? 1 << 16 : 0)
            | (isBootComplete ? 1 << 17 : 0) | (isShort ? 1 << 18 : 0)
        return [
            small,
            joined(reason.subject, reason.status),
            joined(cutShortStatus &+ 1, firstFailure &+ 1),
            joined(0, mainStatus &+ 1),
            budgetEnd.word,
            stageEnd.word,
            firstInterrupt.word,
            Int64(bitPattern: jitter.state),
            Int64(bitPattern: sequence),
        ]
    }

    /// Reads a record back; missing words are 0.
    public init(words: [Int64]) {
        let small = word(words, 0)
        stage = Shutdown.Stage(rawValue: UInt8(truncatingIfNeeded: small)) ?? .delaying
        reason.kind = EndReason.Kind(rawValue: UInt8(truncatingIfNeeded: small >> 8)) ?? .none
        hasBegun = small & 1 << 16 != 0
        isBootComplete = small & 1 << 17 != 0
        isShort = small & 1 << 18 != 0
        (reason.subject, reason.status) = parted(word(words, 1))
        let (cutShort, failure) = parted(word(words, 2))
        cutShortStatus = cutShort &- 1
        firstFailure = failure &- 1
        mainStatus = Int32(truncatingIfNeeded: word(words, 3)) &- 1
        budgetEnd = Instant(word: word(words, 4))
        stageEnd = Instant(word: word(words, 5))
        firstInterrupt = Instant(word: word(words, 6))
        jitter.state = word(words, 7)
        sequence = word(words, 8)
    }

    /// When the shutdown itself has something to do.
    var deadline: Instant {
        switch stage {
        case .none: .never
        case .killed: stageEnd
        case .delaying, .stoppingMain, .stopping, .stoppingLoggers, .sweeping:
            min(stageEnd, budgetEnd)
        }
    }
}
