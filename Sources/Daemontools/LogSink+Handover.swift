import Basics

/// What a log hands to the next image of swinit when somebody has sent a fault signal.
extension LogSink {
    /// So many bytes say how long a part is.
    private static let headSize = 4

    /// What was taken in and is not written yet: whether a line has begun to go out, the beginning of one
    /// that has not, and what waits for each place.
    public var waiting: [UInt8] {
        var bytes: [UInt8] = [isInTail ? 1 : 0]
        unsafe head.withUnsafeBufferPointer { unsafe Self.add($0, to: &bytes) }
        for place in places { unsafe Self.add(place.queue.bytes, to: &bytes) }
        return bytes
    }

    @inline(never)
    private static func add(_ part: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var count = UInt32(clamping: part.count)
        for _ in 0..<headSize {
            bytes.append(UInt8(truncatingIfNeeded: count))
            count >>= 8
        }
        unsafe bytes.append(contentsOf: part)
    }

    /// Takes up what the image before this one had in ``waiting``.
    @inline(never)
    public func restore(_ bytes: [UInt8]) {
        isInTail = bytes.first == 1
        var next = 1
        for index in -1..<places.count {
            guard bytes.count - next >= Self.headSize else { return }
            var count = 0
            for place in 0..<Self.headSize { count |= Int(bytes[next + place]) << (8 * place) }
            next += Self.headSize
            guard count <= bytes.count - next else { return }
            if index < 0 {
                head = Array(bytes[next..<next + count])
            } else {
                unsafe bytes.withUnsafeBufferPointer {
                    guard let base = $0.baseAddress else { return }
                    _ = unsafe places[index].queue.put(base + next, count)
                }
            }
            next += count
        }
    }
}
