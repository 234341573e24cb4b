import Basics
import Config

extension Supervisor {
    /// A run of this length is a real one: pmtr's rule, and the end of growing delays.
    static let realRun = Milliseconds(10_000)
    /// pmtr's pause after a shorter run.
    static let pmtrPause = Milliseconds(10_000)
    /// A run below this is followed by at least this pause, whatever the policy.
    static let shortestCycle = Milliseconds(100)

    /// How long to wait after a run that lasted `ran`.
    @inline(never)
    func pause(_ job: Job, ran: Milliseconds, _ delay: RestartPolicy.Delay) -> Milliseconds {
        let wanted: Milliseconds
        switch delay {
        case .pmtr: wanted = ran < Self.realRun ? Self.pmtrPause : Milliseconds(0)
        case .fixed(let delay): wanted = delay
        case .growing(let first, let last):
            if ran >= Self.realRun { job.machine.shortRuns = 0 }
            // 2^42 ms is longer than any delay that can be written.
            let doublings = min(UInt64(job.machine.shortRuns), 42)
            wanted = ownRecord.jitter.stretch(min(first * (1 << doublings), last))
            if job.machine.shortRuns < 42 { job.machine.shortRuns += 1 }
        }
        return ran < Self.shortestCycle ? max(wanted, Self.shortestCycle) : wanted
    }
}
