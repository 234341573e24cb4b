import Basics

/// Blocks of lines: where they open, what is in them, where they close.
extension Parser {
    /// Whether the keyword line opens a block, by `{` at its end or alone on the next line.
    ///
    /// What else stands there is an error, after which the block is read all the same.
    @inline(never)
    func openBlock(_ file: FileScope) {
        let line = file.line
        if line.count == 1 {
            if opensOnNextLine(file) { return }
            list.add(.missingBrace, line, 0)
            return
        }
        if line.isPlain(1, "{") {
            refuseText(behind: 1, line)
            return
        }
        list.add(
            line.isPlain(0, "job") ? .unexpectedName : .unexpectedBrace, line, 1, line.text(0))
        if !line.isPlain(line.count - 1, "{") { _ = opensOnNextLine(file) }
    }

    /// Steps over a next line that begins with `{`, for a block that is not one of variables.
    @inline(never)
    private func opensOnNextLine(_ file: FileScope) -> Bool {
        var unused = DiagnosticList()
        guard hasBraceNext(file, isEnvironment: false, &unused) else { return false }
        refuseText(behind: 0, file.line)
        return true
    }

    /// Makes the next line the one at hand where it begins with `{`.
    @inline(never)
    private func hasBraceNext(
        _ file: FileScope, isEnvironment: Bool, _ found: inout DiagnosticList
    ) -> Bool {
        var probe = file.lexer
        guard probe.next(isEnvironment: isEnvironment, &found), probe.line.isPlain(0, "{") else {
            return false
        }
        file.lexer = probe
        return true
    }

    /// Reports words behind word `index`, a brace.
    @inline(never)
    func refuseText(behind index: Int, _ line: Line) {
        guard line.count > index + 1 else { return }
        list.add(
            .textBehindBrace, at: line.span(index + 1, through: line.count - 1), line.text(index))
    }

    /// Whether the line begins another block, so that a `}` must be missing before it.
    @inline(never)
    func beginsBlock(_ line: Line) -> Bool {
        guard line.isPlain(0, "job") || line.isPlain(0, "defaults") else { return false }
        return line.count == 1 || line.isPlain(1, "{")
    }

    @inline(never)
    func refuseUnclosed(_ opening: Span, _ line: Line, isAtEnd: Bool) {
        if isAtEnd {
            list.add(.unclosedBlock, at: opening)
        } else {
            let number = list.isFull ? 0 : line.lineNumber(of: line.span(0))
            list.add(.unclosedBefore, at: opening, "\(number)")
        }
    }

    /// Steps over the lines up to the `}` that matches a `{` that was just read.
    @inline(never)
    func skipBlock(_ file: FileScope) {
        var depth = 1
        let opening = file.line
        while file.lexer.next(isEnvironment: false, &list) {
            let line = file.line
            if beginsBlock(line) {
                file.lexer.stepBack()
                refuseUnclosed(opening.span(0), line, isAtEnd: false)
                return
            }
            if line.isPlain(0, "}") {
                depth -= 1
                if depth == 0 { return }
            } else if line.isPlain(line.count - 1, "{") {
                depth += 1
            }
        }
        refuseUnclosed(opening.span(0), opening, isAtEnd: true)
    }

    /// Reads `env VAR=VALUE` or `ulimit FLAG VALUE`, or a block of those or of `depends`.
    @inline(never)
    func parseEntries(
        _ file: FileScope, _ option: Option, _ entry: OptionEntry, of draft: JobDraft,
        into entries: inout [Text]
    ) {
        let line = file.line
        guard !line.isBroken else { return }
        // How many words one takes.
        let size = option == .limit ? 2 : 1
        let isEnvironment = option == .environment
        if isBlock(file) {
            let start = file.line.isPlain(0, "{") ? 1 : 2
            let isClosed =
                file.line.count > start && file.line.isPlain(file.line.count - 1, "}")
            addEntries(
                start, file.line.count - (isClosed ? 1 : 0), option, of: draft, file.line, &entries)
            if isClosed { return }
            while nextEntry(file, opening: line, isEnvironment: isEnvironment) {
                if file.line.isBroken { continue }
                addEntries(0, file.line.count, option, of: draft, file.line, &entries)
            }
            return
        }
        guard option != .depends else {
            list.add(.missingBrace, line, 0)
            return
        }
        guard hasGoodCount(line, entry) else { return }
        addEntries(1, 2, option, of: draft, line, &entries)
        refuseRest(
            of: line, from: 1 + size, as: size == 1 ? .unexpectedVariable : .unexpectedOption)
    }

    /// Adds what the words from `start` up to `end` say; a limit takes two.
    @inline(never)
    private func addEntries(
        _ start: Int, _ end: Int, _ option: Option, of draft: JobDraft, _ line: Line,
        _ entries: inout [Text]
    ) {
        var index = start
        if option == .limit, !replaceVariables(of: .limit, line, from: start, in: draft) { return }
        while index < end {
            if entries.count >= Self.entryLimit {
                list.add(.tooManyEntries, at: line.span(index), "\(Self.entryLimit)")
            } else if let entry = option == .limit
                ? LimitText.read(line, index, &list)
                : option == .depends ? dependency(line, index) : variable(line, index)
            {
                if option != .limit { line.adviseVariable(index, &draft.variables) }
                if option == .depends, wantsClaims { claims.add(.file, entry, line, index) }
                entries.append(option == .limit ? entry : draft.kept(entry, line, index))
            }
            index += option == .limit ? 2 : 1
        }
    }

    /// Word `index` as a file of `depends`.
    private func dependency(_ line: Line, _ index: Int) -> Text? {
        let text = line.text(index)
        guard !text.isEmpty, !line.isPlain(index, "}") else {
            list.add(text.isEmpty ? .emptyPath : .braceInDepends, line, index)
            return nil
        }
        if !isEvaluating, JobName.fault(of: text) == nil {
            dependencyNames.append(text)
            dependencies.append(JobDraft.Mention(option: .depends, span: line.span(index)))
        }
        return text
    }

    /// Word `index` as `VAR=VALUE`.
    private func variable(_ line: Line, _ index: Int) -> Text? {
        let text = line.text(index)
        guard let sign = text.firstIndex(of: 61), sign > 0 else {
            list.add(line.isPlain(index, "}") ? .braceInVariables : .notAVariable, line, index)
            return nil
        }
        return text
    }

    /// Whether the option line at hand is the block form; a `{` on the next line becomes the line.
    @inline(never)
    private func isBlock(_ file: FileScope) -> Bool {
        if file.line.count > 1 { return file.line.isPlain(1, "{") }
        var found = DiagnosticList()
        guard hasBraceNext(file, isEnvironment: file.line.isPlain(0, "env"), &found) else {
            return false
        }
        for diagnostic in found.diagnostics { list.add(diagnostic) }
        return true
    }

    /// Reads the next line of an `env` or `ulimit` block; false behind its end.
    @inline(never)
    private func nextEntry(
        _ file: FileScope, opening: Line, isEnvironment: Bool
    ) -> Bool {
        guard file.lexer.next(isEnvironment: isEnvironment, &list) else {
            refuseUnclosed(opening.span(0), opening, isAtEnd: true)
            return false
        }
        if file.line.isPlain(0, "}") {
            refuseText(behind: 0, file.line)
            return false
        }
        guard beginsBlock(file.line) else { return true }
        refuseUnclosed(opening.span(0), file.line, isAtEnd: false)
        file.lexer.stepBack()
        return false
    }
}
