import Basics

/// `include PATH`.
extension Parser {
    /// Makes the file that word 1 of the line names the one that is ``wanted``.
    func include(_ line: Line) {
        let written = line.text(1)
        let path = written.path(besideFile: sources[Int(line.source)].path)
        var fault: Fault?
        var first: Text = "\(Self.includeDepth)"
        var chain = Text([])
        if written.isEmpty { fault = .emptyPath }
        for byte in written.bytes where byte == 42 || byte == 63 || byte == 91 {
            fault = .unsupportedPattern
        }
        if (file?.depth ?? 0) >= Self.includeDepth { fault = .includeDepth }
        if sources.count >= Self.fileLimit { (fault, first) = (.tooManyFiles, "\(Self.fileLimit)") }
        if let found = cycle(of: path) { (fault, first, chain) = (.includeCycle, path, found) }
        guard let fault else {
            wanted = Wish(path: path, span: line.span(1))
            return
        }
        isWhole = false
        list.add(fault, at: line.span(1), first, chain)
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
            whole = Text(file.bytes[...slash] + bytes)
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
