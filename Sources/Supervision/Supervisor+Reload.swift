import Basics
import Config

extension Supervisor {
    /// Puts a new configuration in force, by its difference from the old one.
    @inline(never)
    mutating func reload(
        _ configuration: Configuration, at now: Instant, _ actions: inout [Action]
    ) {
        guard shutdown == nil else { return }
        var index = NameIndex()
        for row in machines.indices where isJob(row) && !isLeaving(row) {
            index.add(specs[row].name.nameHash, row: row)
        }
        index.finish()
        settings = configuration
        settings.jobs = []
        budget = ShutdownBudget(configuration: configuration, circumstances: circumstances)
        jobCount = configuration.jobs.count

        var kept = [Bool](repeating: false, count: machines.count)
        var table = [Int32](repeating: -1, count: configuration.jobs.count)
        var changed = 0
        for place in configuration.jobs.indices {
            let job = configuration.jobs[place]
            for row in index.rows(of: job.name.nameHash) where specs[row].name == job.name {
                kept[row] = true
                table[place] = Int32(row)
                if update(row, to: job, at: now, &actions) { changed += 1 }
            }
        }
        var removed = 0
        for row in kept.indices where !kept[row] && isJob(row) && !isLeaving(row) {
            removed += 1
            remove(row, at: now, &actions)
        }
        var added = 0
        var free = 0
        for place in table.indices where table[place] < 0 {
            added += 1
            free = add(configuration.jobs[place], isOfBoot: false, from: free)
            machines[free].isNew = true
            table[place] = Int32(free)
        }
        plan = Plan(jobs: configuration.jobs, table: table)
        isPlanDue = true
        reportReload(added: added, changed: changed, removed: removed, &actions)
    }

    private func reportReload(added: Int, changed: Int, removed: Int, _ actions: inout [Action]) {
        let what: Text = "\(added) added, \(changed) changed, \(removed) removed"
        actions.append(.report(Report(.info, "configuration reloaded: \(what)")))
    }

    @inline(never)
    private mutating func remove(_ row: Int, at now: Instant, _ actions: inout [Action]) {
        leaving += 1
        dropSuccessor(row)
        switch machines[row].phase {
        case .vacant: leaving -= 1
        case .resting, .backingOff: finish(row, .vacate, at: now, &actions)
        case .spawning, .alive, .draining: stop(row, .removal, at: now, &actions)
        }
    }

    /// Gives a row its new definition; true if there is a difference.
    private mutating func update(
        _ row: Int, to job: JobSpec, at now: Instant, _ actions: inout [Action]
    ) -> Bool {
        let old = newestSpec(row)
        guard old != job else { return false }
        // The command behind `--` runs once, whatever becomes of its options.
        guard !job.isMain, job.needsRestart(from: old) else {
            updateInPlace(row, old, job)
            return true
        }
        machines[row].isOfBoot = false
        machines[row].hasBeenReady = false
        machines[row].hasEnded = false
        machines[row].hasSucceeded = false
        machines[row].shortRuns = 0
        switch machines[row].phase {
        case .vacant: break
        case .resting, .backingOff:
            specs[row] = job
            finish(row, .rest(.waiting), at: now, &actions)
        case .spawning, .alive, .draining:
            // The old definition says how the old process is stopped.
            dropSuccessor(row)
            successors.append(Successor(row: Int32(row), spec: job))
            stop(row, job.placement.isDisabled ? .disable : .change, at: now, &actions)
        }
        return true
    }

    /// Takes over what a running job need not be restarted for.
    private mutating func updateInPlace(_ row: Int, _ old: JobSpec, _ job: JobSpec) {
        let hasSuccessor = successors.contains { $0.row == Int32(row) }
        if hasSuccessor {
            dropSuccessor(row)
            successors.append(Successor(row: Int32(row), spec: job))
        } else {
            specs[row] = job
        }
        let isUpAgain =
            old.restart != job.restart && !job.isMain
            && ((machines[row].phase == .resting(.done) && job.restart.onSuccess == .restart)
                || (machines[row].phase == .resting(.failed) && job.restart.onFailure == .restart))
        enter(row, isUpAgain ? .resting(.waiting) : machines[row].phase)
    }

    /// The definition in force, even where the present run still has an older one.
    @inline(never)
    func newestSpec(_ row: Int) -> JobSpec {
        for successor in successors where successor.row == Int32(row) { return successor.spec }
        return specs[row]
    }

    @inline(never)
    private mutating func dropSuccessor(_ row: Int) {
        successors.removeAll { $0.row == Int32(row) }
    }
}
