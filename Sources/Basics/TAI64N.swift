/// A moment as daemontools writes it: TAI64N (<https://cr.yp.to/libtai/tai64.html>).
///
/// Seconds count from 2^62 at the beginning of 1970 TAI. The ten seconds that TAI was ahead then are
/// added to every Unix time; leap seconds since are not, as in daemontools.
public struct TAI64N: Equatable, Sendable {
    /// How many bytes the packed form has.
    public static let packedSize = 12
    /// How many bytes a label has: `@` and 24 digits.
    public static let labelSize = 25
    private static let offset: UInt64 = 1 << 62 + 10

    /// TAI seconds, 2^62 at 1970.
    public var seconds: UInt64
    /// Below 1,000,000,000 in what daemontools writes; what is read may be anything.
    public var nanoseconds: UInt32

    /// Makes the moment that lies so many nanoseconds after the beginning of 1970 UTC.
    public init(unixNanoseconds: Int64) {
        let (seconds, rest) = unixNanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let borrows = rest < 0
        self.seconds = Self.offset &+ UInt64(bitPattern: borrows ? seconds &- 1 : seconds)
        nanoseconds = UInt32(truncatingIfNeeded: borrows ? rest &+ 1_000_000_000 : rest)
    }

    /// Reads the packed form at the beginning of `bytes`; nil where there are fewer than 12.
    public init?(packed bytes: [UInt8]) {
        guard bytes.count >= Self.packedSize else { return nil }
        seconds = 0
        nanoseconds = 0
        for index in 0..<8 { seconds = seconds << 8 | UInt64(bytes[index]) }
        for index in 8..<12 { nanoseconds = nanoseconds << 8 | UInt32(bytes[index]) }
    }

    /// Seconds since the beginning of 1970 UTC.
    public var unixSeconds: Int64 { Int64(bitPattern: seconds &- Self.offset) }

    /// Eight bytes of seconds and four of nanoseconds, the highest first.
    public var packed: [UInt8] {
        var bytes: [UInt8] = []
        for index in 0..<Self.packedSize { bytes.append(byte(index)) }
        return bytes
    }

    /// `@` and the packed form in 24 lower-case hexadecimal digits.
    public var label: Text {
        var bytes = [UInt8](repeating: 64, count: Self.labelSize)
        unsafe bytes.withUnsafeMutableBufferPointer { unsafe write(label: $0) }
        return Text(bytes)
    }

    /// Writes the label to the first 25 bytes of `place`; nothing where there is no room.
    public func write(label place: UnsafeMutableBufferPointer<UInt8>) {
        guard place.count >= Self.labelSize else { return }
        unsafe place[0] = 64
        for index in 0..<Self.packedSize {
            let byte = byte(index)
            unsafe place[1 + 2 * index] = Self.digit(byte >> 4)
            unsafe place[2 + 2 * index] = Self.digit(byte & 15)
        }
    }

    private func byte(_ index: Int) -> UInt8 {
        index < 8
            ? UInt8(truncatingIfNeeded: seconds >> UInt64(8 * (7 - index)))
            : UInt8(truncatingIfNeeded: nanoseconds >> UInt32(8 * (11 - index)))
    }

    private static func digit(_ half: UInt8) -> UInt8 { half < 10 ? 48 + half : 87 + half }
}
