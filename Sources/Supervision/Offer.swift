import Config

/// What an instance has for those that wait for its job by `after`.
enum Offer: UInt8 {
    /// A service is ready, a one-time job has ended well.
    case there
    case missing
    /// It has failed, and will not start again by itself.
    case lost
}

extension Job {
    /// What it has for those that wait for it.
    ///
    /// A service that has ended well and stays down has done what it was there for, as a one-time job
    /// has; one that is off, or written to have no instance, is not there until somebody starts it.
    var presentOffer: Offer {
        switch machine.phase {
        case .done, .owing: .there
        case .failed: .lost
        case .alive:
            machine.isReadyNow && !machine.isStopping && !spec.placement.runsOnce
                ? .there : .missing
        case .vacant, .waiting, .stopped, .disabled, .backingOff, .spawning, .draining: .missing
        }
    }
}
