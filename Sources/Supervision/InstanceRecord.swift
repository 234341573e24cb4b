import Basics

/// What a recovery must know of one row: plain numbers, since the memory that holds them outlives
/// the program that wrote them (1-init.md, duty 9).
public struct InstanceRecord: Equatable, Sendable {
    /// How many words ``words`` has.
    public static let wordCount = 8

    /// FNV-1a of the job's name; 0 for a vacant row.
    public var nameHash: UInt64 = 0
    var machine = JobMachine()

    /// The main process, or 0.
    public var pid: Int32 { machine.pid }
    /// The process group of the last run.
    public var group: Int32 { machine.group }

    /// A vacant row.
    public init() {}

    /// The record as words, to be written somewhere.
    public var words: [Int64] {
        let numbers: [UInt64] = [
            nameHash,
            joined(machine.pid, machine.group),
            joined(machine.lastStatus &+ 1, Int32(bitPattern: machine.signalled)),
            UInt64(machine.phase.rawValue) | UInt64(machine.next.rawValue) << 8
                | UInt64(machine.cause?.rawValue ?? 0) << 16 | UInt64(machine.shortRuns) << 24
                | UInt64(machine.refusals) << 32 | UInt64(machine.marks) << 40,
            machine.time.word,
            machine.stopDue.word,
            machine.probeDue.word,
            machine.probePause.count,
        ]
        return signed(numbers)
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
        machine.marks = UInt16(truncatingIfNeeded: small >> 40)
        machine.time = Instant(word: word(words, 4))
        machine.stopDue = Instant(word: word(words, 5))
        machine.probeDue = Instant(word: word(words, 6))
        machine.probePause = Milliseconds(word(words, 7))
    }

    @inline(never)
    private static func phase(_ byte: UInt64) -> JobMachine.Phase {
        JobMachine.Phase(rawValue: UInt8(truncatingIfNeeded: byte)) ?? .vacant
    }

    /// The machine as it goes on in another image of swinit.
    ///
    /// A status pipe does not outlive the program, so a process counts as executing; a spawn whose
    /// answer was lost is asked for again unless ``Supervisor/adopt(_:pid:at:)`` finds its process.
    func machine(at now: Instant) -> JobMachine {
        var machine = machine
        guard machine.phase == .alive else {
            machine.pid = 0
            return machine
        }
        if machine.pid == 0 {
            machine.phase = .backingOff
            machine.time = now
        } else {
            machine.isExecuted = !machine.isSetUpFailed
            if machine.isExecuted, machine.isOfPresentDefinition { machine.hasBeenReady = true }
        }
        return machine
    }
}

/// Two numbers in one word.
@inline(never)
func joined(_ high: Int32, _ low: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
}

/// Takes ``joined(_:_:)`` apart.
@inline(never)
func parted(_ word: UInt64) -> (high: Int32, low: Int32) {
    (Int32(truncatingIfNeeded: word >> 32), Int32(truncatingIfNeeded: word))
}

/// Words as they are stored.
@inline(never)
func signed(_ words: [UInt64]) -> [Int64] {
    words.map { Int64(bitPattern: $0) }
}

/// The word at `index`; 0 behind the end.
@inline(never)
func word(_ words: [Int64], _ index: Int) -> UInt64 {
    index < words.count ? UInt64(bitPattern: words[index]) : 0
}
