import Basics
import Config
import Supervision
import Wire

/// Jobs are switched from afar, and seen there.
extension EventLoop {
    /// Opens the sockets that `configuration` names.
    @inline(never)
    func openPorts(_ configuration: Configuration) {
        ports.follow(configuration, sources.epoll, at: now, &log)
    }

    /// Sends the reports where they are due.
    @inline(never)
    func reportIfDue() {
        guard let due = ports.reportDue, due <= now else { return }
        var lines: [Text] = []
        for place in 0..<supervisor.orderCount {
            if let job = supervisor.summary(inOrder: place),
                let line = StatusDatagrams.line(of: job, at: now)
            {
                lines.append(line)
            }
        }
        ports.report(lines, at: now, &log)
    }

    /// Does what the datagrams say that have arrived.
    @inline(never)
    func takeDatagrams() {
        for text in ports.receive() {
            guard var datagram = ControlDatagram(text.bytes) else {
                ports.warn(
                    "ignored a datagram that is not 'enable NAME...' or 'disable NAME...'",
                    at: now, &log)
                continue
            }
            while let order = datagram.order() {
                if supervisor.hasJob(order.name) {
                    handle(.switched(order.name, isOn: order.isOn))
                } else {
                    // The name came from anybody and is not repeated.
                    ports.warn("ignored a datagram with an unknown job", at: now, &log)
                }
            }
            ports.reportSoon(after: now)
        }
    }
}
