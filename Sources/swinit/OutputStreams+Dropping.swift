import Basics
import CLinux
import Linux
import Supervision

/// `log drop-when-blocked`: whole lines are left out, counted, and told of.
extension OutputStreams {
    /// Leaves out the lines behind `done`, and counts them: of one that has begun, in `outlet` or longer than
    /// is kept, the rest too.
    func drop(
        _ stream: OutputStream, _ done: Int, _ filled: Int, _ isEnding: Bool, _ outlet: Outlet
    ) -> Int {
        let isMore = unsafe done > 0 ? buffer[done - 1] != 10 : stream.isMore
        var end = filled
        while end > done, unsafe buffer[end - 1] != 10 { end -= 1 }
        stream.dropped += unsafe Self.ends(in: buffer + done, end - done)
        if end < filled, isEnding || filled - end > Outlets.longestLine {
            stream.dropped += 1
            stream.isSkipping = !isEnding
            end = filled
        }
        // What has begun to go out as it is ends there.
        if isMore, stream.form.isPlain, end > done || isEnding {
            unsafe outlets.add("\n", 1, to: outlet)
        }
        return end
    }

    /// Leaves out the rest of a line that was left out: how much is left behind it in the buffer.
    func skip(_ stream: OutputStream, _ filled: Int, _ isEnding: Bool) -> Int {
        var count = 0
        while count < filled, stream.isSkipping {
            stream.isSkipping = unsafe buffer[count] != 10
            count += 1
        }
        look(stream, count, at: Clock.wallNanoseconds)
        stream.isMore = stream.isSkipping && !isEnding
        if isEnding { stream.isSkipping = false }
        unsafe memmove(buffer, buffer + count, filled - count)
        return filled - count
    }

    /// How many lines end in `count` bytes.
    static func ends(in start: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var ends = 0
        for place in 0..<count where unsafe start[place] == 10 { ends += 1 }
        return ends
    }

    @inline(never)
    func tellDropped(_ stream: OutputStream, _ log: inout MessageLog) {
        let count = stream.dropped
        if count == 0 { return }
        stream.dropped = 0
        tell(.warning, "\(count) lines of \(stream.form.job) were dropped", &log)
    }
}
