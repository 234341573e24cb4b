/// Makes the list of steps that breaks an invariant short: without large parts, then without smaller
/// ones, at last without single steps, as long as an invariant still breaks.
struct Shrinking {
    /// How many lives are tried at most.
    static let mostLives = 3000

    let seed: UInt64
    let flaw: Flaw?
    /// The shortest list so far that breaks an invariant.
    private(set) var steps: [Simulation.Step]
    private var lives = 0

    /// Begins with steps that are known to break one.
    init(seed: UInt64, flaw: Flaw? = nil, _ steps: [Simulation.Step]) {
        self.seed = seed
        self.flaw = flaw
        self.steps = steps
    }

    /// The life with these steps.
    func life(_ steps: [Simulation.Step], keepsLog: Bool = false) -> Simulation {
        var simulation = Simulation(seed: seed, keepsLog: keepsLog, flaw: flaw)
        simulation.run(steps)
        return simulation
    }

    /// Shortens ``steps`` until no single one can be left out.
    mutating func run() {
        var size = max(steps.count / 2, 1)
        while lives < Self.mostLives {
            let hasShortened = drop(parts: size)
            if size > 1 {
                size /= 2
            } else if !hasShortened {
                return
            }
        }
    }

    /// Leaves out each part of this size without which an invariant still breaks.
    private mutating func drop(parts size: Int) -> Bool {
        let count = steps.count
        var start = 0
        while start < steps.count, lives < Self.mostLives {
            var fewer = steps
            fewer.removeSubrange(start..<min(start + size, steps.count))
            lives += 1
            if life(fewer).problems.isEmpty {
                start += size
            } else {
                steps = fewer
            }
        }
        return steps.count < count
    }
}
