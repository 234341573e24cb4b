import Basics
import Config
import Supervision

/// What must hold, worked out apart from the supervisor: from the configuration and the kernel alone.
struct Checker {
    /// One definition of one job, from its appearance to its change or removal.
    struct Life {
        let epoch: Int
        /// It came by a reload, so that what the reload removed goes first.
        var isNew: Bool
        var hasStarted = false
        var hasBeenReady = false
        var hasEnded = false
        var hasSucceeded = false
        var hasFailedForGood = false
    }

    /// When a job may start again, at the earliest and at the latest.
    struct Restart {
        var earliest: UInt64
        var latest: UInt64
    }

    var configuration: Configuration
    private(set) var lives: [Text: Life] = [:]
    private var lastEpoch = 0
    private(set) var problems: [String] = []
    /// Rows whose run was asked to end.
    private(set) var asked: Set<Int> = []
    /// Rows whose `stop-cmd` was started since their last run began.
    var commanded: Set<Int> = []
    private(set) var started: [Int: UInt64] = [:]
    private var restarts: [Int: Restart] = [:]
    /// Rows whose last run may have left a daemon.
    private var mayLeave: Set<Int> = []
    var shutdownSince: UInt64?
    /// Jobs that were switched against their definition since the last reload.
    var switched: Set<Text> = []
    /// Rows whose run is ended because it is not wanted any more: its end teaches nothing.
    var unwanted: Set<Int> = []

    init(_ configuration: Configuration) {
        self.configuration = configuration
        for job in configuration.jobs { begin(job.name, isNew: false) }
    }

    mutating func fail(_ what: String) {
        problems.append(what)
    }

    private mutating func begin(_ name: Text, isNew: Bool) {
        lastEpoch += 1
        lives[name] = Life(epoch: lastEpoch, isNew: isNew)
    }

    func epoch(of name: Text) -> Int { lives[name]?.epoch ?? 0 }

    /// Whether the start order passes over the job.
    private func isOff(_ spec: JobSpec) -> Bool {
        spec.placement.isDisabled != switched.contains(spec.name)
    }

    mutating func reloaded(_ new: Configuration) {
        switched.removeAll()
        for job in new.jobs {
            guard let old = configuration.jobs.first(where: { $0.name == job.name }) else {
                begin(job.name, isNew: true)
                continue
            }
            let isChanged =
                old.launch != job.launch || old.placement.isDisabled != job.placement.isDisabled
            if isChanged && !job.isMain {
                changedEpochs.insert(epoch(of: job.name))
                begin(job.name, isNew: false)
            }
        }
        for job in configuration.jobs where !new.jobs.contains(where: { $0.name == job.name }) {
            lives[job.name] = nil
        }
        configuration = new
    }

    mutating func signalled(_ row: Int) { asked.insert(row) }

    mutating func executed(_ row: Int, _ name: Text, epoch: Int) {
        if unwanted.contains(row) { return }
        if lives[name]?.epoch == epoch { lives[name]?.hasBeenReady = true }
    }

    /// Invariants 1, 2, 3 and 5.
    mutating func spawned(
        _ row: Int, _ spec: JobSpec, at now: UInt64, _ kernel: FakeKernel, group: Int32?
    ) {
        if shutdownSince != nil { fail("\(name(spec)) starts after the shutdown began") }
        if isOff(spec) { fail("\(name(spec)) is disabled and starts") }
        if kernel.processes.contains(where: { $0.row == row }) {
            fail("\(name(spec)) gets a second process")
        }
        let rest = kernel.processes.filter { $0.group == group && $0.killDelay == 0 }
        if let group, !rest.isEmpty, !mayLeave.contains(row) {
            fail("\(name(spec)) starts while group \(group) is not empty")
        }
        checkOrder(spec, kernel)
        if let restart = restarts[row], !(restart.earliest...restart.latest).contains(now) {
            fail("\(name(spec)) restarts at \(now), not in \(restart.earliest)...\(restart.latest)")
        }
        restarts[row] = nil
        asked.remove(row)
        unwanted.remove(row)
        lives[spec.name]?.hasStarted = true
    }

    /// It runs: from here a run's length counts.
    mutating func forked(_ row: Int, at now: UInt64) {
        started[row] = now
        commanded.remove(row)
        mayLeave.remove(row)
    }

    private mutating func checkOrder(_ spec: JobSpec, _ kernel: FakeKernel) {
        guard let life = lives[spec.name], !life.hasStarted else { return }
        if let other = closedBarrier(before: spec.name) {
            fail("\(name(spec)) starts before \(name(other)) has ended, or is ready")
        }
        guard life.isNew else { return }
        let epochs = Set(lives.values.map(\.epoch))
        for process in kernel.processes where process.row != nil {
            if !epochs.contains(process.epoch) && !isAnOldLife(process.epoch) {
                fail("\(name(spec)) is new and starts while a removed job lives")
            }
        }
    }

