import Basics

/// Probes under way; when one is due, and for how long it may take, is decided here alone.
extension Supervisor {
    /// The process of the probe that is under way; nil without one, or where it has no process.
    @inline(never)
    public func probe(of id: InstanceID) -> Int32? {
        guard let machine = job(id)?.machine, machine.isProbing, machine.probePid != 0 else {
            return nil
        }
        return machine.probePid
    }

    /// Notes the process of a probe, so that a recovery can end it.
    @inline(never)
    func probeStarted(_ job: Job, _ pid: Int32) {
        guard job.machine.isProbing else { return }
        job.machine.probePid = pid
        markChanged(job)
    }
}
