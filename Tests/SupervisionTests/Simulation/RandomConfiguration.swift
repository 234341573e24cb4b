import Basics
import Config

/// Configurations that a user might write, and edits of them.
struct RandomConfiguration {
    static func make(_ random: inout Random) -> Configuration {
        var configuration = Configuration()
        let count =
            random.chance(5) ? 0 : random.chance(20) ? random.number(15...40) : random.number(1...8)
        for number in 0..<count { configuration.jobs.append(job(number, &random)) }
        if random.chance(20) {
            var main = job(99, &random)
            main.name = "main"
            main.isMain = true
            main.placement = Placement()
            main.restart.onSuccess = .shutdown
            main.restart.onFailure = .shutdown
            configuration.jobs.append(main)
        }
        settings(of: &configuration, &random)
        if random.chance(60) { relations(of: &configuration, &random) }
        return configuration
    }

    /// The configuration after an edit: jobs added, removed, changed, moved.
    static func edit(_ old: Configuration, _ random: inout Random) -> Configuration {
        var configuration = old
        for _ in 0..<random.number(0...3) {
            let place = random.number(0...max(configuration.jobs.count - 1, 0))
            let isThere = configuration.jobs.indices.contains(place)
            switch random.number(0...7) {
            case 0 where isThere && !configuration.jobs[place].isMain:
                configuration.jobs.remove(at: place)
            case 1:
                let new = job(random.number(0...60), &random)
                if !configuration.jobs.contains(where: { $0.name == new.name }) {
                    configuration.jobs.insert(new, at: isThere ? place : 0)
                }
            case 2 where isThere:
                configuration.jobs[place].launch.command.append("more")
            case 3 where isThere && !configuration.jobs[place].isMain:
                let name = configuration.jobs[place].name
                configuration.jobs[place] = job(0, &random)
                configuration.jobs[place].name = name
            case 4 where isThere:
                configuration.jobs[place].placement.order = Int32(random.number(-2...2))
                configuration.jobs[place].stop.timeout = Milliseconds(
                    UInt64(random.number(100...20_000)))
            case 5: settings(of: &configuration, &random)
            case 6 where isThere && !configuration.jobs[place].isMain:
                configuration.jobs[place].instances = random.number(0...4)
            case 7: relations(of: &configuration, &random)
            default: break
            }
        }
        repair(&configuration)
        return configuration
    }

    private static func settings(of configuration: inout Configuration, _ random: inout Random) {
        configuration.lingers = random.chance(20)
        configuration.shutdown = ShutdownSettings()
        if random.chance(20) {
            configuration.shutdown.timeout = Milliseconds(UInt64(random.number(300...30_000)))
        }
        if random.chance(20) {
            configuration.shutdown.stopDelay = Milliseconds(UInt64(random.number(1...5000)))
        }
        configuration.shutdown.statusIsSignal = random.chance(10)
        if random.chance(10) { configuration.shutdown.signals = [.windowChange] }
    }

    /// Gives some jobs others that they are after, or restart with; none waits for itself.
    private static func relations(of configuration: inout Configuration, _ random: inout Random) {
        guard configuration.jobs.count > 1 else { return }
        for _ in 0..<random.number(0...configuration.jobs.count) {
            let place = random.number(0...configuration.jobs.count - 1)
            let other = random.pick(configuration.jobs).name
            let isPattern = random.chance(10)
            let pattern =
                isPattern ? Text(other.bytes.dropLast(random.number(0...2)) + [0x2A]) : other
            let old = configuration.jobs[place]
            if pattern == old.name { continue }
            if random.chance(80) {
                configuration.jobs[place].placement.after.append(pattern)
            } else {
                configuration.jobs[place].placement.restartsWith.append(pattern)
            }
            if !isSound(configuration) { configuration.jobs[place] = old }
        }
    }

    /// Takes away what names no job any more, or has come to be a cycle.
    private static func repair(_ configuration: inout Configuration) {
        let names = configuration.jobs.map(\.name)
        for place in configuration.jobs.indices {
            var placement = configuration.jobs[place].placement
            let isKnown = { (name: Text) in name.bytes.last == 0x2A || names.contains(name) }
            placement.after = placement.after.filter(isKnown)
            placement.restartsWith = placement.restartsWith.filter(isKnown)
            configuration.jobs[place].placement = placement
        }
        for place in configuration.jobs.indices where !isSound(configuration) {
            configuration.jobs[place].placement.after = []
            configuration.jobs[place].placement.restartsWith = []
        }
    }

    private static func isSound(_ configuration: Configuration) -> Bool {
        let book = Book(configuration)
        guard book.isAcyclic else { return false }
        // What restarts with others is behind them in the file: no two restart each other.
        for wish in book.wishes.values where wish.restartsWith.contains(where: { $0 >= wish.name })
        {
            return false
        }
        // Nothing is after what ends first.
        return book.wishes.values.allSatisfy { !$0.after.contains("main") }
    }
}
