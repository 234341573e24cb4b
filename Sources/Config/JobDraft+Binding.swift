import Basics

extension JobDraft {
    /// Takes one line of the block, whose first word is the name of `option`.
    ///
    /// Environment and limits, which may be blocks of lines, are the parser's to read.
    @inline(never)
    mutating func bind(_ option: JobOption, _ line: Line, _ list: inout DiagnosticList) {
        switch option {
        case .name: bindName(line, &list)
        case .command: bindCommand(line, &list)
        case .directory: spec.launch.directory = path(line, &list) ?? spec.launch.directory
        case .input: bindInput(line, &list)
        case .output: bindOutput(line, &list)
        case .errors: bindErrors(line, &list)
        case .environment, .limit: break
        case .clearEnvironment: spec.launch.clearsEnvironment = true
        case .user: bindUser(line, &list)
        case .group:
            groupIsUsers = false
            if let group = line.account(1, &list) { spec.launch.group = group }
        case .groups: bindGroups(line, &list)
        case .umask: spec.launch.umask = line.octal(1, &list) ?? spec.launch.umask
        case .nice: spec.launch.nice = number(line, -20...19, &list)
        case .oomScoreAdjust: spec.launch.oomScoreAdjust = number(line, -1000...1000, &list)
        case .cpu: spec.launch.cpus = CPUText.read(line, 1, &list)
        case .order:
            let range = Int64(Int32.min)...Int64(Int32.max)
            spec.placement.order = number(line, range, &list) ?? 0
        case .wait: bindWait(line, &list)
        case .once: shortForm = .once
        case .disable: spec.placement.isDisabled = true
        case .restart: bindRestart(line, &list)
        case .onSuccess: success = outcome(line, "on-success", &list) ?? success
        case .onFailure: failure = outcome(line, "on-failure", &list) ?? failure
        case .successCodes: bindSuccessCodes(line, &list)
        case .restartDelay: bindRestartDelay(line, &list)
        case .stopSignal: spec.stop.signal = line.signal(1, &list) ?? spec.stop.signal
        case .stopTimeout:
            stopSpan = line.span(0, through: 1)
            spec.stop.timeout = line.duration(1, &list) ?? spec.stop.timeout
        case .stopRetries:
            stopSpan = line.span(0, through: 1)
            let range = 1...Int64(StopPolicy.mostRetries)
            spec.stop.retries = number(line, range, &list).map { UInt32($0) } ?? 1
        case .stopScope:
            if let scope = line.choice(1, of: ["process", "group"], for: "stop-scope", &list) {
                spec.stop.scope = scope == 0 ? .process : .group
            }
        case .runTimeout: bindRunTimeout(line, &list)
        }
    }

    @inline(never)
    private func number(
        _ line: Line, _ range: ClosedRange<Int64>, _ list: inout DiagnosticList
    ) -> Int32? {
        line.number(1, in: range, &list).map { Int32(clamping: $0) }
    }

    @inline(never)
    private func path(_ line: Line, _ list: inout DiagnosticList) -> Text? {
        let path = line.text(1)
        guard path.isEmpty else { return path }
        list.add(.emptyPath, at: line.span(1))
        return nil
    }

    private mutating func bindName(_ line: Line, _ list: inout DiagnosticList) {
        nameSpan = line.span(1)
        let name = line.text(1)
        spec.name = name
        guard let fault = JobName.fault(of: name) else { return }
        list.add(.badName, at: line.span(1), name, Text(stringLiteral: fault))
    }

    private mutating func bindCommand(_ line: Line, _ list: inout DiagnosticList) {
        var command: [Text] = []
        command.reserveCapacity(line.count - 1)
        for index in 1..<line.count { command.append(line.text(index)) }
        spec.launch.command = command
        commandLine = line
        if command.first?.isEmpty ?? true {
            list.add(.emptyProgram, at: line.span(1))
        }
    }

    private mutating func bindWait(_ line: Line, _ list: inout DiagnosticList) {
        spec.placement.barrier = .ended
        guard line.count > 1 else { return }
        let form = line.text(1)
        switch form {
        case "ready": spec.placement.barrier = .ready
        case "once":
            if let first = mention(of: .once) {
                list.add(
                    .repeatedOption, at: line.span(1), "once", Text([]), line.place(of: first))
            } else {
                note(.once, at: line.span(0, through: 1))
            }
            shortForm = .once
        default:
            list.add(
                .unexpectedWait, at: line.span(1, through: line.count - 1), form,
                suggesting: EditDistance.nearest(to: form, among: ["ready", "once"]))
            return
        }
        if line.count > 2 {
            list.add(
                .unexpectedOption, at: line.span(2, through: line.count - 1), line.text(2), form)
        }
    }
}
