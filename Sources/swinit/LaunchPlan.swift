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
    /// The environment that swinit was started with.
    let environment: InheritedEnvironment
    /// How many descriptors from 3 on jobs may listen on.
    let listenCount: Int32

    /// Makes `child`, which has no more than its arguments, that of instance `number` of `spec`;
    /// answers what it needs and cannot have, if so: then it fails at that step at once.
    ///
    /// The environment is, from the least on: swinit's, SWINIT_JOB and SWINIT_INSTANCE, what `user`
    /// sets, env-dir, env-file, env, and then those three of the job's own. All of it is read here,
    /// with swinit's own rights.
    @inline(never)
    func complete(_ child: inout ChildPlan, of spec: JobSpec, _ number: Int) -> SetUpFailure? {
        let launch = spec.launch
        let sources = launch.sources
        var environment = LaunchEnvironment(over: self.environment, for: spec, number)
        var names = environment
        names.foresee(sources)
        setIdentity(of: launch, in: &child, &environment, &names)
        for line in sources {
            let source = EnvironmentSource(line)
            switch source.kind {
            case .folder: environment.addFolder(names.expand(source.text))
            case .file: environment.addFile(names.expand(source.text), isOptional: false)
            case .optionalFile: environment.addFile(names.expand(source.text), isOptional: true)
            case .variable: environment.add(environment.expand(source.text))
            }
        }
        if spec.isService, let directory = launch.directory {
            let folder: Text = "\(directory)/env"
            if FileFacts(of: folder, follows: true).kind == .folder {
                environment.addFolder(folder)
            }
        }
        child.directory =
            launch.directory.map {
                environment.expand($0).absolute(in: startDirectory)
            } ?? startDirectory
        child.input = input(launch.input, &environment)
        child.output = output(launch.output, &environment)
        child.errors = output(launch.errors, &environment)
        child.arguments = environment.expand(child.arguments)
        child.environment = environment.entries
        setOthers(of: launch, in: &child)
        if spec.isMain {
            child.takesTerminal = true
            child.mask = inheritedMask
            child.ignores = inheritedIgnored
        } else {
            child.leadsSession = true
            child.defaults = inheritedIgnored
        }
        let failure = names.failure ?? environment.failure
        child.lostStep = failure?.step.rawValue ?? 0
        return failure
    }

    /// What a failed step was about, as the process of instance `number` had it.
    @inline(never)
    func expand(_ subject: Text, of spec: JobSpec, _ number: Int) -> Text {
        var environment = LaunchEnvironment(over: self.environment, for: spec, number)
        environment.foresee(spec.launch.sources)
        return environment.expand(subject)
    }

    private func setOthers(of launch: Launch, in child: inout ChildPlan) {
        child.clearsEnvironment = launch.clearsEnvironment
        child.umask = launch.umask
        child.nice = launch.nice
        child.oomScore = launch.oomScoreAdjust
        for word in launch.cpus?.words ?? [] { child.cpus.append(word) }
        for limit in launch.packedLimits {
            child.limits.append(Self.limit(ResourceLimit(packed: limit)))
        }
        child.fileLimit = fileLimit
        child.listens = launch.receivesDescriptors && listenCount > 0
        child.refusesPrivileges = launch.refusesPrivileges
        if let wanted = launch.capabilities {
            child.capabilities = ChildPlan.Capabilities(keeps: wanted.keeps, mask: wanted.mask)
        }
    }

    private func input(
        _ input: Launch.Input, _ environment: inout LaunchEnvironment
    ) -> ChildPlan.Stream {
        switch input {
        case .null, .lines: .null
        case .inherit: .inherited
        case .file(let path): .file(environment.expand(path))
        }
    }

    /// Where standard output or error goes; `syslog` is the executor's to set, which has the pipes.
    @inline(never)
    private func output(
        _ output: Launch.Output, _ environment: inout LaunchEnvironment
    ) -> ChildPlan.Stream {
        switch output {
        case .log, .inherit, .syslog: .inherited
        case .null: .null
        case .file(let path): .file(environment.expand(path))
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
    ///
    /// What is unknown is kept in `names`, from which the names are expanded.
    private func setIdentity(
        of launch: Launch, in child: inout ChildPlan, _ environment: inout LaunchEnvironment,
        _ names: inout LaunchEnvironment
    ) {
        guard launch.user != nil || launch.group != nil || launch.supplementaryGroups != nil else {
            return
        }
        let groups = Account.readGroups()
        var user = Own.user
        var group = Own.group
        var account: Account?
        if let written = launch.user {
            let wanted = names.expand(written)
            guard let found = Account.find(wanted, in: Account.readPasswd()) else {
                return unknown("user", wanted, &names)
            }
            account = found
            user = found.user
            group = found.group
            environment.add("HOME=\(found.home)")
            environment.add("USER=\(found.name)")
            environment.add("LOGNAME=\(found.name)")
        }
        if let written = launch.group {
            guard let found = number(of: written, in: groups, &names) else { return }
            group = found
        }
        var supplementary: PackedArray<UInt32>?
        if let wanted = launch.supplementaryGroups {
            var numbers = PackedArray<UInt32>()
            for written in wanted {
                guard let found = number(of: written, in: groups, &names) else { return }
                numbers.append(found)
            }
            supplementary = numbers
        } else if user == Own.user, group == Own.group {
            return
        } else if let account {
            supplementary = account.supplementary(in: groups, own: group)
        }
        child.identity = ChildPlan.Identity(user: user, group: group, supplementary: supplementary)
    }

    /// The number of the group that was written so; nil for an unknown one, which is told.
    @inline(never)
    private func number(
        of written: Text, in groups: Text, _ names: inout LaunchEnvironment
    ) -> UInt32? {
        let name = names.expand(written)
        let found = Account.group(name, in: groups)
        if found == nil { unknown("group", name, &names) }
        return found
    }

    @inline(never)
    private func unknown(_ kind: Text, _ name: Text, _ names: inout LaunchEnvironment) {
        names.fail(.account, "\(kind) \(name)", "no such \(kind)")
    }
}
