import Basics

/// Many C strings in one allocation.
///
/// They are known by offset until the arena is complete, since it moves while it grows.
struct CStringArena {
    private(set) var bytes: [CChar] = []

    /// Adds `text` and answers where it begins.
    @inline(never)
    mutating func add(_ text: Text) -> Int {
        let start = bytes.count
        bytes.reserveCapacity(start + text.count + 1)
        for byte in text.bytes { bytes.append(CChar(bitPattern: byte)) }
        bytes.append(0)
        return start
    }
}
