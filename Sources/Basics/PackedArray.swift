/// An array of plain values, kept as bytes.
///
/// Each element type of `Array` costs the binary half a kilobyte of its own copies of the same code;
/// all of these arrays share that of bytes. The values must be without references.
public struct PackedArray<Element: BitwiseCopyable>: RandomAccessCollection, MutableCollection {
    private var bytes: [UInt8] = []
    /// How many values there are.
    public private(set) var count = 0

    /// An empty array.
    public init() {}

    /// The values of `array`.
    public init(_ array: [Element]) {
        for value in array { append(value) }
    }

    /// `count` times `value`.
    public init(repeating value: Element, count: Int) {
        reserveCapacity(count)
        while self.count < count { append(value) }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    /// The value at `index`, which must be one of `indices`.
    public subscript(index: Int) -> Element {
        get {
            check(index)
            return unsafe bytes.withUnsafeBytes {
                unsafe $0.loadUnaligned(
                    fromByteOffset: index * MemoryLayout<Element>.stride, as: Element.self)
            }
        }
        set {
            check(index)
            unsafe bytes.withUnsafeMutableBytes {
                unsafe $0.storeBytes(
                    of: newValue, toByteOffset: index * MemoryLayout<Element>.stride,
                    as: Element.self)
            }
        }
    }

    /// Stops the program where there is no such index, as `Array` does: by asking it for the last byte.
    @inline(__always)
    private func check(_ index: Int) {
        _ = bytes[index * MemoryLayout<Element>.stride + MemoryLayout<Element>.stride - 1]
    }

    /// Adds `value` behind the last.
    public mutating func append(_ value: Element) {
        unsafe withUnsafePointer(to: value) {
            unsafe bytes.append(
                at: $0, MemoryLayout<Element>.size, padded: MemoryLayout<Element>.stride)
        }
        count += 1
    }

    /// Makes room for `count` values in all.
    public mutating func reserveCapacity(_ count: Int) {
        bytes.reserveCapacity(count * MemoryLayout<Element>.stride)
    }

    /// Takes the value at `index` out.
    public mutating func remove(at index: Int) {
        check(index)
        let stride = MemoryLayout<Element>.stride
        bytes.cut(index * stride..<(index + 1) * stride)
        count -= 1
    }

    /// Takes the last value out, where there is one.
    public mutating func removeLast() {
        if count > 0 { remove(at: count - 1) }
    }

    /// Empties the array, and keeps its memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        count = 0
    }

    /// Lends the values to `body`.
    public func withUnsafeBufferPointer<Answer>(
        _ body: (UnsafeBufferPointer<Element>) -> Answer
    ) -> Answer {
        unsafe bytes.withUnsafeBytes { unsafe body($0.bindMemory(to: Element.self)) }
    }
}

extension PackedArray: Equatable where Element: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }
}

extension PackedArray: Sendable where Element: Sendable {}

extension [UInt8] {
    /// Adds `size` bytes, and zeros up to `stride`: behind a value something else may stand.
    @inline(never)
    fileprivate mutating func append(at place: UnsafeRawPointer, _ size: Int, padded stride: Int) {
        unsafe append(contentsOf: UnsafeRawBufferPointer(start: place, count: size))
        for _ in size..<stride { append(0) }
    }

    /// Adds the bytes in `range` of `other`, cut to what there is; a slice would bring its own code.
    @inline(never)
    public mutating func append(_ other: [UInt8], _ range: Range<Int>) {
        for index in range.clamped(to: 0..<other.count) { append(other[index]) }
    }

    /// Takes the bytes in `range` out, of which there are so many.
    @inline(never)
    public mutating func cut(_ range: Range<Int>) {
        guard range.lowerBound >= 0, range.upperBound <= count else { return }
        for index in range.upperBound..<count { self[index - range.count] = self[index] }
        removeLast(range.count)
    }
}
