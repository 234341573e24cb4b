/// Sorts 64-bit keys in place (heap sort: no memory, n log n at worst).
///
/// One sort over plain numbers serves order and names alike; the library's generic sort would cost
/// several KB of the binary for each type. Keys carry their table index in the low bits, so that
/// no two are equal and the order is stable.
public func sortKeys(_ keys: inout [UInt64]) {
    var start = keys.count / 2
    while start > 0 {
        start -= 1
        sink(start, in: &keys, below: keys.count)
    }
    var end = keys.count
    while end > 1 {
        end -= 1
        keys.swapAt(0, end)
        sink(0, in: &keys, below: end)
    }
}

@inline(never)
private func sink(_ start: Int, in keys: inout [UInt64], below end: Int) {
    var parent = start
    while parent * 2 + 1 < end {
        var child = parent * 2 + 1
        if child + 1 < end && keys[child] < keys[child + 1] { child += 1 }
        guard keys[parent] < keys[child] else { return }
        keys.swapAt(parent, child)
        parent = child
    }
}
