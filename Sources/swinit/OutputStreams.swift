import Basics
import Linux
import Supervision

/// The streams of jobs that go to the system's log, line by line.
///
/// Each is watched for one read at a time. While the log's reader has too much to read nothing more is
/// read, so that the jobs wait as they would for syslog(3) itself; where there is no log the lines are
/// lost and counted. swinit never waits.
final class OutputStreams {
    /// The event loop's tokens of streams are this and the stream's place.
    static let firstToken: UInt64 = 1 << 62
    /// The event loop's token of the log's socket.
    static let socketToken: UInt64 = 15
    /// One read; what is kept of a stream is no more than this and a line.
    private static let part = 4096
    /// What a pipe holds at most (pipe(7)), in reads: more is what its job has written meanwhile.
    private static let readsAtEnd = 16

    private let table: FaultTable
    private var streams: [OutputStream] = []
    private var socket = SyslogSocket()
    /// The log's reader has too much to read.
    private var isFull = false
    /// Lines that were lost since the log was last reached.
    private var lost: UInt64 = 0

    init(table: FaultTable) {
        self.table = table
    }

    /// The end for the job in `row`, whose pipe is made where it has none.
    @inline(never)
    func open(
        row: Int, isErrors: Bool, tag: Text, epoll: borrowing Epoll
    ) throws(SystemError) -> StreamPipe {
        if let stream = stream(row, isErrors) {
            stream.tag = tag
            return stream.pipe
        }
        let pipe = try StreamPipe()
        add(OutputStream(row: row, isErrors: isErrors, pipe: pipe), tag: tag, epoll: epoll)
        table.storeStream(
            reading: pipe.reading, writing: pipe.writing, isErrors: isErrors, at: row)
        return pipe
    }

    /// Takes over the pipes that the image before this one had for `row`.
    @inline(never)
    func adopt(row: Int, tag: Text, pid: Int32, epoll: borrowing Epoll) {
        for half in 0..<2 {
            let ends = table.stream(isErrors: half == 1, at: row)
            if ends.reading <= 0 { continue }
            let pipe = StreamPipe(adopting: ends.reading, ends.writing)
            let stream = OutputStream(row: row, isErrors: half == 1, pipe: pipe)
            stream.pid = pid
            add(stream, tag: tag, epoll: epoll)
        }
    }

    private func add(_ stream: OutputStream, tag: Text, epoll: borrowing Epoll) {
        stream.tag = tag
        streams.append(stream)
        watch(streams.count - 1, epoll)
    }

    @inline(never)
    private func stream(_ row: Int, _ isErrors: Bool) -> OutputStream? {
        for stream in streams where stream.row == row && stream.isErrors == isErrors {
            return stream
        }
        return nil
    }

    /// The process that writes to the streams of `row` from now on.
    @inline(never)
    func began(row: Int, pid: Int32) {
        for stream in streams where stream.row == row { stream.pid = pid }
    }

    @inline(never)
    private func watch(_ place: Int, _ epoll: borrowing Epoll) {
        do throws(SystemError) {
            try epoll.addOnce(
                streams[place].pipe.reading, token: Self.firstToken | UInt64(place))
        } catch {
            // No memory for the watch: what the job writes is read when its process ends.
        }
    }

    /// Takes in what `token` tells of: a stream that can be read, or a log that can be written.
    @inline(never)
    func take(_ token: UInt64, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        if token != Self.socketToken {
            let place = Int(truncatingIfNeeded: token & 0xFFFF_FFFF)
            guard streams.indices.contains(place) else { return }
            read(place, epoll, &log)
            return
        }
        isFull = false
        for place in streams.indices where !isFull { read(place, epoll, &log) }
    }

    private func read(_ place: Int, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        let stream = streams[place]
        if pass(stream, isEnding: false, epoll, &log) {
            stream.text.bytes.append(contentsOf: stream.pipe.read(atMost: Self.part))
            if pass(stream, isEnding: false, epoll, &log) { watch(place, epoll) }
        }
    }

    /// The process of `row` has ended, or swinit ends where that is nil: passes on what was written, a
    /// last line without an end too.
    @inline(never)
    func ended(row: Int?, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        for stream in streams where row == nil || stream.row == row {
            var reads = 0
            while reads < Self.readsAtEnd, pass(stream, isEnding: false, epoll, &log) {
                let next = stream.pipe.read(atMost: Self.part)
                if next.isEmpty { break }
                stream.text.bytes.append(contentsOf: next)
                reads += 1
            }
            _ = pass(stream, isEnding: true, epoll, &log)
        }
    }

    /// Sends the lines that `stream` has; false where the log's reader has too much to read.
    @inline(never)
    private func pass(
        _ stream: OutputStream, isEnding: Bool, _ epoll: borrowing Epoll, _ log: inout MessageLog
    ) -> Bool {
        while let range = stream.line(atMost: SyslogLine.longest, isEnding: isEnding) {
            if isFull { return false }
            let form = SyslogLine(tag: stream.tag, pid: stream.pid, isError: stream.isErrors)
            switch socket.send(form.datagram(stream.text.slice(range), at: Clock.wallSeconds)) {
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
                if isFull { return false }
                lost &+= 1
            }
            stream.drop(range)
        }
        return true
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
    private func tell(_ level: Report.Level, _ words: Text, _ log: inout MessageLog) {
        log.write(Report(level, words))
    }
}
