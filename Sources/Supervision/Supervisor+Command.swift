import Basics
import Config

/// A job's `stop-cmd`, and what makes it run anew.
extension Supervisor {
    /// The instance whose `stop-cmd` this process is; nil for any other process.
    @inline(never)
    public func instance(command pid: Int32) -> InstanceID? {
        guard commands > 0, pid != 0 else { return nil }
        for job in jobs where job.machine.commandPid == pid { return job.id }
        return nil
    }

    /// The process of the instance's `stop-cmd`; nil while there is none.
    @inline(never)
    public func command(of id: InstanceID) -> Int32? {
        guard let pid = job(id)?.machine.commandPid, pid != 0 else { return nil }
        return pid
    }

    /// Asks for the job's `stop-cmd`.
    @inline(never)
    func runCommand(_ job: Job) {
        job.machine.runsCommand = true
        commands += 1
        markChanged(job)
        order(.runCommand(job.id))
    }

    @inline(never)
    func commandSpawned(_ job: Job, _ pid: Int32) {
        guard job.machine.runsCommand else { return }
        job.machine.commandPid = pid
        markChanged(job)
    }

    /// One that failed has not asked the process to end: the stop signal does.
    @inline(never)
    func commandEnded(_ job: Job, _ exit: Exit) {
        guard job.machine.runsCommand else { return }
        forgetCommand(job)
        // As s6 has it, by 125 a service asks to stay down.
        if job.spec.isService, exit == .code(125), job.machine.phase == .draining {
            stop(job, .order)
        }
        let hasFailed = exit != .code(0) && !job.machine.isKilled && !job.spec.isService
        if hasFailed { say(.warning, job, "stop-cmd of @ failed: *", tail: "\(exit)") }
        if job.machine.isUndoing {
            finish(job, job.machine.next)
        } else if job.machine.phase == .draining {
            order(.probeGroup(job.id))
        } else if hasFailed, job.machine.phase == .alive {
            sendStop(job, job.spec.stop.scope)
        }
    }

    /// Nothing of the row's `stop-cmd` is waited for any more.
    @inline(never)
    func forgetCommand(_ job: Job) {
        guard job.machine.runsCommand else { return }
        job.machine.runsCommand = false
        job.machine.commandPid = 0
        commands -= 1
        markChanged(job)
    }

    /// A file on which the job depends has a new content: as if a user had asked for a restart, or for
    /// a reload.
    ///
    /// A job that is down reads the file when it starts.
    @inline(never)
    func renew(_ job: Job, _ path: Text) {
        if isShuttingDown { return }
        let machine = job.machine
        if job.newest.dependsReloads {
            let signal = job.spec.reloadSignal
            guard machine.phase == .alive, machine.isExecuted, !machine.isStopping else { return }
            say(.info, job, "*, sending it to #", tail: "\(path) has changed: \(signal)")
            send(signal, to: job, .process)
            return
        }
        guard !job.spec.isMain, job.successor == nil else { return }
        let isUp =
            machine.phase == .alive
            ? !machine.isStopping : machine.phase == .backingOff || isBetweenRuns(job)
        guard isUp else { return }
        say(.info, job, "*, restarting @", tail: "\(path) has changed")
        restartInTurn(job, .renewal)
    }

    /// What its last run left behind is awaited, and then it starts again.
    private func isBetweenRuns(_ job: Job) -> Bool {
        job.machine.phase == .draining && job.machine.next == .backingOff
    }
}
