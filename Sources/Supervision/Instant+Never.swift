import Basics

extension Instant {
    /// What stands for "at no time": it is later than all others, and never passes.
    static var never: Instant { Instant(milliseconds: .max) }

    /// As a number in a record, where 0 stands for ``never``.
    var word: Int64 { Int64(bitPattern: milliseconds &+ 1) }

    /// Reads ``word`` back.
    init(word: UInt64) {
        self.init(milliseconds: word &- 1)
    }
}
