import Basics
import Config
import Supervision

/// Why swinit ends runs, and what operators want.
extension Checker {
    /// A stop signal, or a `stop-cmd`, for the main process of a row: there must be a reason.
    mutating func ask(_ row: Int, _ event: Event, isShuttingDown: Bool, at now: UInt64) {
        guard let run = runs[row], run.asked == nil else { return }
        let reasons = reasons(run, at: now)
        let isTurn = rolling[run.slot.name]?.remove(run.slot) != nil
        if isShuttingDown {
            runs[row]?.asked = reasons.isEmpty ? .wish : .unclear
            return
        }
        if isTurn, reasons == [.wish], isPresent(run), !isSwitchedBack(run.slot, event) {
            takeTurn(run.slot)
        }
        switch event {
        case .reloaded, .switched, .scaled, .ordered, .dependencyChanged: runs[row]?.asked = .wish
        case .began, .spawned, .spawnRefused, .executed, .setUpFailed, .ended, .inputLeft,
            .groupEmptied,
            .orphanEnded, .childless, .received, .commandSpawned, .commandEnded, .notified,
            .probeStarted, .probeEnded, .timePassed:
            if reasons.isEmpty, !isUncertain, isPresent(run) {
                fail("\(run.slot) is stopped for nothing")
            }
            runs[row]?.asked = reasons.count == 1 ? reasons[0] : .unclear
        }
    }

    /// A reload has ended what an operator had switched on: that is nobody's turn.
    private func isSwitchedBack(_ slot: Slot, _ event: Event) -> Bool {
        if case .reloaded = event { isOff(slot) } else { false }
    }

    /// Why the run is to end by now.
    func reasons(_ run: Run, at now: UInt64) -> [Run.Reason] {
        guard let wish = wish(run.slot), isPresent(run) else { return [.wish] }
        var reasons: [Run.Reason] = []
        if isRolling(run.slot) { reasons.append(.wish) }
        if run.isRevised { reasons.append(.unclear) }
        if let limit = wish.runTimeout, run.age(at: now) >= limit { reasons.append(.runTimeout) }
        if let period = wish.renewal, run.age(at: now) >= period { reasons.append(.wish) }
        if run.ready == nil, let limit = run.limit, now >= limit { reasons.append(.within) }
        if run.isUnhealthy || run.isSilent, wish.healthAction != .none { reasons.append(.health) }
        return reasons
    }

    /// The run of the row is one of the present definition.
    func isPresent(_ row: Int) -> Bool { runs[row].map { isPresent($0) } ?? false }

    func wasAsked(_ row: Int) -> Bool { runs[row]?.asked != nil }

    /// What is to end by now has been asked to.
    mutating func checkRuns(at now: UInt64) {
        guard !isUncertain else { return }
        for run in runs.values
        where run.asked == nil && run.pausedSince == nil && !run.isBroken && !run.isRevised {
            if isPresent(run), !reasons(run, at: now).filter({ $0 != .wish }).isEmpty {
                fail("\(run.slot) is to end, and nobody asks it to")
            }
            guard isPresent(run), let period = wish(run.slot)?.renewal else { continue }
            // One of several waits for its turn.
            if count(of: run.slot.name) > 1 || isRolling(run.slot) { continue }
            if run.age(at: now) >= period { fail("\(run.slot) outlives its bounce") }
        }
    }

    func isRolling(_ name: Text) -> Bool { !(rolling[name]?.isEmpty ?? true) }

    func isRolling(_ slot: Slot) -> Bool { rolling[slot.name]?.contains(slot) ?? false }

    mutating func switchTo(_ isOn: Bool, _ slot: Slot) {
        guard isOff(slot) == isOn else { return }
        if switched.remove(slot) == nil { switched.insert(slot) }
        restarts[slot] = nil
        lives[slot]?.isHandled = true
        lives[slot]?.isUpByHand = false
        if isOn { stopped.remove(slot) } else { rolling[slot.name]?.remove(slot) }
        for row in runs.keys where runs[row]?.slot == slot && wasAsked(row) {
            runs[row]?.asked = .wish
        }
    }

