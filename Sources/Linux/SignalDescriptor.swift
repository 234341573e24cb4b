public import Basics
import CLinux

/// The descriptor through which the event loop reads its signals (signalfd(2)).
public struct SignalDescriptor: ~Copyable {
    /// How many signals one read takes at most.
    public static let batch = 8

    private let descriptor: FileDescriptor

    /// Takes the signals of `set`, which must be blocked.
    public init(_ set: SignalSet) throws(SystemError) {
        descriptor = FileDescriptor(try system { swinit_signal_descriptor(set.bits) })
    }

    /// The kernel's number, for epoll.
    public var rawValue: Int32 { descriptor.rawValue }

    /// Appends the signals that wait, ``batch`` at most, and answers whether there may be more.
    @inline(never)
    public borrowing func read(into signals: inout PackedArray<ReceivedSignal>) -> Bool {
        let file = descriptor.rawValue
        return unsafe withUnsafeTemporaryAllocation(of: swinit_signal.self, capacity: Self.batch) {
            buffer in
            let count = unsafe swinit_read_signals(file, buffer.baseAddress, Int32(Self.batch))
            guard count > 0 else { return false }
            for index in 0..<Int(count) {
                let record = unsafe buffer[index]
                signals.append(
                    ReceivedSignal(signal: Signal(rawValue: record.number), pid: record.pid))
            }
            return Int(count) == Self.batch
        }
    }
}
