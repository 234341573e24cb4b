import Basics

/// Who must end before whom: a job ends before those that its `after` names, directly or through
/// others, and before the barrier behind which it was started.
///
/// A vertex of ``Dependencies`` is out of the way when it has ended and all that need it are; each edge
/// is walked once. `main`, which ends first of all, is in nobody's way. A reference, since it is never copied.
final class StopOrder {
    /// Stands for the users of a vertex that is out of the way.
    private static let isTaken: Int32 = -1
    /// Stands for the barrier of a job that is in nobody's way.
    private static let isNowhere: Int32 = -2

    /// For each vertex how many that need it are in its way.
    private var users: [Int32]
    /// The nearest barrier before each job that ends after it, or -1.
    private var barriers: [Int32]
    /// How long each job is in the way of others.
    private var lengths: [UInt64]
    /// The last barrier that was added.
    private var barrier: Int32 = -1

    /// Nobody is in the way of anybody; the jobs are to be added in start order.
    @inline(never)
    init(_ count: Int = 0) {
        users = [Int32](repeating: 0, count: count)
        barriers = [Int32](repeating: Self.isNowhere, count: count)
        lengths = [UInt64](repeating: 0, count: count)
    }

    /// Adds an instance of the job at `place`; those behind a barrier are in its way.
    @inline(never)
    func add(_ place: Int, length: UInt64, isBarrier: Bool) {
        guard barriers.indices.contains(place) else { return }
        if barriers[place] == Self.isNowhere { barriers[place] = barrier }
        lengths[place] = max(lengths[place], length)
        if isBarrier { barrier = Int32(place) }
    }

    /// Has everybody be in the way of what they need, and answers for each vertex with the longest chain
    /// of those that are in its way.
    @inline(never)
    func chains(_ dependencies: Dependencies) -> [UInt64] {
        countUsers(dependencies)
        var chains = [UInt64](repeating: 0, count: users.count)
        var free: [Int32] = []
        for vertex in users.indices { free.append(Int32(vertex)) }
        while let vertex = free.popLast() {
            guard isFree(vertex) else { continue }
            let place = Int(vertex)
            let end = (Milliseconds(chains[place]) + Milliseconds(lengths[place])).count
            for need in needs(of: place, dependencies) {
                chains[Int(need)] = max(chains[Int(need)], end)
            }
            take(vertex, dependencies, &free)
        }
        countUsers(dependencies)
        return chains
    }

    @inline(never)
    private func countUsers(_ dependencies: Dependencies) {
        for vertex in users.indices { users[vertex] = 0 }
        for vertex in users.indices {
            for need in needs(of: vertex, dependencies) { users[Int(need)] += 1 }
        }
    }

    @inline(never)
    private func needs(of vertex: Int, _ dependencies: Dependencies) -> [Int32] {
        if vertex >= dependencies.jobCount {
            return vertex < 2 * dependencies.jobCount ? [] : dependencies.needs(of: vertex)
        }
        let barrier = barriers[vertex]
        if barrier == Self.isNowhere { return [] }
        var needs = dependencies.needs(of: vertex)
        if barrier >= 0 { needs.append(barrier) }
        return needs
    }

    /// Whether nobody is in the way of a vertex, and it may itself be in the way of others.
    @inline(never)
    func isFree(_ vertex: Int32) -> Bool {
        users.indices.contains(Int(vertex)) && users[Int(vertex)] == 0
    }

    /// Takes a vertex out of the way of what it needs, and adds to `free` what is free by that.
    @inline(never)
    func take(_ vertex: Int32, _ dependencies: Dependencies, _ free: inout [Int32]) {
        users[Int(vertex)] = Self.isTaken
        for need in needs(of: Int(vertex), dependencies) where users[Int(need)] > 0 {
            users[Int(need)] -= 1
            if users[Int(need)] == 0 { free.append(need) }
        }
    }
}
