import Basics

/// Finds a job by its name in constant time, however many there are.
///
/// An open hash table of places in a list that its owner keeps; a name is never removed.
struct NameIndex {
    /// The place in the list plus one, 0 for an empty slot; as many as a power of two.
    private var slots = [Int32](repeating: 0, count: 64)
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
        guard let job = jobs.last else { return }
        if count * 2 >= slots.count { grow(jobs) }
        slots[slot(of: job.name, in: jobs)] = Int32(clamping: jobs.count)
        count += 1
    }

    private mutating func grow(_ jobs: [JobSpec]) {
        let old = slots
        slots = [Int32](repeating: 0, count: old.count * 2)
        for place in old where place > 0 {
            slots[slot(of: jobs[Int(place) - 1].name, in: jobs)] = place
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
