import Basics
import Config

/// What operators order by hand; it holds until the job's definition changes.
extension Supervisor {
    /// The command behind `--` is up for as long as the container is.
    @inline(never)
    func ordered(_ job: Job, _ verb: Verb) {
        if isShuttingDown || job.isLeaving { return }
        switch verb {
        case .start, .once, .restart, .stop:
            guard !job.spec.isMain else {
                say(.warning, job, "@ is not started or stopped by hand")
                return
            }
        case .reload, .pause, .resume, .hangUp, .alarm, .interrupt, .terminate, .kill, .leave: break
        }
        switch verb {
        case .start:
            job.machine.isLastRun = false
            bringUp(job)
        case .once:
            job.machine.isLastRun = true
            bringUp(job)
        case .restart: restart(job)
        case .stop: takeDown(job)
        case .reload: reload(job)
        case .pause: pause(job)
        case .resume: resume(job)
        case .hangUp: pass(.hangUp, to: job)
        case .alarm: pass(.alarm, to: job)
        case .interrupt: pass(.interrupt, to: job)
        case .terminate: pass(.terminate, to: job)
        case .kill: pass(.kill, to: job)
        case .leave:
            job.machine.isLastRun = true
            if !job.machine.hasProcess { takeDown(job) }
        }
        markChanged(job)
    }

    /// Has the job run anew; one that is down starts.
    @inline(never)
    func restart(_ job: Job) {
        guard job.machine.phase == .alive, !job.machine.isStopping else {
            bringUp(job)
            return
        }
        say(.info, job, "restarting #")
        restartInTurn(job, .renewal)
    }

    /// Starts what is down, at once: an operator knows better than order, barriers and pauses.
    @inline(never)
    private func bringUp(_ job: Job) {
        // Switched off by a datagram, it is on again; `disable` in the file stays.
        if !job.isOn { job.machine.isSwitched = false }
        switch job.machine.phase {
        case .vacant: return
        case .waiting, .stopped, .done, .failed, .disabled, .owing, .backingOff:
            guard !isSucceeding(job) else {
                say(.warning, job, "@ cannot start before the last one has ended")
                return
            }
            say(
                .info, job,
                job.machine.phase == .waiting
                    ? "starting @ by hand, before its turn" : "starting @ by hand")
            job.machine.forgetFailures()
            job.failures = []
            job.machine.isNew = false
            // What an operator starts ends the container only by a written `shutdown`.
            job.machine.isOfBoot = false
            isPlanDue = true
            spawn(job)
        case .spawning:
            if job.machine.cause == .order {
                job.machine.cause = nil
                enter(job, .spawning)
            } else if job.machine.cause == .disable {
                stop(job, .renewal)
            }
        case .alive:
            // What a reload has changed starts again anyway.
            if job.machine.isStopping, job.machine.cause != .change { stop(job, .renewal) }
        case .draining: stop(job, .renewal)
        }
    }

    /// Sends a signal to a process that there is, even while it ends.
    @inline(never)
    private func pass(_ signal: Signal, to job: Job) {
        if job.machine.phase == .alive { send(signal, to: job, .group) }
    }

    /// Whether the instance before it, which has been taken away, has not ended yet.
    private func isSucceeding(_ job: Job) -> Bool {
        guard leaving > 0, job.machine.isNew else { return false }
        for other in jobs where other.nameHash == job.nameHash && other.isLeaving { return true }
        return false
    }

    /// Wants the job down.
    private func takeDown(_ job: Job) {
        // Each `svc -d` is another signal.
        if job.spec.isService, job.machine.phase == .alive, job.machine.isStopping {
            sendStop(job, job.spec.stop.scope)
        }
        if wanted(job) == .down { return }
        switch job.machine.phase {
        case .vacant, .stopped, .done, .disabled, .owing: return
        case .waiting, .failed:
            say(.info, job, "@ stays down")
            isPlanDue = true
            enter(job, .stopped)
        case .backingOff, .draining:
            say(.info, job, "@ stays down")
            stop(job, .order)
        case .spawning, .alive:
            say(.info, job, "stopping #")
            stop(job, .order)
        }
    }

    /// Has the main process read its own configuration again.
    private func reload(_ job: Job) {
        guard isSteady(job) else { return }
        let signal = job.spec.reloadSignal
        say(.info, job, "sending * to #", tail: "\(signal)")
        send(signal, to: job, .process)
    }

    private func pause(_ job: Job) {
        guard isSteady(job), !job.machine.isPaused else { return }
        say(.info, job, "pausing #")
        send(.stop, to: job, .group)
        job.machine.pausedAt = now
        endProbes(job)
        enter(job, .alive)
    }

    private func resume(_ job: Job) {
        guard job.machine.isPaused else { return }
        say(.info, job, "resuming #")
        wake(job)
        if job.machine.isReadyNow { beginChecks(job) } else { awaitReadiness(job) }
    }

    /// Lets a paused group go on; the time that it stood still does not count.
    @inline(never)
    func wake(_ job: Job) {
        guard job.machine.isPaused else { return }
        let time = now - job.machine.pausedAt
        job.machine.pausedAt = .never
        job.machine.suspended = job.machine.suspended + time
        if !job.machine.isReadyNow { job.machine.gate = job.machine.gate + time }
        send(.resume, to: job, .group)
    }

    /// Whether the job runs and is to go on; says so where it does not.
    private func isSteady(_ job: Job) -> Bool {
        let machine = job.machine
        if machine.phase == .alive, machine.isExecuted, !machine.isStopping { return true }
        say(.warning, job, "@ does not run")
        return false
    }
}
