import Basics
import Config
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
            var datagram = executor.notices.next(
                row: id.index, pid: supervisor.pid(of: id) ?? 0, reads: &reads, at: now,
                sources.epoll, &log)
        {
            if let words = datagram.status, log.threshold == .debug {
                let name = supervisor.spec(of: id)?.name ?? Text([])
                log.write(Report(.debug, "\(name) says: \(words)"))
            }
            while let notice = datagram.next(), let pid = supervisor.pid(of: id) {
                handle(.notified(id, pid: pid, notice))
            }
        }
    }
}
