import Basics
import Config
import Linux
import Supervision

/// The files that jobs log to.
extension OutputStreams {
    /// The log of `spec`, which is opened where it is not yet; nil where it has none.
    @inline(never)
    func files(of spec: JobSpec, _ number: Int) -> JobLog? {
        let settings = spec.log
        let words = settings.file.map { [$0] } ?? settings.script
        guard !words.isEmpty, let launches else { return nil }
        let job = spec.name.hash(number: 1)
        for log in outlets.logs where log.isLog(of: spec, job) { return log }
        var child = ChildPlan(arguments: words)
        // What it lacks is told when it starts.
        if launches.complete(&child, of: spec, number) != nil { return nil }
        // What waits for the files that it had is written to the new ones.
        for log in outlets.logs where log.job == job { finish(log) }
        let log = JobLog(spec, child, outlets.file, resumes: outlets.isRecovering)
        outlets.logs.append(log)
        return log
    }

    /// Ends the log, with what was taken in.
    private func finish(_ log: JobLog) {
        outlets.flush()
        log.end()
        for stream in streams where stream.outlet === log.outlet {
            stream.outlet = outlets.standard[stream.isErrors ? 1 : 0]
        }
        outlets.remove(log)
    }

    /// Ends logs to which no stream goes any more, tells what logs have to tell, and runs commands for
    /// them.
    @inline(never)
    func tendLogs(
        _ spawn: Spawn, _ epoll: borrowing Epoll, _ log: inout MessageLog, at now: Instant
    ) {
        if outlets.logs.isEmpty { return }
        outlets.flush()
        let wereStale = areLogsStale
        areLogsStale = false
        for files in outlets.logs {
            // What it has taken over from another, or was handed over, waits for nothing else.
            if files.outlet.isBlocked, !files.isBusy {
                drain(files.outlet, epoll, &log)
                outlets.flush()
            }
            files.tend(spawn, outlets, &log, at: now)
            var isWanted = !wereStale
            for stream in streams where stream.pipe != nil && stream.outlet === files.outlet {
                isWanted = true
            }
            if isWanted { continue }
            if files.outlet.isBlocked { areLogsStale = true } else { finish(files) }
        }
    }

    /// Whether `pid` was a command of a log, which has ended.
    @inline(never)
    func endedCommand(
        _ pid: Int32, _ exit: Exit, _ epoll: borrowing Epoll, _ log: inout MessageLog,
        at now: Instant
    ) -> Bool {
        for files in outlets.logs where files.ended(pid, exit, at: now) {
            drain(files.outlet, epoll, &log)
            return true
        }
        return false
    }

    /// Marks that all was written, where it was, before swinit ends.
    @inline(never)
    func finishLogs(_ log: inout MessageLog) {
        for files in outlets.logs {
            files.outlet.drain()
            let lost = files.outlet.backlog
            if lost > 0 { files.tell("\(lost) bytes were lost", &log) }
            files.end()
        }
    }
}
