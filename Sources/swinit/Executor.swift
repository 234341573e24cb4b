import Basics
import Config
import Linux
import Supervision

/// Does what the supervisor orders, and answers with what came of it.
///
/// It keeps only what the kernel's calls need: the number of each instance's last process and the
/// status pipe of one that has not executed yet.
final class Executor {
    /// Tokens of the event loop below this are not status pipes.
    static let firstToken: UInt64 = 16

    let spawn: Spawn
    let launches: LaunchPlan
    private let table: FaultTable
    /// Asked for no more than what an instance is called.
    let supervisor: Supervisor
    let streams: OutputStreams
    let prober: Prober
    let notices: Notices
    let services: Services
    private(set) var processes = PackedArray<ProcessEntry>()
    /// The `stop-cmd`s that run.
    var commands = PackedArray<ProcessEntry>()
    /// Status pipes that are open.
    private var unsettled = 0
    /// A process is still being set up, as far as is known.
    var isUnsettled: Bool { unsettled > 0 }
    private var wasUnsettled = false

    init(
        spawn: Spawn, launches: LaunchPlan, table: FaultTable, supervisor: Supervisor
    ) throws(SystemError) {
        self.supervisor = supervisor
        self.spawn = spawn
        self.launches = launches
        self.table = table
        streams = try OutputStreams(table: table)
        prober = Prober(spawn: spawn, launches: launches, table: table)
        notices = Notices(table: table)
        services = Services(table: table, supervisor: supervisor)
        streams.launches = launches
    }

    /// Makes room for `count` instances in all tables.
    @inline(never)
    func resize(to count: Int) {
        while processes.count < count { processes.append(ProcessEntry()) }
        do throws(SystemError) {
            try table.resize(to: count)
        } catch {
            // Instances without a record are found again by nothing but their parent: they are
            // orphans after a crash. That is better than not running them.
        }
    }

    /// Takes over a process that an image before this one started.
    @inline(never)
    func adopt(_ pid: Int32, as id: InstanceID) {
        guard processes.indices.contains(id.index) else { return }
        processes[id.index].pid = pid
    }

    /// Starts a process for `id`; the event tells how that went.
    @inline(never)
    func start(_ id: InstanceID, _ spec: JobSpec, epoll: borrowing Epoll) -> Event {
        guard processes.indices.contains(id.index) else {
            return .spawnRefused(id, failure(.fork, SystemError(number: 12)))
        }
        var child = ChildPlan(arguments: spec.launch.command)
        _ = launches.complete(&child, of: spec, supervisor.number(of: id))
        do throws(SystemError) {
            try connect(&child, of: spec, row: id.index, epoll)
            try notices.prepare(&child, spec, row: id.index, epoll)
        } catch {
            return .spawnRefused(id, failure(.pipe, error))
        }
        let outcome = unsafe spawn.start(child, slot: table.pidSlot(id.index))
        Notices.started(child)
        switch outcome {
        case .started(let pid, let status):
            processes[id.index] = ProcessEntry(pid: pid, status: status)
            streams.began(row: id.index, pid: pid, awaiting: awaited(id, spec))
            unsettled += 1
            wasUnsettled = true
            do throws(SystemError) {
                try epoll.add(status, token: Self.token(of: id, pid: pid))
            } catch {
                // Without a watch the answer is read when the process ends.
            }
            return .spawned(id, pid: pid)
        case .failed(let pid, _, _):
            return .spawned(id, pid: pid)
        case .refused(let isPipe, let error):
            return .spawnRefused(id, failure(isPipe ? .pipe : .fork, error))
        }
    }

    /// Gives `child` the pipes of those of its streams that swinit reads.
    @inline(never)
    func connect(
        _ child: inout ChildPlan, of spec: JobSpec, row: Int, _ epoll: borrowing Epoll
    ) throws(SystemError) {
        let launch = spec.launch
        if launch.input == .lines {
            let pipe = try streams.openInput(row: row)
            give(pipe, to: child)
            child.input = .descriptor(pipe.reading)
        }
        if launch.output == .syslog || launch.output == .log {
            child.output = try stream(of: child, row, isErrors: false, epoll)
        }
        if launch.errors == .syslog || launch.errors == .log {
            child.errors = try stream(of: child, row, isErrors: true, epoll)
        }
    }

    /// The text by which a line of output tells that `id` is ready; empty where none does.
    @inline(never)
    func awaited(_ id: InstanceID, _ spec: JobSpec) -> Text {
        guard let readiness = spec.readiness, readiness.form == .log else { return Text([]) }
        let number = supervisor.number(of: id)
        return launches.expand(readiness.words.first ?? Text([]), of: spec, number)
    }

    @inline(never)
    private func give(_ pipe: StreamPipe, to child: ChildPlan) {
        pipe.give(to: child.identity?.user ?? Own.user, child.identity?.group ?? Own.group)
    }

    @inline(never)
    private func stream(
        of child: ChildPlan, _ row: Int, isErrors: Bool, _ epoll: borrowing Epoll
    ) throws(SystemError) -> ChildPlan.Stream {
        let pipe = try streams.open(row: row, isErrors: isErrors, epoll: epoll)
        if let stream = streams.stream(row, isErrors) { streams.settle(stream, supervisor) }
        give(pipe, to: child)
        return .descriptor(pipe.writing)
    }

    @inline(never)
    func failure(_ step: SetUpFailure.Step, _ error: SystemError) -> SetUpFailure {
        SetUpFailure(step: step, subject: "", errorNumber: error.number, reason: error.reason)
    }

