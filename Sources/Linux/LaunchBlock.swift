import Basics
import CLinux

/// One piece of memory with all that a child reads between fork and exec.
///
/// The child runs beside swinit, whose heap both share: what lies there may have changed by the time
/// that the child reads it.
@safe struct LaunchBlock: ~Copyable {
    /// What a pointer takes in bytes.
    static let pointerSize = MemoryLayout<Int>.size

    /// A C string's pointer, or the null behind the last.
    typealias Entry = UnsafePointer<CChar>?

    private let start: UnsafeMutableRawPointer
    private let size: Int
    private var used = 0
    /// Something did not fit: what is here is not to be used.
    private(set) var isFull = false

    /// Room for `size` bytes; nil where there is none.
    init?(size: Int) {
        guard let start = unsafe swinit_launch_memory(size) else { return nil }
        unsafe self.start = start
        self.size = size
    }

    deinit { unsafe swinit_launch_memory_release(start, size) }

    /// What `texts` take as C strings, each with a pointer to it.
    static func room(for texts: [Text]) -> Int {
        var room = 0
        for text in texts { room += text.count + 1 + pointerSize }
        return room
    }

    /// The next `count` bytes, aligned for every type that is kept here.
    @inline(never)
    private mutating func reserve(_ count: Int) -> UnsafeMutableRawPointer? {
        let begin = (used + 7) & ~7
        guard count <= size - begin else {
            isFull = true
            return nil
        }
        used = begin + count
        return unsafe start + begin
    }

    /// Adds `text` with a NUL behind it.
    @inline(never)
    mutating func add(_ text: Text) -> UnsafeMutablePointer<CChar>? {
        guard text.count < size - used else {
            isFull = true
            return nil
        }
        let string = unsafe (start + used).assumingMemoryBound(to: CChar.self)
        unsafe UnsafeMutableRawPointer(string).copyMemory(from: text.bytes, byteCount: text.count)
        unsafe string[text.count] = 0
        used += text.count + 1
        return unsafe string
    }

    /// Adds `values`.
    @inline(never)
    mutating func add<Value: BitwiseCopyable>(_ values: PackedArray<Value>) -> UnsafePointer<Value>?
    {
        guard let place = unsafe reserve(values.count * MemoryLayout<Value>.stride) else {
            return nil
        }
        let copy = unsafe place.assumingMemoryBound(to: Value.self)
        for index in values.indices { unsafe copy[index] = values[index] }
        return unsafe UnsafePointer(copy)
    }

    /// Adds `limits` as the child wants them.
    mutating func limits(_ limits: PackedArray<ChildPlan.Limit>) -> UnsafePointer<swinit_limit>? {
        let room = limits.count * MemoryLayout<swinit_limit>.stride
        let copy = unsafe reserve(room)?.assumingMemoryBound(to: swinit_limit.self)
        for index in limits.indices {
            let limit = limits[index]
            unsafe copy?[index] = swinit_limit(
                resource: limit.resource, index: 0, soft: limit.soft, hard: limit.hard)
        }
        return unsafe UnsafePointer(copy)
    }

    /// Adds room for `count` pointers and the null behind them.
    @inline(never)
    mutating func entries(_ count: Int) -> UnsafeMutablePointer<Entry>? {
        unsafe reserve((count + 1) * Self.pointerSize)?.assumingMemoryBound(to: Entry.self)
    }

    /// Adds `texts`, and the pointers to them with a null behind.
    mutating func vector(_ texts: [Text]) -> UnsafePointer<Entry>? {
        guard let entries = unsafe entries(texts.count) else { return nil }
        for index in texts.indices { unsafe entries[index] = UnsafePointer(add(texts[index])) }
        unsafe entries[texts.count] = nil
        return unsafe UnsafePointer(entries)
    }

    /// Adds `path` where there is one.
    @inline(never)
    mutating func path(_ path: Text?) -> UnsafePointer<CChar>? {
        guard let path else { return nil }
        return unsafe UnsafePointer(add(path))
    }
}
