public import Basics
public import Config

/// Something that happened: the only thing that the supervisor ever learns from.
public enum Event: Equatable, Sendable {
    /// swinit starts: the first event, once (not after a recovery).
    case began
    /// A process was forked; whether it can execute its program is not known yet.
    case spawned(InstanceID, pid: Int32)
    /// The system refused a process (fork: EAGAIN, ENOMEM; a pipe: EMFILE): no run happened.
    indirect case spawnRefused(InstanceID, SetUpFailure)
    /// The process executes its program: its status pipe was closed by exec.
    case executed(InstanceID)
    /// The process could not be set up and will exit; `ended` follows.
    indirect case setUpFailed(InstanceID, SetUpFailure)
    /// The main process has ended and is not reaped yet, so its number cannot be reused.
    case ended(InstanceID, Exit)
    /// A logger has read some of what it was given, not all, and ends: `ended` follows.
    case inputLeft(InstanceID)
    /// The main process is reaped and no process is left in its group.
    case groupEmptied(InstanceID)
    /// A process that is no job's main process has ended: groups that drain may be empty now.
    case orphanEnded
    /// swinit has no child left; sent when it becomes true, and only while a shutdown runs.
    case childless
    /// A signal came to swinit, other than CHLD and PIPE.
    case received(Signal)
    /// The `stop-cmd` of an instance has a process.
    case commandSpawned(InstanceID, pid: Int32)
    /// The `stop-cmd` of an instance has ended and is reaped, or could not be started.
    case commandEnded(InstanceID, Exit)
    /// The run whose main process is `pid` has said something; what another run said is ignored.
    case notified(InstanceID, pid: Int32, Notice)
    /// The probe of an instance has a process.
    case probeStarted(InstanceID, pid: Int32)
    /// The probe of an instance has an answer; a failure is one, whatever the reason.
    case probeEnded(InstanceID, isGood: Bool)
    /// An operator orders something of an instance.
    case ordered(InstanceID, Verb)
    /// The content of a file has changed on which the job depends.
    case dependencyChanged(InstanceID, Text)
    /// A user wants the job of this name on or off, until the next reload (pmtr's `enable`, `disable`).
    case switched(Text, isOn: Bool)
    /// A user wants so many instances of the job of this name, until the file's `instances` is changed.
    case scaled(Text, Int)
    /// A new configuration is to be in force.
    indirect case reloaded(Configuration)
    /// Nothing but time passed: a deadline may be due.
    case timePassed
}

/// A step between fork and exec that failed.
public struct SetUpFailure: Equatable, Sendable {
    /// What was tried.
    public enum Step: Int32, Equatable, Sendable {
        case fork = 1
        case pipe
        case group
        case terminal
        case directory
        case limit
        case niceness
        case oomScore
        case affinity
        case openInput
        case openOutput
        case openErrors
        case supplementaryGroups
        case groupID
        case userID
        case account
        case execute
        case environmentFile
        case environmentFolder
        case expansion
        case capabilities
        case privileges
        case ready
        case lock
    }

    public var step: Step
    /// What the step was about: a path, a user, a limit; may be empty.
    public var subject: Text
    /// The error number (errno(3)); 0 where ``reason`` says it all.
    public var errorNumber: Int32
    /// The error in words, such as `No such file or directory`.
    public var reason: Text

    public init(step: Step, subject: Text, errorNumber: Int32, reason: Text) {
        self.step = step
        self.subject = subject
        self.errorNumber = errorNumber
        self.reason = reason
    }
}
