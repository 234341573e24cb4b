import Basics
import CLinux

/// A descriptor that is written without ever waiting, and without a change of the flags that others who
/// have the same open file would see.
///
/// Where possible it is opened anew by its name in /proc/self/fd, which gives it flags of its own. Else
/// each write asks not to wait: send(2) of a socket, pwritev2(2), splice(2) to a pipe. Where none of these
/// works a write has no more than the 4096 bytes for which poll(2) says that there is room.
public struct NonblockingOutput: BitwiseCopyable, Sendable {
    /// How it is written.
    enum Way: UInt8 {
        /// By write(2): it does not block by itself.
        case plain
        case socket
        case now
        case spliced
        case pieces
    }

    private static let piece = 4096
    /// Less than any pipe of our own holds (pipe(7)).
    private static let splicedPart = 32_768
    private static let fifo: Int32 = 0o010000
    private static let device: Int32 = 0o020000
    private static let regular: Int32 = 0o100000
    private static let socketType: Int32 = 0o140000

    /// What is written and watched.
    public let descriptor: Int32
    /// Tells the file behind it from others; 0 for one that is not known.
    public private(set) var identity: UInt64 = 0
    var way = Way.plain
    var isPipe = false
    /// The pipe that splice(2) takes from.
    private var pipe: StreamPipe?

    /// The descriptor `number` of swinit's own, which others have too.
    @inline(never)
    public init(sharing number: Int32) {
        var identity: UInt64 = 0
        let type = unsafe swinit_file_type(number, &identity)
        self.identity = identity
        isPipe = type == Self.fifo
        var own: Int32 = -1
        if type == Self.fifo || type == Self.device {
            own = unsafe CString("/proc/self/fd/\(number)").withPointer {
                unsafe swinit_open($0, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0)
            }
        }
        descriptor = own >= 0 ? own : number
        // A regular file is never waited for (and opened anew it would begin at its start).
        if own < 0, type != Self.regular { way = type == Self.socketType ? .socket : .now }
    }

    /// The writing end of a pipe of swinit's own, which does not block.
    public init(own descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Writes what fits of `count` bytes: how much that was, 0 for nothing at present, nil where nobody
    /// will ever read it.
    @inline(never)
    public mutating func write(_ start: UnsafeRawPointer, _ count: Int) -> Int? {
        while true {
            var answer = -1
            switch way {
            case .plain: answer = unsafe CLinux.write(descriptor, start, count)
            case .socket: answer = unsafe Int(swinit_send(descriptor, start, count))
            case .now: answer = unsafe Int(swinit_write_now(descriptor, start, count))
            case .spliced: return unsafe splice(start, count)
            case .pieces:
                if swinit_can_write(descriptor) == 0 { return 0 }
                answer = unsafe CLinux.write(descriptor, start, min(count, Self.piece))
            }
            if answer >= 0 { return answer }
            switch swinit_errno() {
            case EINTR: continue
            case EAGAIN, ENOSPC, EDQUOT, ENOBUFS, ENOMEM: return 0
            case EOPNOTSUPP where way == .now, ENOSYS where way == .now, EINVAL where way == .now,
                EPERM where way == .now:
                way = isPipe ? .spliced : .pieces
            default: return nil
            }
        }
    }

    /// Puts bytes into a pipe of our own, and from there what fits into the other's; the rest is taken
    /// out again.
    @inline(never)
    private mutating func splice(_ start: UnsafeRawPointer, _ count: Int) -> Int? {
        if pipe == nil {
            do throws(SystemError) {
                let new = try StreamPipe()
                // Beyond the pages that a user may have in pipes it holds less (pipe(7)).
                swinit_set_nonblocking(new.writing)
                pipe = new
            } catch {
                way = .pieces
                return 0
            }
        }
        guard let pipe else { return 0 }
        let filled = unsafe CLinux.write(pipe.writing, start, min(count, Self.splicedPart))
        if filled <= 0 { return 0 }
        let moved = Int(swinit_splice_now(pipe.reading, descriptor, filled))
        let error = swinit_errno()
        while !pipe.read(atMost: Self.piece).isEmpty {}
        if moved >= 0 { return moved }
        if error == EAGAIN { return 0 }
        way = .pieces
        return error == EPIPE ? nil : 0
    }

    /// Whether the time for another try must be waited for, since nothing tells it (epoll(7)).
    public var isFull: Bool { way == .pieces }

    /// Waits until it can be written, at most `milliseconds`: for an end that nothing else can delay.
    public func wait(milliseconds: Int32) { swinit_wait_room(descriptor, milliseconds) }
}
