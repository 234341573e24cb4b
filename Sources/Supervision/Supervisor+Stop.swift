import Basics
import Config

extension Supervisor {
    /// The pause before the first look at a draining group; it doubles.
    static let firstProbePause = Milliseconds(50)
    /// The longest pause between two looks.
    static let longestProbePause = Milliseconds(1000)

    /// Ends the row's run, or turns a stop under way to another cause.
    @inline(never)
    func stop(_ job: Job, _ cause: JobMachine.StopCause) {
        switch job.machine.phase {
        case .vacant, .waiting, .stopped, .done, .failed, .disabled: return
        case .owing:
            job.machine.clearRun()
            job.machine.isUndoing = true
            job.machine.next = .done
            job.machine.probeDue = .never
            beginStop(job)
            runCommand(job)
            enter(job, .draining)
            return
        case .backingOff:
            if cause == .renewal { job.machine.time = now }
            finish(job, next(after: cause))
            return
        case .spawning: job.machine.cause = cause
        case .draining:
            // What a run has come to stays so when the container ends.
            let isOver = job.machine.next == .done || job.machine.next == .failed
            if job.machine.next != .vacant, !job.machine.isUndoing, !isOver || cause != .shutdown {
                if cause == .renewal { job.machine.time = now }
                job.machine.next = next(after: cause)
            }
        case .alive:
            if !job.machine.isStopping {
                wake(job)
                endProbes(job)
                beginStop(job)
                // What does not execute yet has nothing that a command could reach.
                if job.spec.stop.command.isEmpty || !job.machine.isExecuted {
                    sendStop(job, job.spec.stop.scope)
                } else {
                    runCommand(job)
                }
                if cause == .order, job.spec.isNeverKilled { job.machine.stopDue = .never }
            } else if job.machine.stopDue == .never, cause != .order, !job.machine.isKilled {
                job.machine.stopDue = now + job.spec.stop.timeout
            }
            job.machine.cause = strongest(job.machine.cause, cause)
        }
        enter(job, job.machine.phase)
    }

    /// A removal stays one, and what is a failure when a shutdown finds it under way stays one.
    private func strongest(
        _ old: JobMachine.StopCause?, _ new: JobMachine.StopCause
    ) -> JobMachine.StopCause {
        guard let old else { return new }
        switch old {
        case .removal: return old
        // It is not to run again as it was.
        case .change: return new.isFailure ? old : new
        case .runTimeout, .readiness, .health: return new == .shutdown ? old : new
        case .disable, .shutdown, .renewal, .order: return new
        }
    }

    /// What follows a run that swinit was asked to end.
    @inline(never)
    func next(after cause: JobMachine.StopCause) -> JobMachine.Phase {
        switch cause {
        case .runTimeout, .readiness, .health, .shutdown, .order: .stopped
        case .change: .waiting
        case .disable: .disabled
        case .removal: .vacant
        case .renewal: .backingOff
        }
    }

    /// Notes that the first stop signal is sent now.
    @inline(never)
    func beginStop(_ job: Job) {
        job.machine.isStopping = true
        job.machine.signalled = 1
        job.machine.stopDue = now + job.spec.stop.timeout
    }

    /// Sends the stop signal, and CONT so that a stopped process can obey.
    @inline(never)
    func sendStop(_ job: Job, _ scope: StopPolicy.Scope) {
        let signal = job.spec.stop.signal
        send(signal, to: job, scope)
        if signal != .kill { send(.resume, to: job, scope) }
    }

    /// Deals with every deadline that has come.
    @inline(never)
    func expire() {
        guard deadlines.isDue(at: now) else { return }
        var start = 0
        while let row = deadlines.firstDue(from: start, at: now) {
            expire(jobs[row])
            start = row + 1
        }
    }

