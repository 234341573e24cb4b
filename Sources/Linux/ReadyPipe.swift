import Basics
import CLinux

/// A pipe through which one run of a job tells that it is ready, by a newline (s6's notification-fd).
///
/// Kept as numbers: a table of many cannot hold values that close themselves.
public struct ReadyPipe: BitwiseCopyable, Sendable {
    /// More than this is not read at once.
    private static let part = 512

    /// What came through it.
    public enum Answer: Sendable {
        case nothing
        case ready
        /// Nobody can write to it any more.
        case over
    }

    /// The end that swinit reads; does not block.
    public let reading: Int32
    /// The job's end; blocks.
    public let writing: Int32

    /// Makes a pipe, close on exec.
    public init() throws(SystemError) {
        let pipe = try StreamPipe()
        reading = pipe.reading
        writing = pipe.writing
    }

    /// What has come through the end `reading`.
    @inline(never)
    public static func answer(from reading: Int32) -> Answer {
        do throws(SystemError) {
            guard let bytes = try FileDescriptor.read(reading, atMost: part) else {
                return .nothing
            }
            if bytes.isEmpty { return .over }
            return Text(bytes).firstIndex(of: 10) == nil ? .nothing : .ready
        } catch {
            return .over
        }
    }
}
