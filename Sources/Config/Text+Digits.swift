import Basics

extension Text {
    /// Whether there are decimal digits and nothing else.
    @inline(never)
    var isDigits: Bool {
        for byte in bytes where byte < 48 || byte > 57 { return false }
        return !isEmpty
    }

    /// The text behind its first `length` bytes.
    @inline(never)
    func dropFirst(_ length: Int) -> Text {
        slice(min(length, count)..<count)
    }
}
