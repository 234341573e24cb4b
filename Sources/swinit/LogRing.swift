import Basics
import CLinux
import Linux

/// The last output of one job, of all its instances, in blocks that outlive a crash.
///
/// Lines that were read at once stand behind a head of 16 bytes: when that was, in nanoseconds since 1970;
/// how many bytes they have; the instance; whether they came by standard error (1), and whether the first
/// goes on with what stands before (2).
final class LogRing {
    static let headSize = 16

    /// The hash of the job's name.
    let job: UInt64
    private let lines: BlockChain
    /// How many blocks it may have.
    var limit: Int

    init(job: UInt64, limit: Int, _ file: BlockFile, isAdopted: Bool) {
        self.job = job
        self.limit = limit
        lines = BlockChain(file, owner: Self.owner(job), isAdopted: isAdopted)
    }

    /// Whose blocks the lines of a job are.
    private static func owner(_ job: UInt64) -> UInt64 { 3 << 62 | job }

    var blockCount: Int { lines.blockCount }
    var age: UInt64 { lines.age }

    /// A record has so many bytes at most, and ends with a line where that is possible.
    private static let longestRecord = 2048

    /// Adds lines that were read at once.
    @inline(never)
    func add(
        _ start: UnsafePointer<UInt8>, _ count: Int, at time: Int64, instance: Int, isErrors: Bool,
        isMore: Bool
    ) {
        var isMore = isMore
        // What has no room is not put there first.
        var done = max(count - limit * BlockFile.room, 0)
        if done > 0 { isMore = unsafe start[done - 1] != 10 }
        while done < count {
            var size = min(count - done, Self.longestRecord)
            if done + size < count {
                var end = size
                while end > 0, unsafe start[done + end - 1] != 10 { end -= 1 }
                if end > 0 { size = end }
            }
            var head: (Int64, UInt16, UInt16, UInt32) = (
                time, UInt16(clamping: size), UInt16(clamping: instance),
                (isErrors ? 1 : 0) | (isMore ? 2 : 0)
            )
            var isWhole = unsafe withUnsafeBytes(of: &head) {
                unsafe $0.baseAddress.map {
                    unsafe lines.append($0, Self.headSize, followedBy: size)
                }
                    ?? false
            }
            if isWhole { isWhole = unsafe lines.append(start + done, size, followedBy: 0) }
            // Without memory it begins anew.
            if !isWhole { lines.removeAll() }
            while lines.blockCount > limit { lines.removeFirstBlock() }
            done += size
            isMore = unsafe start[done - 1] != 10
        }
    }

    /// Takes the oldest lines away, a block full.
    func removeOldest() { lines.removeFirstBlock() }

    func removeAll() { lines.removeAll() }

    /// What it holds, from the first whole line on.
    var content: [UInt8] { lines.records }
}
