import Basics
import CLinux

/// The system's log: the datagram socket `/dev/log` (syslog(3)), connected when it is needed.
public struct SyslogSocket: ~Copyable {
    /// What became of a datagram.
    public enum Outcome: Sendable {
        case sent
        /// Its reader has too many already; ``descriptor`` tells when it has not.
        case full
        /// There is nobody to read it.
        case lost(SystemError)
    }

    private static let path: Text = "/dev/log"

    /// The socket's number, or -1 while it is not connected.
    public private(set) var descriptor: Int32 = -1

    /// A socket that is not connected yet.
    public init() {}

    /// Sends one datagram without waiting, to a new socket where the old one has gone.
    @inline(never)
    public mutating func send(_ bytes: [UInt8]) -> Outcome {
        var error = SystemError(number: 0)
        for _ in 0..<2 {
            if descriptor < 0 {
                descriptor = unsafe CString(Self.path).withPointer {
                    unsafe swinit_log_socket($0)
                }
            }
            guard descriptor >= 0 else { return .lost(.last) }
            let file = descriptor
            let count = unsafe bytes.withUnsafeBytes {
                unsafe swinit_send(file, $0.baseAddress, $0.count)
            }
            if count >= 0 { return .sent }
            error = .last
            if error.number == EAGAIN { return .full }
            // Closed by its reader, which may have made a new one.
            _ = close(descriptor)
            descriptor = -1
        }
        return .lost(error)
    }
}
