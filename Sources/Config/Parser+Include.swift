import Basics

/// `include PATH`.
extension Parser {
    /// Makes the file that word 1 of the line names the one that is ``wanted``.
    func include(_ line: Line) {
        let written = line.text(1)
        let path = written.path(besideFile: sources[Int(line.source)].path)
        var chain: Text?
        var fault: Fault?
        if written.isEmpty { fault = .emptyPath }
        for byte in [42, 63, 91] as [UInt8] where written.firstIndex(of: byte) != nil {
            fault = .unsupportedPattern
        }
        if files.count >= Self.includeDepth { fault = .includeDepth }
        if sources.count >= Self.fileLimit { fault = .tooManyFiles }
        if let found = cycle(of: path) { (fault, chain) = (.includeCycle, found) }
        guard let fault else {
            wanted = Wish(path: path, span: line.span(1))
            return
        }
        isWhole = false
        let limit: Text =
            fault == .tooManyFiles ? "\(Self.fileLimit)" : "\(Self.includeDepth)"
        list.add(fault, at: line.span(1), fault == .includeCycle ? path : limit, chain ?? Text([]))
    }

    /// `a -> b -> a` where the file at `path` is being read already.
    private func cycle(of path: Text) -> Text? {
        var chain = Text([])
        for file in files {
            let open = file.path
            if !chain.isEmpty || open == path { chain = "\(chain)\(open) -> " }
        }
        return chain.isEmpty ? nil : "\(chain)\(path)"
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
        return Text(parts)
    }
}
