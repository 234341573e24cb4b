import Basics
import Config
import Linux

/// A standard stream of a job that swinit reads.
///
/// A reference: what stands in it grows where it is.
final class OutputStream {
    /// The end of a run whose output could not be read at once: behind how many bytes it is, and whose
    /// process writes what follows.
    struct End: BitwiseCopyable {
        var offset: UInt64
        var pid: Int32
    }
    /// More ends than these are not told apart while nothing can be read.
    private static let endLimit = 4096

    /// The job's row.
    let row: Int
    let isErrors: Bool
    /// Nil once it is closed, when its place is free.
    var pipe: StreamPipe?
    /// What has been read and not passed on, a part of a line mostly.
    let text: BlockChain
    /// How many bytes have been read.
    var offset: UInt64 = 0
    /// Where runs have ended that are not passed on yet.
    var ends = PackedArray<End>()
    /// The line before was cut: what follows goes on with it.
    var isMore = false
    /// The rest of a line is left out, since its beginning was.
    var isSkipping = false
    /// It is not read, since where its lines go is blocked.
    var isWaiting = false
    /// Its row is another job's or nobody's: it is closed when it has been passed on.
    var isLeaving = false

    // What its job wants.
    /// How lines are written to ``outlet``, and to ``tee``.
    let form = LineForm()
    let teeForm = LineForm()
    /// Where lines go; nil for the system's log.
    var outlet: Outlet?
    var tee: Outlet?
    var drops = false
    /// Lines that were left out since ``outlet`` was blocked.
    var dropped = 0
    /// The hash of the job's name, and its ring, once it has one.
    var job: UInt64 = 0
    var ringSize = 0
    var ring: LogRing?
    /// The first line of a job whose file does not say how lines are written may want a hint.
    var mayHint = false
    /// A line with this means that the job is ready; empty for none.
    var awaited = Text([])

    init(row: Int, isErrors: Bool, pipe: StreamPipe, _ file: BlockFile, isAdopted: Bool) {
        self.row = row
        self.isErrors = isErrors
        self.pipe = pipe
        text = BlockChain(file, owner: Self.owner(row, isErrors), isAdopted: isAdopted)
    }

    /// Whose blocks the text of a stream is.
    static func owner(_ row: Int, _ isErrors: Bool) -> UInt64 {
        2 << 60 | UInt64(clamping: row) << 1 | (isErrors ? 1 : 0)
    }

    /// What its lines may not be read for is blocked.
    var isBlocked: Bool {
        !drops && (outlet?.isBlocked ?? false || tee?.isBlocked ?? false)
    }

    /// The process that writes from now on.
    @inline(never)
    func began(_ pid: Int32) {
        if ends.isEmpty {
            set(pid)
        } else {
            ends[ends.count - 1].pid = pid
        }
    }

    @inline(never)
    func set(_ pid: Int32) {
        form.pid = pid
        teeForm.pid = pid
    }

    /// The process has ended: what it has written ends with what is in the pipe now.
    @inline(never)
    func ended() {
        guard let pipe, ends.count < Self.endLimit else { return }
        let end = End(offset: offset &+ UInt64(clamping: pipe.count), pid: form.pid)
        // Of a run that wrote nothing there is nothing to end.
        if let last = ends.last, last.offset == end.offset { return }
        ends.append(end)
    }

    /// How many bytes may be read up to the end of a run.
    @inline(never)
    func readable(atMost most: Int) -> Int {
        guard let end = ends.first else { return most }
        return end.offset > offset
            ? Int(clamping: min(end.offset &- offset, UInt64(clamping: most))) : 0
    }

    /// All of a run that has ended was read.
    var isAtEnd: Bool { ends.first.map { $0.offset <= offset } ?? false }

    /// The run that has ended was passed on.
    @inline(never)
    func passEnd() {
        guard let end = ends.first else { return }
        ends.remove(at: 0)
        isMore = false
        set(end.pid)
    }

    /// A run has ended that was not passed on yet.
    var hasEnds: Bool { !ends.isEmpty }
}
