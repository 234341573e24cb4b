import Basics

/// Where stdin comes from, where stdout and stderr go.
extension JobDraft {
    mutating func bindInput(_ line: Line, _ list: inout DiagnosticList) {
        let place = line.text(1)
        switch place {
        case "null": spec.launch.input = .null
        case "inherit": spec.launch.input = .inherit
        case "log", "syslog":
            list.add(.badInput, at: line.span(1), place)
        default:
            if let file = file(line, &list) { spec.launch.input = .file(file) }
        }
    }

    mutating func bindOutput(_ line: Line, _ list: inout DiagnosticList) {
        if line.text(1).isEqual(to: "err") {
            list.add(.badOutput, at: line.span(1))
            return
        }
        if let output = output(line, &list) { spec.launch.output = output }
    }

    mutating func bindErrors(_ line: Line, _ list: inout DiagnosticList) {
        if line.text(1).isEqual(to: "out") {
            spec.launch.errors = .joined
        } else if let output = output(line, &list) {
            spec.launch.errors = output
        }
    }

    @inline(never)
    private func output(_ line: Line, _ list: inout DiagnosticList) -> Launch.Output? {
        switch line.text(1) {
        case "log": return .log
        case "null": return .null
        case "inherit": return .inherit
        case "syslog":
            list.add(.unsupportedValue, at: line.span(0, through: 1), line.text(0), "syslog")
            return nil
        default: return file(line, &list).map { .file($0) }
        }
    }

    @inline(never)
    private func file(_ line: Line, _ list: inout DiagnosticList) -> Text? {
        let path = line.text(1)
        guard path.isEmpty else { return path }
        list.add(.emptyPath, at: line.span(1))
        return nil
    }
}
