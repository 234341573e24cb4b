/// How far apart two words are, for "did you mean".
public enum EditDistance {
    /// Words longer than this are never compared: a bound on the work for hostile input.
    public static let longestWord = 64

    /// The number of insertions, deletions, replacements and swaps of two neighbours that lead from
    /// one word to the other, where no part is edited twice.
    ///
    /// Nil where it is more than `limit`, or where a word is longer than ``longestWord``.
    @inline(never)
    public static func between(_ left: Text, _ right: Text, atMost limit: Int) -> Int? {
        let a = left.bytes
        let b = right.bytes
        guard a.count <= longestWord, b.count <= longestWord else { return nil }
        guard a.count - b.count <= limit, b.count - a.count <= limit else { return nil }
        // No distance is longer than a word.
        var beforeLast = [UInt8](repeating: 0, count: b.count + 1)
        var last = beforeLast
        var row = beforeLast
        for column in last.indices { last[column] = UInt8(truncatingIfNeeded: column) }
        for i in a.indices {
            row[0] = UInt8(truncatingIfNeeded: i + 1)
            for j in b.indices {
                let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
                var best = min(replaced, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row[j + 1] = best
            }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        let distance = Int(last[b.count])
        return distance <= limit ? distance : nil
    }

    /// The candidate nearest to `word`, the first of equally near ones.
    ///
    /// It is within 2, or within 1 for words below five letters; nil where none is that near.
    @inline(never)
    public static func nearest(to word: Text, among candidates: [Text]) -> Text? {
        var best: Text?
        var limit = word.count < 5 ? 1 : 2
        for candidate in candidates {
            guard let distance = between(word, candidate, atMost: limit) else { continue }
            if distance == 0 { return candidate }
            best = candidate
            limit = distance - 1
        }
        return best
    }
}
