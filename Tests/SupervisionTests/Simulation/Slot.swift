import Basics

/// One instance of a job, in whatever row it is.
struct Slot: Hashable, Comparable, CustomStringConvertible {
    let name: Text
    let number: Int

    static func < (left: Slot, right: Slot) -> Bool {
        left.name == right.name ? left.number < right.number : left.name < right.name
    }

    var description: String { "\(Simulation.string(name)).\(number)" }
}
