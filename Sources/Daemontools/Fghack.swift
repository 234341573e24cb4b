import Basics
import CLinux
import Linux

/// `fghack PROGRAM...`: runs a program and waits until nothing that it started holds the many descriptors
/// which it was given, so that a daemon which goes to the background looks as if it did not.
enum Fghack {
    /// How many descriptors the program is given: more than daemons close.
    private static let copies = 30

    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        let tool = Tool.fghack
        guard words.count > 1 else { throw tool.usage("child") }
        var ends: (read: Int32, write: Int32) = (-1, -1)
        let made = unsafe withUnsafeMutableBytes(of: &ends) { buffer in
            unsafe pipe(buffer.baseAddress?.assumingMemoryBound(to: Int32.self))
        }
        if made < 0 { throw tool.fatal("unable to create pipe", .last) }
        // Once all is at hand that the child needs.
        throw tool.execute(words, from: 1, ChainLoad()) { fork(ends.read, ends.write) }
    }

    /// Comes back in the child alone, with the descriptors.
    ///
    /// Parent and child share their heap until the child has executed: the parent, which waits here and
    /// exits, must not even count a reference before.
    @inline(never)
    private static func fork(_ input: Int32, _ output: Int32) {
        let child = swinit_fork()
        if child < 0 { Own.exit(Tool.fghack.fatal("unable to fork", .last).status) }
        guard child == 0 else {
            _ = close(output)
            waitForEnd(of: input)
            Own.exit(end(of: child))
        }
        _ = close(input)
        for _ in 0..<copies { _ = dup(output) }
    }

    /// Reads until nobody can write any more.
    @inline(never)
    private static func waitForEnd(of pipe: Int32) {
        var byte: UInt8 = 0
        while true {
            let count = unsafe read(pipe, &byte, 1)
            if count < 0, swinit_errno() == EINTR { continue }
            if count != 1 { return }
        }
    }

    /// The status to exit with once the child has ended.
    @inline(never)
    private static func end(of child: Int32) -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0 {
            if swinit_errno() != EINTR { return Tool.fghack.fatal("wait failed", .last).status }
        }
        // As wait(2) has it: the signal in the lowest seven bits, the code above eight.
        return status & 127 != 0 ? Tool.fghack.fatal("child crashed").status : status >> 8
    }
}
