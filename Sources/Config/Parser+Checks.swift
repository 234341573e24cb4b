import Basics

/// What can be checked once every file is read.
extension Parser {
    /// Checks the whole configuration and puts global variables before each job's own.
    @inline(never)
    func finish() {
        settleGlobals()
        checkReceivers()
        checkInstanceNames()
        checkBudget()
        checkForwardedShutdowns()
        let globalEnvironment = globals.spec.words(.environment)
        guard !globalEnvironment.isEmpty else { return }
        for index in configuration.jobs.indices {
            let own = configuration.jobs[index].words(.environment)
            configuration.jobs[index].set(
                .environment, own.isEmpty ? globalEnvironment : globalEnvironment + own)
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
        for receiver in receivers {
            // The job `main` may come from the command line.
            guard !receiver.name.isEqual(to: MainJob.name),
                names.place(of: receiver.name, in: configuration.jobs) == nil
            else { continue }
            var near: Text?
            if !list.isFull {
                let all = configuration.jobs.map { $0.name }
                near = EditDistance.nearest(to: receiver.name, among: all)
            }
            list.add(.unknownJob, at: receiver.span, receiver.name, suggesting: near)
        }
    }

    /// Refuses a job `X.N` beside a job X, whose instances have such names.
    private func checkInstanceNames() {
        for place in configuration.jobs.indices {
            let name = configuration.jobs[place].name
            guard let owner = JobName.instanceOwner(of: name),
                names.place(of: owner, in: configuration.jobs) != nil
            else { continue }
            list.add(.instanceName, at: marks[place].name, name, owner)
        }
    }

    private func checkBudget() {
        let shutdown = configuration.shutdown
        guard let budget = shutdown.timeout else { return }
        if shutdown.stopDelay > budget {
            list.add(.delayAboveBudget, at: globals.mention(of: .stopDelay), "\(budget)")
        }
        var last: Span?
        for place in configuration.jobs.indices {
            let longest = configuration.jobs[place].stop.longest
            // Jobs that have it from their defaults share one place: it is reported once.
            guard longest > budget, let span = marks[place].stop, span != last else { continue }
            last = span
            list.add(.stopAboveBudget, at: span, "\(longest)", "\(budget)")
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
