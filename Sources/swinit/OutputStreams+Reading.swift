import Basics
import CLinux
import Config
import Linux
import Supervision

/// From the pipes to where the lines go.
extension OutputStreams {
    /// One read.
    private static let part = 65_536
    /// What is left of a stream is no more than a read and a line.
    static let bufferSize = part + Outlets.longestLine + 4096

    /// Takes in what `token` tells of: a stream that can be read, or an outlet that can be written.
    @inline(never)
    func take(_ token: UInt64, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        if token == Self.socketToken {
            isFull = false
            resume(nil, epoll, &log)
        } else if token >= Self.firstToken, token < Outlets.loggerToken {
            serve(Int(token & 0xFFFF_FFFF), epoll, &log)
        } else if let outlet = outlets.outlet(of: token) {
            drain(outlet, epoll, &log)
        }
    }

    /// Tries the outlets again that nothing watches.
    @inline(never)
    func retry(at now: Instant, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        for outlet in outlets.standard {
            if let due = outlet.retry, due <= now { drain(outlet, epoll, &log) }
        }
        retryLogs(at: now, epoll, &log)
    }

    @inline(never)
    func drain(_ outlet: Outlet, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        outlet.drain()
        if !outlet.isBlocked { resume(outlet, epoll, &log) }
    }

    /// Reads on what waited for `outlet`; for the system's log where that is nil.
    private func resume(
        _ outlet: Outlet?, _ epoll: borrowing Epoll, _ log: inout MessageLog
    ) {
        for place in streams.indices {
            let stream = streams[place]
            guard stream.pipe != nil, stream.outlet === outlet || stream.tee === outlet else {
                continue
            }
            tellDropped(stream, &log)
            if stream.isWaiting, !stream.isBlocked { serve(place, epoll, &log) }
        }
    }

    /// Reads a piece of a stream, or what is left of a run, and passes its lines on.
    @inline(never)
    func serve(_ place: Int, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        guard streams.indices.contains(place), let pipe = streams[place].pipe else { return }
        let stream = streams[place]
        let wasWaiting = stream.isWaiting
        repeat {
            stream.isWaiting = false
            var filled = unsafe stream.text.copy(to: buffer, atMost: Self.bufferSize)
            stream.text.removeAll()
            // More than a line is there only where it could not be passed on.
            if filled <= Outlets.longestLine, !stream.isBlocked {
                let most = stream.readable(atMost: Self.part)
                let count = unsafe pipe.read(to: buffer + filled, atMost: most)
                // Somebody else has read of it: its end is here.
                if count == 0, most > 0, stream.hasEnds { stream.offset &+= UInt64(most) }
                stream.offset &+= UInt64(count)
                filled += count
            }
            pass(stream, filled, epoll, &log)
        } while stream.hasEnds && !stream.isWaiting
        if stream.isWaiting != wasWaiting {
            if stream.isWaiting { epoll.remove(pipe.reading) } else { watch(place, epoll) }
        }
        leave(stream, epoll, &log)
    }

    /// Passes on the lines of the first `filled` bytes of the buffer, and keeps the rest.
    private func pass(
        _ stream: OutputStream, _ filled: Int, _ epoll: borrowing Epoll, _ log: inout MessageLog
    ) {
        let isEnding = stream.isAtEnd
        var done = 0
        var filled = filled
        if stream.isSkipping { filled = skip(stream, filled, isEnding) }
        if filled > 0 || (isEnding && stream.isMore) {
            let time = Clock.wallNanoseconds
            if let outlet = stream.outlet {
                stream.form.prepare(at: time)
                if stream.mayHint, filled > 0 { hint(stream) }
                done = unsafe outlets.write(
                    buffer, filled, stream.form, to: outlet, isMore: stream.isMore,
                    isEnding: isEnding, isForced: false)
                if outlet.isBlocked, stream.drops {
                    done = drop(stream, done, filled, isEnding, outlet)
                }
                if let tee = stream.tee {
                    if stream.drops, tee.isBlocked {
                        unsafe stream.dropped += Self.ends(in: buffer, done)
                    } else {
                        stream.teeForm.prepare(at: time)
                        _ = unsafe outlets.write(
                            buffer, done, stream.teeForm, to: tee, isMore: stream.isMore,
                            isEnding: isEnding && done == filled, isForced: true)
                    }
                }
            } else {
                done = send(stream, filled, isEnding: isEnding, epoll, &log)
            }
            look(stream, done, at: time)
            if done > 0 { stream.isMore = unsafe buffer[done - 1] != 10 }
        }
        if done < filled {
            _ = unsafe stream.text.append(buffer + done, filled - done)
            if isEnding { stream.isWaiting = true }
        } else if isEnding {
            stream.passEnd()
        }
        if stream.outlet == nil { if isFull { stream.isWaiting = true } }
        if stream.isBlocked { stream.isWaiting = true }
    }

