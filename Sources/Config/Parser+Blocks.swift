import Basics

/// Blocks of lines: where they open, what is in them, where they close.
extension Parser {
    /// Whether the keyword line opens a block, by `{` at its end or alone on the next line.
    ///
    /// What else stands there is an error, after which the block is read all the same.
    @inline(never)
    mutating func openBlock(_ file: inout FileScope) {
        let line = file.line
        if line.count == 1 {
            if opensOnNextLine(&file) { return }
            list.add(.missingBrace, at: line.span(0), line.text(0))
            return
        }
        if line.isPlain(1, "{") {
            refuseText(behind: 1, line)
            return
        }
        list.add(
            line.isPlain(0, "job") ? .unexpectedName : .unexpectedBrace, at: line.span(1),
            line.text(1), line.text(0))
        if !line.isPlain(line.count - 1, "{") { _ = opensOnNextLine(&file) }
    }

    /// Steps over a next line that begins with `{`.
    @inline(never)
    private mutating func opensOnNextLine(_ file: inout FileScope) -> Bool {
        var probe = file.lexer
        var unused = DiagnosticList()
        guard probe.next(isEnvironment: false, &unused), probe.line.isPlain(0, "{") else {
            return false
        }
        file.lexer = probe
        refuseText(behind: 0, probe.line)
        return true
    }

    /// Reports words behind word `index`, a brace.
    @inline(never)
    mutating func refuseText(behind index: Int, _ line: Line) {
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
    mutating func refuseUnclosed(_ opening: Span, _ line: Line, isAtEnd: Bool) {
        if isAtEnd {
            list.add(.unclosedBlock, at: opening)
        } else {
            let number = list.isFull ? 0 : line.lineNumber(of: line.span(0))
            list.add(.unclosedBefore, at: opening, "\(number)")
        }
    }

    /// Steps over the lines up to the `}` that matches a `{` that was just read.
    @inline(never)
    mutating func skipBlock(_ file: inout FileScope) {
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

    /// Reads `env VAR=VALUE`, or a block of those.
    @inline(never)
    mutating func parseEnvironment(_ file: inout FileScope, into variables: inout [Text]) {
        let line = file.line
        guard !line.isBroken else { return }
        if isBlock(&file) {
            let rest = entries(behindBraceOf: file.line)
            for index in rest.words { addVariable(index, file.line, to: &variables) }
            if rest.isClosed { return }
            while nextEntry(&file, opening: line, isEnvironment: true) {
                guard !file.line.isBroken else { continue }
                for index in 0..<file.line.count {
                    addVariable(index, file.line, to: &variables)
                }
            }
            return
        }
        guard line.count > 1 else {
            list.add(.missingValue, at: line.span(0), "env", "env VAR=VALUE")
            return
        }
        addVariable(1, line, to: &variables)
        refuseRest(of: line, from: 2, as: .unexpectedVariable)
    }

    @inline(never)
    private mutating func addVariable(_ index: Int, _ line: Line, to variables: inout [Text]) {
        let text = line.text(index)
        guard let sign = text.firstIndex(of: 61), sign > 0 else {
            let isBrace = line.isPlain(index, "}")
            list.add(isBrace ? .braceInVariables : .notAVariable, at: line.span(index), text)
            return
        }
        guard variables.count < Self.entryLimit else {
            refuseFlood(line.span(index))
            return
        }
        line.adviseVariable(index, &list)
        variables.append(text)
    }

    /// Reads `ulimit FLAG VALUE`, or a block of those.
    @inline(never)
    mutating func parseLimits(_ file: inout FileScope, into limits: inout [Text]) {
        let line = file.line
        guard !line.isBroken else { return }
        if isBlock(&file) {
            let rest = entries(behindBraceOf: file.line)
            addLimits(rest.words, file.line, to: &limits)
            if rest.isClosed { return }
            while nextEntry(&file, opening: line, isEnvironment: false) {
                guard !file.line.isBroken else { continue }
                addLimits(0..<file.line.count, file.line, to: &limits)
            }
            return
        }
        guard line.count > 1 else {
            list.add(.missingValue, at: line.span(0), "ulimit", "ulimit -n 1024")
            return
        }
        addLimit(1, line, to: &limits)
        refuseRest(of: line, from: 3, as: .unexpectedOption)
    }

    @inline(never)
    private mutating func addLimits(
        _ words: Range<Int>, _ line: Line, to limits: inout [Text]
    ) {
        var index = words.lowerBound
        while index < words.upperBound {
            addLimit(index, line, to: &limits)
            index += 2
        }
    }

    @inline(never)
    private mutating func addLimit(_ index: Int, _ line: Line, to limits: inout [Text]) {
        guard limits.count < Self.entryLimit else {
            refuseFlood(line.span(index))
            return
        }
        if let limit = LimitText.read(line, index, &list) { limits.append(limit) }
    }

    @inline(never)
    mutating func refuseFlood(_ span: Span) {
        list.add(.tooManyEntries, at: span, "\(Self.entryLimit)")
    }

    /// Whether the option line at hand is the block form; a `{` on the next line becomes the line.
    @inline(never)
    private mutating func isBlock(_ file: inout FileScope) -> Bool {
        if file.line.count > 1 { return file.line.isPlain(1, "{") }
        var probe = file.lexer
        var found = DiagnosticList()
        let isEnvironment = file.line.isPlain(0, "env")
        guard probe.next(isEnvironment: isEnvironment, &found), probe.line.isPlain(0, "{") else {
            return false
        }
        for diagnostic in found.diagnostics { list.add(diagnostic) }
        file.lexer = probe
        return true
    }

    /// The words between the braces of the line that opened a block.
    @inline(never)
    private func entries(behindBraceOf line: Line) -> (words: Range<Int>, isClosed: Bool) {
        let first = line.isPlain(0, "{") ? 1 : 2
        let isClosed = line.count > first && line.isPlain(line.count - 1, "}")
        return (first..<(line.count - (isClosed ? 1 : 0)), isClosed)
    }

    /// Reads the next line of an `env` or `ulimit` block; false behind its end.
    @inline(never)
    private mutating func nextEntry(
        _ file: inout FileScope, opening: Line, isEnvironment: Bool
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
