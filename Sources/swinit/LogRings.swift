import Basics
import Config
import Linux

/// The rings of all jobs, which have room for so much together.
final class LogRings {
    /// In one block there may be no whole line: the last one's end, where it has just gone on in the next.
    private static let least = 2

    private let file: BlockFile
    private(set) var rings: [LogRing] = []
    /// How many blocks all may have.
    var total = 0

    init(_ file: BlockFile) {
        self.file = file
    }

    /// The ring of the job with this hash; nil while it has written nothing.
    @inline(never)
    func ring(of job: UInt64) -> LogRing? {
        for ring in rings where ring.job == job { return ring }
        return nil
    }

    /// Makes or finds the ring of a job, which may have `size` bytes; nil where it has none.
    @inline(never)
    func open(_ job: UInt64, size: Int, isAdopted: Bool) -> LogRing? {
        let limit = size == 0 ? 0 : max(size / BlockFile.size, Self.least)
        let found = ring(of: job)
        if let found {
            found.limit = limit
            if limit == 0 { found.removeAll() }
        }
        if limit == 0 || found != nil { return limit == 0 ? nil : found }
        let ring = LogRing(job: job, limit: limit, file, isAdopted: isAdopted)
        if isAdopted, ring.blockCount == 0 { return nil }
        rings.append(ring)
        return ring
    }

    /// Takes the oldest away where all have more than they may.
    @inline(never)
    func trim() {
        var count = 0
        for ring in rings { count += ring.blockCount }
        while count > total {
            var oldest: LogRing?
            for ring in rings where ring.blockCount > 0 && ring.age < oldest?.age ?? .max {
                oldest = ring
            }
            guard let oldest else { return }
            oldest.removeOldest()
            count -= 1
        }
    }

    /// Forgets the rings of jobs that are not among `jobs`, which are sorted.
    @inline(never)
    func keep(_ jobs: [UInt64]) {
        var index = rings.count
        while index > 0 {
            index -= 1
            var low = 0
            var high = jobs.count
            while low < high {
                let middle = (low + high) / 2
                if jobs[middle] < rings[index].job { low = middle + 1 } else { high = middle }
            }
            if low >= jobs.count || jobs[low] != rings[index].job {
                rings[index].removeAll()
                rings.remove(at: index)
            }
        }
    }
}
