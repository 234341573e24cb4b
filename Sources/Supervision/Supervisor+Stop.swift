import Basics
import Config

extension Supervisor {
    /// The pause before the first look at a draining group; it doubles.
    static let firstProbePause = Milliseconds(50)
    /// The longest pause between two looks.
    static let longestProbePause = Milliseconds(1000)

    /// Ends the row's run, or turns a stop under way to another cause.
    @inline(never)
    mutating func stop(
        _ row: Int, _ cause: JobMachine.StopCause, at now: Instant, _ actions: inout [Action]
    ) {
        switch machines[row].phase {
        case .vacant, .resting: break
        case .backingOff: finish(row, next(after: cause), at: now, &actions)
        case .spawning: enter(row, .spawning(stop: cause))
        case .draining(var drain):
            if drain.next != .vacate { drain.next = next(after: cause) }
            enter(row, .draining(drain))
        case .alive(var run):
            if run.stop == nil {
                run.stop = JobMachine.Stop(
                    signalled: 1, due: now + specs[row].stop.timeout, isKilled: false)
                sendStop(row, specs[row].stop.scope, &actions)
            }
            run.cause = strongest(run.cause, cause)
            enter(row, .alive(run))
        }
    }

    /// A removal stays one, and a time-out that a shutdown finds under way stays a failure.
    private func strongest(
        _ old: JobMachine.StopCause?, _ new: JobMachine.StopCause
    ) -> JobMachine.StopCause {
        switch (old, new) {
        case (.removal?, _): .removal
        case (.runTimeout?, .shutdown): .runTimeout
        case (_, _): new
        }
    }

    /// What follows a run that swinit was asked to end.
    @inline(never)
    func next(after cause: JobMachine.StopCause) -> JobMachine.Next {
        switch cause {
        case .runTimeout, .shutdown: .rest(.stopped)
        case .change: .rest(.waiting)
        case .disable: .rest(.disabled)
        case .removal: .vacate
        }
    }

    /// Sends the stop signal, and CONT so that a stopped process can obey.
    @inline(never)
    func sendStop(_ row: Int, _ scope: StopPolicy.Scope, _ actions: inout [Action]) {
        let id = InstanceID(row)
        actions.append(.signal(id, specs[row].stop.signal, scope))
        if specs[row].stop.signal != .kill { actions.append(.signal(id, .resume, scope)) }
    }

    /// Deals with every deadline that has come.
    @inline(never)
    mutating func expire(at now: Instant, _ actions: inout [Action]) {
        guard deadlines.isDue(at: now) else { return }
        var start = 0
        while let row = deadlines.firstDue(from: start, at: now) {
            expire(row, at: now, &actions)
            start = row + 1
        }
    }

    @inline(never)
    private mutating func expire(_ row: Int, at now: Instant, _ actions: inout [Action]) {
        switch machines[row].phase {
        case .vacant, .resting, .spawning: break
        case .backingOff: spawn(row, &actions)
        case .alive(var run):
            if var stop = run.stop {
                escalate(row, &stop, isLeaderGone: false, at: now, &actions)
                run.stop = stop
                enter(row, .alive(run))
            } else {
                reportRunTimeout(row, &actions)
                stop(row, .runTimeout, at: now, &actions)
            }
        case .draining(var drain):
            if let due = drain.stop.due, due <= now {
                guard !drain.stop.isKilled else {
                    finish(row, drain.next, at: now, &actions)
                    return
                }
                escalate(row, &drain.stop, isLeaderGone: true, at: now, &actions)
            }
            if drain.probeDue <= now {
                actions.append(.probeGroup(InstanceID(row)))
                drain.probePause = min(drain.probePause * 2, Self.longestProbePause)
                drain.probeDue = now + drain.probePause
            }
            enter(row, .draining(drain))
        }
    }

    /// The next step of a stop whose time has come: the signal again, or KILL to the group.
    @inline(never)
    private func escalate(
        _ row: Int, _ stop: inout JobMachine.Stop, isLeaderGone: Bool, at now: Instant,
        _ actions: inout [Action]
    ) {
        let policy = specs[row].stop
        if stop.signalled < max(policy.retries, 1) {
            stop.signalled += 1
            stop.due = now + policy.timeout
            sendStop(row, isLeaderGone ? .group : policy.scope, &actions)
        } else if let shutdown, shutdown.withholdsKill {
            stop.due = shutdown.stageEnd
        } else {
            reportKill(row, isLeaderGone: isLeaderGone, within: policy.longest, &actions)
            kill(row, &stop, isLeaderGone: isLeaderGone, at: now, &actions)
        }
    }

    /// Sends KILL to the row's group; what cannot die holds nobody up for long once its leader has.
    @inline(never)
    func kill(
        _ row: Int, _ stop: inout JobMachine.Stop, isLeaderGone: Bool, at now: Instant,
        _ actions: inout [Action]
    ) {
        stop.isKilled = true
        stop.due = isLeaderGone ? now + Shutdown.reapTime : nil
        actions.append(.signal(InstanceID(row), .kill, .group))
    }

    @inline(never)
    mutating func groupEmptied(_ row: Int, at now: Instant, _ actions: inout [Action]) {
        guard isJob(row), case .draining(let drain) = machines[row].phase else { return }
        finish(row, drain.next, at: now, &actions)
    }

    /// Nothing of the row's run is left: what follows begins.
    @inline(never)
    mutating func finish(
        _ row: Int, _ next: JobMachine.Next, at now: Instant, _ actions: inout [Action]
    ) {
        takeSuccessor(row)
        switch next {
        case .vacate:
            enter(row, .vacant)
            leaving -= 1
            isPlanDue = true
        case .rest(.waiting):
            enter(row, .resting(specs[row].startsByItself ? .waiting : .disabled))
            replan()
        case .rest(let rest): enter(row, .resting(rest))
        case .restart(let time):
            if shutdown != nil {
                enter(row, .resting(.stopped))
            } else if time <= now {
                spawn(row, &actions)
            } else {
                enter(row, .backingOff(until: time))
            }
        }
    }

    /// Lets the plan look at every job again.
    mutating func replan() {
        plan.cursor = 0
        isPlanDue = true
    }

    private mutating func takeSuccessor(_ row: Int) {
        for index in successors.indices where successors[index].row == Int32(row) {
            specs[row] = successors[index].spec
            successors.remove(at: index)
            return
        }
    }
}
