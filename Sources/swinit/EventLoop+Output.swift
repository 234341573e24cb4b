import Basics
import Linux
import Supervision

/// What the loop learns from the output of jobs.
extension EventLoop {
    /// Tells the supervisor of the jobs whose output has said that they are ready.
    @inline(never)
    func noteReady() {
        let streams = executor.streams
        while let row = streams.readyRows.last {
            streams.readyRows.removeLast()
            let id = InstanceID(Int(row))
            // That it executes is known before that it is ready.
            hear(id)
            if let pid = supervisor.pid(of: id) { handle(.notified(id, pid: pid, .ready)) }
        }
    }

    /// After a recovery: the jobs that are not ready yet are awaited again.
    @inline(never)
    func awaitLines() {
        for row in 0..<supervisor.count {
            let id = InstanceID(row)
            guard let spec = supervisor.spec(of: id), let pid = supervisor.pid(of: id) else {
                continue
            }
            let text = executor.awaited(id, spec)
            if !text.isEmpty { executor.streams.began(row: row, pid: pid, awaiting: text) }
        }
    }

    /// Tells the container's runtime why it failed, where it has a file for that (Kubernetes'
    /// terminationMessagePath).
    func explainFailure() {
        guard let status, status != 0, let reason = supervisor.endWords else { return }
        TerminationLog.write("\(reason)\n")
    }
}
