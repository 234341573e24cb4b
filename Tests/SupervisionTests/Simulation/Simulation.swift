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
    var status: Int32?
    /// The exit was carried out.
    var hasEnded = false
    private(set) var steps = 0
    var events: [Event] = []
    /// Probes under way, by row.
    var probes: [Int: FakeProbe] = [:]
    /// The memory that outlives a crash.
    var records: [InstanceRecord] = []
    var ownRecord = SupervisorRecord()
    /// The pids that fork itself wrote down.
    var forks: [Int: Int32] = [:]
    var lostPids: Set<Int32> = []
    /// How many more actions are carried out before swinit crashes.
    var actionsBeforeCrash: Int?
    var shutdownEnd: UInt64?
    /// Turns in a row after which a deadline was still due.
    var overdue = 0
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
        describe(configuration)
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
        case 71...120 where seed % 2 == 0:
            actionsBeforeCrash = random.number(0...4)
            wait()
            actionsBeforeCrash = nil
        case 121...150: changeDependency()
        case 151...165: switchJob()
        case 166...190: scale()
        case 191...240: orderSomething()
        case 241...260: sayAnything()
        default: wait()
        }
    }

    /// Lets time pass until something happens.
    mutating func wait() {
        var next = now + UInt64(random.number(1...30_000))
        for time in [kernel.nextTime, nextAnswer] {
            if let time { next = min(next, max(time, now)) }
        }
        if let time = supervisor.deadline?.milliseconds { next = min(next, time) }
        now = next + (random.chance(10) ? UInt64(random.number(0...Int(Self.lateness))) : 0)
        var isQuiet = true
        for fact in kernel.advance(to: now, &random) {
            tell(fact)
            isQuiet = false
        }
        if tellAnswers() { isQuiet = false }
        if isQuiet { feed(.timePassed) }
    }

    private mutating func tell(_ fact: FakeKernel.Fact) {
        switch fact {
        case .executed(let row):
            if supervisor.pid(of: InstanceID(row)) != nil { checker.executed(row, at: now) }
            feed(.executed(InstanceID(row)))
        case .setUpFailed(let row):
            checker.runs[row]?.isBroken = true
            feed(
                .setUpFailed(
                    InstanceID(row),
                    SetUpFailure(step: .directory, subject: "/x", errorNumber: 2, reason: "no")))
        case .ended(let row, let exit):
            // A recovery in this turn may have heard of it already.
            guard kernel.processes.contains(where: { $0.row == row && $0.isZombie }) else { return }
            feed(.ended(InstanceID(row), exit))
        case .said(let row, let pid, let notice): feed(.notified(InstanceID(row), pid: pid, notice))
        case .orphanEnded: if supervisor.isDraining { feed(.orphanEnded) }
        case .commandEnded(let row, let pid, let exit): tellCommand(row, pid, exit)
        }
    }
}
