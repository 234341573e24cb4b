public import Basics
import CLinux

/// The environment that swinit was started with, as pointers into the process's own block.
///
/// It is never changed, so that the pointers stay good, and starting a job copies no string of it.
@safe public struct InheritedEnvironment: @unchecked Sendable {
    /// More variables than this are not handed on.
    static let limit = 65_536

    let all: [UnsafePointer<CChar>]

    /// Reads the process's environment.
    public init() {
        var found = unsafe [UnsafePointer<CChar>]()
        if var next = unsafe swinit_environment() {
            while let entry = unsafe next.pointee, unsafe found.count < Self.limit {
                unsafe found.append(UnsafePointer(entry))
                unsafe next += 1
            }
        }
        unsafe all = found
    }

    /// The value of the variable `name`, or nil.
    public subscript(name: Text) -> Text? {
        for index in unsafe all.indices {
            let entry = unsafe all[index]
            if let value = unsafe Self.value(of: name, in: entry) {
                return unsafe Text(cString: value)
            }
        }
        return nil
    }

    /// Its variables, as `NAME=VALUE`.
    public var texts: [Text] {
        var texts: [Text] = []
        for index in unsafe all.indices { texts.append(unsafe Text(cString: all[index])) }
        return texts
    }

    /// Where the value begins if `entry` is `name=...`.
    @inline(never)
    static func value(of name: Text, in entry: UnsafePointer<CChar>) -> UnsafePointer<CChar>? {
        var next = unsafe entry
        for byte in name.bytes {
            guard unsafe UInt8(bitPattern: next.pointee) == byte else { return nil }
            unsafe next += 1
        }
        return unsafe next.pointee == 61 ? next + 1 : nil
    }

    /// Whether both entries set the same variable.
    static func isSameName(_ left: UnsafePointer<CChar>, _ right: UnsafePointer<CChar>) -> Bool {
        var index = 0
        while true {
            let a = unsafe left[index]
            let b = unsafe right[index]
            if a == 61 || a == 0 { return b == 61 || b == 0 }
            if a != b { return false }
            index += 1
        }
    }

    /// What a child inherits: all but what speaks of swinit itself, or PATH, HOME and TERM alone.
    @inline(never)
    func handedOn(isCleared: Bool, listens: Bool) -> [UnsafePointer<CChar>] {
        var kept = unsafe [UnsafePointer<CChar>]()
        unsafe kept.reserveCapacity(all.count)
        for index in unsafe all.indices {
            let entry = unsafe all[index]
            let isKept =
                isCleared
                ? unsafe Self.is(entry, oneOf: ["PATH", "HOME", "TERM"])
                : unsafe !Self.is(entry, oneOf: ["NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC"])
                    && !Self.is(entry, oneOf: ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"])
            let isListening =
                unsafe listens && Self.is(entry, oneOf: ["LISTEN_FDS", "LISTEN_FDNAMES"])
            if isKept || isListening { unsafe kept.append(entry) }
        }
        return unsafe kept
    }

    private static func `is`(_ entry: UnsafePointer<CChar>, oneOf names: [Text]) -> Bool {
        for name in names where unsafe value(of: name, in: entry) != nil { return true }
        return false
    }
}
