import Basics
import Config

/// What each job waits for (`after`), found once, when a configuration comes in force.
///
/// A graph: first come the jobs; then, for each, its gate, which opens when all that the job names is
/// there; then the patterns, each shared by all who wrote it, so that the edges are no more than names
/// and matches. Each vertex counts what it lacks, and tells those behind it only when that becomes
/// nothing or something. A reference, since it is never copied.
final class Dependencies {
    /// How many jobs there are.
    let jobCount: Int
    /// How many vertices there are.
    private(set) var vertexCount: Int
    /// Who needs what: the one who needs in the upper half, what it needs in the lower.
    private var needs: [UInt64] = []
    /// The same edges, turned around.
    private var users: [UInt64] = []
    /// For each vertex how much is not there that it needs (for a job: how many of its instances are
    /// not), and how much never will be.
    private var lacks: [Int32] = []
    /// Jobs whose gate has opened, has closed, or will never open, since they were last looked at.
    var woken: [Int32] = []

    /// No jobs.
    init() {
        jobCount = 0
        vertexCount = 0
    }

    /// The dependencies of `specs`, by their places.
    ///
    /// All is there until it is counted as missing.
    @inline(never)
    init(_ specs: [JobSpec]) {
        jobCount = specs.count
        vertexCount = 2 * specs.count
        var names = NameIndex()
        var patterns: [Text] = []
        for place in specs.indices {
            let words = specs[place].placement.after
            if !words.isEmpty, names.isEmpty {
                for other in specs.indices {
                    names.add(specs[other].name.hash(number: 1), row: other)
                }
                names.finish()
            }
            for word in words { add(word, at: place, specs, names, &patterns) }
        }
        guard !needs.isEmpty else { return }
        sortKeys(&needs)
        sortKeys(&users)
        lacks = [Int32](repeating: 0, count: 2 * vertexCount)
        for place in 0..<jobCount where !needs(of: place).isEmpty { woken.append(Int32(place)) }
    }

    /// Nobody waits for anybody.
    var isEmpty: Bool { needs.isEmpty }

    /// Has the job at `place` need what `word` names.
    @inline(never)
    private func add(
        _ word: Text, at place: Int, _ specs: [JobSpec], _ names: NameIndex,
        _ patterns: inout [Text]
    ) {
        let gate = jobCount + place
        guard word.isGlob else {
            for other in names.rows(of: word.hash(number: 1)) where specs[other].name == word {
                connect(gate, other)
            }
            return
        }
        if specs[place].name.matches(glob: word) {
            // A pattern never means the job itself: this one shares it with nobody.
            connect(gate, word, specs, except: place)
            return
        }
        var number = 0
        while number < patterns.count, patterns[number] != word { number += 1 }
        let pattern = 2 * jobCount + number
        if number == patterns.count {
            patterns.append(word)
            vertexCount += 1
            connect(pattern, word, specs, except: -1)
        }
        connect(gate, pattern)
    }

    /// Has a vertex need all that `pattern` means.
    @inline(never)
    private func connect(
        _ user: Int, _ pattern: Text, _ specs: [JobSpec], except place: Int
    ) {
        for other in specs.indices where other != place && specs[other].name.matches(glob: pattern)
        {
            connect(user, other)
        }
    }

    @inline(never)
    private func connect(_ user: Int, _ need: Int) {
        needs.append(UInt64(user) << 32 | UInt64(need))
        users.append(UInt64(need) << 32 | UInt64(user))
    }

    /// What a vertex needs; for a job what its gate does.
    @inline(never)
    func needs(of vertex: Int) -> [Int32] {
        Self.partners(of: vertex < jobCount ? jobCount + vertex : vertex, in: needs)
    }

    @inline(never)
    private static func partners(of vertex: Int, in edges: [UInt64]) -> [Int32] {
        var partners: [Int32] = []
        var index = firstIndex(of: UInt64(vertex) << 32, in: edges)
        while index < edges.count, edges[index] >> 32 == UInt64(vertex) {
            partners.append(Int32(truncatingIfNeeded: edges[index]))
            index += 1
        }
        return partners
    }

    /// Whether all is there that the job at `place` needs.
    @inline(never)
    func isMet(_ place: Int) -> Bool {
        lacks.isEmpty || !lacks.indices.contains(place) || lacks[2 * (jobCount + place)] == 0
    }

    /// What the vertex needs and will never have; nil for nothing.
    @inline(never)
    func lost(of vertex: Int) -> Int? {
        for need in needs(of: vertex) where lacks[2 * Int(need) + 1] > 0 {
            return Int(need) < jobCount ? Int(need) : lost(of: Int(need))
        }
        return nil
    }

    /// So many more, or fewer, instances of the job at `place` are not there, or never will be.
    @inline(never)
    func count(_ place: Int, isLost: Bool, by change: Int32) {
        let slot = 2 * place + (isLost ? 1 : 0)
        guard lacks.indices.contains(slot) else { return }
        let old = lacks[slot]
        lacks[slot] = old + change
        guard (old == 0) != (lacks[slot] == 0) else { return }
        if place >= jobCount, place < 2 * jobCount {
            woken.append(Int32(place - jobCount))
            return
        }
        for user in Self.partners(of: place, in: users) {
            count(Int(user), isLost: isLost, by: old == 0 ? 1 : -1)
        }
    }
}
