import Basics
import Config
import Linux
import Supervision

/// Turns what a user wrote of a process into what its child is told.
struct LaunchPlan {
    /// The directory where swinit was started: jobs without `dir` begin there.
    let startDirectory: Text
    /// The signals that were ignored when swinit was started.
    let inheritedIgnored: SignalSet
    /// The mask that swinit was started with.
    let inheritedMask: SignalSet
    /// RLIMIT_NOFILE to give back, where swinit raised its own.
    let fileLimit: ChildPlan.Limit?

    /// Makes `child`, which has no more than its arguments, that of `spec`; answers why it cannot have
    /// the user or group that it wants, if so.
    @inline(never)
    func complete(_ child: inout ChildPlan, of spec: JobSpec) -> SetUpFailure? {
        let launch = spec.launch
        child.directory = directory(of: launch)
        child.input = input(launch.input)
        child.output = output(launch.output)
        child.errors = output(launch.errors)
        child.clearsEnvironment = launch.clearsEnvironment
        child.umask = launch.umask
        child.nice = launch.nice
        child.oomScore = launch.oomScoreAdjust
        for word in launch.cpus?.words ?? [] { child.cpus.append(word) }
        for limit in launch.packedLimits {
            child.limits.append(Self.limit(ResourceLimit(packed: limit)))
        }
        child.fileLimit = fileLimit
        if spec.isMain {
            child.takesTerminal = true
            child.mask = inheritedMask
            child.ignores = inheritedIgnored
        } else {
            child.leadsSession = true
            child.defaults = inheritedIgnored
        }
        if launch.user != nil || launch.group != nil || launch.supplementaryGroups != nil {
            if let failure = setIdentity(of: launch, in: &child) {
                child.lacksAccount = true
                return failure
            }
        }
        child.environment.append(contentsOf: launch.environment)
        return nil
    }

    private func directory(of launch: Launch) -> Text {
        guard let directory = launch.directory else { return startDirectory }
        return directory.hasPrefix("/") ? directory : "\(startDirectory)/\(directory)"
    }

    private func input(_ input: Launch.Input) -> ChildPlan.Stream {
        switch input {
        case .null: .null
        case .inherit: .inherited
        case .file(let path): .file(path)
        }
    }

    @inline(never)
    private func output(_ output: Launch.Output) -> ChildPlan.Stream {
        switch output {
        case .log, .syslog, .inherit: .inherited
        case .null: .null
        case .file(let path): .file(path)
        case .joined: .joined
        }
    }

    private static func limit(_ limit: ResourceLimit) -> ChildPlan.Limit {
        ChildPlan.Limit(
            resource: limit.resource, soft: value(limit.soft), hard: value(limit.hard))
    }

    @inline(never)
    private static func value(_ value: ResourceLimit.Value) -> UInt64 {
        switch value {
        case .number(let number): min(number, ChildPlan.Limit.most - 1)
        case .most: ChildPlan.Limit.most
        }
    }

    /// Looks the names up and sets user, groups, HOME, USER and LOGNAME.
    ///
    /// No step at all where user and group are ours already: an unprivileged swinit can start jobs
    /// as itself.
    private func setIdentity(of launch: Launch, in child: inout ChildPlan) -> SetUpFailure? {
        let groups = Account.readGroups()
        var user = Own.user
        var group = Own.group
        var account: Account?
        if let wanted = launch.user {
            guard let found = Account.find(wanted, in: Account.readPasswd()) else {
                return unknown("user", wanted)
            }
            account = found
            user = found.user
            group = found.group
            child.environment.append("HOME=\(found.home)")
            child.environment.append("USER=\(found.name)")
            child.environment.append("LOGNAME=\(found.name)")
        }
        if let wanted = launch.group {
            guard let found = Account.group(wanted, in: groups) else {
                return unknown("group", wanted)
            }
            group = found
        }
        var supplementary: PackedArray<UInt32>?
        if let wanted = launch.supplementaryGroups {
            var numbers = PackedArray<UInt32>()
            for name in wanted {
                guard let found = Account.group(name, in: groups) else {
                    return unknown("group", name)
                }
                numbers.append(found)
            }
            supplementary = numbers
        } else if user == Own.user, group == Own.group {
            return nil
        } else if let account {
            supplementary = account.supplementary(in: groups, own: group)
        }
        child.identity = ChildPlan.Identity(user: user, group: group, supplementary: supplementary)
        return nil
    }

    @inline(never)
    private func unknown(_ kind: Text, _ name: Text) -> SetUpFailure {
        SetUpFailure(
            step: .account, subject: "\(kind) \(name)", errorNumber: 0, reason: "no such \(kind)")
    }
}
