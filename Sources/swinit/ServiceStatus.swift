import Basics
import Linux
import Supervision

/// The file `status` of a service, as svstat(8) reads it.
enum ServiceStatus {
    /// How long the label is.
    private static let labelSize = TAI64N.packedSize

    /// The bytes that say this, where `old` was said before: the time is that of the last change of `pid`.
    @inline(never)
    static func bytes(
        pid: Int32, isPaused: Bool, wanted: WantedState, old: [UInt8], at time: Int64
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        for shift in 0..<4 as Range<UInt32> {
            bytes.append(UInt8(truncatingIfNeeded: pid >> Int32(8 * shift)))
        }
        bytes.append(isPaused && pid != 0 ? 1 : 0)
        switch wanted {
        case .up: bytes.append(UInt8(ascii: "u"))
        case .down: bytes.append(UInt8(ascii: "d"))
        case .once: bytes.append(0)
        }
        var isSame = old.count == SuperviseFolder.statusSize
        for index in 0..<4 where isSame && old[labelSize + index] != bytes[index] { isSame = false }
        var label = TAI64N(unixNanoseconds: time).packed
        if isSame { label = Array(old[..<labelSize]) }
        return label + bytes
    }
}
