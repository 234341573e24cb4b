public import Basics
public import Config

extension Supervisor {
    /// Takes up what another image of swinit left: same states, processes, times, counters.
    ///
    /// Jobs are matched by name. A record whose job is gone from the configuration but has a
    /// process is stopped to its end; a job without a record is new.
    public init(
        recovering configuration: Configuration, circumstances: Circumstances,
        own: SupervisorRecord, instances: [InstanceRecord], at now: Instant
    ) {
        self.init(configuration: Configuration(), circumstances: circumstances)
        settings = configuration
        settings.jobs = []
        budget = ShutdownBudget(configuration: configuration, circumstances: circumstances)
        jobCount = configuration.jobs.count
        restore(own)
        plan = Plan(
            jobs: configuration.jobs,
            table: adoptRows(configuration.jobs, instances, at: now))
        shutdown?.top = plan.rows.count
        isPlanDue = true
        isRecovering = true
        let held = shutdown?.stage == .stopping ? heldRows() : []
        shutdown?.held = held
    }

    private mutating func adoptRows(
        _ jobs: [JobSpec], _ instances: [InstanceRecord], at now: Instant
    ) -> [Int32] {
        var index = NameIndex()
        for place in jobs.indices { index.add(jobs[place].name.nameHash, row: place) }
        index.finish()
        var table = [Int32](repeating: -1, count: jobs.count)
        for record in instances {
            let row = addVacantRow()
            let machine = record.machine(at: now)
            guard record.nameHash != 0, machine.phase != .vacant else { continue }
            pids[row] = machine.hasProcess ? record.pid : 0
            machines[row] = machine
            machines[row].phase = .vacant
            var place: Int?
            for candidate in index.rows(of: record.nameHash)
            where table[candidate] < 0 && jobs[candidate].name.nameHash == record.nameHash
                && !record.isLeaving
            {
                place = candidate
            }
            if let place {
                table[place] = Int32(row)
                specs[row] = jobs[place]
                enter(row, machine.phase)
            } else {
                takeStranger(row, machine)
            }
        }
        for place in table.indices where table[place] < 0 {
            let row = add(jobs[place], isOfBoot: false)
            machines[row].isNew = true
            table[place] = Int32(row)
        }
        return table
    }

    /// A row whose job has gone: what is left of it leaves.
    private mutating func takeStranger(_ row: Int, _ machine: JobMachine) {
        guard machine.isPresent else { return }
        specs[row] = JobSpec(name: "removed-\(machine.group)", command: [])
        leaving += 1
        switch machine.phase {
        case .vacant, .resting, .backingOff: break
        case .spawning: enter(row, .spawning(stop: .removal))
        case .alive(var run):
            run.cause = .removal
            if run.stop == nil {
                run.stop = JobMachine.Stop(signalled: 0, due: run.started, isKilled: false)
            }
            enter(row, .alive(run))
        case .draining(var drain):
            drain.next = .vacate
            enter(row, .draining(drain))
        }
    }

    @inline(never)
    private mutating func addVacantRow() -> Int {
        machines.append(JobMachine())
        specs.append(JobSpec(name: "", command: []))
        pids.append(0)
        deadlines.append()
        return machines.count - 1
    }

    /// Takes up a process that was forked for this instance just before the crash.
    ///
    /// To be called before the first event. Where the records know no job for it, its job is not
    /// certain: it is stopped to its end.
    @inline(never)
    public mutating func adopt(_ id: InstanceID, pid: Int32, at now: Instant) {
        guard pid > 0, instance(pid: pid) == nil else { return }
        var row = id.index
        var run = JobMachine.Run(started: now, isExecuted: true)
        if !isJob(row) || machines[row].isNew {
            row = addVacantRow()
            specs[row] = JobSpec(name: "removed-\(pid)", command: [])
            leaving += 1
            run.cause = .removal
        } else if isLeaving(row) {
            run.cause = .removal
        } else if case .spawning(let cause) = machines[row].phase {
            run.cause = cause
        }
        if run.cause != nil {
            run.stop = JobMachine.Stop(signalled: 0, due: now, isKilled: false)
        }
        pids[row] = pid
        machines[row].group = pid
        machines[row].hasBeenReady = run.isOfPresentDefinition
        enter(row, .alive(run))
    }
}

extension Supervisor {
    /// Settles the spawns whose answer was lost and that nobody adopted: no process was made.
    mutating func settleLostSpawns(at now: Instant, _ actions: inout [Action]) {
        isRecovering = false
        for row in machines.indices {
            guard case .spawning(let cause) = machines[row].phase else { continue }
            if let cause {
                finish(row, next(after: cause), at: now, &actions)
            } else {
                finish(row, .restart(at: now), at: now, &actions)
            }
        }
    }
}
