/// What a recovery must know of one row: plain numbers, since the memory that holds them outlives
/// the program that wrote them (1-init.md, duty 9).
public struct InstanceRecord: Equatable, Sendable {
    /// How many words ``words`` has.
    public static let wordCount = 10

    /// FNV-1a of the job's name; 0 for a vacant row.
    public var nameHash: UInt64 = 0
    /// The main process, or 0.
    public var pid: Int32 = 0
    /// The process group of the last run.
    public var group: Int32 = 0
    var phase: UInt8 = 0
    var rest: UInt8 = 0
    var cause: UInt8 = 0
    var flags: UInt16 = 0
    var next: UInt8 = 0
    var shortRuns: UInt8 = 0
    var refusals: UInt8 = 0
    var signalled: UInt32 = 0
    var lastStatus: Int32 = 0
    /// Start of the run, or the time of the next start.
    var time: UInt64 = 0
    var stopDue: UInt64 = 0
    var probeDue: UInt64 = 0
    var probePause: UInt64 = 0

    /// A vacant row.
    public init() {}

    /// The record as words, to be written somewhere.
    public var words: [Int64] {
        [
            Int64(bitPattern: nameHash),
            Int64(pid) << 32 | Int64(UInt32(bitPattern: group)),
            Int64(phase) | Int64(rest) << 8 | Int64(cause) << 16 | Int64(next) << 24
                | Int64(flags) << 32,
            Int64(shortRuns) | Int64(refusals) << 8,
            Int64(signalled),
            Int64(lastStatus),
            Int64(bitPattern: time),
            Int64(bitPattern: stopDue),
            Int64(bitPattern: probeDue),
            Int64(bitPattern: probePause),
        ]
    }

    /// Reads a record back; missing words are 0.
    public init(words: [Int64]) {
        @inline(never)
        func word(_ index: Int) -> UInt64 {
            index < words.count ? UInt64(bitPattern: words[index]) : 0
        }
        nameHash = word(0)
        pid = Int32(truncatingIfNeeded: word(1) >> 32)
        group = Int32(truncatingIfNeeded: word(1))
        phase = UInt8(truncatingIfNeeded: word(2))
        rest = UInt8(truncatingIfNeeded: word(2) >> 8)
        cause = UInt8(truncatingIfNeeded: word(2) >> 16)
        next = UInt8(truncatingIfNeeded: word(2) >> 24)
        flags = UInt16(truncatingIfNeeded: word(2) >> 32)
        shortRuns = UInt8(truncatingIfNeeded: word(3))
        refusals = UInt8(truncatingIfNeeded: word(3) >> 8)
        signalled = UInt32(truncatingIfNeeded: word(4))
        lastStatus = Int32(truncatingIfNeeded: word(5))
        time = word(6)
        stopDue = word(7)
        probeDue = word(8)
        probePause = word(9)
    }
}
