import Basics
import Config
import Linux
import Supervision

/// All that swinit writes of others and of itself: lines are collected in one stretch of memory and
/// written together, at the end of a turn of the loop or when it is full.
///
/// That memory outlives a crash, as does what could not be written. Lines of different outlets are
/// never collected at once, so that they keep their order even where both are one file.
final class Outlets {
    /// The event loop's tokens: of standard output, standard error, and of loggers, by row.
    static let firstToken: UInt64 = 5
    static let loggerToken: UInt64 = 1 << 62 | 1 << 40
    /// What the shared memory begins with: for whom the bytes behind it are, where they begin and end, and
    /// whether the hint on JSON was given.
    private struct State: BitwiseCopyable {
        var number: Int64
        var start: Int64
        var end: Int64
        var hinted: Int64
    }
    private static let stateSize = 64
    private static let room = BlockFile.sharedSize - stateSize

    let file: BlockFile
    /// Standard output and standard error: one where both are the same file.
    let standard: [Outlet]
    private(set) var loggers: [Outlet] = []
    /// The files that jobs log to, and those that jobs have logged to and that are not done yet.
    var logs: [JobLog] = []
    /// The image before this one has left what goes on.
    var isRecovering: Bool
    /// Whose lines are collected.
    private var present: Outlet
    /// How swinit's own messages are written.
    let own = LineForm()

    /// Takes over what the image before this one left in the file that `table` names, or begins anew.
    @inline(never)
    init(table: FaultTable) throws(SystemError) {
        isRecovering = table.output > 0
        let file = try BlockFile(adopting: table.output)
        self.file = file
        table.output = file.descriptor
        Self.adoptCollected(file)
        let output = Outlet(
            number: 0, output: NonblockingOutput(sharing: 1), pipe: nil, file, isAdopted: true)
        let errors = Outlet(
            number: 1, output: NonblockingOutput(sharing: 2), pipe: nil, file, isAdopted: true)
        standard = [output, output.identity == errors.identity ? output : errors]
        present = output
        own.job = "swinit"
        own.name = "swinit"
        own.isErrors = true
        own.pid = Own.pid
    }

    /// What was collected and not written when the image before this one failed waits with the rest.
    private static func adoptCollected(_ file: BlockFile) {
        let state = unsafe state(of: file)
        let left = unsafe state.pointee
        unsafe (state.pointee.start, state.pointee.end) = (0, 0)
        guard left.start >= 0, left.start < left.end, left.end <= Int64(room) else { return }
        let waiting = BlockChain(
            file, owner: Outlet.owner(Int(clamping: left.number)), isAdopted: true)
        let first = unsafe file.shared + (stateSize + Int(left.start))
        _ = unsafe waiting.append(first, Int(left.end - left.start))
    }

    private static func state(of file: BlockFile) -> UnsafeMutablePointer<State> {
        unsafe file.shared.assumingMemoryBound(to: State.self)
    }

    private var state: UnsafeMutablePointer<State> { unsafe Self.state(of: file) }

    // MARK: - Collecting and writing

    /// A place for `count` bytes, at most ``longest``, for `outlet`; what was collected is written
    /// where there is no room for more.
    @inline(never)
    func place(for count: Int, _ outlet: Outlet) -> UnsafeMutablePointer<UInt8> {
        if unsafe present !== outlet || Int(state.pointee.end) + count > Self.room {
            flush()
            present = outlet
            unsafe state.pointee.number = Int64(outlet.number)
        }
        let end = unsafe Int(state.pointee.end)
        return unsafe (file.shared + (Self.stateSize + end)).assumingMemoryBound(to: UInt8.self)
    }

    /// The longest stretch that ``place(for:_:)`` gives.
    static var longest: Int { room }

    /// Counts bytes in that were put to the place.
    @inline(__always)
    func add(_ count: Int) {
        unsafe state.pointee.end &+= Int64(count)
    }

    /// Adds bytes for `outlet`, which may be more than fit at once.
    @inline(never)
    func add(_ start: UnsafeRawPointer, _ count: Int, to outlet: Outlet) {
        var done = 0
        while done < count {
            let part = min(count - done, Self.room)
            unsafe UnsafeMutableRawPointer(place(for: part, outlet)).copyMemory(
                from: start + done, byteCount: part)
            add(part)
            done += part
        }
    }

    /// Writes what is collected, or lets it wait.
    @inline(never)
    func flush() {
        let first = unsafe Int(state.pointee.start)
        let count = unsafe Int(state.pointee.end) - first
        guard count > 0 else { return }
        unsafe present.write(file.shared + (Self.stateSize + first), count)
        unsafe state.pointee.end = 0
    }

