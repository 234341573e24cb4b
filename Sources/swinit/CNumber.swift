import Basics

/// A decimal number as C's strtol(3) reads it: blanks, a sign, digits, and where they end.
struct CNumber: Equatable {
    /// Cut to what Int32 holds; 0 where there is no digit.
    private(set) var value: Int32 = 0
    /// Where the number ends; `start` where there is none.
    private(set) var end: Int
    /// Whether there was a digit.
    private(set) var isPresent = false

    /// Reads from `start` on.
    init(_ text: Text, from start: Int = 0) {
        end = start
        var index = start
        while index < text.count, text.bytes[index] == 32 || (9...13).contains(text.bytes[index]) {
            index += 1
        }
        var isNegative = false
        if index < text.count, text.bytes[index] == 43 || text.bytes[index] == 45 {
            isNegative = text.bytes[index] == 45
            index += 1
        }
        var sum: Int64 = 0
        while index < text.count, text.bytes[index] >= 48, text.bytes[index] <= 57 {
            sum = min(sum * 10 + Int64(text.bytes[index] - 48), Int64(Int32.max))
            index += 1
            isPresent = true
            end = index
        }
        value = Int32(truncatingIfNeeded: isNegative ? -sum : sum)
    }
}
