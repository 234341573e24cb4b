import Basics
import Config
import Linux
import Supervision
import Wire

/// What jobs say of themselves: by sd_notify(3), or by a newline on a descriptor (s6).
///
/// The table that outlives a crash has all that must be known of it: a socket or a pipe for each job that
/// has `ready notify` or `ready fd`. The next image inherits them, so that nothing is lost with which a
/// job says that it is ready, even while swinit executes itself again. Other jobs cost nothing.
final class Notices {
    /// The event loop's tokens of these are this and the row.
    static let firstToken: UInt64 = 1 << 60
    /// Datagrams of one job read in one turn, so that a flood of them does not starve the rest.
    static let readsPerTurn = 16
    /// Datagrams that may be left of an earlier run: more than the kernel keeps unless it is told to
    /// (net.unix.max_dgram_qlen).
    private static let readsBeforeStart = 1024
    /// Anybody may send anything: no more than one complaint in this time.
    private static let complaintPause = Milliseconds(10_000)

    private let table: FaultTable
    /// What jobs last said that they do, by rows, up to the last that has said something.
    private var words: [Text] = []
    private var nextComplaint = Instant(milliseconds: 0)

    init(table: FaultTable) {
        self.table = table
    }

    // MARK: - Life

    /// Gives `child` what it needs to say that it is ready, as `spec` wants it.
    ///
    /// A socket is kept over the runs of a row, and what the last one left in it is dropped; a pipe is
    /// that of one run.
    @inline(never)
    func prepare(
        _ child: inout ChildPlan, _ spec: JobSpec, row: Int, _ epoll: borrowing Epoll
    ) throws(SystemError) {
        say(Text([]), row: row)
        let readiness = spec.readiness
        if readiness?.form != .notify { close(row: row, epoll) }
        let user = child.identity?.user ?? Own.user
        if readiness?.form == .notify {
            child.environment.append(
                "NOTIFY_SOCKET=\(try name(ofRow: row, user: user, epoll))")
        } else if readiness?.form == .descriptor {
            let pipe = try ReadyPipe()
            let number = readiness?.words.first?.decimal
            child.ready = (pipe.writing, Int32(clamping: number ?? 0))
            do throws(SystemError) {
                try keep(pipe.reading, user: user, row: row, epoll)
            } catch {
                Self.started(child)
                throw error
            }
        }
    }

    /// Closes what was meant for `child` alone, now that it has it or never will.
    static func started(_ child: ChildPlan) {
        if child.ready.number > 0 { StatusPipe.closeReading(child.ready.descriptor) }
    }

    /// The address of the row's socket, which is opened where there is none.
    @inline(never)
    private func name(
        ofRow row: Int, user: UInt32, _ epoll: borrowing Epoll
    ) throws(SystemError) -> Text {
        let old = NotifySocket(adopting: table.ready(row).descriptor)
        if old.descriptor > 0, let name = old.name {
            var left = Self.readsBeforeStart
            while left > 0, old.receive(atMost: 0) != nil { left -= 1 }
            _ = table.storeReady(old.descriptor, user: user, at: row)
            return name
        }
        close(row: row, epoll)
        let socket = try NotifySocket()
        try keep(socket.descriptor, user: user, row: row, epoll)
        return socket.name ?? Text([])
    }

    /// Notes and watches a descriptor, or closes it where that is impossible.
    @inline(never)
    private func keep(
        _ descriptor: Int32, user: UInt32, row: Int, _ epoll: borrowing Epoll
    ) throws(SystemError) {
        var error = SystemError(number: 12)
        if table.storeReady(descriptor, user: user, at: row) {
            do throws(SystemError) {
                try epoll.add(descriptor, token: Self.firstToken | UInt64(row))
                return
            } catch let failure {
                error = failure
            }
        }
        close(row: row, epoll)
        throw error
    }

