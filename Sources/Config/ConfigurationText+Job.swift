import Basics

/// The options of jobs.
extension ConfigurationText {
    /// Writes what `job` has of one option, in the form that the catalogue says it has.
    @inline(never)
    mutating func write(_ setting: JobSpec.Setting, of job: JobSpec) {
        let option = setting.option
        switch option {
        case .environment:
            write(sources: hasDefaults ? [setting.words.last ?? Text([])] : setting.words)
        case .limit: for word in setting.words { line(option, LimitText.write(word)) }
        case .capabilities: writeCapabilities(of: job)
        case .bounce: line(option, "every ", word: DurationText.write(setting.number))
        case .depends: writeBlock(setting)
        case .cpu: line(option, CPUText.write(CPUSet(packed: setting.words.first ?? Text([]))))
        case .input, .output, .errors: writeStream(setting)
        case .wait: writeWait(of: job)
        case .once: if !hasBoth(job) { line(option) }
        case .successCodes: writeSuccesses(of: job)
        case .restartDelay: writeDelay(of: job)
        case .restartLimit, .startRetries: writeLimit(setting)
        case .ready: writeReadiness(of: job)
        case .health: writeHealth(of: job)
        // Any word on what follows a run's end also sets this: the last of a job's settings.
        case .status33IsPlain: writeOutcomes(of: job)
        case .logFormat, .logTimestamps, .logRing, .logDrop, .logTo, .logTee, .logFile, .logScript:
            writeLog(setting)
        case .onSuccess, .onFailure, .isLogger, .logRingTotal, .isMain, .delayLimit,
            .retriesUntilSuccess:
            break
        default: writeByKind(setting)
        }
    }

    /// Writes a line for each source of variables, the variables first.
    @inline(never)
    mutating func write(sources texts: [Text]) {
        let lines = EnvironmentSource.lines(of: texts)
        for option in [Option.environment, .environmentFiles, .environmentFolders] {
            for word in lines {
                let source = EnvironmentSource(word)
                switch source.kind {
                case .variable: if option == .environment { line(option, variable: source.text) }
                case .folder:
                    if option == .environmentFolders { line(option, "", word: source.text) }
                case .file, .optionalFile:
                    if option == .environmentFiles {
                        let isOptional = source.kind == .optionalFile
                        line(option, isOptional ? "optional " : "", word: source.text)
                    }
                }
            }
        }
    }

    private mutating func writeByKind(_ setting: JobSpec.Setting) {
        let entry = OptionCatalogue.entry(Int(setting.option.rawValue))
        switch entry.kind {
        case .flag: line(setting.option)
        case .number, .octal, .duration, .signal, .choice:
            line(setting.option, entry.write(setting.number))
        case .word, .path, .account, .accounts, .list, .special, .optional, .block:
            line(setting.option, words: setting.words)
        }
    }

    private mutating func writeStream(_ setting: JobSpec.Setting) {
        begin(setting.option)
        switch Launch.Stream(rawValue: setting.number) {
        case .null: add(" null")
        case .inherit: add(" inherit")
        case .joined: add(" out")
        case .syslog: add(" syslog")
        case .file, nil: add(setting.words)
        }
        end()
    }

    /// Writes a block with a line for each word.
    private mutating func writeBlock(_ setting: JobSpec.Setting) {
        begin(setting.option)
        add(" {\n")
        for word in setting.words {
            add("    ")
            WordText.render(word, into: &bytes)
            end()
        }
        add("  }\n")
    }

    private mutating func writeCapabilities(of job: JobSpec) {
        let capabilities = job.launch.capabilities ?? Capabilities(keeps: false, mask: 0)
        line(.capabilities, "\(capabilities.keeps ? "keep" : "drop" as Text) \(capabilities.names)")
    }

    // MARK: - When it starts

    /// `wait once` is one line.
    private func hasBoth(_ job: JobSpec) -> Bool {
        job.placement.barrier == .ended && job.has(.once)
    }

    private mutating func writeWait(of job: JobSpec) {
        begin(.wait)
        if hasBoth(job) { add(" once") }
        if job.placement.barrier == .ready { add(" ready") }
        end()
    }

    // MARK: - What the end of a run means

    private mutating func writeSuccesses(of job: JobSpec) {
        begin(.successCodes)
        for code in job.restart.successCodes { append(" \(code)") }
        for signal in job.restart.successSignals { append(" \(signal)") }
        end()
    }

    private mutating func writeDelay(of job: JobSpec) {
        var value = DurationText.write(job.number(.restartDelay) ?? 0)
        if let last = job.number(.delayLimit) { value = "\(value)..\(DurationText.write(last))" }
        line(.restartDelay, value)
    }

    /// Writes what `once`, `restart`, `on-success` and `on-failure` came to, in as few lines as will
    /// give the same again.
    @inline(never)
    private mutating func writeOutcomes(of job: JobSpec) {
        let success = job.restart.onSuccess
        let failure = job.restart.onFailure
        let retries = job.restart.retriesUntilSuccess
        if job.has(.once) {
            if success != .stop { writeOutcome(.onSuccess, success) }
            let initial: RestartPolicy.Outcome =
                job.has(.wait) ? .shutdownWhileStarting : .stop
            if failure != initial { writeOutcome(.onFailure, failure) }
            return
        }
        switch (success, failure) {
        case (.restart, .restart) where !retries:
            if !job.has(.successCodes) { line(.restart, "always") }
        case (.stop, .restart) where !retries: line(.restart, "on-failure")
        case (.stop, .stop): line(.restart, "never")
        default:
            if success != .restart { writeOutcome(.onSuccess, success) }
            if failure != .restart || retries { writeOutcome(.onFailure, failure) }
        }
    }

    private mutating func writeOutcome(_ option: Option, _ outcome: RestartPolicy.Outcome) {
        line(option, OptionCatalogue.entry(Int(option.rawValue)).write(outcome.rawValue))
    }
}