    /// Looks at the first `count` bytes: for the ring, and for what tells that the job is ready.
    func look(_ stream: OutputStream, _ count: Int, at time: Int64) {
        if count == 0 { return }
        if stream.ring == nil, stream.ringSize > 0 {
            stream.ring = rings.open(stream.job, size: stream.ringSize, isAdopted: false)
        }
        if let ring = stream.ring {
            unsafe ring.add(
                buffer, count, at: time, instance: stream.form.instance,
                isErrors: stream.isErrors, isMore: stream.isMore)
            rings.trim()
        }
        if !stream.awaited.isEmpty, unsafe has(stream.awaited, buffer, count) {
            stream.awaited = Text([])
            readyRows.append(Int32(clamping: stream.row))
        }
    }

    private func has(_ text: Text, _ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var place = 0
        while place + text.count <= count {
            var same = 0
            while same < text.count, unsafe start[place + same] == text.bytes[same] { same += 1 }
            if same == text.count { return true }
            place += 1
        }
        return false
    }

    private func hint(_ stream: OutputStream) {
        stream.mayHint = false
        if unsafe buffer.pointee == 123 { outlets.hint(stream.form.job) }
    }

    /// The process of `row` has ended, or swinit ends where that is nil: passes on what was written, a
    /// last line without an end too.
    @inline(never)
    func ended(row: Int?, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        if let row {
            for half in 0..<2 {
                guard let stream = stream(row, half == 1) else { continue }
                stream.ended()
                if !stream.isWaiting { serve(place(of: stream), epoll, &log) }
            }
            return
        }
        for place in streams.indices where streams[place].pipe != nil {
            streams[place].ended()
            if !streams[place].isWaiting { serve(place, epoll, &log) }
        }
    }

    /// Writes what waits, before swinit ends, until `end` at the latest.
    @inline(never)
    func finish(
        _ supervisor: Supervisor, until end: Instant, _ epoll: borrowing Epoll,
        _ log: inout MessageLog
    ) {
        ended(row: nil, epoll, &log)
        for stream in streams { tellDropped(stream, &log) }
        for logger in outlets.loggers {
            let left = unread(logger) + logger.unread
            if left == 0 { continue }
            let name = supervisor.name(of: InstanceID(logger.number - 2))
            tell(.warning, "\(left) bytes for \(name) were lost", &log)
        }
        waitForReaders(until: end, epoll, &log)
        finishLogs(until: end, epoll, &log)
    }

    /// Waits for whoever reads what swinit writes, until `end` at the latest.
    @inline(never)
    func waitForReaders(
        until end: Instant, _ epoll: borrowing Epoll, _ log: inout MessageLog
    ) {
        outlets.flush()
        for outlet in outlets.standard {
            while outlet.isBlocked, Clock.now < end {
                outlet.wait(milliseconds: 100)
                drain(outlet, epoll, &log)
                outlets.flush()
            }
        }
    }

    // MARK: - The system's log

    /// Sends the lines to the system's log: how many bytes they were.
    private func send(
        _ stream: OutputStream, _ filled: Int, isEnding: Bool, _ epoll: borrowing Epoll,
        _ log: inout MessageLog
    ) -> Int {
        var done = 0
        while let line = unsafe Outlets.nextLine(
            buffer + done, filled - done, atMost: SyslogLine.longest, isEnding: isEnding)
        {
            if isFull { break }
            let form = SyslogLine(
                tag: stream.form.name, pid: stream.form.pid, isError: stream.isErrors)
            let text = unsafe Text(
                [UInt8](UnsafeBufferPointer(start: buffer + done, count: line.length)))
            switch socket.send(form.datagram(text, at: Clock.wallSeconds)) {
            case .sent:
                if lost > 0 {
                    tell(.info, "/dev/log is there again; \(lost) lines were lost", &log)
                }
                lost = 0
            case .lost(let error):
                if lost == 0 {
                    tell(
                        .warning, "cannot write to /dev/log: \(error.reason); lines are lost", &log)
                }
                lost &+= 1
            case .full:
                isFull = wait(epoll)
                if isFull { return done }
                lost &+= 1
            }
            done += line.length + (line.hasEnd ? 1 : 0)
        }
        return done
    }

    /// Has the loop say when the log can take more; false where that is impossible.
    private func wait(_ epoll: borrowing Epoll) -> Bool {
        do throws(SystemError) {
            try epoll.addOutput(socket.descriptor, token: Self.socketToken)
            return true
        } catch {
            return false
        }
    }

    @inline(never)
    func tell(_ level: Report.Level, _ words: Text, _ log: inout MessageLog) {
        log.write(Report(level, words))
    }
}
