/// A string of bytes, as the kernel and the configuration file see it.
///
/// Paths, arguments and environment values need not be valid UTF-8, and comparing them must not
/// pull Unicode tables into the binary, so swinit never uses `String`.
public struct Text: Hashable, Sendable {
    /// The bytes, without a terminating NUL.
    public var bytes: [UInt8]

    /// Makes a text of `bytes`.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Makes a text of a part of an array.
    @inline(never)
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = [UInt8](bytes)
    }

    /// Copies the bytes before the terminating NUL.
    @inline(never)
    public init(cString: UnsafePointer<CChar>) {
        bytes = []
        var next = unsafe cString
        while unsafe next.pointee != 0 {
            unsafe bytes.append(UInt8(bitPattern: next.pointee))
            unsafe next += 1
        }
    }

    @inline(never)
    public static func == (left: Text, right: Text) -> Bool { left.bytes == right.bytes }

    /// How many bytes the text has.
    public var count: Int { bytes.count }

    /// Whether the text has no bytes.
    public var isEmpty: Bool { bytes.isEmpty }

    /// Whether the text begins with the bytes of `prefix`.
    @inline(never)
    public func hasPrefix(_ prefix: Text) -> Bool {
        guard bytes.count >= prefix.bytes.count else { return false }
        for index in prefix.bytes.indices where bytes[index] != prefix.bytes[index] {
            return false
        }
        return true
    }

    /// Whether the text ends with the bytes of `suffix`.
    @inline(never)
    public func hasSuffix(_ suffix: Text) -> Bool {
        let start = bytes.count - suffix.bytes.count
        guard start >= 0 else { return false }
        for index in suffix.bytes.indices where bytes[start + index] != suffix.bytes[index] {
            return false
        }
        return true
    }

    /// Where `byte` first stands, or nil.
    @inline(__always)
    public func firstIndex(of byte: UInt8) -> Int? {
        firstIndex(of: byte, from: 0)
    }

    /// Where `byte` first stands at or after `start`, or nil.
    @inline(never)
    public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// Where `byte` last stands, or nil.
    @inline(never)
    public func lastIndex(of byte: UInt8) -> Int? {
        var index = bytes.count
        while index > 0 {
            index -= 1
            if bytes[index] == byte { return index }
        }
        return nil
    }

    /// The bytes in `range`, which is cut to what there is.
    @inline(never)
    public func slice(_ range: Range<Int>) -> Text {
        let low = min(max(range.lowerBound, 0), bytes.count)
        let high = min(max(range.upperBound, low), bytes.count)
        return Text(bytes[low..<high])
    }

    /// The parts between the occurrences of `byte`; at least one, and parts may be empty.
    @inline(never)
    public func split(at byte: UInt8) -> [Text] {
        var parts: [Text] = []
        var start = 0
        for index in bytes.indices where bytes[index] == byte {
            parts.append(slice(start..<index))
            start = index + 1
        }
        parts.append(slice(start..<bytes.count))
        return parts
    }

    /// The part number `index`, from 0 on, of those that single blanks, or other bytes, separate; else
    /// empty.
    @inline(never)
    public func word(_ index: Int, endedBy byte: UInt8 = 32) -> Text {
        guard index >= 0 else { return Text([]) }
        var start = 0
        for _ in 0..<index { start = (firstIndex(of: byte, from: start) ?? count) + 1 }
        return slice(start..<(firstIndex(of: byte, from: start) ?? max(start, count)))
    }

    /// The number that the text writes in decimal digits alone, or nil; nil too past UInt64.
    public var decimal: UInt64? {
        guard !bytes.isEmpty else { return nil }
        var value: UInt64 = 0
        for byte in bytes {
            guard byte >= 48, byte <= 57 else { return nil }
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.addingReportingOverflow(UInt64(byte - 48))
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return value
    }

    /// The text with ASCII letters in upper case.
    public var uppercased: Text {
        var copy = bytes
        for index in copy.indices where copy[index] >= 97 && copy[index] <= 122 {
            copy[index] -= 32
        }
        return Text(copy)
    }
}

extension Text: Comparable {
    /// Byte order, as strcmp(3).
    public static func < (left: Text, right: Text) -> Bool {
        let shared = min(left.bytes.count, right.bytes.count)
        for index in 0..<shared where left.bytes[index] != right.bytes[index] {
            return left.bytes[index] < right.bytes[index]
        }
        return left.bytes.count < right.bytes.count
    }
}

extension Text: Renderable {
    @inline(never)
    public func render(into bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.bytes)
    }
}

extension Text: ExpressibleByStringInterpolation {
    @inline(__always)
    public init(stringLiteral literal: StaticString) {
        unsafe self.init(literal.utf8Start, literal.utf8CodeUnitCount)
    }

    @inline(never)
    init(_ start: UnsafePointer<UInt8>, _ count: Int) {
        bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    public init(stringInterpolation: Interpolation) {
        bytes = stringInterpolation.bytes
    }

    /// Collects literals and ``Renderable`` values as bytes.
    public struct Interpolation: StringInterpolationProtocol {
        /// What has been collected so far.
        public fileprivate(set) var bytes: [UInt8] = []

        /// Reserves nothing: a message is rare, and every one would carry the call.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Drops the call for the empty literals with which the compiler surrounds every value.
        @inline(__always)
        public mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 {
                unsafe append(literal.utf8Start, literal.utf8CodeUnitCount)
            }
        }

        @inline(never)
        mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int) {
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        }

        @inline(never)
        public mutating func appendInterpolation(_ value: some Renderable) {
            value.render(into: &bytes)
        }
    }
}

/// Lets a `switch` over a text have literal cases.
public func ~= (pattern: StaticString, text: Text) -> Bool {
    text.isEqual(to: pattern)
}

extension Text {
    /// Whether the text is exactly `literal`; cheaper than making a text of the literal.
    @inline(__always)
    public func isEqual(to literal: StaticString) -> Bool {
        unsafe isEqual(literal.utf8Start, literal.utf8CodeUnitCount)
    }

    @inline(never)
    func isEqual(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count == bytes.count else { return false }
        for index in bytes.indices where unsafe bytes[index] != start[index] {
            return false
        }
        return true
    }
}
