import Basics
import Config

/// When a run is ready: as soon as it executes, or, with `ready`, when that holds.
extension Supervisor {
    /// The pause before the first probe for readiness, and after it; it doubles.
    static let firstReadinessPause = Milliseconds(100)
    /// The longest pause between two probes for readiness.
    static let longestReadinessPause = Milliseconds(1000)
    /// How long a probe for readiness may take.
    static let readinessTimeout = Milliseconds(1000)
    /// How long a command may take that is a probe for readiness; `within` ends it earlier.
    static let readinessCommandTimeout = Milliseconds(10_000)
    /// How often it is told that a job without a `within` is not ready yet.
    static let readinessNews = Milliseconds(30_000)

    /// Sets when the run must be ready, or is to be told of.
    func limitReadiness(_ job: Job) {
        job.machine.gate = .never
        guard let readiness = job.spec.readiness else { return }
        let begin = job.machine.time + job.machine.suspended
        job.machine.gate = readiness.within.map { begin + $0 } ?? now + Self.readinessNews
    }

    /// The run executes its program, as far as is known: it is ready, or it is found out when.
    @inline(never)
    func awaitReadiness(_ job: Job) {
        guard job.machine.phase == .alive, job.machine.isExecuted else { return }
        guard let readiness = job.spec.readiness else {
            becomeReady(job)
            return
        }
        let isWatched = !job.machine.isAskedToEnd && !isShuttingDown && !job.machine.isPaused
        if readiness.form.isProbed, isWatched {
            job.machine.probePause = Self.firstReadinessPause
            job.machine.probeDue = now + Self.firstReadinessPause
        }
        enter(job, .alive)
    }

    /// The run is ready: checks begin, and who waits for it goes on.
    @inline(never)
    func becomeReady(_ job: Job) {
        guard job.machine.phase == .alive, !job.machine.isReadyNow else { return }
        job.machine.isReadyNow = true
        if job.spec.readiness != nil {
            say(.info, job, "# is ready after ~", now - job.machine.time)
        }
        job.machine.gate = now
        offer(job)
        beginChecks(job)
        guard job.machine.isOfPresentDefinition, !job.machine.hasBeenReady else { return }
        job.machine.hasBeenReady = true
        isPlanDue = true
    }

    /// The run is not ready although it has lasted as long as its `within`, or long enough to tell.
    @inline(never)
    func missReadiness(_ job: Job) {
        guard let readiness = job.spec.readiness else { return }
        guard let limit = readiness.within else {
            job.machine.gate = now + Self.readinessNews
            let form = readiness.form.name
            let words = readiness.words
            say(
                .info, job, "# is not ready after ~, waiting for *", now - job.machine.time,
                tail: words.isEmpty ? form : "\(form) \(words[0])")
            return
        }
        say(.warning, job, "# is not ready within ~, stopping it", limit)
        stop(job, .readiness)
    }

    /// Does what the run itself has said; what another run said is ignored.
    @inline(never)
    func notified(_ job: Job, _ pid: Int32, _ notice: Notice) {
        guard job.machine.phase == .alive, job.machine.pid == pid else { return }
        let isStopping = job.machine.isStopping
        switch notice {
        case .ready:
            guard !isStopping, job.spec.readiness.map({ !$0.form.isProbed }) ?? false else {
                return
            }
            // It could not say so otherwise.
            executed(job)
            becomeReady(job)
        case .stopping:
            job.machine.isEnding = true
            if isStopping { markChanged(job) } else { beginChecks(job) }
        case .extend(let time):
            if isStopping {
                extendStop(job, time)
            } else if !job.machine.isReadyNow, job.spec.readiness?.within != nil {
                job.machine.gate = max(job.machine.gate, now + time)
            }
            enter(job, .alive)
        case .watchdog(let period):
            job.machine.watchdogPeriod = UInt32(clamping: period.count)
            speakUp(job)
        case .alive: speakUp(job)
        case .failing:
            // A shutdown has an order of its own.
            if !isStopping, !job.machine.isEnding, !isShuttingDown {
                fallSilent(job, "it says so")
            }
        }
    }

    /// A stop takes longer than it may, for as long as the job says; a shutdown has its own end.
    private func extendStop(_ job: Job, _ time: Milliseconds) {
        guard !job.machine.isKilled else { return }
        let end = max(job.machine.stopDue, now + time)
        job.machine.stopDue = isShuttingDown ? min(end, ownRecord.budgetEnd) : end
    }
}

extension ProbeForm {
    /// swinit finds it out; else it is told.
    var isProbed: Bool {
        switch self {
        case .notify, .descriptor, .log: false
        case .tcp, .http, .exec, .unix, .file: true
        }
    }
}
