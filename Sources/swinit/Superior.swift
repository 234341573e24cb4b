import Basics
import Linux
import Supervision

/// Whoever supervises swinit itself and gave it a NOTIFY_SOCKET: systemd, or another swinit.
///
/// It is told when all is ready, reloads and the end (sd_notify(3)); swinit never waits for it.
struct Superior {
    /// When to try again to tell one that had too much to read.
    private static let pause = Milliseconds(1000)

    /// What it was told last.
    private enum Told {
        case nothing
        case ready
        case reloading
        case stopping
    }

    /// Where it listens; nil where there is nobody.
    private let place: Text?
    private var told = Told.nothing
    /// It had too much to read: when to try again.
    private(set) var due: Instant?

    /// The one that `place`, the value of NOTIFY_SOCKET, names: a path, or `@` and an abstract address.
    init(_ place: Text?) {
        let first = place?.bytes.first
        self.place = first == 47 || first == 64 ? place : nil
    }

    /// Tells what has become true since the last call.
    @inline(never)
    mutating func follow(_ supervisor: Supervisor, at now: Instant, _ log: inout MessageLog) {
        guard place != nil else { return }
        due = nil
        if supervisor.isShuttingDown {
            if told != .stopping { tell("STOPPING=1", .stopping, now, &log) }
        } else if told == .reloading || (told == .nothing && supervisor.isReady) {
            tell("READY=1", .ready, now, &log)
        }
    }

    /// Tells that a new configuration is about to be put in force; ``follow(_:at:_:)`` tells the end.
    @inline(never)
    mutating func reloads(at now: Instant, _ log: inout MessageLog) {
        guard told == .ready else { return }
        let time = Clock.nanoseconds / 1000
        tell("RELOADING=1\nMONOTONIC_USEC=\(time)", .reloading, now, &log)
    }

    @inline(never)
    private mutating func tell(
        _ words: Text, _ next: Told, _ now: Instant, _ log: inout MessageLog
    ) {
        guard let place else { return }
        do throws(SystemError) {
            try NotifySocket.send(words, to: place)
        } catch {
            if error.isFull {
                due = now + Self.pause
                return
            }
            log.write(Report(.warning, "cannot write to NOTIFY_SOCKET: \(error.reason)"))
        }
        told = next
    }
}
