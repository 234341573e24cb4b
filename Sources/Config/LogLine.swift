import Basics

/// The lines of `log`: settings of one option, each with a word of its own.
enum LogLine {
    /// The words, in the order of the options from ``Option/logFormat`` on.
    static let words: StaticString =
        "format timestamps ring drop-when-blocked to tee file script ring-total"
    /// What stands behind each.
    private static let values: StaticString =
        "text|json|raw none|rfc3339|tai64n SIZE - JOB - PATH ACTION... SIZE"
    /// The largest ring of one job, and all rings together at most.
    private static let largest: (ring: UInt64, total: UInt64) = (16 << 20, 1 << 30)

    /// What stands behind the word of `option`.
    static func values(of option: Option) -> Text {
        Text(stringLiteral: values).word(Int(option.rawValue &- Option.logFormat.rawValue))
    }

    /// The word of `option`.
    @inline(never)
    static func word(of option: Option) -> Text {
        Text(stringLiteral: words).word(Int(option.rawValue &- Option.logFormat.rawValue))
    }

    /// The number that `option` is given by `word`; nil where that is wrong, which is reported.
    @inline(never)
    static func number(
        of option: Option, _ line: Line, _ list: inout DiagnosticList
    ) -> Int64? {
        let word = line.text(2)
        if option == .logFormat || option == .logTimestamps {
            let choices = values(of: option).split(at: 124)
            for place in choices.indices where choices[place] == word { return Int64(place) }
            list.add(
                .badChoice, at: line.span(2), "log \(Self.word(of: option))", word,
                values(of: option).listed,
                suggesting: EditDistance.nearest(to: word, among: choices))
            return nil
        }
        let most = option == .logRing ? largest.ring : largest.total
        if let size = word.size, size <= most { return Int64(size) }
        list.add(.outOfRange, line, 2, "0", option == .logRing ? "16M" : "1G")
        return nil
    }
}

extension Parser {
    /// `log WORD ...`, in what `draft` is.
    @inline(never)
    func bindLog(_ line: Line, of draft: JobDraft, _ file: FileScope) {
        let known = Text(stringLiteral: LogLine.words)
        let word = line.text(1)
        guard let place = line.isQuoted(1) ? nil : word.place(in: LogLine.words),
            let option = Option(rawValue: Option.logFormat.rawValue + UInt8(clamping: place))
        else {
            list.add(
                .badChoice, at: line.span(1), line.text(0), word, known.listed,
                suggesting: EditDistance.nearest(to: word, among: known.split(at: 32)))
            return
        }
        let isGlobal = draft.place == .file
        let name: Text = "log \(word)"
        guard option == .logRingTotal ? isGlobal : !isGlobal || option.isSharedLog
        else {
            let span = line.span(0, through: 1)
            list.add(isGlobal ? .outsideJob : .insideJob, at: span, name)
            return
        }
        let value = LogLine.values(of: option)
        let isFlag = value.isEqual(to: "-")
        let isOpen = option == .logScript || option == .logFile
        guard isFlag ? line.count == 2 : line.count == 3 || (isOpen && line.count > 3) else {
            list.add(
                .usage, at: line.span(0, through: line.count - 1), name,
                isFlag ? name : "\(name) \(value)")
            return
        }
        if let first = draft.mention(of: option) {
            list.add(
                .repeatedOption, at: line.span(0, through: 1), name, phrase(for: draft, file),
                list.isFull ? Text([]) : self.place(of: first, seenFrom: line.source),
                suggesting: nil)
            return
        }
        draft.note(option, at: line.span(0, through: 1))
        bindLog(option, line, of: draft)
    }

    private func bindLog(_ option: Option, _ line: Line, of draft: JobDraft) {
        if option == .logFile || option == .logScript || option == .logTo {
            guard isOnlyPlace(option, line, of: draft) else { return }
            if option != .logTo { return bindFiles(option, line, of: draft) }
            draft.spec.set(option, line.text(2))
            draft.refer(option, line, 2, 2)
        } else if line.count == 2 {
            draft.spec.set(option, true)
        } else if let number = LogLine.number(of: option, line, &list) {
            draft.spec.set(option, number)
        }
    }

    // MARK: - What can be checked once every file is read

    /// Checks the job that the one at `place` logs to, which stands at `span`.
    @inline(never)
    func checkLogger(of place: Int, at span: Span) {
        let job = configuration.jobs[place]
        guard let name = job.text(.logTo), isWhole, !hasReported(span) else { return }
        guard let logger = names.place(of: name, in: configuration.jobs) else {
            refuseUnknownJob(name, at: span)
            return
        }
        let spec = configuration.jobs[logger]
        if logger == place {
            // Where the defaults say so the logger is no writer.
            if span.start >= nameSpan(place).start, span.source == nameSpan(place).source {
                list.add(.badLogger, at: span, name, "it is the job itself")
            }
            configuration.jobs[place].set(.logTo, nil)
        } else if spec.has(.input) {
            list.add(.badLogger, at: span, name, "it has 'in'")
        } else if spec.hasInstances {
            list.add(.badLogger, at: span, name, "it has instances")
        } else if name.isEqual(to: MainJob.name) {
            list.add(.badLogger, at: span, name, "it is the command behind --")
        }
    }

    /// Gives each job the settings of `log` that stand outside of jobs, where it has none of its own.
    func shareLogSettings() {
        configuration.log.spec.set(.logRingTotal, globals.spec.number(.logRingTotal))
        for setting in globals.spec.settings where setting.option.isSharedLog {
            configuration.log.spec.set(setting.option, setting.number)
            for place in configuration.jobs.indices
            where !configuration.jobs[place].has(setting.option) {
                configuration.jobs[place].set(setting.option, setting.number)
            }
        }
    }

    /// Has each job that others log to start before them: its order is the least of theirs, and among
    /// equals those come first that are the deepest.
    @inline(never)
    func orderLoggers() {
        var isChanged = isWhole
        var rounds: Int64 = 0
        while isChanged, rounds < StartOrder.deepestLogger {
            isChanged = false
            rounds += 1
            for place in configuration.jobs.indices {
                guard let name = configuration.jobs[place].text(.logTo),
                    let logger = names.place(of: name, in: configuration.jobs), logger != place
                else { continue }
                let own = configuration.jobs[logger].loggerOrder
                let writer = configuration.jobs[place].loggerOrder
                let depth = min(
                    max(own & StartOrder.deepestLogger, writer & StartOrder.deepestLogger + 1),
                    StartOrder.deepestLogger)
                let order = min(own >> 6, writer >> 6) << 6 | depth
                if configuration.jobs[logger].number(.isLogger) != order {
                    configuration.jobs[logger].set(.isLogger, order)
                    isChanged = true
                }
            }
        }
    }
}

extension JobSpec {
    /// Its order, and behind six bits how many jobs the longest way of output to it has.
    fileprivate var loggerOrder: Int64 {
        @inline(never) get { number(.isLogger) ?? Int64(placement.order) << 6 }
    }
}

extension ConfigurationText {
    /// Writes one setting of `log`.
    @inline(never)
    mutating func writeLog(_ setting: JobSpec.Setting) {
        let option = setting.option
        begin(.log)
        append(" \(LogLine.word(of: option))")
        switch option {
        case .logFormat, .logTimestamps:
            let choices = LogLine.values(of: option).split(at: 124)
            let place = Int(clamping: setting.number)
            if choices.indices.contains(place) { append(" \(choices[place])") }
        case .logRing, .logRingTotal: append(" \(setting.number)")
        default: add(setting.words)
        }
        end()
    }
}
