import Basics
import Config
import Supervision

/// Readiness, health, watchdog: what runs say, what probes answer, and when that is due.
extension Checker {
    mutating func notified(_ row: Int, _ pid: Int32, _ notice: Notice, at now: UInt64) {
        guard let run = runs[row], run.pid == pid, let wish = wish(run.slot) else { return }
        switch notice {
        case .ready:
            switch wish.readiness?.form {
            case .notify?, .descriptor?, .log?: if run.asked == nil { isReady(row, at: now) }
            case nil, .tcp?, .http?, .exec?, .unix?, .file?: break
            }
        case .stopping: runs[row]?.isEnding = true
        case .extend(let time):
            if run.ready == nil, run.limit != nil {
                runs[row]?.limit = max(run.limit ?? 0, now + time.count)
            }
            if run.asked != nil { runs[row]?.isExtended = true }
        case .watchdog(let period):
            runs[row]?.watchdog = period.count
            speaksUp(row, at: now)
        case .alive: speaksUp(row, at: now)
        case .failing:
            if !run.isEnding, run.asked == nil, shutdownSince == nil { runs[row]?.isSilent = true }
        }
    }

    private mutating func speaksUp(_ row: Int, at now: UInt64) {
        runs[row]?.isSilent = false
        watch(row, at: now)
    }

    /// The run has its watchdog's period from now on.
    mutating func watch(_ row: Int, at now: UInt64) {
        guard let run = runs[row] else { return }
        runs[row]?.watchdogDue = run.watchdog == 0 ? nil : now + run.watchdog
    }

    mutating func probed(_ row: Int, _ purpose: ProbePurpose, at now: UInt64) {
        guard let run = runs[row] else { return }
        runs[row]?.probe = Run.Probe(purpose: purpose, begun: now)
        guard !isUncertain, isPresent(run) else { return }
        if run.asked != nil { fail("\(run.slot) is probed, and is to end") }
        if run.pausedSince != nil { fail("\(run.slot) is probed, and is paused") }
        switch purpose {
        case .readiness: if run.ready != nil { fail("\(run.slot) is probed, and is ready") }
        case .health:
            if run.ready == nil { fail("\(run.slot) is checked before it is ready") }
            if run.isEnding { fail("\(run.slot) is checked, and is ending") }
        }
    }

    /// A probe has an answer, or takes too long, which is a bad one.
    mutating func answered(_ row: Int, isGood: Bool, at now: UInt64) {
        guard let run = runs[row], let probe = run.probe else { return }
        runs[row]?.probe = nil
        runs[row]?.probed = now
        switch probe.purpose {
        case .readiness:
            runs[row]?.probes += 1
            if isGood { isReady(row, at: now) }
        case .health: checked(row, run, isGood: isGood, at: now)
        }
    }

    private mutating func checked(_ row: Int, _ run: Run, isGood: Bool, at now: UInt64) {
        guard let health = wish(run.slot)?.health else { return }
        if isGood {
            runs[row]?.failedChecks = 0
            runs[row]?.isUnhealthy = false
            return
        }
        if let ready = run.ready, now < ready + health.startPeriod.count { return }
        runs[row]?.failedChecks += 1
        if run.failedChecks + 1 >= health.failures { runs[row]?.isUnhealthy = true }
    }

    /// A crash has lost the probes under way.
    mutating func forgetProbes() {
        for row in runs.keys { runs[row]?.probe = nil }
    }

    /// A probe is given up: one that has taken too long is a bad one.
    mutating func probeStopped(_ row: Int, at now: UInt64) {
        guard let run = runs[row], let probe = run.probe, let wish = wish(run.slot) else { return }
        let limit: UInt64
        switch probe.purpose {
        case .readiness: limit = wish.readiness?.form == .exec ? 10_000 : 1000
        case .health: limit = wish.health?.timeout.count ?? 0
        }
        if now >= probe.begun + limit {
            answered(row, isGood: false, at: now)
        } else {
            runs[row]?.probe = nil
        }
    }

    mutating func pause(_ row: Int, at now: UInt64) {
        guard let run = runs[row], run.asked == nil, run.pausedSince == nil else { return }
        runs[row]?.pausedSince = now
    }

    mutating func resume(_ row: Int, at now: UInt64) {
        guard let since = runs[row]?.pausedSince else { return }
        runs[row]?.pausedSince = nil
        runs[row]?.paused += now - since
        runs[row]?.limit? += now - since
        watch(row, at: now)
    }

    /// What time alone brings about.
    mutating func timePasses(to now: UInt64) {
        for (row, run) in runs {
            if let due = run.watchdogDue, due <= now, run.ready != nil, run.pausedSince == nil,
                !run.isEnding
            {
                runs[row]?.isSilent = true
                runs[row]?.watchdogDue = nil
            }
        }
    }
}
