import Basics

/// What the files say of the machine.
extension Parser {
    /// Notes what the line of `option`, which was bound, claims.
    @inline(never)
    func claim(_ option: Option, _ line: Line, of draft: JobDraft) {
        guard wantsClaims else { return }
        switch option {
        case .user:
            let parts = line.parts(1)
            claims.add(.user, parts[0], line, 1)
            if parts.count == 2 { claims.add(.group, parts[1], line, 1) }
        case .group, .groups:
            for index in 1..<line.count { claims.add(.group, line.text(index), line, index) }
        case .command, .stopCommand: claims.add(.program, line.text(1), line, 1)
        case .ready, .health:
            var index = 1
            while index < line.count, !line.isPlain(index, "exec") { index += 1 }
            claims.add(.program, line.text(index + 1), line, index + 1)
        case .directory: claims.add(.folder, line.text(1), line, 1)
        case .input where draft.spec.number(.input) == Launch.Stream.file.rawValue:
            claims.add(.file, line.text(1), line, 1)
        case .environmentFiles, .environmentFolders:
            let source = EnvironmentSource(draft.spec.words(.environment).last ?? Text([]))
            // Of what ``Literal`` marks nothing is claimed.
            guard source.kind == .file || source.kind == .folder,
                source.text.bytes.first != 0, !Expansion.isNeeded(for: source.text)
            else { return }
            claims.add(
                source.text,
                ClaimList.Mark(
                    kind: option == .environmentFiles ? .file : .folder, span: line.span(1)))
        default: return
        }
    }

    /// Gives the claims of a block, which is read, the job's directory, search path and variables.
    @inline(never)
    func settleClaims(of draft: JobDraft) {
        guard wantsClaims else { return }
        let environment =
            draft.place == .job
            ? draft.spec.launch.sources : EnvironmentSource.lines(of: [draft.layer])
        var hasFiles = false
        for line in environment where line.bytes.first == 61 { hasFiles = true }
        claims.settle(
            directory: draft.spec.text(.directory).map { Literal.resolved($0, expands: false) },
            search: environment.value(of: "PATH") ?? Text([]), hasFiles: hasFiles)
        guard !hasFiles else { return }
        for diagnostic in draft.variables.diagnostics {
            guard let span = diagnostic.span, let name = variable(at: span),
                environment.value(of: name) == nil
            else { continue }
            claims.add(
                name,
                ClaimList.Mark(
                    kind: .variable, span: span, needsGlobalExpand: !draft.spec.has(.expand)))
        }
    }

    /// The name in the `${NAME}` at `span`; nil for a form with a default or a message, and for what
    /// swinit always sets.
    private func variable(at span: Span) -> Text? {
        let text = Text(sources[Int(span.source)].bytes[Int(span.start)..<Int(span.end)])
        let name = text.slice(2..<(text.count - 1))
        guard text.bytes.last == 125, name.firstIndex(of: 58) == nil,
            name.place(in: "SWINIT_JOB SWINIT_INSTANCE HOME USER LOGNAME") == nil
        else { return nil }
        return name
    }
}
