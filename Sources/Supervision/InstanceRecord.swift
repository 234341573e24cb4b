import Basics

/// What a recovery must know of one row: plain numbers, since the memory that holds them outlives
/// the program that wrote them (1-init.md, duty 9).
public struct InstanceRecord: Equatable, Sendable {
    /// How many words ``words`` has.
    public static let wordCount = 24

    /// How many words ``failures`` have.
    ///
    /// Each stands for as many of them as the others: how many, and when the last of these was. So a
    /// recovery may take failures for later ones, and give a job up too early; never too late.
    static let failureWords = 8
    /// In such a word the number of failures is above their time.
    private static let timeBits: UInt64 = 56

    /// FNV-1a of the job's name and the instance's number; 0 for a vacant row.
    public var nameHash: UInt64 = 0
    var machine = JobMachine()
    /// When its last runs failed.
    var failures: [UInt64] = []

    /// The main process, or 0.
    public var pid: Int32 { machine.pid }
    /// The process group of the last run.
    public var group: Int32 { machine.group }

    /// A vacant row.
    public init() {}

    /// The record as words, to be written somewhere.
    public var words: [Int64] {
        let small =
            Int64(machine.phase.rawValue) | Int64(machine.next.rawValue) << 8
            | Int64(machine.cause?.rawValue ?? 0) << 16 | Int64(machine.shortRuns) << 24
            | Int64(machine.refusals) << 32 | Int64(machine.marks) << 40
        var words = [
            Int64(bitPattern: nameHash),
            joined(machine.pid, machine.group),
            joined(machine.lastStatus &+ 1, Int32(bitPattern: machine.signalled)),
            small,
            machine.time.word,
            machine.stopDue.word,
            machine.probeDue.word,
            Int64(bitPattern: machine.probePause.count),
            joined(machine.probePid, machine.commandPid),
            joined(Int32(bitPattern: machine.runs), machine.lastExit &+ 1),
            joined(
                Int32(bitPattern: machine.failedStarts), Int32(bitPattern: machine.failedChecks)),
            machine.gate.word,
            joined(Int32(machine.scale) &+ 1, Int32(bitPattern: machine.watchdogPeriod)),
            machine.watchdogDue.word,
            machine.pausedAt.word,
            Int64(bitPattern: machine.suspended.count),
        ]
        var first = 0
        for part in 1...Self.failureWords {
            let end = failures.count * part / Self.failureWords
            var group: UInt64 = 0
            if end > first { group = UInt64(end - first) << Self.timeBits | failures[end - 1] }
            words.append(Int64(bitPattern: group))
            first = end
        }
        return words
    }

    /// Reads a record back; missing words are 0.
    public init(words: [Int64]) {
        nameHash = word(words, 0)
        (machine.pid, machine.group) = parted(word(words, 1))
        let (status, signalled) = parted(word(words, 2))
        machine.lastStatus = status &- 1
        machine.signalled = UInt32(bitPattern: signalled)
        let small = word(words, 3)
        machine.phase = Self.phase(small)
        machine.next = Self.phase(small >> 8)
        machine.cause = JobMachine.StopCause(rawValue: UInt8(truncatingIfNeeded: small >> 16))
        machine.shortRuns = UInt8(truncatingIfNeeded: small >> 24)
        machine.refusals = UInt8(truncatingIfNeeded: small >> 32)
        machine.marks = UInt32(small >> 40)
        machine.time = Instant(word: word(words, 4))
        machine.stopDue = Instant(word: word(words, 5))
        machine.probeDue = Instant(word: word(words, 6))
        machine.probePause = Milliseconds(word(words, 7))
        (machine.probePid, machine.commandPid) = parted(word(words, 8))
        let (runs, lastExit) = parted(word(words, 9))
        machine.runs = UInt32(bitPattern: runs)
        machine.lastExit = lastExit &- 1
        let (failedStarts, failedChecks) = parted(word(words, 10))
        machine.failedStarts = UInt32(bitPattern: failedStarts)
        machine.failedChecks = UInt32(bitPattern: failedChecks)
        machine.gate = Instant(word: word(words, 11))
        let (scale, watchdogPeriod) = parted(word(words, 12))
        machine.scale = Int16(truncatingIfNeeded: scale &- 1)
        machine.watchdogPeriod = UInt32(bitPattern: watchdogPeriod)
        machine.watchdogDue = Instant(word: word(words, 13))
        machine.pausedAt = Instant(word: word(words, 14))
        machine.suspended = Milliseconds(word(words, 15))
        for index in 16..<Self.wordCount {
            let group = word(words, index)
            for _ in 0..<group >> Self.timeBits {
                failures.append(group & (1 << Self.timeBits - 1))
            }
        }
    }

    @inline(never)
    private static func phase(_ byte: UInt64) -> JobMachine.Phase {
        JobMachine.Phase(rawValue: UInt8(truncatingIfNeeded: byte)) ?? .vacant
    }
}

/// Two numbers in one word.
@inline(never)
func joined(_ high: Int32, _ low: Int32) -> Int64 {
    Int64(high) << 32 | Int64(UInt32(bitPattern: low))
}

/// Takes ``joined(_:_:)`` apart.
@inline(never)
func parted(_ word: UInt64) -> (high: Int32, low: Int32) {
    (Int32(truncatingIfNeeded: word >> 32), Int32(truncatingIfNeeded: word))
}

/// The word at `index`; 0 behind the end.
@inline(never)
func word(_ words: [Int64], _ index: Int) -> UInt64 {
    index < words.count ? UInt64(bitPattern: words[index]) : 0
}
