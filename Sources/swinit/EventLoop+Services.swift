import Basics
import Linux
import Supervision

/// What svc(8) says, and what svstat(8) is told.
extension EventLoop {
    /// Opens what all services are controlled by, those that do not start too.
    @inline(never)
    func openServices(isAgain: Bool) {
        if !isAgain { tellComplaints(since: []) }
        storeRecords()
    }

    /// Does what was written to the `control` of a service.
    @inline(never)
    func takeCommands(_ token: UInt64) {
        let id = InstanceID(Int(truncatingIfNeeded: token & 0xFFFF_FFFF))
        // svc(8) may have seen that it executes before it was heard here.
        hear(id)
        for letter in executor.services.commands(row: id.index) {
            guard let verb = Verb(letter: letter) else { continue }
            if verb == .leave { executor.services.leave(row: id.index) }
            handle(.ordered(id, verb))
            // `status` says it before the next word is heard.
            storeRecords()
        }
    }

    /// Takes up services that were left alone, or that somebody else has supervised.
    @inline(never)
    func retryServices() {
        guard let due = executor.services.deadline, due <= now, !supervisor.isShuttingDown else {
            return
        }
        for row in executor.services.retry(at: now, self) {
            handle(.ordered(InstanceID(Int(row)), .start))
        }
    }

    /// Tells what is wrong with services, where that was not told before.
    @inline(never)
    func tellComplaints(since old: [Text]) {
        for complaint in files.complaints where !old.contains(complaint) {
            log.write(Report(.warning, complaint))
        }
    }
}

extension Verb {
    /// What svc(8) means by this letter; nil for none.
    @inline(never)
    init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "u"): self = .start
        case UInt8(ascii: "d"): self = .stop
        case UInt8(ascii: "o"): self = .once
        case UInt8(ascii: "p"): self = .pause
        case UInt8(ascii: "c"): self = .resume
        case UInt8(ascii: "h"): self = .hangUp
        case UInt8(ascii: "a"): self = .alarm
        case UInt8(ascii: "i"): self = .interrupt
        case UInt8(ascii: "t"): self = .terminate
        case UInt8(ascii: "k"): self = .kill
        case UInt8(ascii: "x"): self = .leave
        default: return nil
        }
    }
}
