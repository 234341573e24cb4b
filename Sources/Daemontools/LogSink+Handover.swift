import Basics

/// What a log hands to the next image of swinit when somebody has sent a fault signal.
extension LogSink {
    /// How many bytes tell of one place: how much waits for it.
    private static let headSize = 4

    /// What was taken in and is not written yet: whether a line was cut, and what waits for each place.
    public var waiting: [UInt8] {
        var bytes: [UInt8] = [isInTail ? 1 : 0]
        for place in places {
            let part = unsafe place.queue.bytes
            var count = UInt32(clamping: part.count)
            for _ in 0..<Self.headSize {
                bytes.append(UInt8(truncatingIfNeeded: count))
                count >>= 8
            }
            unsafe bytes.append(contentsOf: part)
        }
        return bytes
    }

    /// Takes up what the image before this one had in ``waiting``.
    @inline(never)
    public func restore(_ bytes: [UInt8]) {
        isInTail = bytes.first == 1
        var next = 1
        for place in places {
            guard bytes.count - next >= Self.headSize else { return }
            var count = 0
            for index in 0..<Self.headSize { count |= Int(bytes[next + index]) << (8 * index) }
            next += Self.headSize
            guard count <= bytes.count - next else { return }
            unsafe bytes.withUnsafeBufferPointer {
                guard let base = $0.baseAddress else { return }
                _ = unsafe place.queue.put(base + next, count)
            }
            next += count
        }
    }
}
