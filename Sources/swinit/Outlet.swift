import Basics
import Linux

/// Where lines go: swinit's own standard output or error, or the standard input of a logger.
///
/// What cannot be written at present waits in memory that outlives a crash, in order; whoever writes
/// lines here is not read meanwhile, so that this is no more than a turn's.
final class Outlet {
    /// How many bytes of swinit's own messages wait for a reader at most.
    static let longestBacklog = 65_536
    /// The pause where nothing tells that it can be written again.
    static let retryPause = Milliseconds(200)

    /// 0 for standard output, 1 for standard error, 2 and the row for a logger.
    let number: Int
    private var output: NonblockingOutput
    /// The pipe of a logger.
    let pipe: StreamPipe?
    private let rest: BlockChain
    /// The loop tells when it can be written.
    var isWatched = false
    /// The files that it stands for, where it does.
    var log: JobLog?
    /// When it is tried again, where the loop cannot tell.
    var retry: Instant?
    /// Messages that found no room.
    var lost = 0
    /// What ``unread`` was when a run of its logger ended.
    var lastUnread = 0
    /// Its end was closed: nothing can be written any more.
    private(set) var isEnded = false

    init(
        number: Int, output: NonblockingOutput, pipe: StreamPipe?, _ file: BlockFile,
        isAdopted: Bool
    ) {
        self.number = number
        self.output = output
        self.pipe = pipe
        rest = BlockChain(file, owner: Self.owner(number), isAdopted: isAdopted)
    }

    /// Whose blocks the bytes are that wait for outlet `number`.
    static func owner(_ number: Int) -> UInt64 { 1 << 60 | UInt64(clamping: number) }

    /// Nothing can be written at present.
    var isBlocked: Bool { rest.count > 0 }

    /// How many bytes wait.
    var backlog: Int { rest.count }

    /// How many bytes its logger has not read.
    var unread: Int { backlog + (pipe?.count ?? 0) }

    /// What is watched for room.
    var descriptor: Int32 { output.descriptor }

    /// Tells the file behind it from others.
    var identity: UInt64 { output.identity }

    /// Writes bytes behind those that wait; what nobody will ever read is forgotten.
    @inline(never)
    func write(_ start: UnsafeRawPointer, _ count: Int) {
        if isEnded { return }
        var done = 0
        while done < count, !isBlocked {
            guard let written = unsafe put(start + done, count - done) else { return }
            if written == 0 { break }
            done += written
        }
        if done < count { _ = unsafe rest.append(start + done, count - done) }
    }

    private func put(_ start: UnsafeRawPointer, _ count: Int) -> Int? {
        if let log { return unsafe log.write(start, count) }
        return unsafe output.write(start, count)
    }

    /// Writes what waits, as far as that is possible now.
    @inline(never)
    func drain() {
        isWatched = false
        retry = nil
        var isStuck = false
        while isBlocked, !isStuck {
            var isGone = false
            let taken = unsafe rest.takeFirst { start, count in
                guard let written = unsafe put(start, count) else {
                    isGone = true
                    return count
                }
                return written
            }
            isStuck = taken == 0 && isBlocked
            if isGone { rest.removeAll() }
        }
    }

    /// Forgets the first `count` bytes that wait.
    @inline(never)
    func forget(_ count: Int) {
        var left = count
        while left > 0, let taken = unsafe rest.takeFirst({ min($1, left) }) { left -= taken }
    }

    /// Leaves what waits to another outlet of its number.
    func leaveRest() { rest.leave() }

    /// Waits a little until it can be written.
    func wait(milliseconds: Int32) { output.wait(milliseconds: milliseconds) }

    /// Closes the end that swinit writes: the logger reads to the end of file.
    @inline(never)
    func end() {
        guard !isEnded, var pipe else { return }
        isEnded = true
        rest.removeAll()
        pipe.closeWriting()
    }

    /// Closes both ends.
    @inline(never)
    func close() {
        rest.removeAll()
        if isEnded {
            if let pipe { StatusPipe.closeReading(pipe.reading) }
        } else {
            isEnded = true
            pipe?.close()
        }
    }
}
