import Foundation
import Testing

/// `SWINIT_SIMULATE=SEED` replays one seed with its log, `SWINIT_SIMULATE=xCOUNT` tries more seeds.
@Suite struct SimulationTests {
    @Test func `every invariant holds after every step of many random lives`() {
        let wish = ProcessInfo.processInfo.environment["SWINIT_SIMULATE"]
        if let seed = wish.flatMap({ UInt64($0) }) {
            var simulation = Simulation(seed: seed, keepsLog: true)
            simulation.run(steps: 400)
            print(simulation.log.joined(separator: "\n"))
            #expect(simulation.problems == [])
            return
        }
        var count = 1200
        if let wish, wish.hasPrefix("x"), let more = Int(wish.dropFirst()) { count = more }
        var steps = 0
        for seed in 1...UInt64(count) {
            var simulation = Simulation(seed: seed)
            simulation.run(steps: 400)
            steps += simulation.steps
            guard simulation.problems.isEmpty else {
                var again = Simulation(seed: seed, keepsLog: true)
                again.run(steps: 400)
                let log = again.log.suffix(40).joined(separator: "\n")
                Issue.record(
                    """
                    seed \(seed), step \(simulation.steps): \(simulation.problems)
                    replay with: SWINIT_SIMULATE=\(seed) swift test --filter SimulationTests
                    \(log)
                    """)
                return
            }
        }
        print("\(steps) steps")
        #expect(wish != nil || steps >= 100_000)
    }
}
