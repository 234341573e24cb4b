import Basics
import Config
import Daemontools
import Linux
import Supervision

/// The files that the output of one job goes to (`log file`, `log script`): one for all of its instances.
///
/// What was taken in and not written yet is not taken yet for whoever asks: it waits where it outlives a
/// crash.
final class JobLog {
    /// What stands behind the number of its outlet in the owners of its blocks.
    private static let waitingOwner: UInt64 = 4 << 60
    private static let commandOwner: UInt64 = 5 << 60

    /// Whose output it is, and the hash of its name.
    let spec: JobSpec
    let job: UInt64
    private let sink: LogSink
    let outlet: Outlet
    /// Its job has another, or none: it is forgotten when it is done.
    private(set) var isLeaving = false
    /// So many bytes are in the log's own memory.
    private var inFlight = 0
    /// The command that works on a file; 0 for none.
    private var pid: Int32 = 0
    /// It is one of the image before this one, which is ended and begun anew.
    private var isForeign = false
    /// Its pid, for the next image.
    private let command: BlockChain
    private let child: ChildPlan

    /// The log of `spec`, whose files a process as `child` says opens; its arguments are the words.
    @inline(never)
    init(_ spec: JobSpec, _ child: ChildPlan, _ file: BlockFile, resumes: Bool) {
        self.spec = spec
        job = spec.name.hash(number: 1)
        self.child = child
        let terms = LogTerms(
            base: child.directory ?? "/", identity: child.identity, resumes: resumes)
        sink =
            spec.log.file == nil
            ? LogSink(LogScript(child.arguments), terms)
            : LogSink(file: child.arguments.first ?? Text([]), terms)
        outlet = Outlet(
            number: Self.number(of: job), output: NonblockingOutput(own: -1), pipe: nil, file,
            isAdopted: true)
        command = BlockChain(
            file, owner: Self.commandOwner | UInt64(outlet.number), isAdopted: resumes)
        outlet.log = self
        goOn(for: spec)
        if resumes { resume(file) }
        sink.advance(Clock.now)
    }

    /// Goes on for a definition that differs in how the file is rotated, if at all.
    @inline(never)
    func goOn(for spec: JobSpec) {
        let log = spec.log
        sink.rotate(size: log.rotation, count: log.kept, compresses: log.compresses)
    }

    /// The number of its outlet: above those of rows.
    private static func number(of job: UInt64) -> Int {
        Int(truncatingIfNeeded: 1 << 48 | job >> 20)
    }

    /// Writes bytes, and those that were in flight at first: how many are in the files.
    @inline(never)
    func write(_ start: UnsafeRawPointer, _ count: Int) -> Int {
        let now = Clock.now
        sink.advance(now)
        if inFlight == 0 {
            inFlight = unsafe sink.append(
                UnsafeBufferPointer(
                    start: start.assumingMemoryBound(to: UInt8.self), count: count),
                wall: Clock.wallNanoseconds)
            sink.advance(now)
        }
        guard sink.isWritten else { return 0 }
        let written = min(inFlight, count)
        inFlight -= written
        return written
    }

    /// When it is tried again to write; nil where only something else can help.
    var deadline: Instant? { sink.deadline }

    /// It takes nothing in at present.
    var isBusy: Bool { sink.isBlocked }

    /// Goes on with what waits for a time.
    func advance(_ now: Instant) { sink.advance(now) }

    /// All is done, after ``leave()``.
    var isDone: Bool { !sink.isBlocked && pid == 0 }

    /// Tells what there is to tell.
    @inline(never)
    func report(_ outlets: Outlets, _ log: inout MessageLog) {
        for words in sink.takeReports() { tell(words, &log) }
        if outlets.standard[1].isBlocked { return }
        unsafe sink.takeErrors().withUnsafeBytes {
            if let first = $0.baseAddress {
                unsafe outlets.add(first, $0.count, to: outlets.standard[1])
            }
        }
    }

    /// Runs a command where one is wanted.
    @inline(never)
    func runCommand(_ spawn: Spawn, at now: Instant) {
        while pid == 0, let wanted = sink.takeChild() {
            var child = child
            child.arguments = wanted.command
            child.directory = wanted.directory
            child.input = .null
            child.output = .null
            child.errors = .null
            child.leadsSession = true
            child.listens = false
            switch unsafe spawn.start(child, shares: true) {
            case .started(let pid, _), .failed(let pid, _, _):
                self.pid = pid
                unsafe withUnsafeBytes(of: pid) {
                    if let base = $0.baseAddress { _ = unsafe command.append(base, $0.count) }
                }
            case .refused: sink.childEnded(.unknown, now)
            }
        }
    }

    /// Writes one of swinit's messages on this log.
    @inline(never)
    func tell(_ words: Text, _ log: inout MessageLog) {
        log.write(Report(.warning, "log of \(spec.name): \(words)"))
    }

    /// Whether `pid` was its command, which has ended.
    @inline(never)
    func ended(_ pid: Int32, _ exit: Exit, at now: Instant) -> Bool {
        guard pid == self.pid else { return false }
        self.pid = 0
        command.removeAll()
        if !isForeign { sink.childEnded(exit, now) }
        isForeign = false
        sink.advance(now)
        return true
    }

    /// Ends it when what it has taken in is written; what waits is for whoever comes after it.
    @inline(never)
    func leave() {
        isLeaving = true
        outlet.log = nil
        outlet.forget(inFlight)
        outlet.leaveRest()
        inFlight = 0
        end()
    }

    /// Closes its files when all is written.
    @inline(never)
    func end() {
        sink.end()
        sink.advance(Clock.now)
    }

    /// Writes at once what is possible, since swinit ends.
    func hurry() { sink.hurry(Clock.now) }

    /// How many bytes are in no file.
    var left: Int { max(outlet.backlog - inFlight, 0) + sink.left }

    // MARK: - A fault of swinit's

    /// Whose blocks hold what is in flight.
    private var waitingOwner: UInt64 { Self.waitingOwner | UInt64(outlet.number) }

    /// Lets the next image have what was taken in and is not written.
    @inline(never)
    func handOver(_ file: BlockFile) -> BlockChain {
        let chain = BlockChain(file, owner: waitingOwner, isAdopted: false)
        unsafe sink.waiting.withUnsafeBytes {
            if let first = $0.baseAddress { _ = unsafe chain.append(first, $0.count) }
        }
        outlet.forget(inFlight)
        inFlight = 0
        return chain
    }

    /// Takes up what the image before this one has left.
    private func resume(_ file: BlockFile) {
        let chain = BlockChain(file, owner: waitingOwner, isAdopted: true)
        sink.restore(chain.records)
        chain.removeAll()
        // Two of them would write the same file.
        unsafe command.records.withUnsafeBytes {
            for index in 0..<$0.count / 4 {
                let old = unsafe $0.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)
                guard old > 1, Children.wait(for: old, keeping: true) != .childless else {
                    continue
                }
                pid = old
                isForeign = true
                Signals.send(.kill, toGroup: old)
            }
        }
        if pid == 0 { command.removeAll() }
    }
}
