public import Basics

/// A program of daemontools that this binary also is.
///
/// A link of its name runs it, and `swinit tool NAME`. It is an ordinary short process: it runs without
/// the fault handlers and the signal mask of PID 1, so that what it executes inherits what it got.
public enum Tool: UInt8, Equatable, Sendable {
    case svscan
    case supervise
    case svc
    case svstat
    case svok
    case multilog
    case tai64n
    case tai64nlocal
    case readproctitle
    case setuidgid
    case envuidgid
    case envdir
    case softlimit
    case setlock
    case pgrphack
    case fghack

    /// The names, in the order of the cases, with blanks between them.
    public static let names: StaticString = """
        svscan supervise svc svstat svok multilog tai64n tai64nlocal readproctitle setuidgid \
        envuidgid envdir softlimit setlock pgrphack fghack
        """

    /// The program that the last part of `path` names; allocates nothing, since it is asked before
    /// PID 1 is safe from signals.
    @inline(never)
    public init?(path: UnsafePointer<CChar>) {
        var start = unsafe path
        var next = unsafe path
        while unsafe next.pointee != 0 {
            if unsafe next.pointee == 47 { unsafe start = next + 1 }
            unsafe next += 1
        }
        var number: UInt8 = 0
        // How much of the name is the same so far; nil from the first difference on.
        var same: Int? = 0
        let found = Self.names.withUTF8Buffer { names -> Bool in
            for index in names.indices {
                let byte = unsafe names[index]
                guard byte == 32 else {
                    if let count = same {
                        same = unsafe UInt8(bitPattern: start[count]) == byte ? count + 1 : nil
                    }
                    continue
                }
                if let count = same, unsafe start[count] == 0 { return true }
                same = 0
                number &+= 1
            }
            if let count = same { return unsafe start[count] == 0 }
            return false
        }
        guard found else { return nil }
        self.init(rawValue: number)
    }

    /// Its name.
    public var name: Text { Text(stringLiteral: Self.names).word(Int(rawValue)) }

    /// Whether it is a supervisor, which the rest of swinit makes of it: PID 1's machinery is its own.
    public var isSupervisor: Bool { self == .svscan || self == .supervise }
}
