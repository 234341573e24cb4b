import Basics
import Config

/// The levels of a shutdown: first those that no running job depends on.
///
/// A job is stopped when all that depend on it have ended, directly or through others, or when the
/// time of the level before is over, whatever runs.
extension Supervisor {
    /// The first level: `main`, alone.
    func stopMain() {
        guard let main, main.machine.isPresent else {
            stopOthers()
            return
        }
        ownRecord.stage = .stoppingMain
        hold()
        limitStage(to: main.spec.stop.longest, levelsLeft: 1 + (present > 1 ? levelCount : 0))
        stop(main, .shutdown)
    }

    /// The second: every job that no running job depends on.
    @inline(never)
    func stopOthers() {
        hold()
        ownRecord.stage = .stopping
        // What is stopped already is now stopped for the shutdown.
        var longest = Milliseconds(0)
        for job in jobs where job.machine.isPresent && !job.isHeld && !job.isLogger {
            longest = max(longest, job.spec.stop.longest)
            stop(job, .shutdown)
        }
        stopHeld(isOver: false, longest)
    }

    /// The later levels, each job as soon as nobody is in its way.
    @inline(never)
    func stopHeld(isOver: Bool, _ others: Milliseconds = Milliseconds(0)) {
        var longest = others
        var hasStopped = others.count > 0
        for place in clearWay() {
            for job in instances(of: Int(place)) where release(job, &longest) { hasStopped = true }
        }
        if let next = nextHeld, isOver || next.level == 0 {
            while released < held.count, held[released].level == next.level {
                if release(held[released], &longest) { hasStopped = true }
                released += 1
            }
        }
        guard let next = nextHeld else {
            ownRecord.stageEnd = .never
            return
        }
        guard hasStopped, !ownRecord.isShort || next.level - 1 != level else { return }
        level = next.level - 1
        limitStage(to: longest, levelsLeft: levelCount - Int(level))
    }

    /// Stops a job that was held until now; false for any other.
    @inline(never)
    private func release(_ job: Job, _ longest: inout Milliseconds) -> Bool {
        guard job.isHeld, job.machine.isPresent else { return false }
        job.isHeld = false
        longest = max(longest, job.spec.stop.longest)
        stop(job, .shutdown)
        return true
    }

    /// The first job, by level, that has not been asked to end.
    private var nextHeld: Job? {
        @inline(never) get {
            while released < held.count {
                let job = held[released]
                if job.isHeld, job.machine.isPresent { return job }
                released += 1
            }
            return nil
        }
    }

    private var levelCount: Int { 1 + Int(held.last?.level ?? 0) }

    /// Takes those that have ended out of the way, and answers with the jobs that are free by that.
    private func clearWay() -> [Int32] {
        var found: [Int32] = []
        while let vertex = ended.popLast() {
            guard stopOrder.isFree(vertex) else { continue }
            var isPresent = false
            for job in instances(of: Int(vertex)) where job.machine.isPresent { isPresent = true }
            if isPresent {
                found.append(vertex)
            } else {
                stopOrder.take(vertex, plan.dependencies, &ended)
            }
        }
        return found
    }

    /// Finds who is in whose way, and the level of each job that has not been asked to end.
    @inline(never)
    func hold() {
        stopOrder = StopOrder(plan.dependencies.vertexCount)
        for job in plan.jobs where !job.spec.isMain && !job.isLogger {
            stopOrder.add(
                Int(job.place), length: job.machine.isPresent ? 1 : 0, isBarrier: job.isDependedOn)
        }
        let chains = stopOrder.chains(plan.dependencies)
        var keys: [UInt64] = []
        for job in jobs {
            job.isHeld = job.machine.isPresent && !job.machine.isAskedToEnd && !job.spec.isMain
            if job.isLogger { job.isHeld = false }
            job.level = job.place < 0 ? 0 : Int32(clamping: chains[Int(job.place)])
            if job.isHeld { keys.append(UInt64(job.level) << 32 | UInt64(job.row)) }
        }
        sortKeys(&keys)
        held = []
        for key in keys { held.append(jobs[Int(key & 0xFFFF_FFFF)]) }
        released = 0
        level = -1
        ended = []
        for vertex in chains.indices { ended.append(Int32(vertex)) }
        _ = clearWay()
    }

    /// How long a level may take: what its jobs need, or their share of a short budget.
    @inline(never)
    private func limitStage(to longest: Milliseconds, levelsLeft: Int) {
        let rest = ownRecord.budgetEnd - now
        let share = Milliseconds(rest.count / UInt64(max(levelsLeft, 1)))
        let need = longest + Shutdown.reapTime
        if ownRecord.isShort {
            ownRecord.stageEnd = now + max(min(share, need), Milliseconds(1))
        } else {
            // Jobs of the level before may still have time left, and this one may depend on them.
            ownRecord.stageEnd = max(ownRecord.stageEnd, now + need)
        }
    }

    /// With a short budget every job gets its stop signal before any gets KILL.
    var withholdsKill: Bool {
        guard ownRecord.isShort, ownRecord.stageEnd != .never else { return false }
        return ownRecord.stage == .stoppingMain || ownRecord.stage == .stopping
    }
}
