import Basics
import Config

/// One row of the table: a job, or nothing, for as long as the supervisor runs.
///
/// A reference, since everything that happens happens to one row: who has it reads and writes its
/// fields where they are, without a search and without a copy.
final class Job {
    let row: Int
    /// The definition of the present run; that of a vacant row is left over.
    var spec = JobSpec(name: "", command: [])
    /// The definition that takes effect when the present run has ended.
    var successor: JobSpec?
    /// The hash of the name: what a record knows of it.
    var nameHash: UInt64 = 0
    var machine = JobMachine()
    /// When its last runs failed, as far back as `restart-limit` looks.
    var failures: [UInt64] = []
    /// The state that was counted last.
    var state = JobState.stopped
    /// Its record must be written again.
    var isChanged = false
    /// The configuration that is being put in force has it.
    var isKept = false
    /// The shutdown stops it later, since a running job depends on it.
    var isHeld = false

    init(row: Int) {
        self.row = row
    }

    /// Makes the row that of another job.
    @inline(never)
    func become(_ spec: JobSpec) {
        self.spec = spec
        nameHash = spec.name.nameHash
    }

    /// Whether a reload has taken the job away.
    var isLeaving: Bool {
        @inline(never) get {
            if machine.phase == .draining { return machine.next == .vacant }
            return machine.hasProcess && machine.cause == .removal
        }
    }

    var id: InstanceID { InstanceID(row) }

    /// Whether the jobs behind it end before it does: they need it, or what it has done and will undo.
    var isDependedOn: Bool {
        switch spec.placement.barrier {
        case .none: false
        case .ready: true
        case .ended: machine.phase == .owing
        }
    }

    /// Whether the start order starts it: as its definition says, unless a user has switched it.
    var isOn: Bool {
        @inline(never) get { newest.startsByItself != machine.isSwitched }
    }

    /// The definition in force, even where the present run still has an older one.
    var newest: JobSpec {
        @inline(never) get { successor ?? spec }
    }
}

extension JobSpec {
    /// How long a run may last before the next takes its place; nil for ever, as for `main`.
    var renewalPeriod: Milliseconds? {
        @inline(never) get { isMain ? nil : bounce }
    }

    /// Its `stop-cmd` undoes what it has done, once the container ends.
    var isUndone: Bool {
        @inline(never) get { placement.runsOnce && !stop.command.isEmpty }
    }

    /// Whether the start order starts it.
    var startsByItself: Bool {
        @inline(never) get { !placement.isDisabled && !(isMain && launch.command.isEmpty) }
    }
}
