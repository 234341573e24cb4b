import Basics

/// Where stdin comes from, where stdout and stderr go.
extension JobDraft {
    func bindInput(_ line: Line, _ list: inout DiagnosticList) {
        let place = line.text(1)
        switch place {
        case "null": spec.set(.input, nil)
        case "inherit": set(.input, .inherit)
        case "log", "syslog": list.add(.badInput, at: line.span(1), place)
        default: bindFile(.input, line, &list)
        }
    }

    func bindOutput(_ line: Line, _ list: inout DiagnosticList) {
        if line.text(1).isEqual(to: "err") {
            list.add(.badOutput, at: line.span(1))
        } else {
            bindOutput(.output, line, &list)
        }
    }

    func bindErrors(_ line: Line, _ list: inout DiagnosticList) {
        if line.text(1).isEqual(to: "out") {
            set(.errors, .joined)
        } else {
            bindOutput(.errors, line, &list)
        }
    }

    @inline(never)
    private func bindOutput(_ option: JobOption, _ line: Line, _ list: inout DiagnosticList) {
        switch line.text(1) {
        case "log": spec.set(option, nil)
        case "null": set(option, .null)
        case "inherit": set(option, .inherit)
        case "syslog":
            list.add(.unsupportedValue, at: line.span(0, through: 1), line.text(0), "syslog")
        default: bindFile(option, line, &list)
        }
    }

    @inline(never)
    private func set(_ option: JobOption, _ stream: Launch.Stream) {
        spec.set(option, stream.rawValue)
    }

    @inline(never)
    private func bindFile(_ option: JobOption, _ line: Line, _ list: inout DiagnosticList) {
        let path = line.text(1)
        if path.isEmpty {
            list.add(.emptyPath, at: line.span(1))
        } else {
            spec.set(option, Launch.Stream.file.rawValue, [path])
        }
    }
}
