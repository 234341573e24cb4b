import Basics

/// `include PATH`.
extension Parser {
    /// Makes the file that word 1 of the line names the one that is ``wanted``, or the first folder of a
    /// pattern.
    func include(_ line: Line) {
        let written = line.text(1)
        let path = written.path(besideFile: sources[Int(line.source)].path)
        if written.isEmpty {
            isWhole = false
            list.add(.emptyPath, line, 1)
        } else if let pattern = IncludePattern(path, at: line.span(1)) {
            self.pattern = pattern
            readPattern()
        } else {
            want(path, line.span(1))
        }
    }

    /// Makes the file at `path` the one that is ``wanted``; reports why it cannot be.
    func want(_ path: Text, _ span: Span) {
        var fault: Fault?
        var first: Text = "\(Self.includeDepth)"
        var chain = Text([])
        if (file?.depth ?? 0) >= Self.includeDepth { fault = .includeDepth }
        if sources.count >= Self.fileLimit { (fault, first) = (.tooManyFiles, "\(Self.fileLimit)") }
        if let found = cycle(of: path) { (fault, first, chain) = (.includeCycle, path, found) }
        guard let fault else {
            wanted = Wish(path: path, span: span)
            return
        }
        isWhole = false
        file?.waiting = []
        list.add(fault, at: span, first, chain)
    }

    /// Wants the next folder of ``pattern``, or has its files read one by one.
    @inline(never)
    private func readPattern() {
        guard let folder = pattern?.nextFolder() else {
            file?.waiting = pattern?.found ?? []
            pattern = nil
            return
        }
        if !configuration.includeFolders.contains(folder) {
            configuration.includeFolders.append(folder)
        }
        wanted = Wish(path: folder, span: pattern?.span, isFolder: true)
    }

    /// Takes the names in the folder that was ``wanted``; there are none where it does not exist.
    @inline(never)
    func take(names: [Text]) {
        guard let folder = wanted?.path else { return }
        wanted = nil
        pattern?.add(names, in: folder)
        if let pattern, pattern.found.count > Self.fileLimit {
            isWhole = false
            list.add(.tooManyFiles, at: pattern.span, "\(Self.fileLimit)")
            self.pattern = nil
            return
        }
        readPattern()
    }

    /// `a -> b -> a` where the file at `path` is being read already.
    private func cycle(of path: Text) -> Text? {
        var chain = path
        var file = file
        while let open = file {
            chain = "\(open.path) -> \(chain)"
            if open.path == path { return chain }
            file = open.includer
        }
        return nil
    }
}

extension Text {
    /// This path as seen from the folder of `file`, where it is relative; without `./` and `//`.
    @inline(never)
    func path(besideFile file: Text) -> Text {
        var whole = self
        if bytes.first != 47, let slash = file.lastIndex(of: 47) {
            whole = file.slice(0..<(slash + 1))
            whole.bytes += bytes
        }
        var parts: [UInt8] = []
        let isAbsolute = whole.bytes.first == 47
        for part in whole.split(at: 47) where !part.isEmpty && !part.isEqual(to: ".") {
            if isAbsolute || !parts.isEmpty { parts.append(47) }
            parts += part.bytes
        }
        // The root has no parts.
        return isAbsolute && parts.isEmpty ? "/" : Text(parts)
    }
}
