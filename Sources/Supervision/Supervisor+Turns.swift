import Basics

/// Restarts of jobs that have several instances: one after the other.
///
/// A run whose turn is still to come is alive, has a cause to end and was not asked to yet.
extension Supervisor {
    /// Has a run replaced by a new one: at once, or, where its job may have several instances, when the
    /// others are ready.
    @inline(never)
    func restartInTurn(_ job: Job, _ cause: JobMachine.StopCause) {
        guard job.isNumbered, job.machine.phase == .alive, !job.machine.isStopping else {
            stop(job, cause)
            return
        }
        hasTurns = true
        // A new definition has to be taken in any case.
        if job.machine.cause != .change { job.machine.cause = cause }
        enter(job, .alive)
    }

    /// Gives the next instance of each job its turn, where no other is on the way.
    @inline(never)
    func advanceTurns() {
        guard hasTurns else { return }
        hasTurns = false
        for place in 0..<plan.table.count {
            var next: Job?
            var isBusy = false
            for job in instances(of: place) {
                if job.machine.awaitsTurn {
                    // One that is not ready serves nobody.
                    if next?.machine.isReadyNow ?? true, next == nil || !job.machine.isReadyNow {
                        next = job
                    }
                } else if job.machine.isOnTheWay {
                    isBusy = true
                }
            }
            guard let next else { continue }
            hasTurns = true
            if !isBusy, let cause = next.machine.cause { stop(next, cause) }
        }
    }
}

extension JobMachine {
    /// The run is to be replaced, but not yet.
    var awaitsTurn: Bool { phase == .alive && !isStopping && cause != nil }

    /// Whether it will be ready, or at rest, by itself: the next instance is not restarted before.
    ///
    /// One that waits for others, or for its pause after a failure, may do so for ever.
    var isOnTheWay: Bool {
        switch phase {
        case .vacant, .waiting, .stopped, .done, .failed, .disabled, .owing: false
        case .backingOff: cause == .renewal || refusals > 0
        case .spawning, .draining: true
        case .alive: isStopping || !isReadyNow
        }
    }
}
