import Basics
import Linux

/// Single-command mode: starts one command, passes signals on, reaps, and ends when it ends.
///
/// There is no event loop here and no descriptor: one call that waits for a signal is all that a
/// container with one program needs, and how fast it starts is what its users notice.
struct SingleCommand {
    /// How many processes are reaped before signals are looked at again.
    private static let reapLimit = 256
    /// A sweep over all children that took longer than this is not repeated at once.
    private static let sweepLimit: Int64 = 50_000
    /// How many times its own length a long sweep is put off.
    private static let sweepPause: Int64 = 20

    /// How long processes may take to stop once swinit has failed too often.
    private static let stopBudget = Milliseconds(9000)

    private let options: Invocation
    private let voice: SingleVoice
    private let own: Int32
    /// The command's process number.
    private var pid: Int32 = 0
    private var exit: Exit?
    private var tookTerminal = false
    /// The pid file, absolute: swinit leaves the directory where it was started.
    private var pidFile: Text?
    /// What the kernel sent us for giving up the terminal and the command must not get.
    private var handOver = SignalSet.empty
    /// When children may be swept again (nanoseconds of the monotonic clock), and whether that is due.
    private var nextSweep: Int64 = 0
    private var sweepIsDue = false

    private init(_ options: Invocation, process: Int32) {
        own = process
        voice = SingleVoice(options, process: process)
        pidFile = options.pidFile?.absolute(in: Own.directory ?? "/")
        self.options = options
    }

    /// Runs the command to its end and answers the status to end with.
    @inline(never)
    static func run(_ options: consuming Invocation, process: Int32) -> Int32 {
        var single = SingleCommand(options, process: process)
        let status: Int32
        if let table = FaultRecovery.findTable(),
            let command = FaultRecovery.adoptCommand(from: table)
        {
            guard !command.isBare else {
                return BareMode(budget: stopBudget, groups: [command.pid]).run()
            }
            // Where a relative one lay was forgotten with the image before.
            if single.options.pidFile != single.pidFile { single.pidFile = nil }
            status = single.resume(command.pid)
        } else {
            status = single.start()
        }
        if single.tookTerminal, process != 1 { Own.takeTerminalBack() }
        if let file = single.pidFile { Files.remove(file) }
        return status
    }

    /// Reaps until INT or TERM comes (`catatonit -P`).
    @inline(never)
    static func pause() -> Int32 {
        while true {
            guard let received = Signals.wait(for: Signals.allButFaults) else { continue }
            switch received.signal {
            case .interrupt, .terminate: return 0
            case .child:
                while case .ended = Children.wait() {}
            default: break
            }
        }
    }

    @inline(never)
    private mutating func start() -> Int32 {
        voice.tell(.began, 0, 0)
        if let failure = prepare() { return failure }
        var ignores = Signals.inheritedFaultIgnores
        if Signals.resetChildSignal() { ignores.insert(.child) }
        if options.place == .session { leaveTerminal() }
        switch CommandSpawn.start(options.command ?? [], at: options.place, ignoring: ignores) {
        case .started(let pid, let tookTerminal, let error):
            self.pid = pid
            self.tookTerminal = tookTerminal
            FaultRecovery.handOver(command: pid)
            FaultRecovery.forward(to: pid, group: options.signalsGroup)
            voice.tell(.started, pid, 0)
            if let error { voice.tell(.notAttached, error) }
        case .failed(let pid, let isSetUp, let error):
            return voice.failed(pid: pid, isSetUp: isSetUp, error)
        case .refused(let error):
            return voice.refused(error)
        }
        // Pins no mount and holds no socket of the command's.
        Own.enter("/")
        Own.closeOtherDescriptors()
        return loop()
    }

    /// Goes on with a command that an image before this one started.
    @inline(never)
    private mutating func resume(_ command: Int32) -> Int32 {
        pid = command
        _ = Signals.resetChildSignal()
        FaultRecovery.forward(to: command, group: options.signalsGroup)
        Own.setName("swinit")
        // A CHLD may have been taken before the fault.
        sweepIsDue = true
        reapCommand()
        return loop()
    }

    /// What is done before the command exists; answers a status where swinit cannot go on.
    @inline(never)
    private func prepare() -> Int32? {
        if let signal = options.parentDeathSignal { Own.setParentDeathSignal(signal.rawValue) }
        if options.isSubreaper || (own != 1 && options.personality.isSubreaper) {
            _ = Own.becomeSubreaper()
        } else if own != 1, options.personality == .tini, !Own.isSubreaper {
            voice.warnOfMissingSubreaper()
        }
        guard let file = options.pidFile else { return nil }
        do throws(SystemError) {
            try Files.replace(file, with: "\(own)\n")
        } catch {
            return voice.refused(pidFile: file, error)
        }
        return nil
    }