    /// An operator's order; `isDraining`: the last run's group is not empty yet.
    mutating func ordered(
        _ verb: Verb, _ slot: Slot, row: Int, isDraining: Bool, at now: UInt64
    ) {
        let isMain = wish(slot)?.isMain ?? false
        if wasAsked(row), verb == .start || verb == .once || verb == .restart || verb == .stop {
            runs[row]?.asked = .wish
        }
        switch verb {
        case .start, .once, .restart:
            if isMain { return }
            if lives[slot] == nil { beginByHand(slot) }
            stopped.remove(slot)
            if isOff(slot) { switched.remove(slot) }
            restarts[slot] = nil
            if runs[row] == nil || wasAsked(row) { lives[slot]?.isOverridden = true }
            if runs[row] == nil, !isDraining { lives[slot]?.forgetFailures() }
            lives[slot]?.isHandled = true
            lives[slot]?.isUpByHand = true
            if verb != .restart { lives[slot]?.isOnce = verb == .once }
            if verb == .restart { roll(slot) }
        case .stop:
            if isMain { return }
            // What is switched off is down already.
            if !isOff(slot) || lives[slot]?.isUpByHand ?? false { stopped.insert(slot) }
            lives[slot]?.isUpByHand = false
            // As a barrier it goes on holding, although it was given up.
            if runs[row] == nil { lives[slot]?.hasFailedForGood = false }
            restarts[slot] = nil
            rolling[slot.name]?.remove(slot)
            lives[slot]?.isHandled = true
        case .pause: if runs[row]?.executed != nil { pause(row, at: now) }
        case .resume: resume(row, at: now)
        case .reload, .hangUp, .alarm, .interrupt, .terminate, .kill, .leave: break
        }
    }
}

extension Checker {
    /// In the same turn, whatever it is about, a run has turned out to be unhealthy that then ends the
    /// container.
    var isEndDue: Bool {
        runs.values.contains { run in
            (run.isUnhealthy || run.isSilent) && isPresent(run) && !run.isRevised
                && wish(run.slot)?.healthAction == .shutdown
        }
    }

    /// A shutdown begins: there must be a reason, and the status must be that of the reason.
    mutating func checkReason(_ event: Event, _ fate: Fate, _ status: Int32) {
        var mayBeHealth = false
        switch event {
        case .received(let signal):
            let asks: [Signal] = [.terminate, .interrupt, .quit, .windowChange]
            if !asks.contains(signal) { fail("signal \(signal.rawValue) ends the container") }
            return
        case .ended:
            switch fate {
            case .end(let wanted):
                if status != wanted { fail("the container ends with \(status), not \(wanted)") }
                return
            case .again:
                if !isEndDue { fail("the container ends, and something is to start again") }
                if status != 1 { fail("the container ends unhealthy, with \(status)") }
                return
            case .unknown: return
            case .rest: break
            }
        case .notified, .probeEnded, .timePassed: mayBeHealth = true
        case .began, .spawned, .spawnRefused, .executed, .setUpFailed, .inputLeft, .groupEmptied,
            .orphanEnded, .childless, .commandSpawned, .commandEnded, .probeStarted, .ordered,
            .dependencyChanged, .switched, .scaled, .reloaded:
            break
        }
        // What cannot start has failed.
        for wish in book.wishes.values where !wish.after.isEmpty {
            if wish.onFailure == .shutdown || wish.onFailure == .shutdownWhileStarting { return }
        }
        for run in runs.values {
            // One of an older definition may have another `health-action`.
            if mayBeHealth, !isPresent(run) || run.isRevised { return }
            guard run.isUnhealthy || run.isSilent else { continue }
            guard wish(run.slot)?.healthAction == .shutdown else { continue }
            if status != 1 { fail("the container ends unhealthy, with \(status)") }
            return
        }
        if !runs.isEmpty { fail("the container ends, and \(runs.count) jobs run") }
        if !restarts.isEmpty { fail("the container ends, and something is to start again") }
    }
}
