import Basics

/// What can be checked once every file is read.
extension Parser {
    /// Checks the whole configuration and gives each job what it has from the directives.
    @inline(never)
    func finish() {
        settleGlobals()
        checkReceivers()
        checkMarks()
        checkDependencies()
        checkInstanceNames()
        checkForwardedShutdowns()
        shareLogSettings()
        orderLoggers()
        if globals.has(.expand) {
            for index in configuration.jobs.indices where !configuration.jobs[index].isService {
                configuration.jobs[index].set(.expand, true)
            }
        } else {
            list.add(all: globals.variables)
        }
        shareSources()
        for place in literals { configuration.jobs[Int(place)].resolveLiterals() }
    }

    /// Puts the sources of variables of the whole file to those of the jobs' defaults.
    ///
    /// Jobs that start from the same share one text.
    private func shareSources() {
        let written = globals.spec.words(.environment)
        // Of the jobs before: what they started from, and what that is without and with the replacing.
        var last = Text([0])
        var plain = last
        var expanded = last
        for index in configuration.jobs.indices {
            let launch = configuration.jobs[index].launch
            let shared = launch.shared
            if last != shared {
                last = shared
                let layer = EnvironmentSource.layer(written + [shared])
                plain = Literal.resolved(layer, expands: false)
                expanded = Literal.resolved(layer, expands: true)
            }
            let layer = launch.expands ? expanded : plain
            guard layer != shared else { continue }
            configuration.jobs[index].set(.environment, [layer, launch.own])
        }
    }

    private func settleGlobals() {
        let spec = globals.spec
        configuration.shutdown.stopDelay = spec.milliseconds(.stopDelay) ?? Milliseconds(0)
        configuration.shutdown.timeout = spec.milliseconds(.shutdownTimeout)
        configuration.shutdown.statusIsSignal = spec.has(.shutdownStatus)
        configuration.lingers = spec.has(.linger) || serviceCount > 0
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
            guard !configuration.jobs[place].isService,
                let owner = JobName.instanceOwner(of: name),
                let ownerPlace = names.place(of: owner, in: configuration.jobs),
                !configuration.jobs[ownerPlace].isService
            else { continue }
            list.add(.instanceName, at: nameSpan(place), name, owner)
        }
    }

    /// Checks what jobs say of other jobs, and their times.
    private func checkMarks() {
        let budget = configuration.shutdown.timeout
        if let budget, configuration.shutdown.stopDelay > budget {
            list.add(.delayAboveBudget, at: globals.mention(of: .stopDelay), "\(budget)")
        }
        let jobs = configuration.jobs
        let graph = StartGraph(jobs, names)
        var place = -1
        var word = 0
        // The option of the mark before, and those of all.
        var option = Option.name
        var options: UInt64 = 0
        for mark in marks {
            word = mark.option == option ? word + 1 : 0
            option = mark.option
            options |= option.bit
            if option == .name {
                place += 1
            } else if option == .stopTimeout {
                if let budget { check(jobs[place].stop, budget, at: mark.span) }
            } else if option == .restartLimit {
                check(jobs[place].restart, at: mark.span)
            } else if option == .logTo {
                checkLogger(of: place, at: mark.span)
            } else if isWhole {
                check(jobs[place].words(option)[word], of: jobs[place], graph, mark)
            }
        }
        guard isWhole else { return }
        if options & Option.after.bit != 0 { graph.refuseCircles(of: .after, self) }
        // A logger that its defaults have log to itself does not.
        let loggers = StartGraph(configuration.jobs, names)
        if options & Option.logTo.bit != 0 { loggers.refuseCircles(of: .logTo, self) }
        if options & Option.restartWith.bit != 0 { graph.refuseCircles(of: .restartWith, self) }
    }

    /// Whether something was said of this place; what jobs have from their defaults has one place.
    @inline(never)
    func hasReported(_ span: Span) -> Bool {
        for diagnostic in list.diagnostics where diagnostic.span == span { return true }
        return false
    }

    private func check(_ stop: StopPolicy, _ budget: Milliseconds, at span: Span) {
        guard stop.longest > budget, !hasReported(span) else { return }
        list.add(.stopAboveBudget, at: span, "\(stop.longest)", "\(budget)")
    }

    /// Warns of a `restart-limit` that the pauses between the restarts never let a job reach.
    private func check(_ restart: RestartPolicy, at span: Span) {
        guard let limit = restart.limit, restart.onFailure == .restart, !restart.canFail(limit),
            !hasReported(span)
        else { return }
        list.add(.unreachableLimit, at: span, "\(limit.count)", "\(limit.period)")
    }

    /// Checks `name`, which the option of `mark` gives `job`.
    private func check(
        _ name: Text, of job: JobSpec, _ graph: StartGraph, _ mark: JobDraft.Mention
    ) {
        if let place = graph.meaning(of: name) {
            guard mark.option == .after, configuration.jobs[place].has(.disable),
                !job.has(.disable), !hasReported(mark.span)
            else { return }
            list.add(.afterDisabled, at: mark.span, configuration.jobs[place].name)
        } else if !hasReported(mark.span) {
            if name.isGlob, graph.isFull {
                list.add(.tooManyPatterns, at: mark.span, "\(StartGraph.patternLimit)")
            } else {
                refuseUnknownJob(name, at: mark.span)
            }
        }
    }

    /// Where word `number` of `option` of the job at `place` stands.
    func span(ofWord number: Int, _ option: Option, at place: Int) -> Span? {
        var job = -1
        var left = number
        for mark in marks {
            if mark.option == .name { job += 1 }
            guard job == place, mark.option == option else { continue }
            if left == 0 { return mark.span }
            left -= 1
        }
        return nil
    }

    @inline(never)
    func refuseUnknownJob(_ name: Text, at span: Span) {
        var all: [Text] = []
        if !list.isFull { for job in configuration.jobs { all.append(job.name) } }
        list.add(
            .unknownJob, at: span, name, suggesting: EditDistance.nearest(to: name, among: all))
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