    /// The event loop's token of a status pipe: the pid in it tells a stale one.
    @inline(never)
    static func token(of id: InstanceID, pid: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: pid)) << 32 | (UInt64(id.index) + firstToken)
    }

    /// Whether the last process that was still being set up has executed or failed since the last
    /// call.
    func hasSettled() -> Bool {
        guard wasUnsettled, unsettled == 0 else { return false }
        wasUnsettled = false
        return true
    }

    /// The instance whose status pipe `token` stands for; nil for a stale one.
    @inline(never)
    func instance(of token: UInt64) -> InstanceID? {
        let id = InstanceID(Int(token & 0xFFFF_FFFF) - Int(Self.firstToken))
        guard processes.indices.contains(id.index),
            Self.token(of: id, pid: processes[id.index].pid) == token
        else { return nil }
        return id
    }

    /// What the child of `id` says, or nil for nothing (yet); closes its pipe.
    @inline(never)
    func answer(of id: InstanceID, _ spec: JobSpec?, _ epoll: borrowing Epoll) -> Event? {
        guard processes.indices.contains(id.index), processes[id.index].status >= 0 else {
            return nil
        }
        let status = processes[id.index].status
        let answer = StatusPipe.answer(from: status)
        if answer == .none { return nil }
        // A child that is still being set up has a copy, which would keep the watch.
        epoll.remove(status)
        StatusPipe.closeReading(status)
        processes[id.index].status = -1
        unsettled -= 1
        switch answer {
        case .executed: return .executed(id)
        case .none: return nil
        case .failed(let step, let error, let index):
            let failed = SetUpFailure.Step(rawValue: step) ?? .execute
            if Self.isLost(failed), let spec {
                var child = ChildPlan(arguments: [])
                if let failure = launches.complete(&child, of: spec, supervisor.number(of: id)) {
                    return .setUpFailed(id, failure)
                }
            }
            return .setUpFailed(
                id,
                SetUpFailure(
                    step: failed,
                    subject: subject(of: failed, index: index, spec, supervisor.number(of: id)),
                    errorNumber: error.number,
                    reason: error.number == 0 ? "it was missing" : error.reason))
        }
    }

    /// Whether the step is one that swinit knew would fail, and knows why.
    private static func isLost(_ step: SetUpFailure.Step) -> Bool {
        switch step {
        case .account, .environmentFile, .environmentFolder, .expansion: true
        case .fork, .pipe, .group, .terminal, .directory, .limit, .niceness, .oomScore, .affinity,
            .openInput, .openOutput, .openErrors, .supplementaryGroups, .groupID, .userID, .execute,
            .capabilities, .privileges, .ready, .lock:
            false
        }
    }

    /// What a failed step was about.
    func subject(
        of step: SetUpFailure.Step, index: Int, _ spec: JobSpec?, _ number: Int
    ) -> Text {
        guard let spec else { return "" }
        if step == .ready { return spec.readiness?.words.first ?? "" }
        let written = Self.subject(of: step, index: index, spec.launch)
        return launches.expand(written, of: spec, number)
    }

    private static func subject(
        of step: SetUpFailure.Step, index: Int, _ launch: Launch
    ) -> Text {
        switch step {
        case .directory: return launch.directory ?? ""
        case .execute: return launch.command.first ?? ""
        case .userID: return launch.user ?? ""
        case .groupID: return launch.group ?? launch.user ?? ""
        case .niceness: return launch.nice.map { "\($0)" } ?? ""
        case .oomScore: return launch.oomScoreAdjust.map { "\($0)" } ?? ""
        case .limit:
            let limits = launch.packedLimits
            guard limits.indices.contains(index) else { return "" }
            return ResourceName.text(of: ResourceLimit(packed: limits[index]).resource)
        case .openInput:
            if case .file(let path) = launch.input { return path }
            return "/dev/null"
        case .openOutput:
            if case .file(let path) = launch.output { return path }
            return "/dev/null"
        case .openErrors:
            if case .file(let path) = launch.errors { return path }
            return "/dev/null"
        case .fork, .pipe, .group, .terminal, .affinity, .supplementaryGroups, .account,
            .environmentFile, .environmentFolder, .expansion, .capabilities, .privileges, .ready,
            .lock:
            return ""
        }
    }

    /// Sends a signal to the process of an instance or to its group.
    @inline(never)
    func send(_ signal: Signal, pid: Int32?, group: Int32?, _ scope: StopPolicy.Scope) {
        switch scope {
        case .process:
            if let pid { Signals.send(signal, toProcess: pid) }
        case .group:
            guard let group else { return }
            // Once the leader has ended its number may be another process's: only the group counts.
            if pid == nil {
                Signals.send(signal, toRestOfGroup: group)
            } else {
                Signals.send(signal, toGroup: group)
            }
        }
    }

    /// Passes a signal on where the process catches it, or in any case.
    @inline(never)
    func forward(_ signal: Signal, pid: Int32, onlyIfCaught: Bool) {
        let isWanted =
            !onlyIfCaught
            || (ProcessTable.catches(signal, pid: pid)
                ?? (signal == .windowChange || signal == .resume))
        if isWanted { Signals.send(signal, toProcess: pid) }
    }

    /// Sends a signal to every process that is ours: all as PID 1, else our descendants, else the
    /// groups that we know.
    func sendToEverything(_ signal: Signal) {
        if Own.pid == 1 {
            Signals.sendToAll(signal)
        } else if let descendants = ProcessTable.descendants(of: Own.pid) {
            for pid in descendants { Signals.send(signal, toProcess: pid) }
        } else {
            for process in processes where process.pid > 1 {
                Signals.send(signal, toRestOfGroup: process.pid)
            }
        }
    }
}
