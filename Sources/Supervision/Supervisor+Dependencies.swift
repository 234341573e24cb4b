import Basics
import Config

/// Who starts, fails, or runs anew because of another job.
extension Supervisor {
    /// Tells those that wait for the row's job what it has for them by now.
    @inline(never)
    func offer(_ job: Job) {
        guard job.place >= 0, !plan.dependencies.isEmpty, !isShuttingDown else { return }
        let old = job.offer
        job.offer = job.presentOffer
        let place = Int(job.place)
        if (old == .there) != (job.offer == .there) {
            plan.dependencies.count(place, isLost: false, by: old == .there ? 1 : -1)
        }
        if (old == .lost) != (job.offer == .lost) {
            plan.dependencies.count(place, isLost: true, by: old == .lost ? -1 : 1)
        }
    }

    /// Looks at the jobs for which something has changed that they wait for.
    @inline(never)
    func advanceDependents() {
        guard ownRecord.hasBegun else { return }
        // What is looked at may wake others.
        var next = 0
        while next < plan.dependencies.woken.count {
            let place = Int(plan.dependencies.woken[next])
            for job in instances(of: place) { reconsider(job) }
            next += 1
        }
        plan.dependencies.woken.removeAll(keepingCapacity: true)
    }

    /// Starts a job that waits if it may, or has it fail if what it waits for has.
    @inline(never)
    func reconsider(_ job: Job) {
        let lost = plan.dependencies.lost(of: Int(job.place))
        if job.machine.phase == .failed, job.machine.lacksDependency, lost == nil {
            job.machine.lacksDependency = false
            enter(job, job.isOn ? .waiting : job.rest)
        }
        guard job.machine.phase == .waiting else { return }
        if let lost {
            lack(job, lost)
        } else if plan.dependencies.isMet(Int(job.place)), job.position < plan.cursor {
            spawn(job)
        }
    }

    /// The job cannot start, since the one at `lost` has failed for good: it fails too, until that
    /// one has what it waits for.
    ///
    /// That is a failure of this job: where one would end the container, this does, with the status of
    /// the job that failed by itself.
    private func lack(_ job: Job, _ lost: Int) {
        job.machine.lacksDependency = true
        for other in instances(of: lost) where other.machine.phase == .failed {
            say(.error, job, "@ failed (dependency *)", tail: other.name)
            job.machine.lastStatus = max(other.machine.lastStatus, 1)
            break
        }
        enter(job, .failed)
        let outcome = job.spec.restart.onFailure
        if outcome == .shutdown || (outcome == .shutdownWhileStarting && isStarting(job)) {
            beginShutdown(.job, Int32(job.row), status: job.machine.lastStatus)
        }
    }

    /// The instances of the job at `place`, which need not be one.
    @inline(never)
    func instances(of place: Int) -> [Job] {
        var instances: [Job] = []
        guard place >= 0, place < plan.table.count else { return instances }
        for slot in plan.table.slots(of: place) {
            instances.append(jobs[Int(plan.table.rows[slot])])
        }
        return instances
    }

    /// Whether the job is part of the first start order, which is not complete.
    func isStarting(_ job: Job) -> Bool { !ownRecord.isBootComplete && job.machine.isOfBoot }

    /// The job runs again: so do those that are to be restarted with it.
    @inline(never)
    func restartCompanions(of job: Job) {
        guard plan.hasCompanions, !isShuttingDown else { return }
        let name = job.spec.name
        for other in plan.jobs where other.place != job.place && !other.spec.isMain {
            guard other.machine.phase == .alive, !other.machine.isStopping else { continue }
            for word in other.newest.placement.restartsWith where name.matches(glob: word) {
                say(.info, other, "* runs again, restarting #", tail: job.name)
                restartInTurn(other, .renewal)
                break
            }
        }
    }
}
