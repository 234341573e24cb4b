import Basics
import Config

/// Invariant 4: the order of a shutdown.
extension Checker {
    /// A first stop signal of the shutdown: `main` ends alone, and jobs before what they depend on.
    mutating func checkLevel(
        _ slot: Slot, _ row: Int, _ kernel: FakeKernel, undoes: Bool = false, at now: UInt64
    ) {
        guard let wish = wish(slot), !wish.isMain else { return }
        if let run = runs[row], run.asked != nil || !reasons(run, at: now).isEmpty { return }
        let dependents = book.dependents(of: slot.name, undoes: undoes)
        let alive = kernel.processes.first { process in
            guard let row = process.row, let slot = process.slot, slot.name != wish.name else {
                return false
            }
            // What takes longer than it may does not take the time of others.
            if runs[row]?.isExtended ?? false { return false }
            // Neither does what is stopped out of its turn, since something is wrong with it.
            if let asked = runs[row]?.asked, asked != .wish { return false }
            return process.epoch == epoch(of: slot) && process.killDelay == 0 && !process.isZombie
                && (book.wishes[slot.name]?.isMain ?? false || dependents.contains(slot.name))
        }
        if let other = alive?.slot { fail("\(slot) is stopped before \(other) has ended") }
    }
}

extension Book {
    /// The jobs that need `name` to run as long as they do, directly or through others; with `undoes`
    /// those too that need what it has done and undoes now.
    func dependents(of name: Text, undoes: Bool) -> Set<Text> {
        var found: Set<Text> = [name]
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            var heldBy: Set<Text> = []
            for other in order {
                guard let wish = wishes[other] else { continue }
                let needs = !heldBy.isDisjoint(with: found) || !found.isDisjoint(with: wish.after)
                if needs, found.insert(other).inserted { isGrowing = true }
                let isUndoing = undoes && other == name && wish.barrier == .ended
                if wish.barrier == .ready || isUndoing { heldBy.insert(other) }
            }
        }
        found.remove(name)
        return found
    }
}
