/// A signal, by the number that the kernel uses: 1 to 64.
public struct Signal: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    /// The kernel's number (signal(7), x86-64 and arm64).
    public let rawValue: Int32

    /// Makes the signal `rawValue`; it is not checked.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    public static let hangUp = Signal(rawValue: 1)
    public static let interrupt = Signal(rawValue: 2)
    public static let quit = Signal(rawValue: 3)
    public static let illegalInstruction = Signal(rawValue: 4)
    public static let trap = Signal(rawValue: 5)
    public static let abort = Signal(rawValue: 6)
    public static let bus = Signal(rawValue: 7)
    public static let floatingPoint = Signal(rawValue: 8)
    public static let kill = Signal(rawValue: 9)
    public static let user1 = Signal(rawValue: 10)
    public static let segmentation = Signal(rawValue: 11)
    public static let user2 = Signal(rawValue: 12)
    public static let pipe = Signal(rawValue: 13)
    public static let alarm = Signal(rawValue: 14)
    public static let terminate = Signal(rawValue: 15)
    public static let child = Signal(rawValue: 17)
    public static let resume = Signal(rawValue: 18)
    public static let stop = Signal(rawValue: 19)
    public static let terminalStop = Signal(rawValue: 20)
    public static let terminalInput = Signal(rawValue: 21)
    public static let terminalOutput = Signal(rawValue: 22)
    public static let windowChange = Signal(rawValue: 28)
    public static let badSystemCall = Signal(rawValue: 31)

    /// The first real-time signal as the kernel, glibc and Docker count: 34.
    ///
    /// Never the C library's SIGRTMIN: musl's is 35.
    public static let realTimeFirst: Int32 = 34
    /// The last real-time signal: 64.
    public static let realTimeLast: Int32 = 64

    /// The names of 1 to 31 in one text: a table of literals would take 24 bytes more for each.
    private static let names: StaticString = """
        HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP \
        TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS
        """

    /// Reads `TERM`, `SIGTERM`, `15`, `RTMIN+3` or `RTMAX-1`, in any case; nil for anything else.
    public init?(named text: Text) {
        if let number = text.decimal {
            guard number >= 1, number <= 64 else { return nil }
            self.init(rawValue: Int32(number))
            return
        }
        var name = text.uppercased
        if name.hasPrefix("SIG") { name = name.slice(3..<name.count) }
        if let index = Self.allNames.firstIndex(of: name) {
            self.init(rawValue: Int32(index) + 1)
            return
        }
        switch name {
        case "POLL": self.init(rawValue: 29)
        case "CLD": self.init(rawValue: 17)
        case "IOT": self.init(rawValue: 6)
        case "RTMIN": self.init(rawValue: Self.realTimeFirst)
        case "RTMAX": self.init(rawValue: Self.realTimeLast)
        default:
            guard name.count > 6, let offset = name.slice(6..<name.count).decimal, offset <= 30
            else { return nil }
            let sign = name.bytes[5]
            if name.hasPrefix("RTMIN"), sign == 43 {
                // name is "RTMIN+N": the digits begin behind the sign.
                self.init(rawValue: Self.realTimeFirst + Int32(offset))
            } else if name.hasPrefix("RTMAX"), sign == 45 {
                self.init(rawValue: Self.realTimeLast - Int32(offset))
            } else {
                return nil
            }
        }
    }

    /// Every name that a user may write, for suggestions.
    public static var allNames: [Text] {
        Text(stringLiteral: names).split(at: 32)
    }
}

extension Signal: Renderable {
    /// The name without `SIG`: `TERM`, `RTMIN+3`; the bare number for what has no name.
    public func render(into bytes: inout [UInt8]) {
        if rawValue >= 1, rawValue <= 31 {
            Text(stringLiteral: Self.names).word(Int(rawValue) - 1).render(into: &bytes)
        } else if rawValue == Self.realTimeFirst {
            ("RTMIN" as Text).render(into: &bytes)
        } else if rawValue > Self.realTimeFirst, rawValue <= Self.realTimeLast {
            ("RTMIN+\(rawValue - Self.realTimeFirst)" as Text).render(into: &bytes)
        } else {
            rawValue.render(into: &bytes)
        }
    }
}
