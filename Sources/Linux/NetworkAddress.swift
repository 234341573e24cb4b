public import Basics
import CLinux

/// An address of IPv4 or IPv6, as a number.
public struct NetworkAddress: Equatable, BitwiseCopyable, Sendable {
    /// So many addresses of one name are looked at.
    public static let mostOfName = Int(SWINIT_RESOLVED)

    /// The kernel's form: of IPv4 the first four bytes.
    private let bytes: (UInt64, UInt64)
    private let size: UInt8

    private init(_ raw: swinit_address) {
        bytes = unsafe withUnsafeBytes(of: raw.bytes) {
            unsafe (
                $0.loadUnaligned(as: UInt64.self),
                $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            )
        }
        size = raw.size
    }

    /// The address of these 4 or 16 bytes, in the order in which they are written; nil for any other
    /// number.
    @inline(never)
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        var raw = swinit_address()
        raw.size = UInt8(bytes.count)
        unsafe withUnsafeMutableBytes(of: &raw.bytes) { unsafe $0.copyBytes(from: bytes) }
        self.init(raw)
    }

    /// This machine, by IPv4.
    public static var local: NetworkAddress {
        var raw = swinit_address()
        raw.size = 4
        (raw.bytes.0, raw.bytes.3) = (127, 1)
        return NetworkAddress(raw)
    }

    /// This machine, by IPv6.
    public static var local6: NetworkAddress {
        var raw = swinit_address()
        raw.size = 16
        raw.bytes.15 = 1
        return NetworkAddress(raw)
    }

    /// As C wants it.
    var raw: swinit_address {
        var raw = swinit_address()
        raw.size = size
        unsafe withUnsafeMutableBytes(of: &raw.bytes) {
            unsafe $0.storeBytes(of: bytes, as: (UInt64, UInt64).self)
        }
        return raw
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.size == right.size && left.bytes == right.bytes
    }

    // MARK: - Names

    /// Forks a child that looks `name` up and writes its addresses to `descriptor`.
    ///
    /// A child, because looking up waits for the network and reads what comes from there. It leads a
    /// session of its own, and exits with 0 where there is an address.
    @inline(never)
    public static func resolve(_ name: Text, to descriptor: Int32) throws(SystemError) -> Int32 {
        try system { unsafe CString(name).withPointer { unsafe swinit_resolve($0, descriptor) } }
    }

    /// The addresses that such a child wrote.
    @inline(never)
    public static func list(in written: [UInt8]) -> PackedArray<NetworkAddress> {
        var list = PackedArray<NetworkAddress>()
        let size = MemoryLayout<swinit_address>.size
        var start = 0
        while start + size <= written.count, list.count < mostOfName {
            let raw = unsafe written.withUnsafeBytes {
                unsafe $0.loadUnaligned(fromByteOffset: start, as: swinit_address.self)
            }
            list.append(NetworkAddress(raw))
            start += size
        }
        return list
    }
}
