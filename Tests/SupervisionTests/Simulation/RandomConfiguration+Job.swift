import Basics
import Config

extension RandomConfiguration {
    static func job(_ number: Int, _ random: inout Random) -> JobSpec {
        var job = JobSpec(name: "job\(number)", command: ["run\(random.number(0...2))"])
        job.placement.order = random.chance(70) ? 0 : Int32(random.number(-2...2))
        job.placement.barrier = random.chance(75) ? .none : random.chance(50) ? .ended : .ready
        job.placement.isDisabled = random.chance(5)
        if job.placement.barrier == .none, random.chance(20) {
            job.instances = random.pick([0, 1, 2, 2, 3, 4])
        }
        policy(of: &job, &random)
        limits(of: &job, &random)
        if random.chance(25) { job.readiness = readiness(&random) }
        if random.chance(25) { job.health = health(&random) }
        job.healthAction = random.pick([.restart, .restart, .restart, .none, .shutdown])
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

    private static func limits(of job: inout JobSpec, _ random: inout Random) {
        if random.chance(20) {
            job.restart.limit = RestartLimit(
                count: random.pick([1, 2, 3, 5, 20]),
                period: Milliseconds(UInt64(random.pick([200, 3000, 30_000, 600_000]))),
                ends: random.chance(10))
        }
        if random.chance(15) {
            job.restart.startWait = Milliseconds(UInt64(random.number(1...5000)))
        }
        if random.chance(15) {
            job.restart.startRetries = random.number(1...4)
            job.restart.startRetriesEnd = random.chance(10)
        }
    }

    private static func readiness(_ random: inout Random) -> Readiness {
        let form: ProbeForm = random.pick([
            .notify, .notify, .descriptor, .tcp, .http, .exec, .exec, .unix, .file, .log,
        ])
        let words: [Text] = form == .notify ? [] : ["word"]
        let within = Milliseconds(UInt64(random.pick([20, 500, 3000, 20_000])))
        return Readiness(form, words, within: random.chance(60) ? within : nil)
    }

    private static func health(_ random: inout Random) -> HealthCheck {
        var health = HealthCheck(random.pick([.tcp, .http, .exec]), ["word"])
        health.interval = Milliseconds(UInt64(random.number(100...20_000)))
        health.timeout = Milliseconds(UInt64(random.number(100...3000)))
        health.failures = random.number(1...4)
        if random.chance(30) { health.startPeriod = Milliseconds(UInt64(random.number(1...9000))) }
        return health
    }
}
