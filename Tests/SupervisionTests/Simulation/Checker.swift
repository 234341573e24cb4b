import Basics
import Config
import Supervision

/// What must hold, worked out apart from the supervisor: from the configuration, the operator and the
/// kernel alone.
struct Checker {
    /// When an instance may start again, at the earliest and at the latest.
    struct Restart {
        var earliest: UInt64
        var latest: UInt64
    }

    private(set) var configuration: Configuration
    /// The jobs at the start.
    let firstNames: [Text]
    private(set) var book: Book
    var lives: [Slot: Life] = [:]
    /// The processes of instances, by row.
    var runs: [Int: Run] = [:]
    var restarts: [Slot: Restart] = [:]
    private var lastEpoch = 0
    private(set) var problems: [String] = []
    /// How many instances an operator wants, where that is not what the file says.
    private(set) var scales: [Text: Int] = [:]
    /// What an operator has switched against its definition since the last reload.
    var switched: Set<Slot> = []
    /// What an operator has stopped.
    var stopped: Set<Slot> = []
    /// Instances that are still to be made anew, one after the other.
    var rolling: [Text: Set<Slot>] = [:]
    /// The instance of each job that was made anew last.
    var turns: [Text: Slot] = [:]
    /// First instances of jobs without one.
    private var spares: Set<Slot> = []
    /// Whose last run has left a group behind that is not empty yet.
    var draining: Set<Slot> = []
    /// Rows whose `stop-cmd` was started since their last run began.
    var commanded: Set<Int> = []
    /// Rows whose last run may have left a daemon.
    var mayLeave: Set<Int> = []
    var shutdownSince: UInt64?
    /// A crash within a turn has lost how a run ended: what follows from it is not known here.
    var isUncertain = false
    /// Epochs of instances that are still there under a newer definition.
    private(set) var changedEpochs: Set<Int> = []

    init(_ configuration: Configuration) {
        self.configuration = configuration
        firstNames = configuration.jobs.map(\.name)
        book = Book(configuration)
        settleLives(isNew: false)
        for slot in lives.keys { lives[slot]?.isFirst = true }
    }

    mutating func fail(_ what: String) {
        problems.append(what)
    }

    func wish(_ slot: Slot) -> Wish? { book.wishes[slot.name] }

    func count(of name: Text) -> Int { scales[name] ?? book.wishes[name]?.instances ?? 0 }

    func slots(of name: Text) -> [Slot] {
        let count = count(of: name)
        return count == 0 ? [] : (1...count).map { Slot(name: name, number: $0) }
    }

    func epoch(of slot: Slot) -> Int { lives[slot]?.epoch ?? 0 }

    /// Whether this is what the run's instance is now wanted as.
    func isPresent(_ run: Run) -> Bool { lives[run.slot]?.epoch == run.epoch }

    private mutating func begin(_ slot: Slot, isNew: Bool) {
        lastEpoch += 1
        // A system without room for processes knows nothing of definitions.
        let refusals = lives[slot]?.refusals ?? 0
        lives[slot] = Life(epoch: lastEpoch, isNew: isNew)
        lives[slot]?.refusals = refusals
        restarts[slot] = nil
    }

    /// The first instance stays where none is wanted, to stand for the job: its run is not wanted.
    private mutating func rest(_ slot: Slot) {
        guard var life = lives[slot] else { return }
        changedEpochs.insert(life.epoch)
        lastEpoch += 1
        life.epoch = lastEpoch
        life.hasStarted = life.isDone || life.hasFailedForGood || life.mayRest
        life.isHandled = true
        life.isUpByHand = false
        rolling[slot.name]?.remove(slot)
        lives[slot] = life
        restarts[slot] = nil
    }

    /// One of none: by hand there may be one.
    mutating func beginByHand(_ slot: Slot) {
        begin(slot, isNew: false)
        spares.insert(slot)
    }

    /// Begins the lives of instances that are new, and ends those of what has gone.
    private mutating func settleLives(isNew: Bool, among known: [Text] = []) {
        var gone = Set(lives.keys)
        for name in book.order {
            for slot in slots(of: name) {
                spares.remove(slot)
                if gone.remove(slot) != nil { continue }
                begin(slot, isNew: isNew && !(slot.number == 1 && known.contains(slot.name)))
                // What is added by hand is as the first one is.
                if switched.contains(Slot(name: name, number: 1)) { switched.insert(slot) }
            }
        }
        for slot in gone {
            // The first stays where none is wanted, to stand for the job.
            if slot.number == 1, book.wishes[slot.name] != nil {
                if spares.insert(slot).inserted { rest(slot) }
                continue
            }
            lives[slot] = nil
            restarts[slot] = nil
            rolling[slot.name]?.remove(slot)
            spares.remove(slot)
            switched.remove(slot)
            stopped.remove(slot)
        }
    }

    mutating func reloaded(_ new: Configuration, at now: UInt64) {
        let old = book
        configuration = new
        book = Book(new)
        for wish in book.wishes.values {
            guard let before = old.wishes[wish.name], before.spec != wish.spec else { continue }
            if before.instances != wish.instances { scales[wish.name] = nil }
            let isChanged = wish.needsRestart(from: before) && !wish.isMain
            stopped = stopped.filter { $0.name != wish.name }
            for (row, run) in runs where run.slot.name == wish.name {
                runs[row]?.isRevised = true
                if wish.readiness == nil, run.executed != nil { isReady(row, at: now) }
            }
            for slot in lives.keys where slot.name == wish.name {
                lives[slot]?.isPolicyOld = true
                restarts[slot] = nil
                guard isChanged else { continue }
                changedEpochs.insert(epoch(of: slot))
                let goesOn = goesOn(slot, as: wish)
                begin(slot, isNew: false)
                if goesOn { lives[slot]?.goesOn() }
                rolling[slot.name]?.remove(slot)
                if !wish.isDisabled { roll(slot) }
            }
        }
        for slot in switched {
            restarts[slot] = nil
            for row in runs.keys where runs[row]?.slot == slot && wasAsked(row) {
                runs[row]?.asked = .wish
            }
        }
        switched.removeAll()
        for name in scales.keys where book.wishes[name] == nil { scales[name] = nil }
        settleLives(isNew: true, among: old.order)
    }

    mutating func scaled(_ name: Text, to count: Int) {
        if self.count(of: name) == 0, count > 0 { stopped.remove(Slot(name: name, number: 1)) }
        scales[name] = count
        let first = Slot(name: name, number: 1)
        if count == 0, spares.contains(first) { rest(first) }
        settleLives(isNew: true, among: [name])
    }
}
