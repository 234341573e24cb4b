import Basics

/// `job { ... }` and `defaults { ... }`.
extension Parser {
    @inline(never)
    mutating func parseJob(_ file: inout FileScope) {
        let opening = file.line.span(0)
        openBlock(&file)
        readBlock(&file, opening: opening, isDefaults: false)
    }

    @inline(never)
    mutating func parseDefaults(_ file: inout FileScope) {
        let opening = file.line.span(0)
        if let first = file.defaultsSpan {
            list.add(
                .repeatedOption, at: opening, "defaults", Text([]),
                place(of: first, seenFrom: opening.source))
        } else if configuration.jobs.count > file.firstJob {
            list.add(.lateDefaults, at: opening)
        }
        file.defaultsSpan = opening
        openBlock(&file)
        readBlock(&file, opening: opening, isDefaults: true)
    }

    /// Reads the lines up to the block's `}`, and adds the job or sets the defaults.
    @inline(never)
    mutating func readBlock(_ file: inout FileScope, opening: Span, isDefaults: Bool) {
        let draft = JobDraft(from: defaults.last, at: opening, isDefaults: isDefaults)
        var isClosed = false
        while !isClosed, file.lexer.next(isEnvironment: false, &list) {
            if file.line.isPlain(0, "}") {
                refuseText(behind: 0, file.line)
                isClosed = true
            } else if beginsBlock(file.line) {
                refuseUnclosed(draft.opening, file.line, isAtEnd: false)
                file.lexer.stepBack()
                isClosed = true
            } else {
                parseOption(&file, into: draft)
            }
        }
        if !isClosed { refuseUnclosed(draft.opening, file.line, isAtEnd: true) }
        draft.settle(&list)
        if draft.isDefaults {
            defaults[defaults.count - 1] = draft
        } else {
            add(draft, source: file.line.source)
        }
    }

    @inline(never)
    private mutating func parseOption(_ file: inout FileScope, into draft: JobDraft) {
        guard let entry = OptionCatalogue.entry(for: file.line, 0) else {
            refuseUnknown(&file, in: draft)
            return
        }
        guard entry.isJobOption else {
            list.add(.insideJob, at: file.line.span(0), file.line.text(0))
            return
        }
        guard let option = entry.job else {
            list.add(.unsupportedOption, at: file.line.span(0), file.line.text(0))
            let isOpen = file.line.isPlain(file.line.count - 1, "{")
            if entry.kind == .block, isOpen { skipBlock(&file) }
            return
        }
        guard allows(option, file, in: draft) else { return }
        draft.note(option, at: file.line.span(0))
        switch option {
        case .environment, .limit:
            var entries = draft.spec.takeWords(option)
            if option == .limit {
                parseLimits(&file, into: &entries)
            } else {
                parseEnvironment(&file, into: &entries)
            }
            draft.spec.set(option, entries)
        default:
            guard !file.line.isBroken, hasGoodCount(file.line, entry) else { return }
            if option != .command { file.line.adviseVariables(from: 1, &list) }
            draft.bind(option, file.line, &list)
        }
    }

    /// Reports an option that the block has already, or that does not belong in `defaults`.
    private mutating func allows(
        _ option: JobOption, _ file: FileScope, in draft: JobDraft
    ) -> Bool {
        let line = file.line
        if draft.isDefaults, option == .name {
            list.add(.nameInDefaults, at: line.span(0))
            return false
        }
        guard option != .environment, option != .limit,
            let first = draft.mention(of: option)
        else { return true }
        list.add(
            .repeatedOption, at: line.span(0), line.text(0), phrase(for: draft, file),
            list.isFull ? Text([]) : line.place(of: first))
        return false
    }

    @inline(never)
    private mutating func refuseUnknown(_ file: inout FileScope, in draft: JobDraft) {
        let line = file.line
        let word = line.text(0)
        if line.isPlain(0, "{") {
            list.add(.strayBlock, at: line.span(0))
        } else if line.isQuoted(0) {
            list.add(.quotedOption, at: line.span(0), word, phrase(for: draft, file))
        } else {
            list.add(
                .unknownOption, at: line.span(0), [word, phrase(for: draft, file)],
                suggesting: list.isFull ? nil : OptionCatalogue.suggestion(for: word, inJob: true))
        }
        if line.isPlain(line.count - 1, "{") { skipBlock(&file) }
    }

    /// ` in job "NAME"`, where the name may stand further down; ` in 'defaults'`; or nothing.
    @inline(never)
    private func phrase(for draft: JobDraft, _ file: FileScope) -> Text {
        if list.isFull { return Text([]) }
        if draft.isDefaults { return " in 'defaults'" }
        var name = draft.spec.name
        if draft.nameSpan == nil {
            var ahead = file.lexer
            var unused = DiagnosticList()
            while ahead.next(isEnvironment: false, &unused) {
                if ahead.line.isPlain(0, "}") || beginsBlock(ahead.line) { break }
                if ahead.line.isPlain(0, "name"), ahead.line.count == 2 {
                    name = ahead.line.text(1)
                    break
                }
            }
        }
        return name.isEmpty ? Text([]) : " in job \"\(Shown(name))\""
    }

    /// Checks a job that is read and adds it.
    @inline(never)
    private mutating func add(_ draft: JobDraft, source: Int32) {
        let name = draft.spec.name
        guard let nameSpan = draft.nameSpan, !name.isEmpty else {
            if draft.mention(of: .name) == nil {
                list.add(.missingName, at: draft.opening)
            }
            return
        }
        if let place = names.place(of: name, in: configuration.jobs) {
            let first = marks[place].name
            list.add(
                .duplicateJob, at: nameSpan, name,
                list.isFull ? Text([]) : self.place(of: first, seenFrom: source))
            return
        }
        if !draft.has(.command), !name.isEqual(to: MainJob.name) {
            list.add(.missingCommand, at: draft.opening, name)
        }
        guard configuration.jobs.count < Self.jobLimit else {
            if !hasTooManyJobs { list.add(.tooManyJobs, at: draft.opening, "\(Self.jobLimit)") }
            hasTooManyJobs = true
            return
        }
        draft.advise(&list)
        configuration.jobs.append(draft.spec)
        names.addLast(of: configuration.jobs)
        marks.append(JobMark(name: nameSpan, stop: draft.stopSpan))
    }
}
