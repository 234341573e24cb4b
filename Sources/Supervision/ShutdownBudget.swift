public import Basics
public import Config

/// How long a shutdown may take, and what it is made of.
public struct ShutdownBudget: Equatable, Sendable {
    /// The default of the whole: below the 10 s that `docker stop` allows.
    public static let defaultTotal = Milliseconds(9000)
    /// What the computed budget adds for KILL and reaping.
    static let reserve = Milliseconds(1000)

    /// The wait before the first stop signal; part of ``total``.
    public let delay: Milliseconds
    /// The longest chain of stop-timeouts: what stopping needs if every job uses all of its own.
    public let chain: Milliseconds
    /// From the request to the last KILL.
    public let total: Milliseconds

    /// The budget for the jobs of `configuration`.
    ///
    /// What was written wins: `circumstances`, then the file. Else it is the default, or, if a
    /// stop-timeout was raised or a stop-delay set, what these need.
    public init(configuration: Configuration, circumstances: Circumstances) {
        self.init(configuration, circumstances, Dependencies(configuration.jobs))
    }

    /// The same, where the dependencies of the jobs are known.
    @inline(never)
    init(
        _ configuration: Configuration, _ circumstances: Circumstances,
        _ dependencies: Dependencies
    ) {
        chain = Self.longestChain(configuration.jobs, dependencies)
        let wantedDelay = circumstances.stopDelay ?? configuration.shutdown.stopDelay
        var isRaised = wantedDelay.count > 0
        for job in configuration.jobs where job.stop.longest > StopPolicy.defaultTimeout {
            isRaised = true
        }
        total =
            circumstances.shutdownTimeout ?? configuration.shutdown.timeout
            ?? (isRaised
                ? max(wantedDelay + chain + Self.reserve, Self.defaultTotal) : Self.defaultTotal)
        // An override may leave no room: half of it then still belongs to the jobs.
        delay = wantedDelay < total ? wantedDelay : Milliseconds(total.count / 2)
    }

    /// Whether the jobs cannot all use their stop-timeouts one after the other.
    public var isShort: Bool { total - delay < chain }

    /// What the container's runtime must allow, where that is more than its default; else nil.
    public var note: Text? {
        guard total > Self.defaultTotal else { return nil }
        let seconds = total.count / 1000 + (total.count % 1000 > 0 ? 1 : 0)
        return
            "needs a grace period of \(seconds)s (docker stop -t, stop_grace_period, terminationGracePeriodSeconds)"
    }

    /// `main` first, alone; then each job waits for those that depend on it, by `after` or since they
    /// stand behind a `wait ready`.
    @inline(never)
    private static func longestChain(
        _ jobs: [JobSpec], _ dependencies: Dependencies
    ) -> Milliseconds {
        let order = StopOrder(dependencies.vertexCount)
        var main = Milliseconds(0)
        for key in Plan.order(of: jobs) {
            let place = Plan.place(key)
            let job = jobs[place]
            let own = job.stop.longest
            if job.isMain {
                main = own
            } else if !job.isLogger {
                let barrier = job.placement.barrier
                order.add(
                    place, length: own.count,
                    isBarrier: barrier == .ready || (barrier == .ended && job.isUndone))
            }
        }
        let chains = order.chains(dependencies)
        var longest = Milliseconds(0)
        for place in jobs.indices where !jobs[place].isMain && !jobs[place].isLogger {
            longest = max(longest, Milliseconds(chains[place]) + jobs[place].stop.longest)
        }
        return main + longest
    }
}
