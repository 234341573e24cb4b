import Basics
import Config

/// Invariant 5: what must come of an end, and when an instance starts again.
extension Checker {
    /// The end of a run that nobody asked for, or that swinit ended because it had failed.
    mutating func judge(
        _ run: Run, _ wish: Wish, _ exit: Exit, isSuccess: Bool, at now: UInt64
    ) -> Fate {
        var status = exit.status
        switch run.asked {
        case .runTimeout?, .within?: status = 124
        case .health?: status = 1
        case nil, .wish?, .unclear?: break
        }
        if wish.isMain { return .end(status) }
        if !isSuccess { status = max(status, 1) }
        let outcome = isSuccess ? wish.onSuccess : wish.onFailure
        // A run that none was to follow is not one of the attempts that are counted.
        let isCounted = outcome != .restart || !(lives[run.slot]?.isOnce ?? false)
        let isGivenUp = isSuccess || !isCounted ? false : countFailure(run, wish, at: now)
        if isSuccess, isCounted { lives[run.slot]?.failedStarts = 0 }
        switch outcome {
        case .restart where isSuccess && exit == .code(33) && wish.policy.status33EndsJob:
            return .rest(isDone: true)
        case .restart where lives[run.slot]?.isOnce ?? false: return .rest(isDone: isSuccess)
        case .restart:
            guard let isGivenUp else { return .unknown }
            guard isGivenUp else { return pause(run, wish, at: now) }
            return lives[run.slot]?.givenUpBy ?? false ? .end(status) : .rest(isDone: false)
        case .stop: return .rest(isDone: isSuccess)
        case .shutdown: return .end(status)
        case .shutdownWhileStarting:
            guard let life = lives[run.slot], !life.isHandled, !life.isPolicyOld,
                life.isFirst || !firstNames.contains(run.slot.name)
            else { return .unknown }
            let isOfBoot = life.isFirst && !life.hasEnded
            return isOfBoot ? .end(status) : .rest(isDone: isSuccess)
        }
    }

    /// Counts a failure; true if there have been too many, nil if nobody says.
    private mutating func countFailure(_ run: Run, _ wish: Wish, at now: UInt64) -> Bool? {
        guard var life = lives[run.slot] else { return nil }
        defer { lives[run.slot] = life }
        if life.failures.count >= 2000 { life.failures.removeFirst() }
        life.failures.append(now)
        let isStarted = run.ready != nil && now - run.begun >= wish.startWait
        life.failedStarts = isStarted ? 0 : life.failedStarts + 1
        if life.isPolicyOld, wish.limit != nil || wish.startRetries != nil { return nil }
        life.givenUpBy = nil
        if let limit = wish.limit {
            let inside = life.failures.filter { now - $0 < limit.period.count }.count
            let edge = life.failures.filter { now - $0 <= limit.period.count }.count
            if inside >= limit.count {
                life.givenUpBy = limit.ends
            } else if edge >= limit.count
                || (life.areFailuresBlurred && life.failures.count >= limit.count)
            {
                return nil
            }
        }
        if let retries = wish.startRetries, life.failedStarts >= retries {
            if let other = life.givenUpBy, other != wish.startRetriesEnd { return nil }
            life.givenUpBy = wish.startRetriesEnd
        }
        return life.givenUpBy != nil
    }

    /// The pause before the next start.
    private mutating func pause(_ run: Run, _ wish: Wish, at now: UInt64) -> Fate {
        let ran = now - run.begun
        var least: UInt64 = 0
        var most: UInt64 = 0
        switch wish.delay {
        case .pmtr: least = ran < 10_000 ? 10_000 : 0
        case .fixed(let delay): least = delay.count
        case .growing(let first, let last):
            let isReal = ran >= (wish.startWait > 0 ? wish.startWait : 10_000)
            let count = isReal ? 0 : lives[run.slot]?.shortRuns ?? 0
            lives[run.slot]?.shortRuns = count + 1
            least = count > 40 ? last.count : min(first.count << count, last.count)
            most = least + least / 10
            if lives[run.slot]?.isPolicyOld ?? true {
                (least, most) = (first.count, last.count + last.count / 10)
            }
        }
        most = max(most, least)
        if ran < 100 { (least, most) = (max(least, 100), max(most, 100)) }
        return .again(least: least, most: most)
    }
}
