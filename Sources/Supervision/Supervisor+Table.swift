public import Basics
public import Config

extension Supervisor {
    /// Rows of the table; instances are numbered below this.
    public var count: Int { machines.count }

    /// What the next process of this instance is started with; nil for a row without a job.
    @inline(never)
    public func spec(of id: InstanceID) -> JobSpec? {
        guard isJob(id.index) else { return nil }
        return specs[id.index]
    }

    /// The main process; nil when there is none, which is so from the moment it has ended.
    @inline(never)
    public func pid(of id: InstanceID) -> Int32? {
        guard pids.indices.contains(id.index), pids[id.index] != 0 else { return nil }
        return pids[id.index]
    }

    /// The process group of the last run, which has its main process's number; nil before the first.
    ///
    /// This is where signals, probes and reaping go: actions still need it when ``pid(of:)`` is nil.
    @inline(never)
    public func group(of id: InstanceID) -> Int32? {
        guard machines.indices.contains(id.index), machines[id.index].group != 0 else { return nil }
        return machines[id.index].group
    }

    /// The instance with this main process; nil for an orphan.
    @inline(never)
    public func instance(pid: Int32) -> InstanceID? {
        guard pid != 0 else { return nil }
        for row in pids.indices where pids[row] == pid { return InstanceID(row) }
        return nil
    }

    /// How long a shutdown of `configuration` may take here.
    public func budget(of configuration: Configuration) -> Milliseconds {
        ShutdownBudget(configuration: configuration, circumstances: circumstances).total
    }

    /// A process group is waited for: ``Event/orphanEnded`` is of interest, once a turn.
    public var isDraining: Bool { !draining.isEmpty }

    /// A shutdown has begun: ``Event/childless`` is of interest.
    public var isShuttingDown: Bool { shutdown != nil }

    /// Every job with its state, in table order.
    public var summary: [JobSummary] {
        var lines: [JobSummary] = []
        for row in machines.indices where isJob(row) {
            lines.append(
                JobSummary(
                    name: specs[row].name, state: machines[row].state, wanted: wanted(row),
                    pid: pids[row]))
        }
        return lines
    }

    /// The rows whose record has changed since the last call; each once.
    public mutating func takeChangedRows() -> [Int32] {
        let rows = changedRows
        for row in rows { machines[Int(row)].isChanged = false }
        changedRows.removeAll(keepingCapacity: true)
        return rows
    }

    private func wanted(_ row: Int) -> WantedState {
        switch machines[row].phase {
        case .vacant, .resting(.stopped), .resting(.disabled): return .down
        case .resting(.waiting), .resting(.done), .resting(.failed), .backingOff, .spawning, .alive,
            .draining:
            if isLeaving(row) { return .down }
            return specs[row].placement.runsOnce ? .once : .up
        }
    }

    /// Whether the row belongs to a job, even one on its way out.
    @inline(never)
    func isJob(_ row: Int) -> Bool {
        machines.indices.contains(row) && machines[row].phase != .vacant
    }

    /// Whether a reload has taken the row's job away.
    @inline(never)
    func isLeaving(_ row: Int) -> Bool {
        switch machines[row].phase {
        case .vacant, .resting, .backingOff: false
        case .spawning(let cause): cause == .removal
        case .alive(let run): run.cause == .removal
        case .draining(let drain): drain.next == .vacate
        }
    }

    /// Gives a job a row: a vacant one, or a new one.
    @inline(never)
    mutating func add(_ spec: JobSpec, isOfBoot: Bool, from first: Int = 0) -> Int {
        var row = first
        while row < machines.count && machines[row].phase != .vacant { row += 1 }
        if row == machines.count {
            machines.append(JobMachine())
            specs.append(spec)
            pids.append(0)
            deadlines.append()
        } else {
            machines[row] = JobMachine(isChanged: machines[row].isChanged)
            specs[row] = spec
        }
        machines[row].isOfBoot = isOfBoot
        enter(row, .resting(spec.startsByItself ? .waiting : .disabled))
        return row
    }

    /// The only way into a phase: keeps counts, deadlines and records in step.
    @inline(never)
    mutating func enter(_ row: Int, _ phase: JobMachine.Phase) {
        let wasPresent = machines[row].isPresent
        let old = machines[row].phase
        machines[row].phase = phase
        let isPresent = machines[row].isPresent
        if wasPresent != isPresent { present += isPresent ? 1 : -1 }
        if case .backingOff = old { backingOff -= 1 }
        if case .backingOff = phase { backingOff += 1 }
        switch (old, phase) {
        case (.draining, .draining): break
        case (.draining, _): draining.removeAll { $0 == Int32(row) }
        case (_, .draining): draining.append(Int32(row))
        case (_, _): break
        }
        deadlines.set(row, to: machines[row].deadline(runTimeout: specs[row].runTimeout))
        markChanged(row)
    }

    /// Notes that the row's record is out of date.
    @inline(never)
    mutating func markChanged(_ row: Int) {
        guard !machines[row].isChanged else { return }
        machines[row].isChanged = true
        changedRows.append(Int32(row))
    }
}

extension JobSpec {
    /// Whether the start order starts it.
    var startsByItself: Bool { !placement.isDisabled && !(isMain && launch.command.isEmpty) }
}
