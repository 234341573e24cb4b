public import Basics

/// When a job is given up: `restart-limit N in D [then stop|shutdown]`.
public struct RestartLimit: Equatable, Sendable {
    /// How many failures are too many; 1 to 1000.
    public var count: Int
    /// Within so long.
    public var period: Milliseconds
    /// The container ends with the job (`then shutdown`).
    public var ends: Bool

    public init(count: Int, period: Milliseconds, ends: Bool) {
        self.count = count
        self.period = period
        self.ends = ends
    }
}

extension RestartPolicy {
    /// When failures are too many; nil for never.
    public var limit: RestartLimit? {
        @inline(never) get {
            guard let number = spec.number(.restartLimit) else { return nil }
            return RestartLimit(
                count: Int(clamping: number >> 1),
                period: Milliseconds(spec.text(.restartLimit)?.decimal ?? 0), ends: number & 1 == 1)
        }
        set {
            guard let newValue else { return spec.set(.restartLimit, nil) }
            spec.set(
                .restartLimit, Int64(clamping: newValue.count) << 1 | (newValue.ends ? 1 : 0),
                ["\(newValue.period.count)"])
        }
    }

    /// A run that lasts so long counts as started; what ends earlier, but for a success, is a failed
    /// start.
    public var startWait: Milliseconds {
        get { spec.milliseconds(.startWait) ?? Milliseconds(0) }
        set { spec.set(.startWait, Int64(clamping: newValue.count), unless: 0) }
    }

    /// So many failed starts in a row are too many; nil for no limit.
    public var startRetries: Int? {
        get { spec.number(.startRetries).map { Int(clamping: $0 >> 1) } }
        set {
            let ends: Int64 = startRetriesEnd ? 1 : 0
            spec.set(.startRetries, newValue.map { Int64(clamping: $0) << 1 | ends })
        }
    }

    /// Too many failed starts end the container (`then shutdown`).
    public var startRetriesEnd: Bool {
        get { (spec.number(.startRetries) ?? 0) & 1 == 1 }
        set {
            guard let number = spec.number(.startRetries) else { return }
            spec.set(.startRetries, number & ~1 | (newValue ? 1 : 0))
        }
    }
}

extension RestartPolicy {
    /// A run of this length puts a growing pause back to its first length, whatever `start-wait` says.
    private static let calmRun = Milliseconds(10_000)
    /// A run and the pause behind it never take less together.
    private static let shortestRound = Milliseconds(100)
    /// So many doublings reach ``Basics/Milliseconds/longest``.
    private static let doublings = 40

    /// Whether the pauses allow as many failures in so short a time.
    @inline(never)
    func canFail(_ limit: RestartLimit) -> Bool {
        var first = Self.calmRun
        var longest = first
        switch delay {
        // After a short run a pause of 10 s, after a run of 10 s none.
        case .pmtr: break
        case .fixed(let pause): (first, longest) = (pause, pause)
        case .growing(let from, let to): (first, longest) = (from, to)
        }
        first = max(first, Self.shortestRound)
        longest = max(longest, first)
        let calm = startWait.count > 0 ? min(startWait, Self.calmRun) : Self.calmRun
        // A run that is long enough puts the pause back every so many rounds; or it grows on.
        for rounds in 1...Self.doublings {
            var time = Milliseconds(0)
            var pause = first
            for round in 1..<max(limit.count, 1) where time <= limit.period {
                time = time + pause
                pause = min(pause * 2, longest)
                if rounds < Self.doublings, round % rounds == 0, round + 1 < limit.count,
                    longest > first
                {
                    pause = first
                    time = time + calm
                }
            }
            if time <= limit.period { return true }
        }
        return false
    }
}
