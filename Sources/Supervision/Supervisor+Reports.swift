public import Basics
import Config

extension Supervisor {
    /// Why the container ends, for its last line and the termination log; nil while it does not.
    public var endWords: Text? {
        switch endReason {
        case nil: nil
        case .signal?: shortEndWords
        case .nothingLeft(let status)?:
            status == 0 ? shortEndWords : "nothing is left to run, and a job failed with \(status)"
        case .job(_, let status)?: "\(shortEndWords) with status \(status)"
        }
    }

    private var shortEndWords: Text {
        switch endReason {
        case nil: ""
        case .signal(let signal)?: "got \(signal)"
        case .nothingLeft?: "nothing is left to run"
        case .job(let row, _)?: "\(specs[Int(row)].name) ended"
        }
    }

    func reportShutdown(_ actions: inout [Action]) {
        let why = shortEndWords
        var count = 0
        for machine in machines where machine.hasProcess { count += 1 }
        let jobs: StaticString = count == 1 ? "job" : "jobs"
        let what: Text =
            count == 0
            ? "ending (\(why))" : "stopping \(count) \(jobs) (\(why), at most \(budget.total))"
        actions.append(.report(Report(.info, what)))
    }

    func reportRunTimeout(_ row: Int, _ actions: inout [Action]) {
        let limit = specs[row].runTimeout ?? Milliseconds(0)
        let who: Text = "\(specs[row].name) (pid \(pids[row]))"
        actions.append(
            .report(Report(.warning, "\(who) has run for \(limit) (run-timeout), stopping it")))
    }

    /// `limit` is the time that the row has had for its stop; nil where all are cut short.
    @inline(never)
    func reportKill(
        _ row: Int, isLeaderGone: Bool, within limit: Milliseconds?, _ actions: inout [Action]
    ) {
        let name = specs[row].name
        let who: Text =
            isLeaderGone ? "what \(name) left behind" : "\(name) (pid \(pids[row]))"
        let when: Text = limit.map { " within \($0)" } ?? ""
        actions.append(.report(Report(.warning, "\(who) did not stop\(when), sending KILL")))
    }

    func reportEnd(
        _ row: Int, _ run: JobMachine.Run, _ exit: Exit, _ verdict: Verdict, at now: Instant,
        _ actions: inout [Action]
    ) {
        let isAsked = run.cause != nil && run.cause != .runTimeout
        let verb: StaticString = isAsked ? "stopped" : "exited"
        let ran = now - run.started
        let who: Text = "\(specs[row].name) (pid \(pids[row]))"
        let outlook = outlook(row, run, verdict, at: now)
        let level: Report.Level = verdict.isSuccess || isAsked ? .info : .warning
        actions.append(
            .report(Report(level, "\(who) \(verb) after \(ran): \(exit); \(outlook)")))
    }

    /// What happens next, for the line about a run's end.
    private func outlook(
        _ row: Int, _ run: JobMachine.Run, _ verdict: Verdict, at now: Instant
    ) -> Text {
        if verdict.endsContainerWith != nil && shutdown == nil { return "ending the container" }
        switch verdict.next {
        case .vacate: return "removed"
        case .restart(let time):
            return time <= now ? "restarting now" : "restarting in \(time - now)"
        case .rest(.waiting): return "restarting with its new definition"
        case .rest(.stopped): return shutdown == nil ? "stopped" : "shutting down"
        case .rest(.done): return "done"
        case .rest(.failed): return "failed"
        case .rest(.disabled): return "disabled"
        }
    }
}
