public import Basics

/// A configuration as its language writes it: the directives, then each job with everything that is
/// not as it is by default.
///
/// It has no `include`, no global variables, and no `defaults` but where a job's own `env-file` beats
/// variables of the defaults, since the jobs have all that already. Read again it gives an equal
/// configuration, but for jobs of service directories, which `services in` stands for, for secrets that are masked, for the folders of `include`, which only a watch
/// for changes asks for, and for such an `env-file` where the defaults of included files differ.
public struct ConfigurationText {
    /// What stands for a secret.
    private static let mask: StaticString = "***"
    /// A variable is a secret where one of these is a part of its name, in any case.
    private static let secrets: StaticString = "PASS SECRET TOKEN KEY CREDENTIAL PRIVATE"

    /// The text.
    public var text: Text { Text(bytes) }

    var bytes: [UInt8] = []
    private let showsSecrets: Bool
    private var isInJob = false
    /// The sources of variables that all jobs start from stand in a `defaults` block.
    var hasDefaults = false

    /// Writes `configuration`, with `showsSecrets` also the values of variables whose names suggest a
    /// secret.
    @inline(never)
    public init(_ configuration: Configuration, showsSecrets: Bool) {
        self.showsSecrets = showsSecrets
        write(configuration)
        writeOwn(configuration)
        isInJob = true
        writeDefaults(configuration.jobs)
        for job in configuration.jobs where !job.isService {
            if !bytes.isEmpty { bytes.append(10) }
            add("job {\n")
            for setting in job.settings { write(setting, of: job) }
            add("}\n")
        }
    }

    /// Writes the directives.
    private mutating func write(_ configuration: Configuration) {
        let shutdown = configuration.shutdown
        if shutdown.stopDelay.count > 0 { line(.stopDelay, shutdown.stopDelay) }
        if let timeout = shutdown.timeout { line(.shutdownTimeout, timeout) }
        if !shutdown.signals.isEmpty {
            begin(.shutdown)
            add(" on")
            add(shutdown.signals)
            end()
        }
        if shutdown.statusIsSignal { line(.shutdownStatus, "signal") }
        if configuration.lingers { line(.linger) }
        if !configuration.forwarding.isAutomatic { line(.forward, "none") }
        for rule in configuration.forwarding.rules {
            begin(.forward)
            add(rule.signals)
            add(" to")
            add(rule.jobs)
            end()
        }
    }

    /// Writes the directives about what swinit itself does.
    private mutating func writeOwn(_ configuration: Configuration) {
        if configuration.reloadsOnRequest { line(.reload, "on request") }
        for address in configuration.listenTexts { line(.listen, "on ", word: address) }
        for address in configuration.reportTexts { line(.report, "to ", word: address) }
        for setting in configuration.log.spec.settings { writeLog(setting) }
        for path in configuration.serviceFolders {
            line(.services, "in ", word: ServiceList.folder(of: path))
        }
    }

    /// Writes the sources of variables that every job starts from, where some job's own could not stand
    /// among them: files that beat variables of the defaults.
    private mutating func writeDefaults(_ jobs: [JobSpec]) {
        var shared = Text([])
        for index in jobs.indices {
            let launch = jobs[index].launch
            if index == 0 { shared = launch.shared }
            guard launch.shared == shared else { return hasDefaults = false }
            let sources = launch.sources
            if sources != EnvironmentSource.lines(of: [EnvironmentSource.layer(sources)]) {
                hasDefaults = true
            }
        }
        guard hasDefaults else { return }
        if !bytes.isEmpty { bytes.append(10) }
        add("defaults {\n")
        write(sources: [shared])
        add("}\n")
    }

    // MARK: - Lines

    /// Begins the line of `option`.
    @inline(never)
    mutating func begin(_ option: Option) {
        if isInJob { add("  ") }
        append(OptionCatalogue.entry(Int(option.rawValue)).name)
    }

    /// Ends a line.
    @inline(never)
    mutating func end() {
        bytes.append(10)
    }

    /// Writes the line of an option that stands alone.
    @inline(never)
    mutating func line(_ option: Option) {
        begin(option)
        end()
    }

    /// Writes the line of `option`, with `value` as it stands.
    @inline(never)
    mutating func line(_ option: Option, _ value: Text) {
        begin(option)
        bytes.append(32)
        append(value)
        end()
    }

    @inline(never)
    private mutating func line(_ option: Option, _ time: Milliseconds) {
        line(option, DurationText.write(Int64(clamping: time.count)))
    }

    /// Writes the line of `option` with one word, which may need quotes, behind `words`.
    @inline(never)
    mutating func line(_ option: Option, _ words: StaticString, word: Text) {
        begin(option)
        bytes.append(32)
        add(words)
        WordText.render(word, into: &bytes)
        end()
    }

    /// Writes the line of `option` with `words`.
    @inline(never)
    mutating func line(_ option: Option, words: [Text]) {
        begin(option)
        add(words)
        end()
    }

    /// Writes a line of `option` with a variable, whose value is masked where it may be a secret.
    @inline(never)
    mutating func line(_ option: Option, variable: Text) {
        begin(option)
        bytes.append(32)
        let name = variable.slice(0..<(variable.firstIndex(of: 61) ?? 0))
        if !showsSecrets, isSecret(name.uppercased) {
            WordText.render(variable: "\(name)=\(Self.mask)", into: &bytes)
        } else {
            WordText.render(variable: variable, into: &bytes)
        }
        end()
    }

    private func isSecret(_ name: Text) -> Bool {
        for secret in Text(stringLiteral: Self.secrets).split(at: 32) where name.contains(secret) {
            return true
        }
        return false
    }

    // MARK: - Parts of lines

    @inline(never)
    mutating func add(_ text: StaticString) {
        text.render(into: &bytes)
    }

    @inline(never)
    mutating func append(_ text: Text) {
        text.render(into: &bytes)
    }

    /// Adds words, with a blank before each and quotes where one needs them.
    @inline(never)
    mutating func add(_ words: [Text]) {
        for word in words {
            bytes.append(32)
            WordText.render(word, into: &bytes)
        }
    }

    @inline(never)
    private mutating func add(_ signals: [Signal]) {
        for signal in signals { append(" \(signal)") }
    }
}
