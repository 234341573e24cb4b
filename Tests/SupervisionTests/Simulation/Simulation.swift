import Basics
import Config

@testable import Supervision

/// One seeded life of a supervisor on a fake kernel, with every invariant checked after every step.
struct Simulation {
    /// How late the event loop may wake up.
    static let lateness: UInt64 = 20

    /// One step of a life.
    ///
    /// All that happens in it follows from its own seed, so that it happens the same way in a life
    /// without some of the steps before it.
    struct Step: Equatable {
        let seed: UInt64
        /// The life has lasted for long: a stop may be asked for first.
        let isLate: Bool
    }

    let seed: UInt64
    let keepsLog: Bool
    /// How the supervisor is broken on purpose; nil for the true one.
    let flaw: Flaw?
    var random: Random
    var kernel = FakeKernel()
    var checker: Checker
    var supervisor: Supervisor
    private(set) var now: UInt64 = 1_000_000
    var log: [String] = []
    private(set) var status: Int32?
    private(set) var steps = 0
    var events: [Event] = []
    /// The memory that outlives a crash.
    var records: [InstanceRecord] = []
    var ownRecord = SupervisorRecord()
    /// The pids that fork itself wrote down.
    var forks: [Int: Int32] = [:]
    var lostPids: Set<Int32> = []
    /// How many more actions are carried out before swinit crashes.
    var actionsBeforeCrash: Int?
    var shutdownEnd: UInt64?
    /// What brings the ``flaw`` out has happened.
    var isProvoked = false

    /// `keepsLog` costs most of the time, so a failing seed is run again with it.
    init(seed: UInt64, keepsLog: Bool = false, flaw: Flaw? = nil) {
        self.seed = seed
        self.keepsLog = keepsLog
        self.flaw = flaw
        random = Random(seed: seed)
        let configuration = RandomConfiguration.make(&random)
        checker = Checker(configuration)
        supervisor = Supervisor(
            configuration: configuration, circumstances: Circumstances(seed: seed))
        write("configuration: \(configuration.jobs.map { Self.string($0.name) })")
    }

    static func string(_ text: Text) -> String { String(decoding: text.bytes, as: UTF8.self) }

    var problems: [String] { checker.problems }

    /// The `count` steps of the life with this seed.
    static func steps(seed: UInt64, count: Int) -> [Step] {
        var random = Random(seed: ~seed)
        let patience = random.number(20...count)
        return (0..<count).map { Step(seed: random.next(), isLate: $0 >= patience) }
    }

    /// Runs until the end, the last of `plan`, or the first problem.
    mutating func run(_ plan: [Step]) {
        feed(.began)
        for step in plan where status == nil && checker.problems.isEmpty {
            steps += 1
            random = Random(seed: step.seed)
            if step.isLate, random.chance(5) { feed(.received(.terminate)) }
            if status == nil { self.step() }
        }
        if status == nil, checker.problems.isEmpty, shutdownEnd != nil {
            while status == nil, checker.problems.isEmpty { wait() }
        }
    }

    private mutating func step() {
        switch random.number(1...1000) {
        case 1...30: edit()
        case 31...33: feed(.received(random.pick([.terminate, .interrupt, .windowChange, .quit])))
        case 34...50: feed(.received(random.pick([.user1, .resume, .user2, .interrupt])))
        case 51...70: recover()
        case 121...150: changeDependency()
        case 71...120 where seed % 2 == 0:
            actionsBeforeCrash = random.number(0...4)
            wait()
            actionsBeforeCrash = nil
        case 121...140: switchJob()
        default: wait()
        }
    }

    /// Lets time pass until something happens.
    private mutating func wait() {
        var next = now + UInt64(random.number(1...30_000))
        if let time = kernel.nextTime { next = min(next, max(time, now)) }
        if let time = supervisor.deadline?.milliseconds { next = min(next, time) }
        now = next + (random.chance(10) ? UInt64(random.number(0...Int(Self.lateness))) : 0)
        let facts = kernel.advance(to: now, &random)
        for fact in facts { tell(fact) }
        if facts.isEmpty { feed(.timePassed) }
    }

    private mutating func tell(_ fact: FakeKernel.Fact) {
        switch fact {
        case .executed(let row):
            if let process = kernel.processes.first(where: { $0.row == row }),
                let spec = supervisor.spec(of: InstanceID(row))
            {
                checker.executed(row, spec.name, epoch: process.epoch)
            }
            feed(.executed(InstanceID(row)))
        case .setUpFailed(let row):
            feed(
                .setUpFailed(
                    InstanceID(row),
                    SetUpFailure(step: .directory, subject: "/x", errorNumber: 2, reason: "no")))
        case .ended(let row, let exit): feed(.ended(InstanceID(row), exit))
        case .orphanEnded: if supervisor.isDraining { feed(.orphanEnded) }
        case .commandEnded(let row, let pid, let exit): tellCommand(row, pid, exit)
        }
    }

    private mutating func edit() {
        guard !supervisor.isShuttingDown else { return }
        let old = checker.configuration
        let new = RandomConfiguration.edit(old, &random)
        let equal = new.jobs.filter {
            old.jobs.contains($0) && !checker.switched.contains($0.name)
        }.map(\.name)
        let before = supervisor.summary
        let pids = supervisor.pids
        checker.reloaded(new)
        checker.forgetAllRestarts()
        feed(.reloaded(new), untouched: equal)
        noteUnwanted()
        compareWithFreshStart(new)
        for line in before where equal.contains(line.name) && line.pid != 0 {
            let row = pids.firstIndex(of: line.pid)
            if let row, supervisor.pid(of: InstanceID(row)) != line.pid {
                checker.fail("\(Self.string(line.name)) lost its process by a reload")
            }
        }
    }