    @inline(never)
    private mutating func leaveTerminal() {
        let led = Own.leadsSession
        let error = Own.leaveTerminal()
        if error == nil, led {
            handOver.insert(.hangUp)
            handOver.insert(.resume)
        }
        if let error {
            voice.tell(.notDetached, error)
        } else {
            voice.tell(led ? .detached : .detachedFollower, 0, 0)
        }
    }

    @inline(never)
    private mutating func loop() -> Int32 {
        while true {
            if let exit { return finish(exit) }
            guard let received = Signals.wait(for: Signals.allButFaults, nanoseconds: pause) else {
                if sweepIsDue { sweep() }
                continue
            }
            let number = received.signal.rawValue
            if received.signal == .child {
                voice.tell(.receivedChild, 0, number)
                reap(received.pid)
            } else {
                voice.tell(.received, 0, number)
                pass(received)
            }
        }
    }

    /// How long to wait for a signal: for ever unless a sweep is due.
    private var pause: Int64 {
        sweepIsDue ? max(0, nextSweep - Clock.nanoseconds) : -1
    }

    @inline(never)
    private func finish(_ exit: Exit) -> Int32 {
        if options.personality == .dumbInit { send(.terminate) }
        voice.ended(pid, exit)
        return options.remapped(exit.status)
    }
}

// MARK: - Signals

extension SingleCommand {
    private mutating func pass(_ received: ReceivedSignal) {
        let signal = received.signal
        if handOver.contains(signal) {
            handOver.remove(signal)
            voice.tell(.ignoredHandOver, 0, signal.rawValue)
            return
        }
        guard isPassed(received) else { return }
        send(signal)
        if options.personality == .dumbInit, Self.stops(signal) {
            voice.tell(.suspending, 0, 0)
            Own.suspend()
        }
    }

    @inline(never)
    private static func stops(_ signal: Signal) -> Bool {
        switch signal {
        case .terminalStop, .terminalInput, .terminalOutput: true
        default: false
        }
    }

    /// Whether the command is to hear of a signal at all.
    private func isPassed(_ received: ReceivedSignal) -> Bool {
        // In one group with us the command has got the terminal's signals already.
        if options.place == .shared, options.personality == .swinit, received.isFromKernel {
            return false
        }
        if options.rewrites.target(of: received.signal) != nil { return true }
        // Our own, from writing to a closed pipe.
        if received.signal == .pipe, received.pid == own { return false }
        return !options.personality.withheld.contains(received.signal)
    }

    /// Sends the command what `signal` is passed on as; that it has just ended is no error.
    @inline(never)
    private func send(_ signal: Signal) {
        let passed = Signal(rawValue: options.rewrites.target(of: signal) ?? signal.rawValue)
        guard passed.rawValue != 0 else {
            voice.tell(.dropped, 0, signal.rawValue)
            return
        }
        if passed != signal { voice.tell(.rewrote, signal.rawValue, passed.rawValue) }
        if options.signalsGroup {
            Signals.send(passed, toGroup: pid)
        } else {
            Signals.send(passed, toProcess: pid)
        }
        voice.tell(.forwarded, pid, passed.rawValue)
    }
}

// MARK: - Reaping

extension SingleCommand {
    /// Reaps after a CHLD that was about `child`; others may hide behind it.
    @inline(never)
    private mutating func reap(_ child: Int32) {
        if child != pid, child > 0, case .ended(let ended) = Children.wait(for: child) {
            take(ended)
        }
        reapCommand()
        guard exit == nil else { return }
        sweepIsDue = true
        // Beside thousands of children a sweep is slow, and one per signal would stop all else.
        if nextSweep == 0 || Clock.nanoseconds >= nextSweep { sweep() }
    }

    @inline(never)
    private mutating func reapCommand() {
        switch Children.wait(for: pid) {
        case .ended(let ended): take(ended)
        case .none: break
        // Somebody else's: cannot be, but must not hang.
        case .childless: exit = .unknown
        }
    }

    @inline(never)
    private mutating func take(_ ended: EndedChild) {
        let isCommand = ended.pid == pid
        voice.reaped(ended, isCommand: isCommand)
        if isCommand { exit = ended.exit }
    }

    @inline(never)
    private mutating func sweep() {
        let start = Clock.nanoseconds
        sweepIsDue = false
        var count = 0
        while count < Self.reapLimit, case .ended(let ended) = Children.wait() {
            count += 1
            take(ended)
            if exit != nil { return }
        }
        let end = Clock.nanoseconds
        // A long list of the living is walked by each wait; the time per reaped child is no measure.
        let cost = (end - start) / Int64(count + 1)
        nextSweep = cost > Self.sweepLimit ? end + Self.sweepPause * cost : 0
        if count == Self.reapLimit { sweepIsDue = true }
    }
}
