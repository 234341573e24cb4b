import Basics
import Supervision

extension FakeKernel.Process {
    /// Makes up what the process will tell: that it is ready, that it lives, that it ends.
    mutating func addSayings(isTold: Bool, _ random: inout Random) {
        guard var time = executesAt, !failsSetUp else { return }
        goodness = random.pick([100, 100, 95, 60, 20, 0])
        var said: [FakeKernel.Saying] = []
        func say(_ notice: Notice, after pause: ClosedRange<Int>) {
            time += UInt64(random.number(pause))
            said.append(FakeKernel.Saying(time: time, notice: notice))
        }
        if isTold, random.chance(85) {
            if random.chance(20) {
                let more = Milliseconds(UInt64(random.number(1...20_000)))
                say(.extend(more), after: 0...2000)
            }
            say(.ready, after: random.chance(70) ? 0...500 : 0...15_000)
        }
        if random.chance(8) {
            let period = random.number(50...5000)
            say(.watchdog(Milliseconds(UInt64(period))), after: 0...300)
            for _ in 0..<random.number(0...8) { say(.alive, after: 1...period) }
            if random.chance(20) { say(.watchdog(Milliseconds(0)), after: 0...period) }
            if random.chance(20) { say(.failing, after: 0...period) }
        }
        if random.chance(5) { say(.stopping, after: 0...20_000) }
        if random.chance(2) { say(.ready, after: 0...3000) }
        sayings = said.reversed()
    }
}
