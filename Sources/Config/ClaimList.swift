import Basics

/// The claims of a configuration; empty where nobody asked for them.
///
/// As three arrays: one of claims would need code of its own.
public struct ClaimList: Equatable, Sendable {
    /// What is no text in a claim.
    struct Mark: BitwiseCopyable, Equatable, Sendable {
        var kind: Claim.Kind
        /// Where it is written.
        var span: Span
        /// The path begins in the job's directory.
        var isInDirectory = false
        /// It holds only where the whole file has `expand`.
        var needsGlobalExpand = false
        /// What the rest of the file says makes it unknown.
        var isVoid = false
    }

    /// What is read has been read before.
    var isPaused = false
    private(set) var marks = PackedArray<Mark>()
    private var texts: [Text] = []
    private var searches: [Text] = []
    /// The claims before this one are settled: their blocks are read.
    private var settled = 0

    /// How many claims there are, those included that are void.
    public var count: Int { marks.count }

    /// Claim number `index`, which is below ``count``; nil for one that is void.
    public subscript(index: Int) -> Claim? {
        guard index < count, !marks[index].isVoid else { return nil }
        let mark = marks[index]
        return Claim(
            kind: mark.kind, text: texts[index], search: searches[index], span: mark.span)
    }

    /// Adds what word `index` of `line` says; a variable in it makes it unknown.
    @inline(never)
    mutating func add(_ kind: Claim.Kind, _ text: Text, _ line: Line, _ index: Int) {
        guard !text.isEmpty, line.isLiteral(index) || !Expansion.isNeeded(for: text) else { return }
        add(
            text,
            Mark(
                kind: kind, span: line.span(index), isInDirectory: kind == .file || kind == .program
            ))
    }

    @inline(never)
    mutating func add(_ text: Text, _ mark: Mark) {
        guard !isPaused else { return }
        marks.append(mark)
        texts.append(text)
        searches.append(Text([]))
    }

    /// Gives the claims of one block its directory and search path.
    @inline(never)
    mutating func settle(directory: Text?, search: Text, hasFiles: Bool) {
        let isKnown = directory.map { !Expansion.isNeeded(for: $0) } ?? true
        for index in settled..<count {
            let text = texts[index]
            var mark = marks[index]
            if mark.kind == .program, text.firstIndex(of: 47) == nil {
                searches[index] = search
                // PATH may come from a file.
                mark.isVoid = hasFiles
            } else if mark.isInDirectory, text.bytes.first != 47, let directory {
                mark.isVoid = !isKnown
                texts[index] = "\(directory)/\(text)"
            }
            marks[index] = mark
        }
        settled = count
    }

    /// Gives the claims what the directives say; `variables` are theirs, as `VAR=VALUE`.
    @inline(never)
    mutating func finish(variables: [Text], hasFiles: Bool, expands: Bool) {
        let search = variables.value(of: "PATH") ?? Text([])
        for index in 0..<count {
            var mark = marks[index]
            if mark.kind == .program, searches[index].isEmpty { searches[index] = search }
            if mark.kind == .variable,
                mark.needsGlobalExpand && !expands || hasFiles
                    || variables.value(of: texts[index]) != nil
            {
                mark.isVoid = true
            }
            marks[index] = mark
        }
    }
}

extension [Text] {
    /// The last value that these `VAR=VALUE` give the variable `name`.
    @inline(never)
    func value(of name: Text) -> Text? {
        let prefix: Text = "\(name)="
        var value: Text?
        for entry in self where entry.hasPrefix(prefix) { value = entry.dropFirst(prefix.count) }
        return value
    }
}
