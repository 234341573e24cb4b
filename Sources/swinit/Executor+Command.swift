import Basics
import Config
import Linux
import Supervision

/// The `stop-cmd`s of jobs: each is a child like the job, in a session of its own.
extension Executor {
    /// Starts the `stop-cmd` of `id`; the event tells how that went.
    @inline(never)
    func runCommand(
        _ id: InstanceID, _ spec: JobSpec, _ log: inout MessageLog, epoll: borrowing Epoll
    ) -> Event {
        var child = ChildPlan(arguments: spec.stop.command)
        if spec.isService {
            guard let words = finishCommand(id, spec) else { return .commandEnded(id, .code(0)) }
            child.arguments = words
        }
        if let missing = launches.complete(&child, of: spec, supervisor.number(of: id)) {
            tell(missing, of: id, &log)
            return .commandEnded(id, .unknown)
        }
        do throws(SystemError) {
            try connect(&child, of: spec, row: id.index, epoll)
        } catch {
            tell(failure(.pipe, error), of: id, &log)
            return .commandEnded(id, .unknown)
        }
        child.leadsSession = true
        child.takesTerminal = false
        child.input = .null
        if spec.isMain {
            child.mask = .empty
            child.defaults = child.ignores
            child.ignores = .empty
        }
        switch unsafe spawn.start(child) {
        case .started(let pid, let status):
            commands.append(ProcessEntry(pid: pid, status: status))
            return .commandSpawned(id, pid: pid)
        case .failed(let pid, _, _): return .commandSpawned(id, pid: pid)
        case .refused(let isPipe, let error):
            tell(failure(isPipe ? .pipe : .fork, error), of: id, &log)
            return .commandEnded(id, .unknown)
        }
    }

    /// Takes in what the `stop-cmd` that was process `pid` said before it ended.
    @inline(never)
    func endCommand(_ pid: Int32, of id: InstanceID, _ log: inout MessageLog) {
        for index in commands.indices where commands[index].pid == pid {
            let status = commands[index].status
            commands.remove(at: index)
            let answer = StatusPipe.answer(from: status)
            StatusPipe.closeReading(status)
            guard case .failed(let code, let error, let place) = answer,
                let spec = supervisor.spec(of: id)
            else { return }
            let step = SetUpFailure.Step(rawValue: code) ?? .execute
            let number = supervisor.number(of: id)
            var failure = failure(step, error)
            failure.subject =
                step == .execute
                ? launches.expand(spec.stop.command.first ?? "", of: spec, number)
                : subject(of: step, index: place, spec, number)
            tell(failure, of: id, &log)
            return
        }
    }

    /// `./finish` of a service and its words, as s6 has them: code and signal of the run that has ended, the
    /// name, the process group; nil where there is none.
    private func finishCommand(_ id: InstanceID, _ spec: JobSpec) -> [Text]? {
        guard let directory = spec.launch.directory, Files.isExecutable("\(directory)/finish")
        else {
            return nil
        }
        var code: Int32 = 0
        var signal: Int32 = 0
        switch supervisor.lastExit(of: id) {
        case .code(let number): code = number
        case .signal(let number): (code, signal) = (256, number)
        case .unknown, nil: code = 256
        }
        return [
            "./finish", "\(code)", "\(signal)", supervisor.name(of: id),
            "\(supervisor.group(of: id) ?? 0)",
        ]
    }

    private func tell(_ failure: SetUpFailure, of id: InstanceID, _ log: inout MessageLog) {
        log.write(Report(.error, "stop-cmd of \(supervisor.name(of: id)): \(failure)"))
    }
}
