public import Basics

/// The pattern of an `include` while the folders are read in which files may match it (glob(7)).
struct IncludePattern {
    /// Where it is written.
    let span: Span
    /// The parts of the path from the first with a wildcard on.
    private let parts: [Text]
    /// Which part the names in ``folders`` must match.
    private var level = 0
    /// The folders of this level that are still to be read, the last one first.
    private var folders: [Text]
    /// What matches up to this level, the last one first; in the end the files.
    private(set) var found: [Text] = []

    /// Nil where `path` has no wildcard.
    @inline(never)
    init?(_ path: Text, at span: Span) {
        guard let wildcard = path.firstWildcard else { return nil }
        let slash = path.slice(0..<wildcard).lastIndex(of: 47)
        self.span = span
        parts = path.dropFirst(slash.map { $0 + 1 } ?? 0).split(at: 47)
        folders = [slash == nil ? "." : slash == 0 ? "/" : path.slice(0..<(slash ?? 0))]
    }

    /// The folder whose names are needed next; nil where ``found`` has all files.
    @inline(never)
    mutating func nextFolder() -> Text? {
        if folders.isEmpty, level + 1 < parts.count {
            level += 1
            folders = found
            found = []
        }
        return folders.popLast()
    }

    /// Takes the names in `folder`.
    @inline(never)
    mutating func add(_ names: [Text], in folder: Text) {
        for name in names where name.matches(parts[level]) && found.count <= Parser.fileLimit {
            let path: Text =
                folder.isEqual(to: ".")
                ? name : folder.isEqual(to: "/") ? "/\(name)" : "\(folder)/\(name)"
            // By insertion: there are few.
            var place = found.count
            found.append(path)
            while place > 0, found[place - 1] < path {
                found.swapAt(place, place - 1)
                place -= 1
            }
        }
    }
}

extension Text {
    /// Whether this name is one of those that `pattern` stands for: `*` is any text, `?` any byte,
    /// `[a-z]` one of these and `[!a-z]` none of these.
    ///
    /// What has none of them stands for itself.
    @inline(never)
    public func matches(glob pattern: Text) -> Bool {
        // The rule about dots is one of files.
        guard bytes.first == 46 else { return matches(pattern) }
        let shifted: Text = "a\(self)"
        return shifted.matches("a\(pattern)")
    }

    /// Whether the text is a pattern of ``matches(glob:)`` rather than a name.
    @inline(never)
    public var isGlob: Bool { firstWildcard != nil }

    /// Where the first `*`, `?` or `[` stands.
    @inline(never)
    fileprivate var firstWildcard: Int? {
        for index in bytes.indices {
            switch bytes[index] {
            case 42, 63, 91: return index
            default: break
            }
        }
        return nil
    }

    /// Whether this name is one of those that `pattern` stands for: `*` is any text, `?` any byte,
    /// `[a-z]` one of these and `[!a-z]` none of these; a dot at the beginning must be written.
    @inline(never)
    func matches(_ pattern: Text) -> Bool {
        if bytes.first == 46, pattern.bytes.first != 46 { return false }
        var place = 0
        var index = 0
        // Where to go on after the last `*` if what follows does not fit: one byte further each time.
        var retry: (place: Int, index: Int)?
        while index < count {
            if place < pattern.count, pattern.bytes[place] == 42 {
                place += 1
                retry = (place, index)
            } else if let next = pattern.afterMatch(of: bytes[index], at: place) {
                place = next
                index += 1
            } else if let last = retry {
                place = last.place
                index = last.index + 1
                retry = (place, index)
            } else {
                return false
            }
        }
        while place < pattern.count, pattern.bytes[place] == 42 { place += 1 }
        return place == pattern.count
    }

    /// Where the pattern goes on behind what stands at `place`, if that fits `byte`.
    private func afterMatch(of byte: UInt8, at place: Int) -> Int? {
        guard place < count else { return nil }
        if bytes[place] == 63 { return place + 1 }
        // A `]` right at the beginning is one of the bytes.
        let isNegated =
            bytes[place] == 91 && place + 1 < count
            && (bytes[place + 1] == 33 || bytes[place + 1] == 94)
        let first = place + (isNegated ? 2 : 1)
        guard bytes[place] == 91, let end = firstIndex(of: 93, from: first + 1) else {
            return bytes[place] == byte ? place + 1 : nil
        }
        var isIn = false
        var index = first
        while index < end {
            let isRange = index + 2 < end && bytes[index + 1] == 45
            let last = isRange ? bytes[index + 2] : bytes[index]
            if byte >= bytes[index], byte <= last { isIn = true }
            index += isRange ? 3 : 1
        }
        return isIn == isNegated ? nil : end + 1
    }
}
