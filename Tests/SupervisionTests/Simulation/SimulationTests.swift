import Foundation
import Testing

/// `SWINIT_SIMULATE=SEED` replays one seed with its log, `SWINIT_SIMULATE=xCOUNT` tries more seeds,
/// `SWINIT_SIMULATE=FIRST..LAST` these.
@Suite struct SimulationTests {
    /// How many steps a life has at most.
    static let mostSteps = 400

    /// After so many broken lives no more are tried.
    static let mostFindings = 20

    /// The seeds that the environment wishes for.
    private static func seeds(_ wish: String?) -> ClosedRange<UInt64> {
        if let count = wish.flatMap({ $0.hasPrefix("x") ? UInt64($0.dropFirst()) : nil }), count > 0
        {
            return 1...count
        }
        let ends = (wish ?? "").split(separator: "..").compactMap { UInt64($0) }
        return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : 1...1200
    }

    @Test func `every invariant holds after every step of many random lives`() {
        let wish = ProcessInfo.processInfo.environment["SWINIT_SIMULATE"]
        if let seed = wish.flatMap({ UInt64($0) }) {
            var simulation = Simulation(seed: seed, keepsLog: true)
            simulation.run(Simulation.steps(seed: seed, count: Self.mostSteps))
            print(simulation.log.joined(separator: "\n"))
            #expect(simulation.problems == [])
            return
        }
        var steps = 0
        var broken = 0
        for seed in Self.seeds(wish) {
            var simulation = Simulation(seed: seed)
            let plan = Simulation.steps(seed: seed, count: Self.mostSteps)
            simulation.run(plan)
            guard simulation.problems.isEmpty else {
                var shrinking = Shrinking(seed: seed, Array(plan.prefix(simulation.steps)))
                shrinking.run()
                let short = shrinking.life(shrinking.steps, keepsLog: true)
                Issue.record(
                    """
                    seed \(seed), step \(simulation.steps): \(simulation.problems)
                    replay with: SWINIT_SIMULATE=\(seed) swift test --filter SimulationTests
                    without what does not matter, \(short.steps) steps: \(short.problems)
                    \(short.log.joined(separator: "\n"))
                    """)
                broken += 1
                if broken == Self.mostFindings { return }
                continue
            }
            steps += simulation.steps
        }
        print("\(steps) steps")
        #expect(wish != nil || steps >= 100_000)
    }

    @Test func `a life that breaks an invariant is shortened to what matters`() throws {
        var found: Shrinking?
        for seed: UInt64 in 1...200 where found == nil {
            let plan = Simulation.steps(seed: seed, count: 400)
            var broken = Simulation(seed: seed, flaw: .startsTwice)
            broken.run(plan)
            if broken.problems.isEmpty || broken.steps < 100 { continue }
            found = Shrinking(seed: seed, flaw: .startsTwice, Array(plan.prefix(broken.steps)))
        }
        var shrinking = try #require(found)
        let before = shrinking.steps.count
        shrinking.run()
        #expect(
            shrinking.steps.count * 2 <= before,
            "\(before) steps became \(shrinking.steps.count)")
        let short = shrinking.life(shrinking.steps, keepsLog: true)
        #expect(short.problems.contains { $0.hasSuffix("gets a second process") })
        #expect(short.log.contains { $0.contains("received") })
        for index in shrinking.steps.indices {
            var fewer = shrinking.steps
            fewer.remove(at: index)
            #expect(shrinking.life(fewer).problems == [])
        }
        // The steps are not to blame: the true supervisor survives them.
        var whole = Simulation(seed: shrinking.seed)
        whole.run(shrinking.steps)
        #expect(whole.problems == [])
    }
}
