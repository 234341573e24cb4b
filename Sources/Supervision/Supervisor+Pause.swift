import Basics
import Config

/// Whether a job starts again after a run, and when.
extension Supervisor {
    /// A run of this length is a real one: pmtr's rule, and the end of growing delays.
    static let realRun = Milliseconds(10_000)
    /// pmtr's pause after a shorter run.
    static let pmtrPause = Milliseconds(10_000)
    /// A run below this is followed by at least this pause, whatever the policy.
    static let shortestCycle = Milliseconds(100)

    /// How long to wait after a run that lasted `ran`.
    @inline(never)
    func pause(_ job: Job, ran: Milliseconds, _ policy: RestartPolicy) -> Milliseconds {
        if job.spec.isService { return (job.lastStart + Self.servicePause) - now }
        let wanted: Milliseconds
        switch policy.delay {
        case .pmtr: wanted = ran < Self.realRun ? Self.pmtrPause : Milliseconds(0)
        case .fixed(let delay): wanted = delay
        case .growing(let first, let last):
            let startWait = policy.startWait
            if ran >= (startWait.count > 0 ? startWait : Self.realRun) { job.machine.shortRuns = 0 }
            // 2^42 ms is longer than any delay that can be written.
            let doublings = min(UInt64(job.machine.shortRuns), 42)
            wanted = ownRecord.jitter.stretch(min(first * (1 << doublings), last))
            if job.machine.shortRuns < 42 { job.machine.shortRuns += 1 }
        }
        return ran < Self.shortestCycle ? max(wanted, Self.shortestCycle) : wanted
    }

    /// Counts a run that lasted `ran`, and says whether the job is given up.
    ///
    /// A run has started once it has been ready and has lasted for `start-wait`; what fails before is
    /// a failed start.
    @inline(never)
    func count(
        _ job: Job, _ ran: Milliseconds, _ policy: RestartPolicy, isSuccess: Bool
    ) -> GivenUp {
        if isSuccess || (job.machine.isReadyNow && ran >= policy.startWait) {
            job.machine.failedStarts = 0
        } else if job.machine.failedStarts < .max {
            job.machine.failedStarts += 1
        }
        if isSuccess { return .no }
        if let limit = policy.limit, countFailure(job, limit) {
            return .failures(isEnd: limit.ends)
        }
        if let retries = policy.startRetries, Int(job.machine.failedStarts) >= retries {
            return .starts(isEnd: policy.startRetriesEnd)
        }
        return .no
    }

    /// Notes a failure; true if there have been so many within the period of `limit` as it allows.
    ///
    /// Only as many times are kept as it takes, and none that is too long ago.
    private func countFailure(_ job: Job, _ limit: RestartLimit) -> Bool {
        let count = max(limit.count, 1)
        var times: [UInt64] = []
        var surplus = job.failures.count - (count - 1)
        for time in job.failures {
            surplus -= 1
            let isRecent = now - Instant(milliseconds: time) <= limit.period
            if surplus < 0, isRecent { times.append(time) }
        }
        times.append(now.milliseconds)
        job.failures = times
        return times.count >= count
    }
}