    // MARK: - Outlets that are blocked

    /// Has the loop say when each that is blocked can be written.
    @inline(never)
    func watch(_ epoll: borrowing Epoll, at now: Instant) {
        flush()
        for outlet in standard {
            watch(outlet, Self.firstToken + UInt64(outlet.number), epoll, now)
        }
        for outlet in loggers {
            watch(outlet, Self.loggerToken + UInt64(outlet.number - 2), epoll, now)
        }
    }

    @inline(never)
    private func watch(
        _ outlet: Outlet, _ token: UInt64, _ epoll: borrowing Epoll, _ now: Instant
    ) {
        guard outlet.isBlocked, !outlet.isWatched, outlet.retry == nil else { return }
        do throws(SystemError) {
            try epoll.addOutput(outlet.descriptor, token: token)
            outlet.isWatched = true
        } catch {
            // A regular file, whose disk is full.
            outlet.retry = now + Outlet.retryPause
        }
    }

    /// When a blocked outlet is to be tried that the loop does not watch.
    var due: Instant? {
        var due: Instant?
        for outlet in standard {
            if let retry = outlet.retry { due = due.map { min($0, retry) } ?? retry }
        }
        for log in logs {
            if let retry = log.deadline { due = due.map { min($0, retry) } ?? retry }
        }
        return due
    }

    /// The outlet of `token`; nil for one that has gone.
    @inline(never)
    func outlet(of token: UInt64) -> Outlet? {
        if token < Self.loggerToken { return standard[token == Self.firstToken ? 0 : 1] }
        return logger(Int(truncatingIfNeeded: token - Self.loggerToken))
    }

    // MARK: - Loggers

    /// The outlet of the logger in `row`; nil while there is none.
    @inline(never)
    func logger(_ row: Int) -> Outlet? {
        for outlet in loggers where outlet.number == row + 2 { return outlet }
        return nil
    }

    @inline(never)
    func addLogger(_ row: Int, _ pipe: StreamPipe, isAdopted: Bool) -> Outlet {
        let outlet = Outlet(
            number: row + 2, output: NonblockingOutput(own: pipe.writing), pipe: pipe, file,
            isAdopted: isAdopted)
        loggers.append(outlet)
        return outlet
    }

    /// Forgets the logger in `row`, and what waits for it.
    @inline(never)
    func removeLogger(_ row: Int, _ epoll: borrowing Epoll) {
        flush()
        for index in loggers.indices where loggers[index].number == row + 2 {
            let outlet = loggers[index]
            if !outlet.isEnded { epoll.remove(outlet.descriptor) }
            outlet.close()
            loggers.remove(at: index)
            if present === outlet { present = standard[0] }
            return
        }
    }

    /// Nobody logs to it any more.
    @inline(never)
    func release(_ log: JobLog) {
        flush()
        if present === log.outlet { present = standard[0] }
        log.leave()
    }

    // MARK: - swinit's own messages

    /// Writes whole lines of swinit's own; with `isNamed` behind its name where they are text.
    @inline(never)
    func say(_ lines: Text, isNamed: Bool) {
        let outlet = standard[1]
        if outlet.backlog > Outlet.longestBacklog {
            outlet.lost += 1
            return
        }
        if outlet.lost > 0 {
            let lost = outlet.lost
            outlet.lost = 0
            say("\(lost) messages were lost", isNamed: true)
        }
        own.prepare(at: Clock.wallNanoseconds)
        var start = 0
        while start < lines.count {
            let end = lines.firstIndex(of: 10, from: start) ?? lines.count
            let line = lines.slice(start..<end)
            var bytes: [UInt8]
            if own.format == .json {
                bytes = own.object(line, isMore: false)
            } else {
                bytes = isNamed ? own.named : []
                line.render(into: &bytes)
            }
            bytes.append(10)
            unsafe bytes.withUnsafeBytes { buffer in
                if let first = buffer.baseAddress {
                    unsafe add(first, buffer.count, to: outlet)
                }
            }
            start = end + 1
        }
    }

    /// Says once that a job writes JSON behind its name.
    @inline(never)
    func hint(_ job: Text) {
        guard unsafe state.pointee.hinted == 0 else { return }
        unsafe state.pointee.hinted = 1
        say("\(job) writes JSON: 'log format raw' leaves its lines as they are", isNamed: true)
    }
}
