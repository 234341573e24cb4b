import Basics

/// Files and addresses that a line names.
extension Parser {
    /// How many addresses `listen on` and `report to` may name, each.
    static let addressLimit = 64

    /// Reads `env-file [optional] F` and `env-dir D`, whose paths begin beside the file that names them.
    @inline(never)
    func bindFile(_ option: Option, _ entry: OptionEntry, _ line: Line, into draft: JobDraft) {
        let isOptional = option == .environmentFiles && line.isPlain(1, "optional")
        let index = isOptional ? 2 : 1
        guard line.count > index else {
            list.add(.missingValue, line, 0, entry.usage)
            return
        }
        refuseRest(of: line, from: index + 1, as: .unexpectedText)
        var path = line.text(index)
        let isLiteral = line.isLiteral(index)
        guard !path.isEmpty else {
            list.add(.emptyPath, line, index)
            return
        }
        // What stands in a variable may be an absolute path.
        if isLiteral || !path.hasPrefix("${") {
            path = path.path(besideFile: sources[Int(line.source)].path)
        }
        var sources = draft.spec.takeWords(.environment)
        if sources.count >= Self.entryLimit {
            list.add(.tooManyEntries, at: line.span(0), "\(Self.entryLimit)")
        } else {
            let kind: EnvironmentSource.Kind =
                option == .environmentFolders ? .folder : isOptional ? .optionalFile : .file
            sources.append(draft.kept(EnvironmentSource.line(kind, path), line, index))
        }
        draft.spec.set(.environment, sources)
    }

    func bindReload(_ line: Line, _ entry: OptionEntry) {
        guard line.count == 3, line.isPlain(1, "on"), line.isPlain(2, "request") else {
            list.add(
                .usage, at: line.span(0, through: line.count - 1), line.text(0), entry.usage)
            return
        }
        configuration.reloadsOnRequest = true
    }

    /// Reads `listen on udp://...` and `report to udp://...`.
    @inline(never)
    func bindAddress(_ option: Option, _ line: Line, _ entry: OptionEntry) {
        let isReport = option == .report
        guard line.count == 3, line.isPlain(1, isReport ? "to" : "on") else {
            list.add(
                .usage, at: line.span(0, through: line.count - 1), line.text(0), entry.usage)
            return
        }
        let text = line.text(2)
        if !isReport, text.hasPrefix("unix://") || text.hasPrefix("http://") {
            list.add(
                .unsupportedValue, at: line.span(0, through: 2), "listen on", text)
            return
        }
        guard let address = UDPAddress(text) else {
            list.add(.notAnAddress, line, 2)
            return
        }
        var texts = isReport ? configuration.reportTexts : configuration.listenTexts
        guard texts.count < Self.addressLimit else {
            list.add(.tooManyEntries, at: line.span(0), "\(Self.addressLimit)")
            return
        }
        texts.append("\(address)")
        if isReport {
            configuration.reportTexts = texts
        } else {
            configuration.listenTexts = texts
        }
    }
}
