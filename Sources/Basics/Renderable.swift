/// A value with one textual form, appended as bytes.
///
/// Interpolating into a ``Text`` goes through this protocol alone: Embedded Swift would print an
/// enum that does not conform as nonsense.
public protocol Renderable {
    /// Appends the textual form of this value to `bytes`.
    func render(into bytes: inout [UInt8])
}

extension FixedWidthInteger {
    /// Appends the decimal digits of this number, with a minus sign where it is negative.
    public func render(into bytes: inout [UInt8]) {
        UInt64(truncatingIfNeeded: magnitude).renderDigits(isNegative: self < 0, into: &bytes)
    }
}

extension UInt64 {
    @inline(never)
    fileprivate func renderDigits(isNegative: Bool, into bytes: inout [UInt8]) {
        if isNegative { bytes.append(45) }
        if self > 9 { (self / 10).renderDigits(isNegative: false, into: &bytes) }
        bytes.append(48 + UInt8(truncatingIfNeeded: self % 10))
    }
}

extension StaticString: Renderable {
    @inline(never)
    public func render(into bytes: inout [UInt8]) {
        withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }
}

extension Int: Renderable {}
extension Int32: Renderable {}
extension UInt32: Renderable {}
extension UInt64: Renderable {}
extension Int64: Renderable {}
