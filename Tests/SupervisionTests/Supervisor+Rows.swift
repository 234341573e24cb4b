import Basics
import Config

@testable import Supervision

/// The rows side by side, as tests look at them.
extension Supervisor {
    var machines: [JobMachine] { jobs.map(\.machine) }

    var specs: [JobSpec] { jobs.map(\.spec) }

    func isJob(_ row: Int) -> Bool { job(InstanceID(row)) != nil }

    func isLeaving(_ row: Int) -> Bool { jobs[row].isLeaving }
}
