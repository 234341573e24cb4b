import Basics
import Config
import Linux
import Supervision

/// `swinit -c FILE`: supervises the jobs of a file.
struct ConfigMode {
    private let path: Text
    /// What follows `--`; nil without `--`.
    private let command: [Text]?
    private let pidFile: Text?
    private let threshold: Report.Level
    private let circumstances: Circumstances

    init(_ options: Invocation) {
        path = options.file ?? ConfigurationFiles.usualPath()
        command = options.command
        pidFile = options.pidFile
        threshold =
            options.verbosity > 0
            ? .debug
            : options.verbosity == 0 ? .info : options.verbosity == -1 ? .warning : .error
        circumstances = Circumstances(
            shutdownTimeout: options.shutdownTimeout, stopDelay: options.stopDelay,
            seed: UInt64(bitPattern: Clock.nanoseconds) | 1)
    }

    /// Runs to the end of the container and answers with its status.
    @inline(never)
    func run() -> Int32 {
        if let descriptor = FaultRecovery.findTable() { return resume(descriptor) }
        let held = Own.listenCount(in: InheritedEnvironment())
        Own.tidyDescriptors(holding: held)
        let directory = Own.directory ?? "/"
        let files = ConfigurationFiles(path: path, startDirectory: directory, command: command)
        guard let configuration = files.read() else {
            Own.write(files.refusal.bytes, to: 2)
            TerminationLog.write(files.refusal)
            return ExitStatus.configuration
        }
        do throws(SystemError) {
            return try begin(configuration, files, holding: held)
        } catch {
            MessageLog.say("error: cannot start: \(error.reason)")
            // It may be that no descriptor was left.
            Own.tidyDescriptors(holding: 0)
            TerminationLog.write("cannot start: \(error.reason)\n")
            return ExitStatus.software
        }
    }

    @inline(never)
    private func begin(
        _ configuration: Configuration, _ files: ConfigurationFiles, holding held: Int32
    ) throws(SystemError) -> Int32 {
        var held = held
        if !configuration.jobs.contains(where: { $0.launch.receivesDescriptors }) {
            Own.closeListening(held)
            held = 0
        }
        let table = try FaultTable.make(capacity: configuration.jobs.count)
        table.listenCount = held
        let childWasIgnored = Signals.resetChildSignal()
        var ignored = Signals.ignored
        ignored.bits |= Signals.inheritedFaultIgnores.bits
        if childWasIgnored { ignored.insert(.child) }
        table.inheritedIgnored = ignored
        table.inheritedMask = Signals.inheritedMask
        if let limit = Own.raiseFileLimit() { table.fileLimit = limit }
        prepare(table, configuration)
        files.store(in: table)
        if let pidFile { writePidFile(pidFile.absolute(in: files.startDirectory)) }
        let supervisor = Supervisor(configuration: configuration, circumstances: circumstances)
        return try supervise(supervisor, configuration, files, table, first: .began)
    }

    /// What each image does.
    @inline(never)
    private func prepare(_ table: FaultTable, _ configuration: Configuration) {
        if Own.pid != 1 { _ = Own.becomeSubreaper() }
        Own.enter("/")
        let budget = ShutdownBudget(configuration: configuration, circumstances: circumstances)
        table.budget = budget.total
    }

    @inline(never)
    private func supervise(
        _ supervisor: Supervisor, _ configuration: Configuration, _ files: ConfigurationFiles,
        _ table: FaultTable, first: Event
    ) throws(SystemError) -> Int32 {
        let limit = table.fileLimit
        let environment = InheritedEnvironment()
        let launches = LaunchPlan(
            startDirectory: files.startDirectory, inheritedIgnored: table.inheritedIgnored,
            inheritedMask: table.inheritedMask,
            fileLimit: limit.soft == 0
                ? nil : ChildPlan.Limit(resource: 0, soft: limit.soft, hard: limit.hard),
            environment: environment, listenCount: table.listenCount)
        let executor = try Executor(
            spawn: Spawn(over: environment, holding: table.listenCount), launches: launches,
            table: table, supervisor: supervisor)
        executor.resize(to: supervisor.count)
        executor.streams.follow(configuration)
        executor.streams.settle(supervisor)
        var log = MessageLog(executor.streams.outlets)
        log.threshold = threshold
        let directory = files.startDirectory
        let loop = EventLoop(
            supervisor: supervisor, executor: executor, files: files, log: log, table: table,
            sources: try EventSources.open())
        if first == .timePassed { loop.adopt() }
        loop.openPorts(configuration)
        let status = loop.run(from: first)
        if let pidFile {
            Files.remove(pidFile.absolute(in: directory))
        }
        return status
    }

    // MARK: - Recovery

    /// Goes on where the image before this one failed.
    ///
    /// Never from the beginning, whatever is damaged: the jobs run, and would be started twice.
    @inline(never)
    private func resume(_ descriptor: Int32) -> Int32 {
        Own.setName("swinit")
        do throws(SystemError) {
            let table = try FaultTable.adopt(descriptor)
            if !table.isBare, let status = try goOn(with: table) { return status }
            var groups: [Int32] = []
            for index in 0..<table.count {
                let record = InstanceRecord(words: table.words(index))
                groups.append(max(table.pid(index), record.group))
            }
            return BareMode(budget: table.budget, groups: groups).run()
        } catch {
            return BareMode(budget: ShutdownBudget.defaultTotal, groups: []).run()
        }
    }

    /// Goes on with the jobs of `table`; nil where their configuration is lost.
    private func goOn(with table: FaultTable) throws(SystemError) -> Int32? {
        let bytes = MemoryFile.read(table.sources, atMost: Handover.largest)
        let handover = Handover(bytes: bytes) ?? Handover(startDirectory: "/", sources: [])
        let files = ConfigurationFiles(
            path: handover.sources.first?.path ?? path, startDirectory: handover.startDirectory,
            command: command)
        guard let configuration = files.restore(from: handover) else { return nil }
        _ = Signals.resetChildSignal()
        prepare(table, configuration)
        let supervisor = Supervisor(
            recovering: configuration, circumstances: circumstances,
            own: SupervisorRecord(words: table.own), at: Clock.now, count: table.count
        ) { InstanceRecord(words: table.words($0)) }
        return try supervise(supervisor, configuration, files, table, first: .timePassed)
    }

    private func writePidFile(_ path: Text) {
        do throws(SystemError) {
            try Files.replace(path, with: "\(Own.pid)\n")
        } catch {
            MessageLog.say("warning: cannot write \(path): \(error.reason)")
        }
    }
}
