import Basics
import Config

/// Whether a run that is ready still works: by `health`, and by the watchdog of sd_notify(3).
extension Supervisor {
    /// Probes happen at multiples of this, so that those of many jobs share a wake-up.
    static let probeStep: UInt64 = 100

    /// `time`, or the next step after it.
    @inline(never)
    private func step(_ time: Instant) -> Instant {
        let rest = time.milliseconds % Self.probeStep
        return rest == 0 ? time : time + Milliseconds(Self.probeStep - rest)
    }

    /// Begins to check the run, or ends it: only one that is ready and wanted is checked.
    @inline(never)
    func beginChecks(_ job: Job) {
        endProbes(job)
        if isChecked(job), let health = job.spec.health {
            job.machine.probeDue = step(now + health.interval)
        }
        watch(job)
    }

    private func isChecked(_ job: Job) -> Bool {
        job.machine.isReadyNow && !job.machine.isEnding && !job.machine.isStopping
            && !job.machine.isPaused && !isShuttingDown
    }

    /// The run says that it is alive.
    @inline(never)
    func speakUp(_ job: Job) {
        if job.machine.isSilent {
            job.machine.isSilent = false
            say(.info, job, "# is healthy again (watchdog)")
        }
        watch(job)
    }

    /// From now on the run has its watchdog's period to say that it is alive.
    private func watch(_ job: Job) {
        let period = Milliseconds(UInt64(job.machine.watchdogPeriod))
        job.machine.watchdogDue = isChecked(job) && period.count > 0 ? now + period : .never
        enter(job, job.machine.phase)
    }

    /// A probe of a ready run, which might have taken until `limit`, has an answer.
    func checked(_ job: Job, _ isGood: Bool, limit: Instant) {
        guard let health = job.spec.health else {
            job.machine.probeDue = .never
            return
        }
        // From one beginning to the next.
        let next = max(limit.milliseconds, health.timeout.count) - health.timeout.count
        job.machine.probeDue = step(
            max(Instant(milliseconds: next) + health.interval, now + Milliseconds(1)))
        if isGood {
            job.machine.failedChecks = 0
            if job.machine.isUnhealthy {
                job.machine.isUnhealthy = false
                say(.info, job, "# is healthy again")
            }
        } else if now >= job.machine.gate + health.startPeriod {
            if job.machine.failedChecks < .max { job.machine.failedChecks += 1 }
            guard job.machine.failedChecks >= max(health.failures, 1) else { return }
            let isNews = !job.machine.isUnhealthy
            job.machine.isUnhealthy = true
            if isNews { fallIll(job, "\(UInt64(job.machine.failedChecks)) failed checks") }
        }
    }

    /// The watchdog of the run has not been fed in time, or the run itself says that it has failed.
    @inline(never)
    func fallSilent(_ job: Job, _ reason: Text) {
        let isNews = !job.machine.isSilent
        job.machine.isSilent = true
        job.machine.watchdogDue = .never
        if isNews { fallIll(job, reason) }
        enter(job, job.machine.phase)
    }

    /// The run has become unhealthy: does what `health-action` says.
    @inline(never)
    private func fallIll(_ job: Job, _ reason: Text) {
        switch job.spec.healthAction {
        case .restart:
            say(.warning, job, "# is unhealthy (*), stopping it", tail: reason)
            stop(job, .health)
        case .shutdown:
            say(.error, job, "# is unhealthy (*), ending the container", tail: reason)
            beginShutdown(.job, Int32(job.row), status: Self.unhealthyStatus)
        case .none: say(.warning, job, "# is unhealthy (*)", tail: reason)
        }
    }
}
