import Basics

/// What can be checked once every file is read.
extension Parser {
    /// Checks the whole configuration and puts global variables before each job's own.
    @inline(never)
    func finish() {
        settleGlobals()
        checkReceivers()
        checkReferences()
        checkLimits()
        checkDependencies()
        checkInstanceNames()
        checkBudget()
        checkForwardedShutdowns()
        if globals.has(.expand) {
            for index in configuration.jobs.indices { configuration.jobs[index].set(.expand, true) }
        } else {
            list.add(all: globals.variables)
        }
        prependGlobals(.environment)
        prependGlobals(.environmentFiles)
        if globals.hasLiterals {
            for place in configuration.jobs.indices { configuration.jobs[place].resolveLiterals() }
        } else {
            for place in literals { configuration.jobs[Int(place)].resolveLiterals() }
        }
    }

    /// Puts what the directives gave `option` before what each job gave it.
    @inline(never)
    private func prependGlobals(_ option: Option) {
        let words = globals.spec.words(option)
        guard !words.isEmpty else { return }
        for index in configuration.jobs.indices {
            let own = configuration.jobs[index].words(option)
            configuration.jobs[index].set(option, own.isEmpty ? words : words + own)
        }
    }

    private func settleGlobals() {
        let spec = globals.spec
        configuration.shutdown.stopDelay = spec.milliseconds(.stopDelay) ?? Milliseconds(0)
        configuration.shutdown.timeout = spec.milliseconds(.shutdownTimeout)
        configuration.shutdown.statusIsSignal = spec.has(.shutdownStatus)
        configuration.lingers = spec.has(.linger)
    }

    private func checkReceivers() {
        guard isWhole else { return }
        for index in receiverNames.indices {
            let name = receiverNames[index]
            // The job `main` may come from the command line.
            guard !name.isEqual(to: MainJob.name),
                names.place(of: name, in: configuration.jobs) == nil
            else { continue }
            refuseUnknownJob(name, at: receivers[index].span)
        }
    }

    /// Warns of a `depends` that names a job.
    private func checkDependencies() {
        for index in dependencyNames.indices
        where names.place(of: dependencyNames[index], in: configuration.jobs) != nil {
            list.add(.dependsOnJob, at: dependencies[index].span, dependencyNames[index])
        }
    }

    /// Refuses a job `X.N` beside a job X, whose instances have such names.
    private func checkInstanceNames() {
        for place in configuration.jobs.indices {
            let name = configuration.jobs[place].name
            guard let owner = JobName.instanceOwner(of: name),
                names.place(of: owner, in: configuration.jobs) != nil
            else { continue }
            list.add(.instanceName, at: nameSpan(place), name, owner)
        }
    }

    private func checkBudget() {
        guard let budget = configuration.shutdown.timeout else { return }
        if configuration.shutdown.stopDelay > budget {
            list.add(.delayAboveBudget, at: globals.mention(of: .stopDelay), "\(budget)")
        }
        var place = -1
        var last: Span?
        for mark in marks {
            if mark.option == .name {
                place += 1
                continue
            }
            guard mark.option == .stopTimeout else { continue }
            let longest = configuration.jobs[place].stop.longest
            // Jobs that have it from their defaults share one place: it is reported once.
            guard longest > budget, mark.span != last else { continue }
            last = mark.span
            list.add(.stopAboveBudget, at: mark.span, "\(longest)", "\(budget)")
        }
    }

    /// Warns of a `restart-limit` that the pauses between the restarts never let a job reach.
    private func checkLimits() {
        var place = -1
        var last: Span?
        for mark in marks {
            if mark.option == .name { place += 1 }
            guard mark.option == .restartLimit, mark.span != last,
                let limit = configuration.jobs[place].restart.limit
            else { continue }
            let restart = configuration.jobs[place].restart
            guard restart.onFailure == .restart, !restart.canFail(limit) else { continue }
            last = mark.span
            list.add(.unreachableLimit, at: mark.span, "\(limit.count)", "\(limit.period)")
        }
    }

    private func checkForwardedShutdowns() {
        guard let span = globals.mention(of: .shutdown) else { return }
        for rule in configuration.forwarding.rules {
            for signal in rule.signals where configuration.shutdown.signals.contains(signal) {
                list.add(.shutsDownAndForwards, at: span, "\(signal)")
            }
        }
    }
}
