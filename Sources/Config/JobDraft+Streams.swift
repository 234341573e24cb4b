import Basics

/// Where stdin comes from, where stdout and stderr go.
extension JobDraft {
    mutating func bindInput(_ line: Line, _ list: inout DiagnosticList) {
        let place = line.text(1)
        switch place {
        case "null": spec.launch.input = .null
        case "inherit": spec.launch.input = .inherit
        case "log", "syslog":
            list.error(
                "bad-value", at: line.span(1), "'in' cannot be '\(place)'",
                hint: "write './\(place)' for a file of that name")
        default:
            if let file = file(line, &list) { spec.launch.input = .file(file) }
        }
    }

    mutating func bindOutput(_ line: Line, _ list: inout DiagnosticList) {
        if line.text(1).isEqual(to: "err") {
            list.error(
                "bad-value", at: line.span(1), "'out' cannot be 'err'",
                hint: "'err out' joins them; write './err' for a file of that name")
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

    private func output(_ line: Line, _ list: inout DiagnosticList) -> Launch.Output? {
        switch line.text(1) {
        case "log": return .log
        case "null": return .null
        case "inherit": return .inherit
        case "syslog":
            list.error(
                "not-supported-yet", at: line.span(0, through: 1),
                "'\(line.text(0)) syslog' is not supported yet")
            return nil
        default: return file(line, &list).map { .file($0) }
        }
    }

    private func file(_ line: Line, _ list: inout DiagnosticList) -> Text? {
        let path = line.text(1)
        guard path.isEmpty else { return path }
        list.error("bad-value", at: line.span(1), "an empty path")
        return nil
    }
}
