import Basics
import Linux

/// A standard stream of a job that swinit reads.
///
/// A reference: what stands in it grows where it is.
final class OutputStream {
    /// The job's row.
    let row: Int
    let isErrors: Bool
    let pipe: StreamPipe
    /// Whose process writes now.
    var tag = Text([])
    var pid: Int32 = 0
    /// What has been read and not passed on, a part of a line mostly.
    var text = Text([])

    init(row: Int, isErrors: Bool, pipe: StreamPipe) {
        self.row = row
        self.isErrors = isErrors
        self.pipe = pipe
    }

    /// Takes the first line out, without its end, or the first `longest` bytes of it; nil while there
    /// is none.
    ///
    /// With `isEnding` what is there counts as a line.
    @inline(never)
    func line(atMost longest: Int, isEnding: Bool) -> Range<Int>? {
        if text.isEmpty { return nil }
        if let end = text.firstIndex(of: 10), end <= longest { return 0..<end }
        if text.count >= longest { return 0..<longest }
        return isEnding ? 0..<text.count : nil
    }

    /// Forgets the line in `range`, and its end.
    @inline(never)
    func drop(_ range: Range<Int>) {
        let hasEnd = range.upperBound < text.count && text.bytes[range.upperBound] == 10
        text.bytes.cut(0..<range.upperBound + (hasEnd ? 1 : 0))
    }
}
