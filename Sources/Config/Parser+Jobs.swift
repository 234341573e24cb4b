import Basics

/// `job { ... }` and `defaults { ... }`.
extension Parser {
    /// Reads the block that the line at hand opens.
    func parseBlock(_ option: Option, _ file: FileScope) {
        let opening = file.line.span(0)
        if option == .defaults {
            if let first = file.defaultsSpan {
                list.add(
                    .repeatedOption, file.line, 0, Text([]),
                    place(of: first, seenFrom: opening.source))
            } else if configuration.jobs.count > file.firstJob {
                list.add(.lateDefaults, file.line, 0)
            }
            file.defaultsSpan = opening
        }
        openBlock(file)
        readBlock(file, opening: opening, in: option == .job ? .job : .defaults)
    }

    /// Reads the lines up to the block's `}`, and adds the job or sets the defaults.
    @inline(never)
    func readBlock(_ file: FileScope, opening: Span, in place: JobDraft.Place) {
        let defaults = file.defaults
        if place == .job, defaults.isVariable { evaluateDefaults(of: file) }
        let draft = JobDraft(from: file.defaults, at: opening, in: place)
        file.defaults = defaults
        var isClosed = false
        while !isClosed, file.lexer.next(isEnvironment: false, &list) {
            if file.line.isPlain(0, "}") {
                refuseText(behind: 0, file.line)
                isClosed = true
            } else if beginsBlock(file.line) {
                refuseUnclosed(opening, file.line, isAtEnd: false)
                file.lexer.stepBack()
                isClosed = true
            } else {
                parseOption(file, into: draft)
            }
        }
        if !isClosed { refuseUnclosed(opening, file.line, isAtEnd: true) }
        draft.settle(&list)
        if place == .job { blocks.append(draft.spec) }
        if place == .defaults {
            file.defaults = draft
        } else {
            add(draft, source: file.line.source)
        }
        settleClaims(of: draft)
        if !draft.spec.has(.expand) { globals.variables.add(all: draft.variables) }
    }

    /// Reports an option that was written already, or that does not belong in `defaults`.
    func allows(
        _ option: Option, _ line: Line, in draft: JobDraft, _ file: FileScope
    ) -> Bool {
        if draft.place == .defaults, option == .name {
            list.add(.nameInDefaults, line, 0)
            return false
        }
        switch option {
        case .environment, .environmentFiles, .environmentFolders, .limit, .depends, .include,
            .forward, .listen, .report, .services:
            return true
        default: break
        }
        guard let first = draft.mention(of: option) else { return true }
        list.add(
            .repeatedOption, line, 0, phrase(for: draft, file),
            list.isFull ? Text([]) : place(of: first, seenFrom: line.source))
        return false
    }

    @inline(never)
    func refuseUnknown(_ file: FileScope, in draft: JobDraft) {
        let line = file.line
        let word = line.text(0)
        if line.isPlain(0, "{") {
            list.add(.strayBlock, line, 0)
        } else if line.isQuoted(0) {
            list.add(.quotedOption, line, 0, phrase(for: draft, file))
        } else {
            list.add(
                .unknownOption, at: line.span(0), word, phrase(for: draft, file), Text([]),
                suggesting: list.isFull ? nil : OptionCatalogue.suggestion(for: word, inJob: true))
        }
        if line.isPlain(line.count - 1, "{") { skipBlock(file) }
    }

    /// ` in job "NAME"`, where the name may stand further down; ` in 'defaults'`; or nothing.
    @inline(never)
    func phrase(for draft: JobDraft, _ file: FileScope) -> Text {
        if list.isFull || draft.place == .file { return Text([]) }
        if draft.place == .defaults { return " in 'defaults'" }
        var name = draft.spec.name
        if draft.nameSpan == nil, let found = draft.nameAhead {
            name = found
        } else if draft.nameSpan == nil {
            var ahead = file.lexer
            var unused = DiagnosticList()
            while ahead.next(isEnvironment: false, &unused) {
                if ahead.line.isPlain(0, "}") || beginsBlock(ahead.line) { break }
                if ahead.line.isPlain(0, "name"), ahead.line.count == 2 {
                    name = ahead.line.text(1)
                    break
                }
            }
            draft.nameAhead = name
        }
        return name.isEmpty ? Text([]) : " in job \"\(Shown(name))\""
    }

    /// Checks a job that is read and adds it.
    @inline(never)
    private func add(_ draft: JobDraft, source: Int32) {
        let name = draft.spec.name
        guard let nameSpan = draft.nameSpan, !name.isEmpty else {
            if draft.mention(of: .name) == nil {
                list.add(.missingName, at: draft.opening)
            }
            return
        }
        if let place = names.place(of: name, in: configuration.jobs) {
            list.add(
                .duplicateJob, at: nameSpan, name,
                list.isFull ? Text([]) : self.place(of: self.nameSpan(place), seenFrom: source))
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
        if draft.spec.readiness?.form == .log, !draft.spec.launch.isCaptured {
            list.add(.readyWithoutLog, at: draft.mention(of: .ready) ?? draft.opening)
        }
        if draft.hasLiterals { literals.append(Int32(clamping: configuration.jobs.count)) }
        configuration.jobs.append(draft.spec)
        names.addLast(of: configuration.jobs)
        marks.append(JobDraft.Mention(option: .name, span: nameSpan))
        for mark in draft.references { marks.append(mark) }
        if let span = draft.stopSpan {
            marks.append(JobDraft.Mention(option: .stopTimeout, span: span))
        }
    }

    /// Where the name of the job at `place` stands.
    func nameSpan(_ place: Int) -> Span {
        var left = place
        for mark in marks where mark.option == .name {
            if left == 0 { return mark.span }
            left -= 1
        }
        return Span(source: 0, start: 0, end: 0)
    }
}
