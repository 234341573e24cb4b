import Basics

/// `expand` in values that are no text of the process: numbers, times, signals, names of jobs.
///
/// They are replaced while the files are read. Whether they are, and by what, may stand further down:
/// so a file that has any is read twice, and only the second parser replaces.
extension Parser {
    /// How many variables may stand in each other's values.
    private static let deepest = 32

    /// Puts what the variables stand for into the words of `line` from `start` on, where the job wants
    /// that; false where the line is of no use, or not yet.
    @inline(never)
    func replaceVariables(
        of option: Option, _ line: Line, from start: Int, in draft: JobDraft
    ) -> Bool {
        guard draft.place != .file, option.bit & Option.replacedAtStart == 0,
            hasVariables(option, line, from: start)
        else { return true }
        guard let first else {
            isPreliminary = true
            return false
        }
        if draft.place == .defaults, !isEvaluating {
            draft.isVariable = true
            return false
        }
        let number = blocks.count
        guard number < first.blocks.count else { return true }
        let job = first.blocks[number]
        guard job.has(.expand) || first.globals.has(.expand) else { return true }
        var sources = variables
        sources.append("SWINIT_JOB=\(job.name)")
        sources += first.globals.spec.words(.environment)
        sources += job.launch.sources
        var values: [Text] = []
        for index in 0..<line.count {
            var value = line.text(index)
            if index >= start, isReplaced(option, line, index) {
                do throws(Expansion.Fault) {
                    value = try Expansion.expand(value) {
                        self.value(of: $0, in: sources, before: sources.count, depth: 0)
                    }
                } catch {
                    refuse(error, line, index)
                    return false
                }
            }
            values.append(value)
        }
        line.values = values
        return true
    }

    @inline(never)
    private func hasVariables(_ option: Option, _ line: Line, from start: Int) -> Bool {
        for index in min(start, line.count)..<line.count
        where isReplaced(option, line, index) && Expansion.isNeeded(for: line.text(index)) {
            return true
        }
        return false
    }

    /// Whether variables in word `index` are replaced with the file: of a probe the numbers, since what
    /// it asks for is expanded at each start.
    @inline(never)
    private func isReplaced(_ option: Option, _ line: Line, _ index: Int) -> Bool {
        guard option == .ready || option == .health else { return !line.isLiteral(index) }
        guard index > 0 else { return false }
        for place in 0..<index where line.isPlain(place, "exec") { return false }
        let word = line.text(index - 1)
        return !line.isLiteral(index) && !line.isQuoted(index - 1)
            && (word.place(in: ProbeLine.times) != nil || word.isEqual(to: "fd"))
    }

    private func refuse(_ fault: Expansion.Fault, _ line: Line, _ index: Int) {
        // Where a file is checked its variables need not be set.
        if wantsClaims, !fault.name.isEmpty {
            list.add(.unknownVariable, at: line.span(index), fault.name)
        } else {
            list.add(.notReplaced, at: line.span(index), fault.subject, fault.reason)
        }
    }

    /// The value that the variable `name` has behind the first `end` of `sources`; nil for none.
    private func value(
        of name: Text, in sources: [Text], before end: Int, depth: Int
    ) -> Text? {
        let prefix: Text = "\(name)="
        var index = end
        while index > 0, depth < Self.deepest {
            index -= 1
            var entry = sources[index]
            if entry.bytes.first == 0 { entry = Literal.resolved(entry, expands: true) }
            guard entry.hasPrefix(prefix) else { continue }
            // What comes in from outside is never looked at again.
            if index < variables.count { return entry.dropFirst(prefix.count) }
            do throws(Expansion.Fault) {
                return try Expansion.expand(entry.dropFirst(prefix.count)) {
                    value(of: $0, in: sources, before: index, depth: depth + 1)
                }
            } catch {
                return nil
            }
        }
        return nil
    }

    /// Makes the defaults of `file` what they come to for the job at hand, by reading them once more.
    @inline(never)
    func evaluateDefaults(of file: FileScope) {
        isEvaluating = true
        claims.isPaused = true
        let lexer = file.lexer
        evaluate(file.defaults, in: file)
        file.lexer = lexer
        claims.isPaused = false
        isEvaluating = false
    }

    private func evaluate(_ defaults: JobDraft, in file: FileScope) {
        file.defaults = defaults
        guard let parent = defaults.parent else { return }
        evaluate(parent, in: file)
        let opening = defaults.opening
        file.lexer = Lexer(
            source: opening.source, bytes: sources[Int(opening.source)].bytes, at: opening.start)
        if file.lexer.next(isEnvironment: false, &list) {
            openBlock(file)
            readBlock(file, opening: opening, in: .defaults)
        }
    }
}

extension Option {
    /// The options in whose values variables are replaced at each start of a process.
    static var replacedAtStart: UInt64 {
        Literal.options & ~readAtOnce | Option.environmentFiles.bit | Option.environmentFolders.bit
            | Option.user.bit | Option.group.bit | Option.groups.bit
    }

    /// Of those that ``Literal`` may mark, the ones that have numbers or names of jobs.
    private static var readAtOnce: UInt64 {
        Option.ready.bit | Option.health.bit | Option.after.bit | Option.restartWith.bit
    }
}
