import Basics
import Linux
import Supervision
import Wire

/// What jobs say of themselves, and what swinit says of itself.
extension EventLoop {
    /// Takes in what the job of `id` says, a bounded part of it.
    @inline(never)
    func takeNotices(of id: InstanceID) {
        // That it executes is known before that it is ready.
        hear(id)
        var reads = Notices.readsPerTurn
        while status == nil,
            let text = executor.notices.next(
                row: id.index, pid: supervisor.pid(of: id) ?? 0, reads: &reads, at: now,
                sources.epoll, &log)
        {
            take(NotifyDatagram(text), of: id)
        }
    }

    @inline(never)
    private func take(_ datagram: NotifyDatagram, of id: InstanceID) {
        var datagram = datagram
        if let words = datagram.status {
            executor.notices.say(words, row: id.index)
            if log.threshold == .debug {
                log.write(Report(.debug, "\(supervisor.name(of: id)) says: \(words)"))
            }
        }
        while let notice = datagram.next(), let pid = supervisor.pid(of: id) {
            handle(.notified(id, pid: pid, notice))
        }
    }
}