    /// Gives the supervisor an event, and carries out what it orders.
    mutating func feed(_ event: Event, untouched: [Text] = []) {
        events.append(event)
        while !events.isEmpty, status == nil {
            let event = events.removeFirst()
            if keepsLog { write(describe(event)) }
            let wasShuttingDown = supervisor.isShuttingDown
            let isLeader = leader(of: event)
            let actions = handle(event)
            if let deadline = supervisor.deadline, deadline.milliseconds <= now {
                checker.fail("a deadline of \(deadline.milliseconds) outlives \(now)")
            }
            if !wasShuttingDown, supervisor.isShuttingDown {
                shutdownEnd = now + supervisor.budget.total.count + 500 + 2 * Self.lateness
                checker.forgetAllRestarts()
            }
            if let isLeader { noteEnd(event, isLeader) }
            for action in actions {
                if crash(before: action) {
                    recoverWithinTurn(event)
                    return
                }
                if isReloadSignal(action, of: event) { continue }
                perform(action, untouched)
            }
            if supervisor.isShuttingDown { checker.shutdownSince = now }
            if case .spawnRefused(let id, _) = event { checker.forgetRestart(id.index) }
        }
        tellChildless()
        check()
    }

    private mutating func tellChildless() {
        guard supervisor.isShuttingDown, status == nil, kernel.processes.isEmpty else { return }
        for action in handle(.childless) { perform(action, []) }
        if status == nil { checker.fail("childless, but swinit stays") }
    }

    private func leader(
        of event: Event
    ) -> (spec: JobSpec, process: FakeKernel.Process, isRenewal: Bool)? {
        guard case .ended(let id, _) = event, let spec = supervisor.spec(of: id),
            let process = kernel.processes.first(where: { $0.row == id.index })
        else { return nil }
        let isRenewal = supervisor.machines[id.index].cause == .renewal
        return (spec, process, isRenewal)
    }

    private mutating func noteEnd(
        _ event: Event, _ leader: (spec: JobSpec, process: FakeKernel.Process, isRenewal: Bool)
    ) {
        guard case .ended(let id, let exit) = event, !supervisor.isShuttingDown else { return }
        let machine = supervisor.machines[id.index]
        var state = machine.state
        if machine.phase == .draining {
            // What follows the drain is what the end means.
            if machine.next == .failed { state = .failed }
            if machine.next == .done { state = .done }
        }
        checker.ended(
            id.index, leader.spec, exit, epoch: leader.process.epoch,
            failedSetUp: leader.process.failsSetUp && leader.process.executesAt == nil,
            state: state, at: now, isRenewal: leader.isRenewal,
            isGroupEmpty: !kernel.processes.contains {
                $0.group == leader.process.group && $0.pid != leader.process.pid
            })
    }

    private mutating func perform(_ action: Action, _ untouched: [Text]) {
        if keepsLog { write("    \(describe(action))") }
        switch action {
        case .spawn(let id): fork(id)
        case .signal(let id, let signal, let scope): send(signal, to: id, scope, untouched)
        case .reap(let id):
            guard let pid = supervisor.group(of: id), kernel.reap(pid) || isLost(pid) else {
                checker.fail("row \(id.index) has no zombie to reap")
                return
            }
            if kernel.isGroupEmpty(pid) { events.append(.groupEmptied(id)) }
        case .probeGroup(let id):
            guard let group = supervisor.group(of: id), !kernel.isGroupEmpty(group) else {
                events.append(.groupEmptied(id))
                return
            }
        case .runCommand(let id): runCommand(id)
        case .killCommand(let id): killCommand(id)
        case .probe, .stopProbe: break
        case .forward(let id, _, _):
            if supervisor.pid(of: id) == nil { checker.fail("row \(id.index) gets a signal, dead") }
        case .signalEverything(let signal):
            kernel.signal(signal, at: now, &random) { _ in true }
        case .reload: break
        case .report: break
        case .exit(let status): end(status)
        }
    }

    private mutating func send(
        _ signal: Signal, to id: InstanceID, _ scope: StopPolicy.Scope, _ untouched: [Text]
    ) {
        guard let group = supervisor.group(of: id), let spec = supervisor.spec(of: id) else {
            checker.fail("row \(id.index) has no process to signal")
            return
        }
        if untouched.contains(spec.name), kernel.processes.contains(where: { $0.row == id.index }),
            !supervisor.isLeaving(id.index)
        {
            checker.fail("\(Self.string(spec.name)) is equal, but is signalled by a reload")
        }
        if kernel.processes.contains(where: { $0.row == id.index && !$0.isZombie }) {
            if supervisor.isShuttingDown, !supervisor.budget.isShort, signal != .kill {
                checker.checkLevel(spec, id.index, kernel)
            }
            checkStopSignal(signal, spec, id)
            checker.signalled(id.index)
        }
        kernel.signal(signal, at: now, &random) { process in
            scope == .group ? process.group == group : process.pid == group
        }
    }

    private mutating func end(_ status: Int32) {
        self.status = status
        events.removeAll()
        guard let shutdownEnd else {
            checker.fail("exit without a shutdown")
            return
        }
        checkUndone()
        if now > shutdownEnd { checker.fail("the shutdown took longer than its budget") }
        for process in kernel.processes where process.killDelay == 0 && !process.isZombie {
            if process.diesAt ?? .max > now {
                checker.fail("process \(process.pid) outlives swinit")
            }
        }
        if !(0...255).contains(status) { checker.fail("status \(status)") }
    }
}
