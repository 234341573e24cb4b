import Basics
import Config

/// Probes under way; when one is due, and for how long it may take, is decided here alone.
extension Supervisor {
    /// The process of the probe that is under way; nil without one, or where it has no process.
    @inline(never)
    public func probe(of id: InstanceID) -> Int32? {
        guard let machine = job(id)?.machine, machine.isProbing, machine.probePid != 0 else {
            return nil
        }
        return machine.probePid
    }

    /// Notes the process of a probe, so that a recovery can end it.
    @inline(never)
    func probeStarted(_ job: Job, _ pid: Int32) {
        guard job.machine.isProbing else { return }
        job.machine.probePid = pid
        markChanged(job)
    }

    /// A probe has an answer.
    @inline(never)
    func probeEnded(_ job: Job, _ isGood: Bool) {
        guard job.machine.isProbing else { return }
        conclude(job, isGood)
        enter(job, job.machine.phase)
    }

    /// Begins a probe, or gives one up that has taken too long.
    @inline(never)
    func probe(_ job: Job) {
        if job.machine.isProbing {
            order(.stopProbe(job.id))
            conclude(job, false)
        } else if let limit = timeLimit(of: job) {
            job.machine.isProbing = true
            job.machine.probeDue = now + limit
            order(.probe(job.id, job.machine.isReadyNow ? .health : .readiness))
        } else {
            job.machine.probeDue = .never
        }
    }

    /// How long a probe of the run may take; nil where it is not probed.
    @inline(never)
    private func timeLimit(of job: Job) -> Milliseconds? {
        if job.machine.isReadyNow { return job.spec.health?.timeout }
        guard let form = job.spec.readiness?.form, form.isProbed else { return nil }
        return form == .exec ? Self.readinessCommandTimeout : Self.readinessTimeout
    }

    /// Draws the conclusion from a probe, and plans the next.
    private func conclude(_ job: Job, _ isGood: Bool) {
        let end = job.machine.probeDue
        job.machine.isProbing = false
        job.machine.probePid = 0
        if job.machine.isReadyNow {
            checked(job, isGood, limit: end)
        } else if isGood {
            becomeReady(job)
        } else {
            job.machine.probeDue = now + job.machine.probePause
            job.machine.probePause = min(
                job.machine.probePause * 2, Self.longestReadinessPause)
        }
    }

    /// Ends what probe is under way, and plans no other.
    @inline(never)
    func endProbes(_ job: Job) {
        if job.machine.isProbing {
            order(.stopProbe(job.id))
            job.machine.isProbing = false
            job.machine.probePid = 0
        }
        job.machine.probeDue = .never
        job.machine.watchdogDue = .never
    }

    /// Another `ready`, `health` or `health-action` holds for the run: what the old ones have found is
    /// forgotten.
    func reviewProbes(_ job: Job) {
        guard job.machine.phase == .alive else { return }
        endProbes(job)
        if job.machine.isReadyNow {
            job.machine.failedChecks = 0
            job.machine.isUnhealthy = false
            beginChecks(job)
        } else {
            limitReadiness(job)
            awaitReadiness(job)
        }
    }

    /// Probes that the image before was about have no answer any more: they begin anew.
    func settleLostProbes() {
        for job in jobs where job.machine.isProbing {
            job.machine.isProbing = false
            job.machine.probePid = 0
            if job.machine.phase == .alive { job.machine.probeDue = now }
            enter(job, job.machine.phase)
        }
    }
}
