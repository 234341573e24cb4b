import Supervision

/// One process of an instance, from its fork to its end.
struct Run {
    /// Why swinit has asked a process to end.
    enum Reason: Equatable {
        /// It is not wanted, or wanted anew: its end says nothing about it.
        case wish
        case runTimeout
        /// It was not ready in time.
        case within
        case health
        /// Two of these at once.
        case unclear
    }

    let slot: Slot
    let epoch: Int
    let pid: Int32
    let begun: UInt64
    var executed: UInt64?
    /// The definition that it was started with.
    var definition: Wish?
    /// Rules that hold for it have changed while it ran: nobody says here what follows.
    var isRevised = false
    /// It could not be set up, and ends by itself.
    var isBroken = false
    /// Since when it is ready.
    var ready: UInt64?
    var asked: Reason?
    /// When it must be ready.
    var limit: UInt64?
    /// It has asked for more time to end than its definition gives it.
    var isExtended = false
    /// Checks in a row that have failed.
    var failedChecks = 0
    /// So many have failed that it is unhealthy.
    var isUnhealthy = false
    /// It has said that it has failed, or has been silent.
    var isSilent = false
    /// How often it says that it is alive; 0: it need not.
    var watchdog: UInt64 = 0
    var watchdogDue: UInt64?
    /// It has said that it ends.
    var isEnding = false
    var pausedSince: UInt64?
    /// How long it was paused before.
    var paused: UInt64 = 0
    /// Since when a probe of it is due or under way; nil while none need be.
    var probe: Probe?
    /// When the last probe was answered, or what made the first due.
    var probed: UInt64 = 0
    /// Probes for readiness that were answered.
    var probes = 0

    struct Probe {
        let purpose: ProbePurpose
        let begun: UInt64
    }

    init(slot: Slot, epoch: Int, pid: Int32, begun: UInt64) {
        self.slot = slot
        self.epoch = epoch
        self.pid = pid
        self.begun = begun
    }

    /// For how long it has run, without its pauses.
    func age(at now: UInt64) -> UInt64 {
        let rest = pausedSince.map { now - $0 } ?? 0
        return now - begun - paused - rest
    }
}
