import Basics
import Supervision

/// Processes, groups and signals as the kernel has them, with a will of their own.
struct FakeKernel {
    struct Process {
        let pid: Int32
        let group: Int32
        /// The row that it is the main process of.
        let row: Int?
        /// The instance that it was started for.
        let slot: Slot?
        /// The life of that instance, see `Checker`.
        let epoch: Int
        var executesAt: UInt64?
        var failsSetUp = false
        /// How long after a stop signal it ends; nil: it ignores them.
        var obedience: UInt64?
        /// In state D, KILL takes its time.
        var killDelay: UInt64 = 0
        var diesAt: UInt64?
        var exit = Exit.code(0)
        var isZombie = false
        /// STOP has it stand still: what would happen happens later.
        var isPaused = false
        /// It starts these when it executes: members of its group, and processes that escape it.
        var members = 0
        /// The row whose `stop-cmd` it is.
        var commandOf: Int?
        var strays = 0
        /// What it tells swinit, the last first.
        var sayings: [Saying] = []
        /// How often a probe of it succeeds, in percent.
        var goodness = 100
    }

    /// Something that a process tells swinit.
    struct Saying {
        let time: UInt64
        let notice: Notice
    }

    /// What the kernel tells when something has happened.
    enum Fact {
        case executed(row: Int)
        case setUpFailed(row: Int)
        case ended(row: Int, Exit)
        case said(row: Int, pid: Int32, Notice)
        case orphanEnded
        case commandEnded(row: Int, pid: Int32, Exit)
    }

    private(set) var processes: [Process] = []
    private var nextPid: Int32 = 100

    /// When the kernel has news next.
    var nextTime: UInt64? {
        var first: UInt64?
        for process in processes where !process.isZombie && !process.isPaused {
            for time in [process.executesAt, process.diesAt, process.sayings.last?.time] {
                if let time, time < first ?? .max { first = time }
            }
        }
        return first
    }

    /// A number for the process of a probe, which is nobody's to signal.
    mutating func nextProbePid() -> Int32 {
        nextPid += 1
        return nextPid
    }

    mutating func fork(
        row: Int, _ slot: Slot, epoch: Int, told: Bool, at now: UInt64, _ random: inout Random
    ) -> Int32 {
        nextPid += 1
        var process = Process(pid: nextPid, group: nextPid, row: row, slot: slot, epoch: epoch)
        process.executesAt = now + UInt64(random.chance(80) ? 1 : random.number(1...3000))
        process.failsSetUp = random.chance(4)
        process.obedience = random.chance(80) ? UInt64(random.number(0...3000)) : nil
        if random.chance(2) { process.killDelay = 20_000 }
        if random.chance(60) {
            let life = random.chance(30) ? random.number(0...120) : random.number(1...40_000)
            process.diesAt = now + 2 + UInt64(life)
        }
        process.exit =
            random.chance(50)
            ? .code(0)
            : random.chance(60)
                ? .code(Int32(random.pick([1, 2, 3, 33, 255])))
                : .signal(Int32(random.pick([9, 11, 15])))
        if random.chance(30) { process.members = random.number(1...3) }
        if random.chance(10) { process.strays = 1 }
        process.addSayings(isTold: told, &random)
        processes.append(process)
        return nextPid
    }