    private var sorted: [JobSpec] {
        configuration.jobs.enumerated().sorted { left, right in
            if left.element.isMain != right.element.isMain { return right.element.isMain }
            let orders = (left.element.placement.order, right.element.placement.order)
            return orders.0 == orders.1 ? left.offset < right.offset : orders.0 < orders.1
        }.map(\.element)
    }

    private func closedBarrier(before name: Text) -> JobSpec? {
        for other in sorted {
            if other.name == name { return nil }
            guard !isOff(other), let life = lives[other.name] else { continue }
            switch other.placement.barrier {
            case .none: break
            case .ready: if !life.hasBeenReady { return other }
            case .ended:
                let isOpen =
                    other.restart.retriesUntilSuccess
                    ? life.hasSucceeded || life.hasFailedForGood : life.hasEnded
                if !isOpen { return other }
            }
        }
        return nil
    }

    /// Nobody waits for nothing.
    mutating func checkProgress(_ summary: [JobSummary]) {
        guard shutdownSince == nil, !isUncertain,
            let first = summary.first(where: { $0.state == .waiting })
        else { return }
        if closedBarrier(before: first.name) == nil {
            fail("\(Simulation.string(first.name)) waits for nothing")
        }
    }

    /// A first stop signal of the shutdown: `main` ends alone, and jobs before what they depend on.
    mutating func checkLevel(
        _ spec: JobSpec, _ row: Int, _ kernel: FakeKernel, undoes: Bool = false
    ) {
        guard !asked.contains(row), spec.runTimeout == nil, !spec.isMain else { return }
        let order = sorted.map(\.name)
        guard let place = order.firstIndex(of: spec.name) else { return }
        let isUndone = undoes && spec.placement.barrier == .ended
        for other in sorted[(place + 1)...]
        where other.isMain || spec.placement.barrier == .ready || isUndone {
            let isAlive = kernel.processes.contains {
                $0.row != nil && $0.epoch == epoch(of: other.name) && $0.killDelay == 0
                    && !$0.isZombie
            }
            if isAlive { fail("\(name(spec)) is stopped before \(name(other)) has ended") }
        }
    }

    /// A crash within a turn has lost how a run ended: what follows from it is not known here.
    var isUncertain = false

    /// Epochs of jobs that are still there under a newer definition.
    private var changedEpochs: Set<Int> = []
    private func isAnOldLife(_ epoch: Int) -> Bool { changedEpochs.contains(epoch) }

    mutating func ended(
        _ row: Int, _ spec: JobSpec, _ exit: Exit, epoch: Int, failedSetUp: Bool, state: JobState,
        at now: UInt64, isRenewal: Bool, isGroupEmpty: Bool
    ) {
        if unwanted.contains(row) { return }
        let wasAsked = asked.contains(row)
        let limit = spec.runTimeout?.count ?? .max
        let tookTooLong = wasAsked && now - (started[row] ?? now) >= limit
        let isSuccess = spec.restart.isSuccess(exit) && !failedSetUp && !tookTooLong
        if lives[spec.name]?.epoch == epoch, !isRenewal {
            lives[spec.name]?.hasEnded = true
            if isSuccess { lives[spec.name]?.hasSucceeded = true }
            if state == .failed { lives[spec.name]?.hasFailedForGood = true }
        }
        if state == .done || state == .failed { mayLeave.insert(row) }
        guard !wasAsked, let begun = started[row], lives[spec.name]?.epoch == epoch,
            state == .backoff || state == .starting || state == .stopping
        else { return }
        let ran = now - begun
        var least: UInt64 = 0
        var most: UInt64 = 0
        switch spec.restart.delay {
        case .pmtr: (least, most) = ran < 10_000 ? (10_000, 10_000) : (0, 0)
        case .fixed(let delay): (least, most) = (delay.count, delay.count)
        case .growing(let first, let last):
            (least, most) = (first.count, last.count + last.count / 10)
        }
        if ran < 100 { (least, most) = (max(least, 100), max(most, 100)) }
        restarts[row] = Restart(
            earliest: now + least, latest: isGroupEmpty ? now + most + Simulation.lateness : .max)
    }

    /// A reload or a refused fork changes when a job starts next.
    mutating func forgetRestart(_ row: Int) { restarts[row] = nil }

    mutating func forgetAllRestarts() { restarts.removeAll() }

    private func name(_ spec: JobSpec) -> String { Simulation.string(spec.name) }
}
