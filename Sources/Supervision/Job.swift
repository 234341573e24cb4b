import Basics
import Config

/// One row of the table: an instance of a job, or nothing, for as long as the supervisor runs.
///
/// A reference, since everything that happens happens to one row: who has it reads and writes its
/// fields where they are, without a search and without a copy.
final class Job {
    let row: Int
    /// The definition of the present run; that of a vacant row is left over.
    var spec = JobSpec(name: "", command: [])
    /// The definition that takes effect when the present run has ended.
    var successor: JobSpec?
    /// Which of its job's instances it is, from 1 on.
    var number: Int32 = 1
    /// The hash of the name and the number: what a record knows of it.
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
    /// Users see its number: its job may have several instances.
    var isNumbered = false
    /// Its job has no instance (`instances 0`): it only stands for the job.
    var isSpare = false
    /// Others log to it, by the configuration in force.
    var isLogger = false
    /// The place of its job in the configuration in force; -1 where it is in none.
    var place: Int32 = -1
    /// Its place in start order.
    var position = 0
    /// When it was started last, by this image of swinit.
    var lastStart = Instant(milliseconds: 0)
    /// What those were told that wait for its job.
    var offer = Offer.there
    /// The shutdown has not asked it to end yet.
    var isHeld = false
    /// How many levels of the shutdown come before its own.
    var level: Int32 = 0

    init(row: Int) {
        self.row = row
    }

    /// Makes the row that of an instance of another job.
    @inline(never)
    func become(_ spec: JobSpec, number: Int32 = 1) {
        self.spec = spec
        self.number = number
        failures = []
        nameHash = spec.name.hash(number: number)
        isNumbered = false
        isSpare = false
    }

    /// Whether a user who says `name` means it, alone or with the others of its job.
    @inline(never)
    func isCalled(_ name: Text) -> Bool {
        machine.phase != .vacant && !isLeaving && !spec.isMain
            && (spec.name == name || (isNumbered && self.name == name))
    }

    /// What users call it: its job's name, with its number where there may be several.
    var name: Text {
        @inline(never) get { isNumbered ? "\(spec.name).\(number)" : spec.name }
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
    ///
    /// The definition in force says so, as it says what is after what: with the one before, two jobs
    /// might each have to end before the other.
    var isDependedOn: Bool {
        switch newest.placement.barrier {
        case .none: false
        case .ready: true
        case .ended: machine.phase == .owing
        }
    }

    /// Whether the start order starts it: as its definition says, unless a user has switched it.
    var isOn: Bool {
        @inline(never) get { !isSpare && newest.startsByItself != machine.isSwitched }
    }

    /// Where it rests while nothing wants it to run.
    var rest: JobMachine.Phase { isSpare ? .stopped : .disabled }

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
