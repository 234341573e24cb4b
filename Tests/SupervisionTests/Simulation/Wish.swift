import Basics
import Config

/// What a definition asks for, read once: to read an option is to search a list.
struct Wish {
    let spec: JobSpec
    let name: Text
    let isMain: Bool
    let isDisabled: Bool
    let isOneTime: Bool
    let instances: Int
    let barrier: Placement.Barrier
    let retriesUntilSuccess: Bool
    /// The jobs that must be ready first.
    let after: [Text]
    /// The jobs whose restart restarts this one.
    let restartsWith: [Text]
    let policy: RestartPolicy
    let onSuccess: RestartPolicy.Outcome
    let onFailure: RestartPolicy.Outcome
    let delay: RestartPolicy.Delay
    let limit: RestartLimit?
    let startWait: UInt64
    let startRetries: Int?
    let startRetriesEnd: Bool
    let runTimeout: UInt64?
    let renewal: UInt64?
    let readiness: Readiness?
    let health: HealthCheck?
    let healthAction: HealthAction
    let isUndone: Bool

    init(_ spec: JobSpec, among names: [Text]) {
        self.spec = spec
        name = spec.name
        isMain = spec.isMain
        isDisabled = spec.placement.isDisabled
        isOneTime = spec.placement.runsOnce
        instances = spec.instances
        barrier = spec.placement.barrier
        after = Self.meant(by: spec.placement.after, spec.name, names)
        restartsWith = Self.meant(by: spec.placement.restartsWith, spec.name, names)
        let policy = spec.restart
        self.policy = policy
        retriesUntilSuccess = policy.retriesUntilSuccess
        onSuccess = policy.onSuccess
        onFailure = policy.onFailure
        delay = policy.delay
        limit = policy.limit
        startWait = policy.startWait.count
        startRetries = policy.startRetries
        startRetriesEnd = policy.startRetriesEnd
        runTimeout = spec.runTimeout?.count
        renewal = spec.isMain ? nil : spec.bounce?.count
        readiness = spec.readiness
        health = spec.health
        healthAction = spec.healthAction
        isUndone = isOneTime && !spec.stop.command.isEmpty
    }

    /// The jobs that these patterns mean: a name, or what begins as stands before a star.
    static func meant(by patterns: [Text], _ own: Text, _ names: [Text]) -> [Text] {
        names.filter { name in
            name != own
                && patterns.contains { pattern in
                    pattern.bytes.last == 0x2A
                        ? name.bytes.starts(with: pattern.bytes.dropLast()) : pattern == name
                }
        }
    }

    /// Whether what a process was told at its start is something else.
    func needsRestart(from old: Wish) -> Bool {
        spec.launch != old.spec.launch || isDisabled != old.isDisabled || told != old.told
    }

    /// Its process says itself when it is ready.
    var isTold: Bool {
        switch readiness?.form {
        case .notify?, .descriptor?, .log?: true
        case nil, .tcp?, .http?, .exec?, .unix?, .file?: false
        }
    }

    private var told: Readiness? {
        guard var readiness else { return nil }
        switch readiness.form {
        case .notify, .descriptor: readiness.within = nil
        case .tcp, .http, .exec, .unix, .file, .log: return nil
        }
        return readiness
    }
}
