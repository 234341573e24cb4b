import Linux

/// What the event loop waits on.
struct EventSources: ~Copyable {
    static let signalToken: UInt64 = 0
    static let faultToken: UInt64 = 1
    static let watchToken: UInt64 = 3
    static let datagramToken: UInt64 = 4

    let epoll: Epoll
    let signals: SignalDescriptor
    private let event: FileDescriptor

    /// Opens them, and makes the fault handler wake the loop.
    @inline(never)
    static func open() throws(SystemError) -> EventSources {
        let epoll = try Epoll()
        let signals = try SignalDescriptor(Signals.allButFaults)
        let event = try FaultRecovery.eventDescriptor()
        try epoll.add(signals.rawValue, token: signalToken)
        try epoll.add(event.rawValue, token: faultToken)
        FaultRecovery.wakeLoop(through: event.rawValue)
        return EventSources(epoll: epoll, signals: signals, event: event)
    }

    /// Forgets the fault signals that were heard.
    borrowing func drainFaults() {
        do throws(SystemError) {
            _ = try event.read(atMost: 8)
        } catch {
            // Nothing to read: there is nothing to forget.
        }
    }
}
