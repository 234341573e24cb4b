import CLinux

/// Bytes that wait to be written, in the order in which they came.
@safe struct LogQueue: ~Copyable {
    private static let least = 4096

    private var memory: UnsafeMutablePointer<UInt8>?
    private var capacity = 0
    private var start = 0
    private var end = 0

    init() {}

    deinit {
        unsafe free(memory)
    }

    var count: Int { end - start }
    var isEmpty: Bool { end == start }

    /// What waits.
    var bytes: UnsafeBufferPointer<UInt8> {
        guard let memory = unsafe memory else {
            return unsafe UnsafeBufferPointer(start: nil, count: 0)
        }
        return unsafe UnsafeBufferPointer(start: UnsafePointer(memory + start), count: count)
    }

    /// Adds `count` bytes; false where there is no memory for them.
    mutating func put(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        if count > capacity - end { guard grow(by: count) else { return false } }
        guard let memory = unsafe memory else { return count == 0 }
        unsafe memcpy(memory + end, bytes, count)
        end += count
        return true
    }

    /// Forgets the first `count` bytes, and the memory with the last.
    @inline(never)
    mutating func drop(_ count: Int) {
        start += min(count, self.count)
        if start == end {
            start = 0
            end = 0
        }
    }

    /// Gives the memory back where nothing waits.
    @inline(never)
    mutating func release() {
        guard isEmpty else { return }
        unsafe free(memory)
        unsafe memory = nil
        capacity = 0
    }

    @inline(never)
    private mutating func grow(by count: Int) -> Bool {
        var size = max(Self.least, capacity)
        while size - end < count { size *= 2 }
        // Not realloc(3): the heap of the release binary has none.
        guard let new = unsafe malloc(size) else { return false }
        if let memory = unsafe memory { unsafe memcpy(new, memory, end) }
        unsafe free(memory)
        unsafe memory = new.assumingMemoryBound(to: UInt8.self)
        capacity = size
        return true
    }
}
