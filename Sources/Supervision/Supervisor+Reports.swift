public import Basics
import Config

extension Supervisor {
    /// Why the container ends, for its last line and the termination log; nil while it does not.
    public var endWords: Text? {
        let status = ownRecord.reason.status
        switch ownRecord.reason.kind {
        case .none: return nil
        case .signal: return shortEndWords
        case .nothingLeft where status == 0: return shortEndWords
        case .nothingLeft: return "\(shortEndWords), and a job failed with \(status)"
        case .job: return "\(shortEndWords) with status \(status)"
        }
    }

    private var shortEndWords: Text {
        @inline(never) get {
            let subject = ownRecord.reason.subject
            switch ownRecord.reason.kind {
            case .none: return ""
            case .signal: return "got \(Signal(rawValue: subject))"
            case .nothingLeft: return "nothing is left to run"
            case .job:
                let job = jobs.indices.contains(Int(subject)) ? jobs[Int(subject)] : nil
                // One that could not start has not ended.
                let hasFailed = job?.machine.lacksDependency ?? false
                return words(job, hasFailed ? "@ failed" : "@ ended")
            }
        }
    }

    func reportShutdown() {
        var count = 0
        for job in jobs where job.machine.hasProcess { count += 1 }
        let why = shortEndWords
        if count == 0 {
            say(.info, nil, "ending (*)", tail: why)
        } else {
            let several: StaticString = count == 1 ? "" : "s"
            say(
                .info, nil, "stopping *, at most ~)", budget.total,
                tail: "\(count) job\(several) (\(why)")
        }
    }

    func reportEnd(_ job: Job, _ exit: Exit, _ verdict: Verdict, _ ran: Milliseconds) {
        let cause = job.machine.cause
        let isAsked = !(cause?.isFailure ?? true)
        let isGivenUp = verdict.givenUp != .no
        say(
            isGivenUp ? .error : verdict.isSuccess || isAsked ? .info : .warning, job,
            isAsked ? "# stopped after ~: *" : "# exited after ~: *", ran,
            tail: "\(exit); \(outlook(job, verdict))")
    }

    /// What happens next, for the line about a run's end.
    @inline(never)
    private func outlook(_ job: Job, _ verdict: Verdict) -> Text {
        let pause = job.machine.time - now
        let template: StaticString
        switch verdict.givenUp {
        case .no: break
        case .failures(let isEnd):
            return words(
                job,
                isEnd
                    ? "gave up after * failures within ~, ending the container"
                    : "gave up after * failures within ~",
                job.spec.restart.limit?.period ?? pause, tail: "\(job.failures.count)")
        case .starts(let isEnd):
            return words(
                job,
                isEnd
                    ? "gave up after * failed starts, ending the container"
                    : "gave up after * failed starts", tail: "\(job.machine.failedStarts)")
        }
        switch verdict.next {
        case _ where verdict.endsContainer && !isShuttingDown: template = "ending the container"
        case .vacant: template = "removed"
        case .waiting where job.successor == nil: template = "starting again"
        case .waiting: template = "restarting with its new definition"
        case .stopped: template = isShuttingDown ? "shutting down" : "stopped"
        case .done, .owing: template = "done"
        case .failed: template = "failed"
        case .disabled: template = "disabled"
        case .backingOff, .spawning, .alive, .draining:
            template = pause.count == 0 ? "restarting now" : "restarting in ~"
        }
        return words(job, template, pause)
    }

    /// Tells the user; `template` is as for ``words(_:_:_:tail:)``.
    @inline(never)
    func say(
        _ level: Report.Level, _ job: Job?, _ template: StaticString,
        _ time: Milliseconds = Milliseconds(0), tail: Text = ""
    ) {
        order(.report(Report(level, words(job, template, time, tail: tail))))
    }

    /// The text of `template`, in which `@` stands for the job's name, `#` for that and its process,
    /// `~` for a time and `*` for other words.
    @inline(never)
    private func words(
        _ job: Job?, _ template: StaticString, _ time: Milliseconds = Milliseconds(0),
        tail: Text = ""
    ) -> Text {
        let pattern: Text = "\(template)"
        var line = Text([])
        for byte in pattern.bytes {
            switch byte {
            case 0x40: job?.name.render(into: &line.bytes)
            case 0x23:
                guard let job else { continue }
                let who: Text = "\(job.name) (pid \(job.machine.pid))"
                who.render(into: &line.bytes)
            case 0x7E: time.render(into: &line.bytes)
            case 0x2A: tail.render(into: &line.bytes)
            case _: line.bytes.append(byte)
            }
        }
        return line
    }
}
