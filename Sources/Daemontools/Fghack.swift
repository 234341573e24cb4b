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
        let chain = ChainLoad()
        let child = fork()
        if child < 0 { throw tool.fatal("unable to fork", .last) }
        if child == 0 {
            _ = close(ends.read)
            for _ in 0..<copies { _ = dup(ends.write) }
            throw tool.execute(words, from: 1, chain)
        }
        _ = close(ends.write)
        waitForEnd(of: ends.read)
        throw try end(of: child)
    }

    /// Reads until nobody can write any more.
    ///
    /// Nothing is allocated here: the child has the same heap until it executes.
    @inline(never)
    private static func waitForEnd(of pipe: Int32) {
        var byte: UInt8 = 0
        while true {
            let count = unsafe read(pipe, &byte, 1)
            if count < 0, swinit_errno() == EINTR { continue }
            if count != 1 { return }
        }
    }

    @inline(never)
    private static func end(of child: Int32) throws(Stop) -> Stop {
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0 {
            if swinit_errno() != EINTR { throw Tool.fghack.fatal("wait failed", .last) }
        }
        // As wait(2) has it: the signal in the lowest seven bits, the code above eight.
        if status & 127 != 0 { throw Tool.fghack.fatal("child crashed") }
        return Stop(status: status >> 8)
    }
}
