import Basics

/// Restarts of several instances: one after the other.
extension Checker {
    /// The instance's run is to be made anew, now or when it is its turn.
    mutating func roll(_ slot: Slot) {
        guard let run = runs.values.first(where: { $0.slot == slot }), run.asked == nil else {
            return
        }
        rolling[slot.name, default: []].insert(slot)
    }

    /// The instance's run, which was to be made anew, is what is wanted once more.
    func goesOn(_ slot: Slot, as wish: Wish) -> Bool {
        guard isRolling(slot), let run = runs.values.first(where: { $0.slot == slot }),
            run.asked == nil, let definition = run.definition
        else { return false }
        return !wish.needsRestart(from: definition)
    }

    /// A job runs again: those that restart with it do so too.
    mutating func noteRestart(of slot: Slot) {
        for wish in book.wishes.values where wish.restartsWith.contains(slot.name) && !wish.isMain {
            for other in lives.keys where other.name == wish.name { roll(other) }
        }
    }

    /// Its instance was taken away, even if there is one of that number again.
    private func isRemoved(_ run: Run) -> Bool {
        !isPresent(run) && !changedEpochs.contains(run.epoch)
    }

    /// An instance is stopped to run anew: no other of its job is on its way.
    mutating func takeTurn(_ slot: Slot) {
        guard !isUncertain, let last = turns.updateValue(slot, forKey: slot.name), last != slot,
            last.number <= count(of: slot.name),
            let run = runs.values.first(where: { $0.slot == last }), !isRemoved(run)
        else { return }
        if run.asked != nil {
            fail("\(slot) is restarted while \(last) still ends")
        } else if run.ready == nil, !isRolling(last) {
            fail("\(slot) is restarted before \(last) is ready again")
        }
    }
}
