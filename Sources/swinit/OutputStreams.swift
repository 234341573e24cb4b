import Basics
import Config
import Linux
import Supervision

/// The streams of jobs that swinit reads: line by line to its own standard output and error, to loggers
/// and to the system's log.
///
/// Each is watched until where its lines go is blocked; then it is not read, so that its job waits as it
/// would if it wrote there itself. swinit never waits. The pipes outlive the jobs' processes, and with
/// what was read and not passed on they outlive a crash of swinit.
@safe final class OutputStreams {
    /// The event loop's tokens of streams are this and the stream's place.
    static let firstToken: UInt64 = 1 << 62
    /// The event loop's token of the log's socket.
    static let socketToken: UInt64 = 15

    let table: FaultTable
    let outlets: Outlets
    let rings: LogRings
    var streams: [OutputStream] = []
    /// The place of each row's streams, standard output first; -1 for none.
    private var places = PackedArray<Int32>()
    /// Where a piece is read to, behind what is left of the one before.
    let buffer: UnsafeMutablePointer<UInt8>
    var socket = SyslogSocket()
    /// The log's reader has too much to read.
    var isFull = false
    /// Lines that were lost since the log was last reached.
    var lost: UInt64 = 0
    /// How lines are written where no job says so.
    var format = LogSettings.Format.text
    /// The rows of jobs that others log to.
    var loggerRows = PackedArray<Int32>()
    /// How many bytes the longest name has.
    var width = 0
    /// Rows whose output has said that they are ready.
    var readyRows = PackedArray<Int32>()
    /// How jobs are started, for what they open.
    var launches: LaunchPlan?
    /// Where output goes may have changed: some may wait for nothing, and some files may be nobody's.
    var areStreamsStale = false
    /// What the next image was given, should it not come.
    var handedOver: [BlockChain] = []

    @inline(never)
    init(table: FaultTable) throws(SystemError) {
        self.table = table
        outlets = try Outlets(table: table)
        rings = LogRings(outlets.file)
        unsafe buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.bufferSize)
    }

    // MARK: - Pipes

    /// The end for the job in `row`, whose pipe is made where it has none.
    @inline(never)
    func open(
        row: Int, isErrors: Bool, epoll: borrowing Epoll
    ) throws(SystemError) -> StreamPipe {
        if let pipe = stream(row, isErrors)?.pipe { return pipe }
        let pipe = try StreamPipe()
        add(
            OutputStream(
                row: row, isErrors: isErrors, pipe: pipe, outlets.file, isAdopted: false), epoll)
        table.store(pipe, ofStream: isErrors ? 1 : 0, at: row)
        return pipe
    }

    /// The end that the logger in `row` reads, whose pipe is made where it has none.
    @inline(never)
    func openInput(row: Int) throws(SystemError) -> StreamPipe {
        if let pipe = outlets.logger(row)?.pipe { return pipe }
        let pipe = try StreamPipe(isInput: true)
        table.store(pipe, ofStream: 2, at: row)
        _ = outlets.addLogger(row, pipe, isAdopted: false)
        return pipe
    }

    /// Takes over the pipes that the image before this one had for `row`.
    @inline(never)
    func adopt(row: Int, pid: Int32, epoll: borrowing Epoll) {
        if let pipe = table.pipe(ofStream: 2, at: row) {
            _ = outlets.addLogger(row, pipe, isAdopted: true)
        }
        for half in 0..<2 {
            guard let pipe = table.pipe(ofStream: half, at: row) else { continue }
            let stream = OutputStream(
                row: row, isErrors: half == 1, pipe: pipe, outlets.file, isAdopted: true)
            stream.set(pid)
            takeUp(stream)
            add(stream, epoll)
        }
    }

    private func add(_ stream: OutputStream, _ epoll: borrowing Epoll) {
        var place = 0
        while place < streams.count, streams[place].pipe != nil { place += 1 }
        if place == streams.count {
            streams.append(stream)
        } else {
            streams[place] = stream
        }
        let key = stream.row * 2 + (stream.isErrors ? 1 : 0)
        while places.count <= key { places.append(-1) }
        places[key] = Int32(clamping: place)
        watch(place, epoll)
    }

    /// The stream of a row; nil where swinit does not read it.
    @inline(never)
    func stream(_ row: Int, _ isErrors: Bool) -> OutputStream? {
        let key = row * 2 + (isErrors ? 1 : 0)
        guard key < places.count, places[key] >= 0 else { return nil }
        return streams[Int(places[key])]
    }

    /// The process that writes to the streams of `row` from now on.
    @inline(never)
    func began(row: Int, pid: Int32, awaiting text: Text) {
        for half in 0..<2 {
            guard let stream = stream(row, half == 1) else { continue }
            stream.began(pid)
            stream.awaited = text
        }
    }

    /// Where a stream that is open stands among all.
    @inline(never)
    func place(of stream: OutputStream) -> Int {
        let key = stream.row * 2 + (stream.isErrors ? 1 : 0)
        return key < places.count ? Int(places[key]) : -1
    }

    @inline(never)
    func watch(_ place: Int, _ epoll: borrowing Epoll) {
        guard let pipe = streams[place].pipe else { return }
        do throws(SystemError) {
            try epoll.add(pipe.reading, token: Self.firstToken | UInt64(place))
        } catch {
            // No memory for the watch: what the job writes is read when its process ends.
        }
    }

    // MARK: - Rows that go

    /// Forgets the pipes of a row that is nobody's any more, once they have been passed on.
    @inline(never)
    func close(row: Int, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        for half in 0..<2 {
            guard let stream = stream(row, half == 1) else { continue }
            stream.ended()
            stream.isLeaving = true
            serve(Int(places[row * 2 + half]), epoll, &log)
            places[row * 2 + half] = -1
            table.store(nil, ofStream: half, at: row)
        }
        if outlets.logger(row) != nil {
            table.store(nil, ofStream: 2, at: row)
            outlets.removeLogger(row, epoll)
            for stream in streams where stream.outlet?.number == row + 2 {
                stream.outlet = outlets.standard[stream.isErrors ? 1 : 0]
                areStreamsStale = true
            }
        }
    }

    /// Closes a stream that is to be closed and has been passed on.
    @inline(never)
    func leave(_ stream: OutputStream, _ epoll: borrowing Epoll, _ log: inout MessageLog) {
        guard stream.isLeaving, !stream.isWaiting, !stream.hasEnds, let pipe = stream.pipe else {
            return
        }
        tellDropped(stream, &log)
        if !stream.isWaiting { epoll.remove(pipe.reading) }
        pipe.close()
        stream.pipe = nil
        areStreamsStale = true
        stream.text.removeAll()
        stream.ring = nil
    }

    /// Whether the logger in `row` has read something of what it was given since this was asked, not all.
    @inline(never)
    func leavesInput(row: Int) -> Bool {
        guard let logger = outlets.logger(row) else { return false }
        let old = logger.lastUnread
        logger.lastUnread = logger.unread
        return logger.lastUnread > 0 && logger.lastUnread != old
    }

    /// Has loggers read to the end of what they were given, where nobody is left who writes to them.
    @inline(never)
    func endInputs(_ supervisor: Supervisor) {
        for logger in outlets.loggers where !logger.isEnded && !logger.isBlocked {
            var isWanted = false
            for stream in streams where stream.pipe != nil {
                guard stream.outlet === logger else { continue }
                if stream.isWaiting || supervisor.isPresent(InstanceID(stream.row)) {
                    isWanted = true
                }
            }
            if isWanted { continue }
            outlets.flush()
            if !logger.isBlocked { logger.end() }
        }
    }
}
