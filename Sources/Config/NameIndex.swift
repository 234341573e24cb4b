import Basics

/// Finds a job by its name in constant time, however many there are.
///
/// An open hash table of places in a list that its owner keeps; a name is never removed.
struct NameIndex {
    /// The place in the list plus one, 0 for an empty slot; as many as a power of two.
    private var slots = [Int32](repeating: 0, count: 64)
    /// How many jobs it has.
    private var count = 0

    /// An empty index.
    init() {}

    /// The place of `name` in `jobs`, or nil.
    @inline(never)
    func place(of name: Text, in jobs: [JobSpec]) -> Int? {
        let place = Int(slots[slot(of: name, in: jobs)])
        return place == 0 ? nil : place - 1
    }

    /// Adds the last of `jobs`, whose name is not in the index yet.
    mutating func addLast(of jobs: [JobSpec]) {
        if jobs.count * 2 > slots.count {
            slots = [Int32](repeating: 0, count: slots.count * 2)
            count = 0
        }
        while count < jobs.count {
            slots[slot(of: jobs[count].name, in: jobs)] = Int32(clamping: count + 1)
            count += 1
        }
    }

    /// The slot that holds `name`, or the empty one where it belongs.
    @inline(never)
    private func slot(of name: Text, in jobs: [JobSpec]) -> Int {
        // FNV-1a: good enough for a user's own names.
        var hash: UInt32 = 2_166_136_261
        for byte in name.bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0, jobs[Int(slots[slot]) - 1].name != name {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}