    @inline(never)
    private func expire(_ job: Job) {
        switch job.machine.phase {
        case .vacant, .waiting, .stopped, .done, .failed, .disabled, .owing, .spawning: return
        case .backingOff:
            spawn(job)
            return
        case .alive:
            guard job.machine.isStopping else {
                review(job)
                return
            }
            escalate(job)
        case .draining:
            if job.machine.stopDue <= now {
                guard !job.machine.isKilled else {
                    finish(job, job.machine.next)
                    return
                }
                escalate(job)
            }
            if job.machine.probeDue <= now {
                order(.probeGroup(job.id))
                job.machine.probePause = min(job.machine.probePause * 2, Self.longestProbePause)
                job.machine.probeDue = now + job.machine.probePause
            }
        }
        enter(job, job.machine.phase)
    }

    /// Something is due in a run: it has lasted for as long as it may, or as it should, or is to be
    /// looked at.
    @inline(never)
    private func review(_ job: Job) {
        let ran = now - (job.machine.time + job.machine.suspended)
        if let limit = job.spec.runTimeout, ran >= limit {
            say(.warning, job, "# has run for ~ (run-timeout), stopping it", limit)
            stop(job, .runTimeout)
        } else if let period = job.spec.renewalPeriod, ran >= period, !job.machine.awaitsTurn {
            say(.info, job, "# has run for ~ (bounce), restarting it", period)
            restartInTurn(job, .renewal)
        } else {
            if !job.machine.isReadyNow {
                if job.machine.gate <= now { missReadiness(job) }
            } else if job.machine.watchdogDue <= now {
                fallSilent(job, "no word from its watchdog")
            }
            if job.machine.probeDue <= now, !job.machine.isStopping { probe(job) }
            enter(job, job.machine.phase)
        }
    }

    /// The next step of a stop whose time has come: the signal again, or KILL to the group.
    @inline(never)
    private func escalate(_ job: Job) {
        let policy = job.spec.stop
        let isLeaderGone = job.machine.phase == .draining
        if job.machine.signalled < max(policy.retries, 1), policy.command.isEmpty {
            job.machine.signalled += 1
            job.machine.stopDue = now + policy.timeout
            sendStop(job, isLeaderGone ? .group : policy.scope)
        } else if withholdsKill {
            job.machine.stopDue = ownRecord.stageEnd
        } else {
            say(
                .warning, job,
                job.machine.isUndoing
                    ? "stop-cmd of @ did not end within ~, sending KILL"
                    : isLeaderGone
                        ? "what @ left behind did not stop within ~, sending KILL"
                        : "# did not stop within ~, sending KILL",
                isLeaderGone && job.spec.isService ? Self.finishTime : policy.longest)
            kill(job)
        }
    }

    /// Sends KILL to the row's group; what cannot die holds nobody up for long once its leader has.
    @inline(never)
    func kill(_ job: Job) {
        job.machine.isKilled = true
        job.machine.stopDue =
            job.machine.phase == .draining ? now + Shutdown.reapTime : .never
        if !job.machine.isUndoing { send(.kill, to: job, .group) }
        if job.machine.runsCommand { order(.killCommand(job.id)) }
    }

    @inline(never)
    func groupEmptied(_ job: Job) {
        guard job.machine.phase == .draining, !job.machine.runsCommand else { return }
        finish(job, job.machine.next)
    }

    /// Nothing of the row's run is left: `next` begins, a new start at the machine's time.
    @inline(never)
    func finish(_ job: Job, _ next: JobMachine.Phase) {
        forgetCommand(job)
        if let spec = job.successor {
            job.spec = spec
            job.successor = nil
        }
        switch next {
        case .vacant:
            enter(job, .vacant)
            leaving -= 1
            isPlanDue = true
        case .waiting:
            enter(job, job.isOn ? .waiting : job.rest)
            // What it is after may have failed by now.
            plan.dependencies.woken.append(job.place)
            // The plan looks at every job again.
            plan.cursor = 0
            isPlanDue = true
        case .stopped, .done, .failed, .disabled, .owing:
            enter(job, next == .disabled ? job.rest : next)
            // A barrier opens when its job is given up.
            isPlanDue = true
        case .backingOff, .spawning, .alive, .draining:
            if isShuttingDown && !job.isLogger {
                enter(job, .stopped)
            } else if job.machine.time <= now || isShuttingDown {
                // In a shutdown a logger runs once more, for what it has been given since.
                spawn(job)
            } else {
                enter(job, .backingOff)
            }
        }
    }
}
