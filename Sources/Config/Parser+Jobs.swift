import Basics

/// `job { ... }` and `defaults { ... }`.
extension Parser {
    mutating func parseJob(_ file: inout FileScope) {
        let opening = file.line.span(0)
        openBlock(&file)
        readBlock(
            of: JobDraft(from: file.defaults, opening: opening, isDefaults: false), &file)
    }

    mutating func parseDefaults(_ file: inout FileScope) {
        let opening = file.line.span(0)
        if let first = file.defaultsSpan {
            list.error(
                "repeated-option", at: opening, "'defaults' is repeated",
                hint: hint(first: first, seenFrom: opening.source))
        } else if configuration.jobs.count > file.firstJob {
            list.error(
                "misplaced-defaults", at: opening, "'defaults' stands behind a job",
                hint: "move it before the first job")
        }
        file.defaultsSpan = opening
        openBlock(&file)
        readBlock(of: JobDraft(from: file.defaults, opening: opening, isDefaults: true), &file)
    }

    /// Reads the lines up to the block's `}`, and adds the job or sets the defaults.
    mutating func readBlock(of start: JobDraft, _ file: inout FileScope) {
        var draft = start
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
                parseOption(&file, into: &draft)
            }
        }
        if !isClosed { refuseUnclosed(draft.opening, file.line, isAtEnd: true) }
        draft.settle(&list)
        if draft.isDefaults {
            file.defaults = draft
        } else {
            add(draft, source: file.line.source)
        }
    }

    private mutating func parseOption(_ file: inout FileScope, into draft: inout JobDraft) {
        guard let entry = OptionCatalogue.entry(for: file.line, 0) else {
            refuseUnknown(&file, in: draft)
            return
        }
        guard entry.isJobOption else {
            list.error(
                "misplaced-option", at: file.line.span(0), "'\(entry.name)' stands inside a job",
                hint: "it is global: move it out of the braces")
            return
        }
        guard let option = entry.job else {
            refuseUnsupported(entry, file.line)
            let isOpen = file.line.isPlain(file.line.count - 1, "{")
            if entry.kind == .block, isOpen { skipBlock(&file) }
            return
        }
        guard allows(option, file, in: draft) else { return }
        draft.note(option, at: file.line.span(0))
        switch option {
        case .environment: parseEnvironment(&file, into: &draft.spec.launch.environment)
        case .limit: parseLimits(&file, into: &draft.spec.launch.limits)
        default:
            guard !file.line.isBroken, hasGoodCount(file.line, entry) else { return }
            if option != .command { adviseVariables(file.line) }
            draft.bind(option, file.line, &list)
        }
    }

    /// Reports an option that the block has already, or that does not belong in `defaults`.
    private mutating func allows(
        _ option: JobOption, _ file: FileScope, in draft: JobDraft
    ) -> Bool {
        let line = file.line
        if draft.isDefaults, option == .name {
            list.error(
                "misplaced-option", at: line.span(0), "'name' has no place in 'defaults'",
                hint: "each job has its own")
            return false
        }
        guard option != .environment, option != .limit,
            let first = draft.mention(of: option)
        else { return true }
        if !list.isFull {
            let owner = phrase(for: draft, file)
            list.error(
                "repeated-option", at: line.span(0), "option '\(line.text(0))' is repeated\(owner)",
                hint: line.hint(first: first))
        } else {
            list.error("repeated-option", at: line.span(0), "repeated option")
        }
        return false
    }

    private mutating func refuseUnknown(_ file: inout FileScope, in draft: JobDraft) {
        let line = file.line
        let word = line.text(0)
        var hint: Text?
        if line.isQuoted(0) {
            hint = "an option's name has no quotes"
        } else if line.isPlain(0, "{") {
            hint = "only 'env' and 'ulimit' open a block in a job"
        } else if !list.isFull, let near = OptionCatalogue.suggestion(for: word, inJob: true) {
            hint = "did you mean '\(near)'?"
        }
        let owner = list.isFull ? Text([]) : phrase(for: draft, file)
        list.error(
            "unknown-option", at: line.span(0), "unknown option '\(Shown(word))'\(owner)",
            hint: hint)
        if line.isPlain(line.count - 1, "{") { skipBlock(&file) }
    }

    /// ` in job "NAME"`, where the name may stand further down; ` in 'defaults'`; or nothing.
    private func phrase(for draft: JobDraft, _ file: FileScope) -> Text {
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
    private mutating func add(_ draft: JobDraft, source: Int32) {
        let name = draft.spec.name
        guard let nameSpan = draft.nameSpan, !name.isEmpty else {
            if draft.mention(of: .name) == nil {
                list.error(
                    "missing-option", at: draft.opening, "a job has no name",
                    hint: "add a line 'name N'")
            }
            return
        }
        if let place = names.place(of: name, in: configuration.jobs) {
            let first = list.isFull ? Text([]) : hint(first: marks[place].name, seenFrom: source)
            list.error(
                "duplicate-job", at: nameSpan, "job \"\(Shown(name))\" exists already", hint: first)
            return
        }
        if !draft.has(.command), !name.isEqual(to: MainJob.name) {
            list.error(
                "missing-option", at: draft.opening, "job \"\(Shown(name))\" has no cmd",
                hint: "add a line 'cmd PROGRAM ARG...'")
        }
        guard configuration.jobs.count < Self.jobLimit else {
            if configuration.jobs.count == Self.jobLimit, !tooManyJobs {
                tooManyJobs = true
                list.error("too-many-jobs", at: draft.opening, "more than \(Self.jobLimit) jobs")
            }
            return
        }
        Advice(on: draft).give(&list)
        configuration.jobs.append(draft.spec)
        names.addLast(of: configuration.jobs)
        marks.append(JobMark(name: nameSpan, stop: draft.stopSpan))
    }
}
