import Basics
import Config
import Linux
import Supervision

/// The files that jobs log to.
extension OutputStreams {
    /// The log of the job with this definition, which is opened where it is not yet; nil where it has
    /// none.
    @inline(never)
    func files(of spec: JobSpec, _ number: Int) -> JobLog? {
        let settings = spec.log
        let words = settings.file.map { [$0] } ?? settings.script
        guard !words.isEmpty, let launches else { return nil }
        let job = spec.name.hash(number: 1)
        var before: JobLog?
        for log in outlets.logs where log.job == job && !log.isLeaving {
            if !spec.writesFiles(unlike: log.spec) {
                log.goOn(for: spec)
                return log
            }
            before = log
        }
        var child = ChildPlan(arguments: words)
        // What it lacks is told when it starts.
        if launches.complete(&child, of: spec, number) != nil { return nil }
        if let before { outlets.release(before) }
        let log = JobLog(spec, child, outlets.file, resumes: outlets.isRecovering)
        outlets.logs.append(log)
        // What waits for the files that it had is written to the new ones.
        for stream in streams where stream.outlet === before?.outlet && before != nil {
            stream.outlet = log.outlet
        }
        return log
    }

    /// Ends logs to which no stream goes any more, tells what logs have to tell, and runs commands for
    /// them.
    @inline(never)
    func tendLogs(
        _ spawn: Spawn, _ epoll: borrowing Epoll, _ log: inout MessageLog, at now: Instant
    ) {
        let wereStale = areStreamsStale
        areStreamsStale = false
        if wereStale { serveFreed(epoll, &log) }
        outlets.flush()
        var index = outlets.logs.count
        while index > 0 {
            index -= 1
            let files = outlets.logs[index]
            files.report(outlets, &log)
            // What it has taken over from another, or was handed over, waits for nothing else.
            var left = Int.max
            while files.outlet.isBlocked, !files.isBusy, files.outlet.backlog < left {
                left = files.outlet.backlog
                drain(files.outlet, epoll, &log)
                outlets.flush()
                files.report(outlets, &log)
            }
            files.runCommand(spawn, at: now)
            if files.isLeaving, files.isDone { outlets.logs.remove(at: index) }
            if !wereStale || files.isLeaving { continue }
            var isWanted = false
            for stream in streams where stream.pipe != nil && stream.outlet === files.outlet {
                isWanted = true
            }
            if isWanted { continue }
            if files.outlet.isBlocked { areStreamsStale = true } else { outlets.release(files) }
        }
    }

    /// Reads on what waited for something that it goes to no more.
    private func serveFreed(_ epoll: borrowing Epoll, _ log: inout MessageLog) {
        for place in streams.indices {
            let stream = streams[place]
            guard stream.pipe != nil, stream.isWaiting, !stream.isBlocked else { continue }
            if stream.outlet != nil || !isFull { serve(place, epoll, &log) }
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

    /// Goes on with logs that wait for a time.
    @inline(never)
    func retryLogs(at now: Instant, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        for files in outlets.logs {
            guard let due = files.deadline, due <= now else { continue }
            files.advance(now)
            drain(files.outlet, epoll, &log)
        }
    }

    /// Writes what can be written before swinit ends, marks where that was all, and tells what was lost.
    @inline(never)
    func finishLogs(
        until end: Instant, _ epoll: borrowing Epoll, _ log: inout MessageLog
    ) {
        for files in outlets.logs {
            files.hurry()
            var rest = Int.max
            var left = unread(files.outlet) + files.left
            while left < rest {
                rest = left
                files.report(outlets, &log)
                waitForReaders(until: end, epoll, &log)
                drain(files.outlet, epoll, &log)
                outlets.flush()
                left = unread(files.outlet) + files.left
            }
            files.end()
            files.hurry()
            waitForReaders(until: end, epoll, &log)
            if left > 0 { files.tell("\(left) bytes were lost", &log) }
            files.report(outlets, &log)
        }
        waitForReaders(until: end, epoll, &log)
    }

    /// How many bytes of streams have not come to where they go.
    @inline(never)
    func unread(_ outlet: Outlet) -> Int {
        var count = 0
        for stream in streams where stream.outlet === outlet {
            if let pipe = stream.pipe { count += stream.text.count + pipe.count }
        }
        return count
    }
}
