import Basics

@testable import Supervision

/// A way in which a supervisor is broken on purpose, to see that the simulation finds it.
enum Flaw {
    /// From the first USR2 on it asks twice for each process.
    case startsTwice
}

extension Simulation {
    /// What the supervisor orders, with its flaw.
    mutating func handle(_ event: Event) -> [Action] {
        var actions: [Action] = []
        supervisor.handle(event, at: Instant(milliseconds: now), into: &actions)
        if event == .received(.user2) { isProvoked = true }
        guard flaw == .startsTwice, isProvoked else { return actions }
        return actions.flatMap { action in
            if case .spawn = action { [action, action] } else { [action] }
        }
    }
}
