public import Basics
import Config

/// Switching jobs on and off by hand, as pmtr's datagrams do: for now, not for good.
extension Supervisor {
    /// Wants the job or the instance called `name` on or off until the next reload.
    ///
    /// What has ended for good stays so, and the command behind `--` is nobody's to switch.
    @inline(never)
    func switchJob(_ name: Text, _ isOn: Bool) {
        if isShuttingDown { return }
        for job in jobs where job.isCalled(name) && !job.isSpare && job.isOn != isOn {
            job.machine.isSwitched.toggle()
            say(
                .info, job,
                isOn ? "@ enabled, until the next reload" : "@ disabled, until the next reload")
            followSwitch(job)
        }
    }

    /// Whether there is a job of this name that can be switched.
    public func hasJob(_ name: Text) -> Bool {
        for job in jobs where job.isCalled(name) { return true }
        return false
    }

    /// Makes the row do what is wanted of it by now.
    @inline(never)
    func followSwitch(_ job: Job) {
        markChanged(job)
        isPlanDue = true
        let phase = job.machine.phase
        if !job.isOn {
            if phase == .waiting {
                enter(job, .disabled)
            } else if !isStoppedByHand(job) {
                stop(job, .disable)
            }
        } else if phase == .disabled {
            finish(job, .waiting)
        } else if phase == .draining ? job.machine.next == .disabled : job.machine.cause == .disable
        {
            stop(job, .change)
        }
    }

    /// An operator's `stop` is under way, which outlives a switch.
    private func isStoppedByHand(_ job: Job) -> Bool {
        job.machine.phase == .draining
            ? job.machine.next == .stopped : job.machine.cause == .order
    }
}
