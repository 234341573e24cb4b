public import Basics

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

    /// The names of the resources, by the kernel's numbers, with blanks between them.
    public static let names: StaticString = """
        RLIMIT_CPU RLIMIT_FSIZE RLIMIT_DATA RLIMIT_STACK RLIMIT_CORE RLIMIT_RSS RLIMIT_NPROC \
        RLIMIT_NOFILE RLIMIT_MEMLOCK RLIMIT_AS RLIMIT_LOCKS RLIMIT_SIGPENDING RLIMIT_MSGQUEUE \
        RLIMIT_NICE RLIMIT_RTPRIO RLIMIT_RTTIME
        """

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

    /// Reads one of ``Launch/packedLimits``.
    @inline(never)
    public init(packed: Text) {
        resource = Int32(packed.bytes.first ?? 0)
        soft = Self.value(packed.word(at: 1))
        hard = Self.value(packed.word(at: 9))
    }

    /// A limit as bytes: the resource, then the two values; the largest number is ``Value/most``, as
    /// it is to the kernel (RLIM_INFINITY).
    @inline(never)
    static func pack(_ resource: Int, _ soft: UInt64, _ hard: UInt64) -> Text {
        var text = Text([UInt8(truncatingIfNeeded: resource)])
        text.append(word: soft)
        text.append(word: hard)
        return text
    }

    private static func value(_ word: UInt64) -> Value {
        word == .max ? .most : .number(word)
    }
}

/// A set of CPUs, as sched_setaffinity(2) takes it.
public struct CPUSet: Equatable, Sendable {
    /// CPUs are numbered below this.
    public static let limit = 1024

    /// Bit `n % 8` of byte `n / 8` is CPU n; whole words up to the last set bit.
    private(set) var packed = Text([])

    /// An empty set.
    public init() {}

    init(packed: Text) {
        self.packed = packed
    }

    /// Bit `n % 64` of word `n / 64` is CPU n; words behind the last set bit are left out.
    public var words: [UInt64] {
        var words: [UInt64] = []
        while words.count * 8 < packed.count { words.append(packed.word(at: words.count * 8)) }
        return words
    }

    /// Whether CPU `number` is in the set.
    @inline(never)
    func contains(_ number: Int) -> Bool {
        number / 8 < packed.count && packed.bytes[number / 8] >> UInt8(number % 8) & 1 == 1
    }

    /// Adds CPU `number`; false if it is not below ``limit``.
    @inline(never)
    public mutating func insert(_ number: Int) -> Bool {
        guard number >= 0, number < Self.limit else { return false }
        while packed.count / 8 <= number / 64 { packed.append(word: 0) }
        packed.bytes[number / 8] |= 1 << UInt8(number % 8)
        return true
    }
}

extension Text {
    /// Appends 8 bytes, the lowest first.
    @inline(never)
    fileprivate mutating func append(word: UInt64) {
        var rest = word
        for _ in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// The 8 bytes from `start` on; what is missing is 0.
    @inline(never)
    fileprivate func word(at start: Int) -> UInt64 {
        var word: UInt64 = 0
        for byte in slice(start..<(start + 8)).bytes.reversed() { word = word << 8 | UInt64(byte) }
        return word
    }
}
