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
        /// The same configuration, with another number of instances.
        case scale
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
        let dependencies = Dependencies(specs)
        budget = ShutdownBudget(configuration, circumstances, dependencies)
        jobCount = specs.count
        var difference = Difference()
        var table = rows(of: specs)
        for place in specs.indices {
            keep(table.slots(of: place), table, specs[place], occasion, &difference)
        }
        for job in jobs where !job.isKept && job.machine.phase != .vacant {
            if occasion == .recovery {
                takeStranger(job)
            } else if !job.isLeaving {
                if job.number == 1 { difference.removed += 1 }
                remove(job)
            }
        }
        var free = 0
        for place in specs.indices {
            let slots = table.slots(of: place)
            for slot in slots where table.rows[slot] < 0 {
                let isFirst = slot == slots.lowerBound
                if isFirst { difference.added += 1 }
                let job = add(specs[place], number: Int32(slot - slots.lowerBound) + 1, from: free)
                job.machine.isNew = occasion != .start
                job.machine.isOfBoot = occasion == .start
                free = job.row
                table.rows[slot] = Int32(free)
                let first = jobs[Int(table.rows[slots.lowerBound])]
                job.isNumbered = isFirst ? job.spec.hasInstances : first.isNumbered
                job.isSpare = isFirst && job.spec.instances == 0
                job.machine.isSwitched = first.machine.isSwitched
                enter(job, job.isOn ? .waiting : job.rest)
            }
        }
        plan = Plan(specs, dependencies, table: table, of: jobs)
        loggers = []
        for job in jobs { job.isLogger = false }
        for job in plan.jobs {
            job.isLogger = specs[Int(job.place)].isLogger
            if job.isLogger { loggers.append(job) }
            job.offer = .there
            offer(job)
            // It may not wait for anything any more.
            if job.machine.lacksDependency { plan.dependencies.woken.append(job.place) }
        }
        isPlanDue = occasion != .start
        return difference
    }

    /// Gives the instances of one job that have rows their definition.
    @inline(never)
    private func keep(
        _ slots: Range<Int>, _ table: InstanceTable, _ spec: JobSpec, _ occasion: Occasion,
        _ difference: inout Difference
    ) {
        var isChanged = false
        for slot in slots where table.rows[slot] >= 0 {
            let job = jobs[Int(table.rows[slot])]
            let first = jobs[Int(table.rows[slots.lowerBound])].machine
            job.isNumbered = first.isScaled || spec.hasInstances
            let wasSpare = job.isSpare
            job.isSpare =
                slot == slots.lowerBound
                && (first.isScaled ? first.scale == 0 : spec.instances == 0)
            if occasion == .recovery {
                job.spec = spec
                job.number = Int32(slot - slots.lowerBound) + 1
                enterAgain(job)
                continue
            }
            let wasSwitched = job.machine.isSwitched
            if occasion == .reload { job.machine.isSwitched = false }
            if update(job, to: spec) { isChanged = true }
            if wasSpare, job.machine.phase == .stopped { enter(job, .disabled) }
            // What an operator has started although it is disabled is not ended by a wish for more.
            let hasAppeared = wasSpare && !job.isSpare && job.isOn
            if wasSwitched != job.machine.isSwitched || job.isSpare && !wasSpare || hasAppeared {
                followSwitch(job)
            }
        }
        if isChanged { difference.changed += 1 }
    }

    /// The row of each instance by its job's name and its number; these rows are kept, and no other.
    @inline(never)
    private func rows(of specs: [JobSpec]) -> InstanceTable {
        var index = NameIndex()
        for job in jobs {
            job.isKept = false
            job.place = -1
            if job.machine.phase != .vacant && !job.isLeaving {
                index.add(job.nameHash, row: job.row)
            }
        }
        index.finish()
        var table = InstanceTable()
        for spec in specs {
            table.addJob()
            let first = keep(spec.name, 1, index)
            table.rows.append(first)
            let count = size(of: spec, first: first)
            var number: Int32 = 2
            while number <= count {
                table.rows.append(keep(spec.name, number, index))
                number += 1
            }
        }
        return table
    }

    /// Keeps the row of an instance; -1 where it has none.
    @inline(never)
    private func keep(_ name: Text, _ number: Int32, _ index: NameIndex) -> Int32 {
        let hash = name.hash(number: number)
        for row in index.rows(of: hash) {
            let job = jobs[row]
            // A record has no more than the hash.
            let isIt =
                isRecovering
                ? job.nameHash == hash : job.spec.name == name && job.number == number
            guard isIt, !job.isKept else { continue }
            job.isKept = true
            return Int32(row)
        }
        return -1
    }

    /// How many instances the job is to have: as a user has asked for, until another number is written.
    @inline(never)
    private func size(of spec: JobSpec, first row: Int32) -> Int32 {
        if row >= 0 {
            let first = jobs[Int(row)]
            if !isRecovering, first.newest.instances != spec.instances {
                first.machine.scale = JobMachine.unscaled
            }
            if first.machine.isScaled { return Int32(first.machine.scale) }
        }
        return Int32(clamping: spec.instances)
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
        if job.machine.awaitsTurn, job.successor != nil, !spec.needsRestart(from: job.spec) {
            // What runs is what is wanted again.
            job.successor = nil
            job.machine.cause = nil
            job.machine.hasBeenReady = job.machine.isReadyNow
            updateInPlace(job, job.spec, spec)
            return true
        }
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
            if spec.placement.isDisabled {
                stop(job, .disable)
            } else {
                restartInTurn(job, .change)
            }
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
        if spec.isProbed(unlike: old) { reviewProbes(job) }
        let isUpAgain =
            ((phase == .done && policy.onSuccess == .restart)
                || (phase == .failed && policy.onFailure == .restart))
            && !spec.isMain && old.restart != policy
        enter(job, isUpAgain ? job.isOn ? .waiting : job.rest : phase)
    }
}
