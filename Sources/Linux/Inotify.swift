public import Basics
import CLinux

/// Hears what becomes of files and folders (inotify(7)).
public struct Inotify: ~Copyable {
    /// What of a path is watched; never what a link at its end leads to.
    public enum Target: Sendable {
        /// A folder on the way to a file: that it is moved or deleted.
        case way
        /// A folder: also that something in it is made, moved, deleted, or closed after writing.
        case folder
        /// A file: that it is closed after writing, moved or deleted.
        case file
    }

    /// One thing that happened.
    public struct Event: Equatable, Sendable {
        /// The number that ``Inotify/add(_:_:)`` gave; -1 where events were lost.
        public let watch: Int32
        /// What happened to what has this name in the folder; empty for the watched itself.
        public let name: Text
        /// Something was made, and may not be whole yet.
        public let isCreation: Bool
        /// The queue was full, and events were lost.
        public let isOverflow: Bool

        public init(watch: Int32, name: Text, isCreation: Bool, isOverflow: Bool) {
            self.watch = watch
            self.name = name
            self.isCreation = isCreation
            self.isOverflow = isOverflow
        }
    }

    /// How many bytes one read takes: more than an event with the longest name.
    private static let batch = 4096
    /// The event without its name: watch, mask, cookie, length of the name.
    private static let headSize = 16

    private let descriptor: FileDescriptor
    private var bytes: [UInt8] = []
    private var offset = 0

    /// Opens an instance of its own; throws EMFILE past fs.inotify.max_user_instances.
    public init() throws(SystemError) {
        descriptor = FileDescriptor(try system { swinit_watch_open() })
    }

    /// The kernel's number, for epoll.
    public var rawValue: Int32 { descriptor.rawValue }

    /// Watches `path`, and answers with the watch's number: the same one for the same inode.
    ///
    /// Throws ENOSPC past fs.inotify.max_user_watches, ENOENT, ENOTDIR, EACCES.
    @inline(never)
    public borrowing func add(_ path: Text, _ target: Target) throws(SystemError) -> Int32 {
        let own = descriptor.rawValue
        let name = CString(path)
        let kind =
            switch target {
            case .way: SWINIT_WATCH_WAY
            case .folder: SWINIT_WATCH_FOLDER
            case .file: SWINIT_WATCH_FILE
            }
        return try system { unsafe name.withPointer { unsafe swinit_watch_add(own, $0, kind) } }
    }

    /// Ends a watch; one that has ended by itself is no error.
    @inline(never)
    public borrowing func remove(_ watch: Int32) {
        swinit_watch_remove(descriptor.rawValue, watch)
    }

    /// The next event; nil for none (yet).
    @inline(never)
    public mutating func next() -> Event? {
        if offset + Self.headSize > bytes.count {
            offset = 0
            bytes = []
            do throws(SystemError) {
                bytes = try descriptor.read(atMost: Self.batch) ?? []
            } catch {
                return nil
            }
        }
        guard offset + Self.headSize <= bytes.count else { return nil }
        let mask = number(at: 4)
        let start = offset + Self.headSize
        let end = min(start + Int(number(at: 12)), bytes.count)
        var length = start
        while length < end, bytes[length] != 0 { length += 1 }
        let event = Event(
            watch: Int32(bitPattern: number(at: 0)), name: Text(bytes[start..<length]),
            isCreation: mask & SWINIT_WATCH_CREATE != 0,
            isOverflow: mask & SWINIT_WATCH_OVERFLOW != 0)
        offset = end
        return event
    }

    /// Events were read that ``next()`` has not answered yet: no poll tells of them any more.
    public var hasMore: Bool { offset + Self.headSize <= bytes.count }

    /// A field of the event at hand, in the machine's order: little-endian on all that we run on.
    private func number(at place: Int) -> UInt32 {
        var value: UInt32 = 0
        for byte in [3, 2, 1, 0] { value = value << 8 | UInt32(bytes[offset + place + byte]) }
        return value
    }
}