    /// Takes over what the image before this one had for `row`.
    @inline(never)
    func adopt(row: Int, isVacant: Bool, _ epoll: borrowing Epoll) {
        let ready = table.ready(row)
        guard ready.descriptor > 0 else { return }
        Own.closeOnExec(ready.descriptor)
        do throws(SystemError) {
            try keep(ready.descriptor, user: ready.user, row: row, epoll)
        } catch {
            // No memory for the watch: the job gets another at its next start.
        }
        if isVacant { close(row: row, epoll) }
    }

    /// Forgets the row.
    @inline(never)
    func close(row: Int, _ epoll: borrowing Epoll) {
        say(Text([]), row: row)
        let descriptor = table.ready(row).descriptor
        guard descriptor > 0 else { return }
        _ = table.storeReady(0, user: 0, at: row)
        epoll.remove(descriptor)
        StatusPipe.closeReading(descriptor)
    }

    // MARK: - Words

    /// What the job in `row` said last that it does; may be empty.
    @inline(never)
    func words(row: Int) -> Text {
        words.indices.contains(row) ? words[row] : Text([])
    }

    /// Keeps what the job in `row` says that it does.
    @inline(never)
    func say(_ text: Text, row: Int) {
        if text.isEmpty, row >= words.count { return }
        while words.count <= row { words.append(Text([])) }
        words[row] = text
    }

    // MARK: - Reading

    /// The next thing that the main process `pid` of `row`, or one of its session, has said, in the form of
    /// sd_notify(3); nil for nothing any more, at present.
    ///
    /// `reads` is what may be read yet; strangers are passed over.
    @inline(never)
    func next(
        row: Int, pid: Int32, reads: inout Int, at now: Instant, _ epoll: borrowing Epoll,
        _ log: inout MessageLog
    ) -> Text? {
        let ready = table.ready(row)
        guard ready.descriptor > 0 else { return nil }
        let socket = NotifySocket(adopting: ready.descriptor)
        guard socket.name != nil else { return answer(of: ready.descriptor, row: row, epoll) }
        while reads > 0, let message = socket.receive(atMost: NotifyDatagram.longest) {
            reads -= 1
            if !message.isCut, isOwn(message, pid: pid, user: ready.user) {
                return Text(message.bytes)
            }
            complain(of: message, now, &log)
        }
        return nil
    }

    /// What has come through the pipe of `row`, as its job would have said it by sd_notify(3).
    @inline(never)
    private func answer(of descriptor: Int32, row: Int, _ epoll: borrowing Epoll) -> Text? {
        let answer = ReadyPipe.answer(from: descriptor)
        if answer == .nothing { return nil }
        close(row: row, epoll)
        return answer == .ready ? "READY=1" : nil
    }

    /// Whether `message` is of the run whose main process is `pid`.
    ///
    /// That process may have become another user since; others must be of the job's user, swinit's or
    /// root, and in its session. One that is gone can only be judged by its user: what was sent before
    /// this run began has been dropped.
    @inline(never)
    private func isOwn(_ message: NotifySocket.Message, pid: Int32, user: UInt32) -> Bool {
        guard pid > 0, message.pid > 0 else { return false }
        if message.pid == pid { return true }
        guard message.user == user || message.user == 0 || message.user == Own.user else {
            return false
        }
        guard let session = Own.session(of: message.pid) else { return true }
        return session == Own.session(of: pid)
    }

    /// Says why `message` does not count; that of a stranger is of interest to few.
    @inline(never)
    private func complain(
        of message: NotifySocket.Message, _ now: Instant, _ log: inout MessageLog
    ) {
        let level = message.isCut ? Report.Level.warning : .debug
        guard level >= log.threshold, now >= nextComplaint else { return }
        nextComplaint = now + Self.complaintPause
        let why: StaticString = message.isCut ? "of more than 4096 bytes" : "of a stranger"
        log.write(
            Report(
                level, "ignored a notification \(why) (pid \(message.pid), uid \(message.user))"))
    }
}
