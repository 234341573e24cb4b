public import Basics
public import Config

/// Something to be done: the supervisor's only way to touch the world.
public enum Action: Equatable, Sendable {
    /// Fork a process for this instance; `spawned` or `spawnRefused` answers.
    case spawn(InstanceID)
    /// Send a signal. `process` goes to the main process, `group` to its whole process group; a group
    /// that does not exist (yet) falls back to the process (kill(2), ESRCH). A failure is no event.
    case signal(InstanceID, Signal, StopPolicy.Scope)
    /// Run the instance's `stop-cmd` as the job would be run; `commandSpawned` or `commandEnded` answers.
    case runCommand(InstanceID)
    /// Send KILL to the group of the instance's `stop-cmd`.
    case killCommand(InstanceID)
    /// Collect the main process's status, so that its number is free; `groupEmptied` follows at once
    /// where nobody is left in its group. After a crash it may have been collected already (ECHILD):
    /// that is the same.
    case reap(InstanceID)
    /// Look whether the group is empty by now; `groupEmptied` answers if it is, nothing if not.
    case probeGroup(InstanceID)
    /// Probe the instance as its `ready` or its `health` says; `probeStarted` tells the process, if it
    /// has one, and `probeEnded` what came of it: at once where that is known. One of an instance is
    /// under way at most.
    case probe(InstanceID, ProbePurpose)
    /// End the instance's probe, with its process group; it is not answered any more.
    case stopProbe(InstanceID)
    /// Pass a signal on to the main process; with `onlyIfCaught` only where the process catches it
    /// (SigCgt in /proc/PID/status; without /proc only WINCH and CONT).
    case forward(InstanceID, Signal, onlyIfCaught: Bool)
    /// Send a signal to every process that is left: as PID 1 kill(-1), else our descendants.
    case signalEverything(Signal)
    /// Read the configuration again; `reloaded` answers if it is good.
    case reload
    /// Tell the user.
    case report(Report)
    /// End swinit with this status; the last action ever.
    case exit(Int32)
}
