public import Basics

/// Finds table rows by a job's name and an instance's number in logarithmic time.
struct NameIndex {
    /// Rows are numbered below this: the low bits of a key.
    static let rowLimit = 1 << 20

    private static let rowMask = UInt64(rowLimit - 1)
    private var keys: [UInt64] = []

    /// It has no row.
    var isEmpty: Bool { keys.isEmpty }

    /// Adds a row; ``finish()`` must follow the last.
    @inline(never)
    mutating func add(_ hash: UInt64, row: Int) {
        keys.append((hash & ~Self.rowMask) | (UInt64(row) & Self.rowMask))
    }

    /// Makes the index ready for ``rows(of:)``.
    @inline(never)
    mutating func finish() {
        sortKeys(&keys)
    }

    /// The rows that may have this hash; the caller compares names and numbers.
    @inline(never)
    func rows(of hash: UInt64) -> [Int] {
        let wanted = hash & ~Self.rowMask
        var low = firstIndex(of: wanted, in: keys)
        var rows: [Int] = []
        while low < keys.count && keys[low] & ~Self.rowMask == wanted {
            rows.append(Int(keys[low] & Self.rowMask))
            low += 1
        }
        return rows
    }
}

/// Where the first of `keys`, which are sorted, stands that is not below `wanted`.
@inline(never)
func firstIndex(of wanted: UInt64, in keys: [UInt64]) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
        let middle = (low + high) / 2
        if keys[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
}

extension Text {
    /// FNV-1a, 64 bits, of the name and an instance's number: the same in every build of swinit, since
    /// it outlives one in a record.
    @inline(never)
    public func hash(number: Int32) -> UInt64 {
        var hash = ContentHash()
        hash.add(bytes)
        if number > 1 { hash.add(UInt64(UInt32(bitPattern: number))) }
        return hash.value
    }
}
