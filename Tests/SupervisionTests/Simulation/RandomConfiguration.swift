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
        return configuration
    }

    /// The configuration after an edit: jobs added, removed, changed, moved.
    static func edit(_ old: Configuration, _ random: inout Random) -> Configuration {
        var configuration = old
        for _ in 0..<random.number(0...3) {
            let place = random.number(0...max(configuration.jobs.count - 1, 0))
            let isThere = configuration.jobs.indices.contains(place)
            switch random.number(0...5) {
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
            default: break
            }
        }
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

    private static func job(_ number: Int, _ random: inout Random) -> JobSpec {
        var job = JobSpec(name: "job\(number)", command: ["run\(random.number(0...2))"])
        job.placement.order = random.chance(70) ? 0 : Int32(random.number(-2...2))
        job.placement.barrier = random.chance(75) ? .none : random.chance(50) ? .ended : .ready
        job.placement.isDisabled = random.chance(5)
        policy(of: &job, &random)
        if random.chance(30) { job.stop.timeout = Milliseconds(UInt64(random.number(50...20_000))) }
        if random.chance(10) { job.stop.retries = UInt32(random.number(2...3)) }
        if random.chance(20) { job.stop.scope = .group }
        if random.chance(15) { job.stop.signal = random.pick([.interrupt, .quit, .kill]) }
        if random.chance(15) { job.runTimeout = Milliseconds(UInt64(random.number(1...30_000))) }
        if random.chance(10) { job.bounce = Milliseconds(UInt64(random.number(1000...40_000))) }
        if random.chance(20) { job.stop.command = ["undo"] }
        job.dependsReloads = random.chance(20)
        return job
    }

    private static func policy(of job: inout JobSpec, _ random: inout Random) {
        let outcomes: [RestartPolicy.Outcome] = [.restart, .restart, .restart, .stop, .stop]
        if random.chance(30) {
            job.placement.runsOnce = true
            job.restart.onSuccess = .stop
            job.restart.onFailure = job.placement.barrier == .ended ? .shutdownWhileStarting : .stop
            job.restart.status33EndsJob = false
            if random.chance(20) {
                job.restart.onFailure = .restart
                job.restart.retriesUntilSuccess = true
            }
        } else if random.chance(40) {
            job.restart.onSuccess = random.chance(4) ? .shutdown : random.pick(outcomes)
            job.restart.onFailure = random.chance(4) ? .shutdown : random.pick(outcomes)
            job.restart.retriesUntilSuccess =
                job.restart.onFailure == .restart && random.chance(50)
            job.restart.status33EndsJob = false
        }
        if random.chance(20) { job.restart.successCodes = [0, 3] }
        if random.chance(10) { job.restart.successSignals = [.terminate] }
        switch random.number(0...3) {
        case 0: job.restart.delay = .fixed(Milliseconds(UInt64(random.number(0...3000))))
        case 1:
            let first = UInt64(random.number(1...500))
            job.restart.delay = .growing(
                from: Milliseconds(first),
                to: Milliseconds(first + UInt64(random.number(0...20_000))))
        default: break
        }
    }
}
