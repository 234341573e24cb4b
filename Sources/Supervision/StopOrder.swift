import Basics

/// Who must end before whom: a job ends before those that its `after` names, directly or through
/// others, and before the barrier behind which it was started.
///
/// A vertex of ``Dependencies`` is out of the way when it has ended and all that need it are; each edge
/// is walked once. `main`, which ends first of all, is in nobody's way.
struct StopOrder {
    private var dependencies = Dependencies()
    /// The nearest barrier before each job that ends after it, or -1.
    private var barriers: [Int32] = []
    /// For each vertex how many that need it are in its way.
    private var users: [Int32] = []

    /// Nobody is in the way of anybody.
    init() {}

    /// Everybody is in the way of what they need.
    @inline(never)
    init(_ dependencies: Dependencies, barriers: [Int32]) {
        self.dependencies = dependencies
        self.barriers = barriers
        users = [Int32](repeating: 0, count: dependencies.vertexCount)
        for vertex in users.indices {
            for need in needs(of: vertex) { users[Int(need)] += 1 }
        }
    }

    private func needs(of vertex: Int) -> [Int32] {
        if vertex >= dependencies.jobCount {
            return vertex < 2 * dependencies.jobCount ? [] : dependencies.needs(of: vertex)
        }
        if barriers[vertex] == Self.isMain { return [] }
        var needs = dependencies.needs(of: vertex)
        if barriers[vertex] >= 0 { needs.append(barriers[vertex]) }
        return needs
    }

    /// Stands for the users of a vertex that is out of the way.
    private static let isTaken: Int32 = -1
    /// Stands for the barrier of `main`.
    static let isMain: Int32 = -2

    /// Whether nobody is in the way of a vertex, and it is itself in the way of others.
    func isFree(_ vertex: Int32) -> Bool {
        users.indices.contains(Int(vertex)) && users[Int(vertex)] == 0
    }

    /// How many vertices there are.
    var count: Int { users.count }

    /// Takes a vertex out of the way of what it needs, and answers with what is free by that.
    @inline(never)
    mutating func take(_ vertex: Int32) -> [Int32] {
        var free: [Int32] = []
        users[Int(vertex)] = Self.isTaken
        for need in needs(of: Int(vertex)) where users[Int(need)] > 0 {
            users[Int(need)] -= 1
            if users[Int(need)] == 0 { free.append(need) }
        }
        return free
    }

    /// For each vertex the longest chain of those that are in its way, where the job at each place is
    /// as long as `lengths` says.
    @inline(never)
    func chains(_ lengths: [UInt64]) -> [UInt64] {
        var order = self
        var chains = [UInt64](repeating: 0, count: users.count)
        var free: [Int32] = []
        for vertex in users.indices where users[vertex] == 0 { free.append(Int32(vertex)) }
        while let vertex = free.popLast() {
            let place = Int(vertex)
            let own = place < lengths.count ? lengths[place] : 0
            let end = (Milliseconds(chains[place]) + Milliseconds(own)).count
            for need in needs(of: place) { chains[Int(need)] = max(chains[Int(need)], end) }
            for next in order.take(vertex) { free.append(next) }
        }
        return chains
    }
}
