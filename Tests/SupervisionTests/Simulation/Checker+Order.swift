import Basics
import Config
import Supervision

/// Invariant 3: what must have happened before a first start.
extension Checker {
    /// Whether the start order passes over the instance.
    func isOff(_ slot: Slot) -> Bool {
        guard let wish = wish(slot), slot.number <= count(of: slot.name) else { return true }
        return (wish.isDisabled || wish.spec.launch.command.isEmpty) != switched.contains(slot)
    }

    /// The first barrier before the job that has not opened; with `isSure` also one that an end by hand
    /// may have opened.
    func closedBarrier(before name: Text, isSure: Bool = false) -> Text? {
        for other in book.order {
            if other == name { return nil }
            guard let wish = book.wishes[other], wish.barrier != .none else { continue }
            if slots(of: other).contains(where: { !isOpen($0, wish, isSure) }) { return other }
        }
        return nil
    }

    private func isOpen(_ slot: Slot, _ wish: Wish, _ isSure: Bool) -> Bool {
        guard let life = lives[slot], !isOff(slot) else { return true }
        if !isSure, stopped.contains(slot) || life.mayHaveEnded || life.wasOpen { return true }
        switch wish.barrier {
        case .none: return true
        case .ready: return life.hasBeenReady || (life.mayHaveBeenReady && !isSure)
        case .ended:
            guard wish.retriesUntilSuccess else { return life.hasEnded }
            // It is given up once nothing is left of it.
            let isGivenUp = life.hasFailedForGood && !(isSure && draining.contains(slot))
            return life.hasSucceeded || isGivenUp || (life.hasGivenUp && !isSure)
        }
    }

    /// The first job of its `after` that keeps the job waiting.
    func unmetDependency(of name: Text, isSure: Bool = false) -> Text? {
        book.wishes[name]?.after.first { other in
            // Of a job without instances there is one to be started by hand.
            let slots = [Slot(name: other, number: 1)] + self.slots(of: other).dropFirst()
            return slots.contains { !isMet($0, isSure) }
        }
    }

    /// A service is there while it is ready, a one-time job once it has ended well; with `isSure` only
    /// what is so at present.
    private func isMet(_ slot: Slot, _ isSure: Bool) -> Bool {
        guard let wish = wish(slot), let life = lives[slot] else { return false }
        let run = runs.values.first { $0.slot == slot }
        if run == nil, life.isDone || (life.mayRest && !isSure) { return true }
        if isSure {
            guard let run, isPresent(run) else { return false }
            return !wish.isOneTime && run.ready != nil && run.asked == nil
        }
        // One of an older definition serves until its turn comes.
        if run?.ready != nil { return true }
        return wish.isOneTime
            ? life.hasSucceeded || life.mayHaveEnded : life.hasBeenReady || life.mayHaveBeenReady
    }

    mutating func checkOrder(_ slot: Slot, _ kernel: FakeKernel) {
        guard let life = lives[slot], !life.hasStarted, !life.isOverridden else { return }
        if !life.isReleased, let other = closedBarrier(before: slot.name) {
            fail("\(slot) starts before \(Simulation.string(other)) has ended, or is ready")
        }
        if let other = unmetDependency(of: slot.name) {
            fail("\(slot) starts before \(Simulation.string(other)), which it is after, is ready")
        }
        if life.isNew, let other = removed(kernel) {
            fail("\(slot) is new and starts while \(other), which was removed, lives")
        }
    }

    /// An instance that is wanted no more, and lives.
    private func removed(_ kernel: FakeKernel) -> Slot? {
        let epochs = Set(lives.values.map(\.epoch))
        return kernel.processes.first { process in
            process.row != nil && !epochs.contains(process.epoch)
                && !changedEpochs.contains(process.epoch)
        }?.slot
    }

    /// What a reload has brought is new until what it took away has gone.
    mutating func settleNews(_ kernel: FakeKernel) {
        guard lives.values.contains(where: \.isNew), removed(kernel) == nil else { return }
        for slot in lives.keys { lives[slot]?.isNew = false }
    }

    /// Notes whom no barrier holds back.
    mutating func settleReleases() {
        for name in book.order {
            if let wish = book.wishes[name], wish.barrier != .none {
                for slot in slots(of: name) where isOpen(slot, wish, true) {
                    lives[slot]?.wasOpen = true
                }
            }
            let slots = slots(of: name).filter { slot in
                lives[slot].map { !$0.hasStarted && !$0.isReleased } ?? false
            }
            if slots.isEmpty || closedBarrier(before: name, isSure: true) != nil { continue }
            for slot in slots { lives[slot]?.isReleased = true }
        }
    }

    /// Nobody waits for nothing, and nobody waits for what cannot be.
    mutating func checkProgress(_ states: [Slot: JobState], isAnyoneLeaving: Bool) {
        guard shutdownSince == nil, !isUncertain else { return }
        // What is new waits for what leaves, and what is behind it in order waits for it.
        if isAnyoneLeaving { return }
        for name in book.order {
            for slot in slots(of: name) {
                guard let life = lives[slot], !life.hasStarted, let state = states[slot] else {
                    continue
                }
                check(slot, life, state, states)
            }
        }
    }

    private mutating func check(
        _ slot: Slot, _ life: Life, _ state: JobState, _ states: [Slot: JobState]
    ) {
        let needs = book.wishes[slot.name]?.after ?? []
        if states.contains(where: { $0.value == .failed && needs.contains($0.key.name) }) {
            if state == .waiting { fail("\(slot) waits for what has failed") }
            return
        }
        if state == .failed, !life.hasFailedForGood, !life.mayRest {
            fail("\(slot) has failed without a reason")
        }
        guard state == .waiting else { return }
        if closedBarrier(before: slot.name, isSure: true) == nil,
            unmetDependency(of: slot.name, isSure: true) == nil
        {
            fail("\(slot) waits for nothing")
        }
    }
}
