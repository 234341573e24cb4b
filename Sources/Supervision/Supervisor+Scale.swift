import Basics
import Config

/// Another number of instances, by hand.
extension Supervisor {
    /// The most instances that a job may have (2-configuration.md).
    static let mostInstances = 1000

    /// Wants `count` instances of the job called `name`, until the file says another number.
    ///
    /// The highest numbers are stopped, or the missing ones started; of none the job stays known.
    @inline(never)
    func scale(_ name: Text, _ count: Int) {
        if isShuttingDown { return }
        let count = Int16(clamping: min(max(count, 0), Self.mostInstances))
        for job in jobs where job.number == 1 && job.spec.name == name && job.isCalled(name) {
            job.machine.scale = count
            markChanged(job)
            say(.info, job, "*", tail: "scaling \(name) to \(Int(count))")
            for job in plan.jobs where job.number == 1 { settings.jobs.append(job.newest) }
            _ = putInForce(settings, .scale)
            // One that an operator has started although there was to be none goes too.
            if job.isSpare { followSwitch(job) }
            return
        }
    }
}
