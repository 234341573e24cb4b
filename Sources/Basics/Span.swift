/// A half-open range of bytes in one source file.
public struct Span: Hashable, BitwiseCopyable, Sendable {
    /// Which source: an index into the sources that were loaded together.
    public var source: Int32
    /// The offset of the first byte.
    public var start: Int32
    /// The offset behind the last byte.
    public var end: Int32

    /// Makes a span of `source`.
    public init(source: Int32, start: Int32, end: Int32) {
        self.source = source
        self.start = start
        self.end = end
    }
}
