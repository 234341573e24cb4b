import Basics
import CLinux
import Linux

/// `pgrphack PROGRAM...`: runs a program in a session and a process group of its own.
enum Pgrphack {
    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        guard words.count > 1 else { throw Tool.pgrphack.usage("child") }
        // Fails for who leads a group already, and then the program runs all the same.
        _ = setsid()
        throw Tool.pgrphack.execute(words, from: 1, ChainLoad())
    }
}
