public import Basics

/// A list of diagnostics as a person or a tool reads it.
public struct DiagnosticReport: Sendable {
    private let list: DiagnosticList
    private let sources: [Source]

    /// A report of `list`, whose spans lie in `sources`.
    public init(_ list: DiagnosticList, in sources: [Source]) {
        self.list = list
        self.sources = sources
    }

    /// For a person: place, message, the line with a mark below, and a last line that counts.
    ///
    /// Empty where there is nothing to say.
    public var text: Text {
        var output: [UInt8] = []
        var cursor = SourceCursor()
        for diagnostic in list.diagnostics {
            let span = diagnostic.span ?? Self.nowhere
            let isPlaced = move(&cursor, to: span)
            if isPlaced {
                Shown(sources[Int(span.source)].path).render(into: &output)
                Self.render(":", cursor.line, into: &output)
                Self.render(":", cursor.column + 1, into: &output)
                Self.render(": ", into: &output)
            }
            Self.render(Self.word(for: diagnostic.severity), into: &output)
            Self.render(": ", into: &output)
            diagnostic.message.render(into: &output)
            output.append(10)
            if isPlaced {
                Excerpt.render(
                    sources[Int(span.source)].bytes, span, cursor, hint: diagnostic.hint,
                    into: &output)
            } else if let hint = diagnostic.hint {
                Self.render("  hint: ", into: &output)
                hint.render(into: &output)
                output.append(10)
            }
        }
        if list.hiddenCount > 0 {
            Self.render("and ", list.hiddenCount, into: &output)
            Self.render(" more\n", into: &output)
        }
        renderSummary(into: &output)
        return Text(output)
    }

    /// For a tool: one array of objects `{file,line,column,end_column,severity,code,message,hint}`.
    ///
    /// Columns count characters from 1, the end is exclusive; what is unknown is null. It is valid
    /// UTF-8 whatever the files hold.
    public var json: Text {
        var output: [UInt8] = [91]
        var cursor = SourceCursor()
        for diagnostic in list.diagnostics {
            if output.count > 1 { output.append(44) }
            output.append(10)
            let span = diagnostic.span ?? Self.nowhere
            if move(&cursor, to: span) {
                let source = sources[Int(span.source)]
                Self.render("{\"file\":", source.path, into: &output)
                Self.render(",\"line\":", cursor.line, into: &output)
                Self.render(",\"column\":", cursor.column + 1, into: &output)
                let end = Self.endOnLine(of: span, in: source.bytes)
                cursor.move(to: end, source: span.source, bytes: source.bytes)
                Self.render(",\"end_column\":", cursor.column + 1, into: &output)
            } else {
                Self.render(
                    "{\"file\":null,\"line\":null,\"column\":null,\"end_column\":null",
                    into: &output)
            }
            let severity = Text(stringLiteral: Self.word(for: diagnostic.severity))
            Self.render(",\"severity\":", severity, into: &output)
            Self.render(",\"code\":", diagnostic.code, into: &output)
            Self.render(",\"message\":", diagnostic.message, into: &output)
            Self.render(",\"hint\":", diagnostic.hint, into: &output)
            output.append(125)
        }
        Self.render("\n]\n", into: &output)
        return Text(output)
    }

    /// What stands for no place: a file that there is not.
    private static var nowhere: Span { Span(source: -1, start: 0, end: 0) }

    /// Goes to where `span` begins; false where its file is none of the sources.
    @inline(never)
    private func move(_ cursor: inout SourceCursor, to span: Span) -> Bool {
        guard span.source >= 0, Int(span.source) < sources.count else { return false }
        let bytes = sources[Int(span.source)].bytes
        cursor.move(to: Int(span.start), source: span.source, bytes: bytes)
        return true
    }

    private static func endOnLine(of span: Span, in bytes: [UInt8]) -> Int {
        var end = Int(span.start)
        while end < Int(span.end), end < bytes.count, bytes[end] != 10 { end += 1 }
        return end
    }

    @inline(never)
    private static func word(for severity: Diagnostic.Severity) -> StaticString {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "note"
        }
    }

    @inline(never)
    private static func render(_ label: StaticString, _ number: Int, into output: inout [UInt8]) {
        label.render(into: &output)
        number.render(into: &output)
    }

    /// Appends a label and a JSON string, or null.
    @inline(never)
    private static func render(_ label: StaticString, _ text: Text?, into output: inout [UInt8]) {
        label.render(into: &output)
        if let text {
            JSONText.render(text, into: &output)
        } else {
            render("null", into: &output)
        }
    }

    @inline(never)
    private static func render(_ label: StaticString, into output: inout [UInt8]) {
        label.render(into: &output)
    }

    /// Appends `3 errors, 1 warning`.
    private func renderSummary(into output: inout [UInt8]) {
        let errors = list.errorCount
        let warnings = list.warningCount
        if errors > 0 { Self.render("", errors, into: &output) }
        if errors > 0 { Self.render(errors > 1 ? " errors" : " error", into: &output) }
        if errors > 0, warnings > 0 { Self.render(", ", into: &output) }
        if warnings > 0 { Self.render("", warnings, into: &output) }
        if warnings > 0 { Self.render(warnings > 1 ? " warnings" : " warning", into: &output) }
        if errors + warnings > 0 { output.append(10) }
    }
}
