public import Basics
import Config

/// Service directories: the manners of daemontools (supervise(8)) and s6.
extension Supervisor {
    /// At most one start of a service in this time, however it ends.
    static let servicePause = Milliseconds(1000)
    /// How long `./finish`, and what a service has left behind, may take.
    static let finishTime = Milliseconds(5000)

    /// Runs a service's `./finish`, in the place of a `stop-cmd`, while the rest of its group drains.
    @inline(never)
    func beginFinish(_ job: Job) {
        // Nothing is to run any more.
        if ownRecord.stage == .killed { return }
        job.machine.isKilled = false
        job.machine.stopDue = now + Self.finishTime
        runCommand(job)
        enter(job, .draining)
    }

    /// What is wanted of an instance; `down` for a row without a job.
    @inline(never)
    public func wanted(of id: InstanceID) -> WantedState { job(id).map { wanted($0) } ?? .down }

    /// Whether a process of this instance exists, or is about to, or has left something behind.
    @inline(never)
    public func isPresent(_ id: InstanceID) -> Bool { job(id)?.machine.isPresent ?? false }

    /// Whether an operator has paused the present run.
    @inline(never)
    public func isPaused(_ id: InstanceID) -> Bool { job(id)?.machine.isPaused ?? false }

    /// How the last run of this instance ended; nil before the first end.
    @inline(never)
    public func lastExit(of id: InstanceID) -> Exit? {
        job(id).flatMap { Exit(number: $0.machine.lastExit) }
    }
}
