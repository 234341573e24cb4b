/// What a recovery must know beside the rows.
public struct SupervisorRecord: Equatable, Sendable {
    /// How many words ``words`` has.
    public static let wordCount = 10

    var flags: UInt16 = 0
    var stage: UInt8 = 0
    var reason: UInt8 = 0
    /// The signal, or the row, that the reason names.
    var reasonSubject: Int32 = 0
    var reasonStatus: Int32 = 0
    var cutShortStatus: Int32 = 0
    var firstFailure: Int32 = 0
    var mainStatus: Int32 = 0
    var budgetEnd: UInt64 = 0
    var stageEnd: UInt64 = 0
    var firstInterrupt: UInt64 = 0
    var jitter: UInt64 = 0

    /// A supervisor that has done nothing.
    public init() {}

    /// The record as words, to be written somewhere.
    public var words: [Int64] {
        [
            Int64(flags) | Int64(stage) << 16 | Int64(reason) << 24,
            Int64(reasonSubject),
            Int64(reasonStatus),
            Int64(cutShortStatus),
            Int64(firstFailure),
            Int64(mainStatus),
            Int64(bitPattern: budgetEnd),
            Int64(bitPattern: stageEnd),
            Int64(bitPattern: firstInterrupt),
            Int64(bitPattern: jitter),
        ]
    }

    /// Reads a record back; missing words are 0.
    public init(words: [Int64]) {
        @inline(never)
        func word(_ index: Int) -> UInt64 {
            index < words.count ? UInt64(bitPattern: words[index]) : 0
        }
        flags = UInt16(truncatingIfNeeded: word(0))
        stage = UInt8(truncatingIfNeeded: word(0) >> 16)
        reason = UInt8(truncatingIfNeeded: word(0) >> 24)
        reasonSubject = Int32(truncatingIfNeeded: word(1))
        reasonStatus = Int32(truncatingIfNeeded: word(2))
        cutShortStatus = Int32(truncatingIfNeeded: word(3))
        firstFailure = Int32(truncatingIfNeeded: word(4))
        mainStatus = Int32(truncatingIfNeeded: word(5))
        budgetEnd = word(6)
        stageEnd = word(7)
        firstInterrupt = word(8)
        jitter = word(9)
    }
}
