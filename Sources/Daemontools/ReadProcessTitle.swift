import Basics
import CLinux
import Linux

/// `readproctitle WORD... DOTS`: shows the end of what it reads in its own arguments, for ps(1).
enum ReadProcessTitle {
    private static let least = 5
    /// The first bytes stay the dots that they are.
    private static let kept = 3

    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        guard words.count > 1, let title = unsafe swinit_last_argument(),
            let size = words.last?.count, size >= least
        else { throw Stop(status: Stop.usage) }
        unsafe memset(title, 46, size)
        let filter = LineFilter()
        while let bytes = unsafe try filter.read() {
            for index in bytes.indices where unsafe bytes[index] != 0 {
                unsafe memmove(title + kept, title + kept + 1, size - kept - 1)
                unsafe title[size - 1] = CChar(bitPattern: bytes[index])
            }
        }
    }
}
