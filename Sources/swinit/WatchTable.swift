import Basics

/// Which files an event concerns: what each watch of the kernel's is for.
///
/// A file has a row for each folder on the way to it, for its name in its own folder, for the name of
/// each link on the way in the folder of that link, and for its inode.
struct WatchTable {
    /// What a row hears.
    enum Hearing: UInt8, BitwiseCopyable {
        /// What happens to the watched itself: to a folder on the way, to the file.
        case itself
        /// What happens to one name in the watched folder.
        case name
        /// What happens to any name in the watched folder that a pattern may match.
        case anyName
    }

    private struct Row: BitwiseCopyable {
        var watch: Int32
        var file: Int32
        var hearing: Hearing
    }

    private var rows = PackedArray<Row>()
    /// What each row is about: the path of the watched, or of the name in it.
    private var places: [Text] = []

    /// File number `file` is concerned by what `watch` hears.
    @inline(never)
    mutating func add(_ watch: Int32, _ hearing: Hearing, _ place: Text, file: Int) {
        rows.append(Row(watch: watch, file: Int32(clamping: file), hearing: hearing))
        places.append(place)
    }

    /// The rows that are concerned by what `watch` told of `name`; empty: of the watched itself.
    @inline(never)
    func rows(of watch: Int32, _ name: Text) -> PackedArray<Int32> {
        var found = PackedArray<Int32>()
        for index in rows.indices where rows[index].watch == watch {
            let isConcerned =
                switch rows[index].hearing {
                case .itself: name.isEmpty
                case .name: !name.isEmpty && places[index].hasSuffix("/\(name)")
                case .anyName: Self.mayMatch(name)
                }
            if isConcerned { found.append(Int32(clamping: index)) }
        }
        return found
    }

    /// The number of the file that a row is for.
    func file(ofRow row: Int32) -> Int { Int(rows[Int(row)].file) }

    /// The path of what a row heard of as `name`.
    @inline(never)
    func place(ofRow row: Int32, _ name: Text) -> Text {
        let place = places[Int(row)]
        return rows[Int(row)].hearing == .anyName ? "\(place)/\(name)" : place
    }

    /// Whether a pattern may match this name: not the hidden names of editors, but `..data`, by which
    /// Kubernetes swaps a whole folder.
    private static func mayMatch(_ name: Text) -> Bool {
        !name.isEmpty && (!name.hasPrefix(".") || name.hasPrefix(".."))
    }

    /// Forgets the rows of a file, and answers with the watches that they had.
    @inline(never)
    mutating func remove(file: Int) -> PackedArray<Int32> {
        var watches = PackedArray<Int32>()
        var kept = PackedArray<Row>()
        var keptPlaces: [Text] = []
        for index in rows.indices {
            if Int(rows[index].file) == file {
                watches.append(rows[index].watch)
            } else {
                kept.append(rows[index])
                keptPlaces.append(places[index])
            }
        }
        rows = kept
        places = keptPlaces
        return watches
    }

    /// Whether anybody still needs this watch.
    @inline(never)
    func uses(_ watch: Int32) -> Bool {
        for row in rows where row.watch == watch { return true }
        return false
    }
}
