import Basics
import Config

extension Supervisor {
    /// When a configuration comes in force.
    enum Occasion {
        /// swinit starts.
        case start
        /// swinit goes on after a fault: the rows are those of the image before.
        case recovery
        case reload
    }

    /// How a configuration differs from the one before it.
    struct Difference {
        var added = 0
        var changed = 0
        var removed = 0
    }

    /// Puts a new configuration in force, by its difference from the old one.
    @inline(never)
    func reload(_ configuration: Configuration) {
        if isShuttingDown { return }
        let difference = putInForce(configuration, .reload)
        let what: Text =
            "\(difference.added) added, \(difference.changed) changed, \(difference.removed) removed"
        say(.info, nil, "configuration reloaded: *", tail: what)
    }

    /// Gives each job of `configuration` its row; what is in no configuration any more leaves.
    @inline(never)
    func putInForce(_ configuration: Configuration, _ occasion: Occasion) -> Difference {
        let specs = configuration.jobs
        settings = configuration
        settings.jobs = []
        budget = ShutdownBudget(configuration: configuration, circumstances: circumstances)
        jobCount = specs.count
        var difference = Difference()
        var table = rows(of: specs)
        for place in specs.indices where table[place] >= 0 {
            let job = jobs[Int(table[place])]
            if occasion == .recovery {
                job.spec = specs[place]
                enterAgain(job)
                continue
            }
            let wasSwitched = job.machine.isSwitched
            job.machine.isSwitched = false
            if update(job, to: specs[place]) { difference.changed += 1 }
            if wasSwitched { followSwitch(job) }
        }
        for job in jobs where !job.isKept && job.machine.phase != .vacant {
            if occasion == .recovery {
                takeStranger(job)
            } else if !job.isLeaving {
                difference.removed += 1
                remove(job)
            }
        }
        var free = 0
        for place in specs.indices where table[place] < 0 {
            difference.added += 1
            let job = add(specs[place], from: free)
            job.machine.isNew = occasion != .start
            job.machine.isOfBoot = occasion == .start
            free = job.row
            table[place] = Int32(free)
        }
        plan = Plan(specs, table: table, of: jobs)
        isPlanDue = occasion != .start
        return difference
    }

    /// The row of each job by its name, or -1; these rows are kept, and no other.
    @inline(never)
    private func rows(of specs: [JobSpec]) -> [Int32] {
        var index = NameIndex()
        for job in jobs {
            job.isKept = false
            if job.machine.phase != .vacant && !job.isLeaving {
                index.add(job.nameHash, row: job.row)
            }
        }
        index.finish()
        var table = [Int32](repeating: -1, count: specs.count)
        for place in specs.indices {
            let name = specs[place].name
            let hash = name.nameHash
            for row in index.rows(of: hash) {
                let job = jobs[row]
                // A record has no more than the hash.
                let isIt = isRecovering ? job.nameHash == hash : job.spec.name == name
                guard isIt, !job.isKept else { continue }
                job.isKept = true
                table[place] = Int32(row)
                break
            }
        }
        return table
    }

    @inline(never)
    private func remove(_ job: Job) {
        leaving += 1
        job.successor = nil
        if job.machine.isPresent {
            stop(job, .removal)
        } else {
            finish(job, .vacant)
        }
    }

    /// Gives a row its new definition; true if there is a difference.
    @inline(never)
    private func update(_ job: Job, to spec: JobSpec) -> Bool {
        let old = job.newest
        guard old != spec else { return false }
        // The command behind `--` runs once, whatever becomes of its options.
        guard !spec.isMain, spec.needsRestart(from: old) else {
            updateInPlace(job, old, spec)
            return true
        }
        job.machine.clearDefinition()
        job.failures = []
        if job.machine.isPresent {
            // The old definition says how the old process is stopped.
            job.successor = spec
            stop(job, spec.placement.isDisabled ? .disable : .change)
        } else {
            job.spec = spec
            finish(job, .waiting)
        }
        return true
    }

    /// Takes over what a running job need not be restarted for.
    @inline(never)
    private func updateInPlace(_ job: Job, _ old: JobSpec, _ spec: JobSpec) {
        if job.successor != nil { job.successor = spec } else { job.spec = spec }
        let policy = spec.restart
        let phase = job.machine.phase
        if old.readiness != spec.readiness { reviewReadiness(job) }
        if old.health != spec.health || old.healthAction != spec.healthAction {
            reviewHealth(job)
        }
        let isUpAgain =
            ((phase == .done && policy.onSuccess == .restart)
                || (phase == .failed && policy.onFailure == .restart))
            && !spec.isMain && old.restart != policy
        enter(job, isUpAgain ? .waiting : phase)
    }
}