    /// What has happened by `now`, in the order in which an event loop hears it.
    mutating func advance(to now: UInt64, _ random: inout Random) -> [Fact] {
        var facts: [Fact] = []
        for index in processes.indices {
            guard let time = processes[index].executesAt, time <= now, !processes[index].isZombie,
                !processes[index].isPaused,
                time <= processes[index].diesAt ?? .max, let row = processes[index].row
            else { continue }
            processes[index].executesAt = nil
            if processes[index].failsSetUp {
                processes[index].diesAt = now
                processes[index].exit = .code(127)
                facts.append(.setUpFailed(row: row))
            } else {
                facts.append(.executed(row: row))
                addFamily(of: processes[index], at: now, &random)
            }
        }
        for index in processes.indices {
            guard let row = processes[index].row, !processes[index].isZombie,
                !processes[index].isPaused, processes[index].executesAt == nil
            else { continue }
            let end = min(now, processes[index].diesAt ?? .max)
            while let saying = processes[index].sayings.last, saying.time <= end {
                processes[index].sayings.removeLast()
                facts.append(.said(row: row, pid: processes[index].pid, saying.notice))
            }
        }
        for index in processes.indices.reversed() {
            guard let time = processes[index].diesAt, time <= now, !processes[index].isZombie,
                !processes[index].isPaused
            else { continue }
            let process = processes[index]
            if let row = process.commandOf {
                processes.remove(at: index)
                facts.append(.commandEnded(row: row, pid: process.pid, process.exit))
                if process.exit == .code(0) { obeyCommand(row, at: now, &random) }
            } else if let row = process.row {
                processes[index].isZombie = true
                facts.append(.ended(row: row, processes[index].exit))
            } else {
                processes.remove(at: index)
                // The others are reaped by a parent of their own.
                if random.chance(70) { facts.append(.orphanEnded) }
            }
        }
        return facts
    }

    /// A `stop-cmd` that went well has mostly told its job to end.
    private mutating func obeyCommand(_ row: Int, at now: UInt64, _ random: inout Random) {
        guard random.chance(80) else { return }
        signal(.terminate, at: now, &random) { $0.row == row }
    }

    /// Starts the `stop-cmd` of a row.
    mutating func forkCommand(row: Int, at now: UInt64, _ random: inout Random) -> Int32 {
        nextPid += 1
        var process = Process(pid: nextPid, group: nextPid, row: nil, slot: nil, epoch: 0)
        process.commandOf = row
        process.obedience = random.chance(80) ? UInt64(random.number(0...500)) : nil
        if random.chance(90) { process.diesAt = now + UInt64(random.number(1...12_000)) }
        process.exit = .code(random.chance(80) ? 0 : 1)
        processes.append(process)
        return nextPid
    }

    private mutating func addFamily(of parent: Process, at now: UInt64, _ random: inout Random) {
        for number in 0..<parent.members + parent.strays {
            nextPid += 1
            let isStray = number >= parent.members
            var child = Process(
                pid: nextPid, group: isStray ? nextPid : parent.group, row: nil, slot: nil, epoch: 0
            )
            child.obedience = random.chance(60) ? UInt64(random.number(0...2000)) : nil
            if random.chance(2) { child.killDelay = 20_000 }
            if random.chance(40) { child.diesAt = now + UInt64(random.number(1...20_000)) }
            processes.append(child)
        }
    }

    /// kill(2); `matching` says to whom.
    mutating func signal(
        _ signal: Signal, at now: UInt64, _ random: inout Random, to matching: (Process) -> Bool
    ) {
        for index in processes.indices
        where !processes[index].isZombie && matching(processes[index]) {
            if signal == .stop || signal == .resume {
                processes[index].isPaused = signal == .stop
                continue
            }
            if signal == .kill { processes[index].isPaused = false }
            let delay =
                signal == .kill ? processes[index].killDelay : processes[index].obedience
            // What has KILL does nothing more of its own, however long it takes to end.
            if signal == .kill, processes[index].executesAt != nil {
                processes[index].executesAt = .max
            }
            guard let delay, now + delay < processes[index].diesAt ?? .max else { continue }
            processes[index].diesAt = now + delay
            let isClean = signal != .kill && random.chance(40)
            processes[index].exit = isClean ? .code(0) : .signal(signal.rawValue)
        }
    }

    mutating func reap(_ pid: Int32) -> Bool {
        guard let index = processes.firstIndex(where: { $0.pid == pid && $0.isZombie })
        else { return false }
        processes.remove(at: index)
        return true
    }

    func isGroupEmpty(_ group: Int32) -> Bool {
        !processes.contains { $0.group == group }
    }
}
