import Basics
import CLinux
import Linux

/// `setlock [-nNxX] FILE PROGRAM...`: runs a program that holds a lock on a file while it runs.
enum Setlock {
    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        let tool = Tool.setlock
        var options = ToolOptions(tool, words, "nNxX")
        var waits = true
        var complains = true
        while let letter = options.next() {
            switch letter {
            case UInt8(ascii: "n"): waits = false
            case UInt8(ascii: "N"): waits = true
            case UInt8(ascii: "x"): complains = false
            case UInt8(ascii: "X"): complains = true
            default: throw usage()
            }
        }
        guard options.index + 1 < words.count else { throw usage() }
        let path = words[options.index]
        // The program inherits the descriptor, and the lock with it.
        let file = unsafe CString(path).withPointer {
            unsafe swinit_open($0, O_WRONLY | O_NONBLOCK | O_APPEND | O_CREAT, 0o600)
        }
        if file < 0 { throw failed("unable to open", path, complains) }
        var failure: Int32 = -1
        repeat {
            failure = flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB)
        } while failure < 0 && swinit_errno() == EINTR
        if failure < 0 { throw failed("unable to lock", path, complains) }
        throw tool.execute(words, from: options.index + 1, ChainLoad())
    }

    @inline(never)
    private static func failed(_ what: StaticString, _ path: Text, _ complains: Bool) -> Stop {
        let error = SystemError.last
        guard complains else { return Stop(status: 0) }
        return Tool.setlock.fatal(what, path, error)
    }

    @inline(never)
    private static func usage() -> Stop {
        Tool.setlock.usage("[ -nNxX ] file program [ arg ... ]")
    }
}
