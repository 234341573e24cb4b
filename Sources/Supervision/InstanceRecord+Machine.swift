import Basics

extension InstanceRecord {
    static let isExecuted: UInt16 = 1
    static let isSetUpFailed: UInt16 = 2
    static let isOfBoot: UInt16 = 4
    static let isNew: UInt16 = 8
    static let hasBeenReady: UInt16 = 16
    static let isKilled: UInt16 = 32
    static let hasStop: UInt16 = 64
    static let hasDue: UInt16 = 128
    static let hasEnded: UInt16 = 256
    static let hasSucceeded: UInt16 = 512

    /// Writes down where `machine` is.
    init(_ machine: JobMachine) {
        self.init()
        group = machine.group
        shortRuns = machine.shortRuns
        refusals = machine.refusals
        lastStatus = machine.lastStatus
        if machine.isOfBoot { flags |= Self.isOfBoot }
        if machine.isNew { flags |= Self.isNew }
        if machine.hasBeenReady { flags |= Self.hasBeenReady }
        if machine.hasEnded { flags |= Self.hasEnded }
        if machine.hasSucceeded { flags |= Self.hasSucceeded }
        switch machine.phase {
        case .vacant: phase = 0
        case .resting(let state):
            phase = 1
            rest = state.rawValue
        case .backingOff(let until):
            phase = 2
            time = until.milliseconds
        case .spawning(let why):
            phase = 3
            cause = why?.rawValue ?? 0
        case .alive(let run):
            phase = 4
            time = run.started.milliseconds
            cause = run.cause?.rawValue ?? 0
            if run.isExecuted { flags |= Self.isExecuted }
            if run.isSetUpFailed { flags |= Self.isSetUpFailed }
            if let stop = run.stop { write(stop) }
        case .draining(let drain):
            phase = 5
            probeDue = drain.probeDue.milliseconds
            probePause = drain.probePause.count
            write(drain.stop)
            write(drain.next)
        }
    }

    @inline(never)
    private mutating func write(_ stop: JobMachine.Stop) {
        flags |= Self.hasStop
        signalled = stop.signalled
        if stop.isKilled { flags |= Self.isKilled }
        guard let due = stop.due else { return }
        flags |= Self.hasDue
        stopDue = due.milliseconds
    }

    @inline(never)
    private mutating func write(_ following: JobMachine.Next) {
        switch following {
        case .vacate: next = 0
        case .rest(let state):
            next = 1
            rest = state.rawValue
        case .restart(let until):
            next = 2
            time = until.milliseconds
        }
    }

    /// The machine that was written down.
    ///
    /// A status pipe does not outlive the program, so a process counts as executing; a spawn whose
    /// answer was lost is asked for again unless ``Supervisor/adopt(_:pid:at:)`` finds its process.
    func machine(at now: Instant) -> JobMachine {
        var machine = JobMachine()
        machine.group = group
        machine.shortRuns = shortRuns
        machine.refusals = refusals
        machine.lastStatus = lastStatus
        machine.isOfBoot = flags & Self.isOfBoot != 0
        machine.isNew = flags & Self.isNew != 0
        machine.hasBeenReady = flags & Self.hasBeenReady != 0
        machine.hasEnded = flags & Self.hasEnded != 0
        machine.hasSucceeded = flags & Self.hasSucceeded != 0
        machine.phase = phase(at: now)
        if case .alive(let run) = machine.phase, run.isExecuted, run.isOfPresentDefinition {
            machine.hasBeenReady = true
        }
        return machine
    }

    private func phase(at now: Instant) -> JobMachine.Phase {
        switch phase {
        case 1: return .resting(restState)
        case 2: return .backingOff(until: Instant(milliseconds: time))
        case 3: return .spawning(stop: JobMachine.StopCause(rawValue: cause))
        case 4 where pid != 0:
            return .alive(
                JobMachine.Run(
                    started: Instant(milliseconds: time),
                    isExecuted: flags & Self.isSetUpFailed == 0,
                    isSetUpFailed: flags & Self.isSetUpFailed != 0,
                    cause: JobMachine.StopCause(rawValue: cause), stop: stop))
        case 4: return .backingOff(until: now)
        case 5:
            return .draining(
                JobMachine.Drain(
                    next: following,
                    stop: stop ?? JobMachine.Stop(signalled: 1, due: now, isKilled: false),
                    probeDue: Instant(milliseconds: probeDue),
                    probePause: Milliseconds(probePause)))
        case _: return .vacant
        }
    }

    private var restState: JobMachine.Rest { JobMachine.Rest(rawValue: rest) ?? .waiting }

    private var stop: JobMachine.Stop? {
        guard flags & Self.hasStop != 0 else { return nil }
        return JobMachine.Stop(
            signalled: signalled,
            due: flags & Self.hasDue != 0 ? Instant(milliseconds: stopDue) : nil,
            isKilled: flags & Self.isKilled != 0)
    }

    private var following: JobMachine.Next {
        switch next {
        case 1: .rest(restState)
        case 2: .restart(at: Instant(milliseconds: time))
        case _: .vacate
        }
    }
}

extension InstanceRecord {
    var isLeaving: Bool {
        (phase == 5 && next == 0)
            || (phase >= 3 && phase <= 4 && cause == JobMachine.StopCause.removal.rawValue)
    }
}
