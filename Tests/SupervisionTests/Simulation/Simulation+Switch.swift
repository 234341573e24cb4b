import Basics

@testable import Supervision

extension Simulation {
    /// Switches a job on or off, or one that is not there.
    mutating func switchJob() {
        let names = checker.configuration.jobs.filter { !$0.isMain }
        let isOn = random.chance(50)
        guard !names.isEmpty, !random.chance(5) else {
            feed(.switched("nobody", isOn: isOn))
            return
        }
        let spec = random.pick(names)
        if spec.placement.isDisabled == isOn {
            checker.switched.insert(spec.name)
        } else {
            checker.switched.remove(spec.name)
        }
        checker.forgetAllRestarts()
        feed(.switched(spec.name, isOn: isOn))
        noteUnwanted()
    }

    /// Notes the runs that end because a reload or a switch wants them no more.
    mutating func noteUnwanted() {
        checker.unwanted.formUnion(unwantedRows)
    }

    var unwantedRows: [Int] {
        supervisor.jobs.filter { !$0.machine.isOfPresentDefinition }.map(\.row)
    }
}
