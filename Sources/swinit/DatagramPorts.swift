import Basics
import Config
import Linux
import Supervision
import Wire

/// The UDP side of a configuration: where reports go, and where jobs are switched from.
///
/// Without `report to` it never wakes swinit.
final class DatagramPorts {
    /// How often reports are sent.
    static let reportPause = Milliseconds(10_000)
    /// When a report follows a switch.
    static let switchPause = Milliseconds(1000)
    /// Anybody may send anything: no more than one complaint in this time.
    static let warningPause = Milliseconds(10_000)
    /// Datagrams read from one socket in one turn.
    private static let readsPerTurn = 8

    private var ports: [DatagramPort] = []
    /// When the next report is due; nil where none is wanted.
    private(set) var reportDue: Instant?
    private var nextWarning = Instant(milliseconds: 0)

    /// Opens what `configuration` names; what was open and is still named stays as it is.
    ///
    /// What cannot be opened is said and left out: no job waits for a network.
    @inline(never)
    func follow(
        _ configuration: Configuration, _ epoll: borrowing Epoll, at now: Instant,
        _ log: inout MessageLog
    ) {
        var kept: [DatagramPort] = []
        for port in ports {
            let wanted =
                port.listens ? configuration.listenTexts : configuration.reportTexts
            if wanted.contains("\(port.address)") {
                kept.append(port)
            } else {
                port.socket.unwatch(epoll)
            }
        }
        // The others are closed before any is opened: the new ones may need their places.
        ports = kept
        open(configuration.reportTexts, listens: false, epoll, &log)
        open(configuration.listenTexts, listens: true, epoll, &log)
        reportDue = nil
        for port in ports where !port.listens { reportDue = now }
    }

    @inline(never)
    private func open(
        _ texts: [Text], listens: Bool, _ epoll: borrowing Epoll,
        _ log: inout MessageLog
    ) {
        for text in texts {
            guard let address = UDPAddress(text), !isOpen(address, listens) else { continue }
            do throws(SystemError) {
                let socket = try UDPSocket(
                    host: address.host, port: address.port, interface: address.interface,
                    listens: listens)
                if listens { try socket.watch(epoll, token: EventSources.datagramToken) }
                ports.append(DatagramPort(address, listens: listens, socket: socket))
            } catch {
                let what: StaticString = listens ? "listen on" : "report to"
                log.write(Report(.error, "cannot \(what) \(address): \(error.reason)"))
            }
        }
    }

    private func isOpen(_ address: UDPAddress, _ listens: Bool) -> Bool {
        for port in ports where port.listens == listens && port.address == address { return true }
        return false
    }

    /// Sends the reports, and sets the time of the next.
    @inline(never)
    func report(_ lines: [Text], at now: Instant, _ log: inout MessageLog) {
        reportDue = now + Self.reportPause
        let host = Own.hostName
        for port in ports where !port.listens {
            let address = port.socket.interfaceAddress
            let datagrams = StatusDatagrams.pack(
                lines, host: host, address: address == 0 ? "" : UDPAddress.dotted(address))
            for datagram in datagrams { send(datagram, port, &log) }
        }
    }

    /// Sends one datagram; an error is said when it is new.
    @inline(never)
    private func send(_ datagram: Text, _ port: DatagramPort, _ log: inout MessageLog) {
        let address = port.address
        do throws(SystemError) {
            try port.socket.send(datagram.bytes, to: address.host, port: address.port)
            port.lastError = 0
        } catch {
            let isNew = error.number != port.lastError
            port.lastError = error.number
            // EAGAIN: there is no room. ECONNREFUSED: nobody listens (yet).
            if isNew, error.number != 11, error.number != 111 {
                log.write(Report(.warning, "cannot report to \(address): \(error.reason)"))
            }
        }
    }

    /// Has a report follow soon, since something was switched.
    func reportSoon(after now: Instant) {
        if let due = reportDue { reportDue = min(due, now + Self.switchPause) }
    }

    /// What has arrived since the last call, a bounded part of it.
    @inline(never)
    func receive() -> [Text] {
        var datagrams: [Text] = []
        for port in ports where port.listens {
            for _ in 0..<Self.readsPerTurn {
                guard let bytes = read(port) else { break }
                datagrams.append(Text(bytes))
            }
        }
        return datagrams
    }

    /// The next datagram and at most a byte too much, which tells that it is too long.
    private func read(_ port: DatagramPort) -> [UInt8]? {
        do throws(SystemError) {
            return try port.socket.receive(atMost: ControlDatagram.longest + 1)
        } catch {
            // What the network says of an earlier datagram is no reason not to read the next.
            return nil
        }
    }

    /// Complains about a datagram, not too often.
    @inline(never)
    func warn(_ message: Text, at now: Instant, _ log: inout MessageLog) {
        guard now >= nextWarning else { return }
        nextWarning = now + Self.warningPause
        log.write(Report(.warning, message))
    }
}
