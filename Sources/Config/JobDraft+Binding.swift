import Basics

extension JobDraft {
    /// Takes one line of the block, whose first word is the name of `option`.
    ///
    /// Environment and limits, which may be blocks of lines, are the parser's to read.
    @inline(never)
    func bind(_ option: JobOption, _ line: Line, _ list: inout DiagnosticList) {
        switch option {
        case .name: bindName(line, &list)
        case .command: bindCommand(line, &list)
        case .directory: if let path = path(line, &list) { spec.set(.directory, [path]) }
        case .input: bindInput(line, &list)
        case .output: bindOutput(line, &list)
        case .errors: bindErrors(line, &list)
        case .environment, .limit: break
        case .clearEnvironment, .disable: spec.set(option, true)
        case .user: bindUser(line, &list)
        case .group:
            groupIsUsers = false
            if let group = line.account(1, &list) { spec.set(.group, [group]) }
        case .groups: bindGroups(line, &list)
        case .umask: if let mask = line.octal(1, &list) { spec.set(.umask, Int64(mask)) }
        case .nice: spec.set(.nice, line.number(1, in: -20...19, &list))
        case .oomScoreAdjust: spec.set(option, line.number(1, in: -1000...1000, &list))
        case .cpu: spec.set(.cpu, CPUText.read(line, 1, &list).map { [$0.packed] } ?? [])
        case .order:
            let range = Int64(Int32.min)...Int64(Int32.max)
            spec.set(.order, line.number(1, in: range, &list), unless: 0)
        case .wait: bindWait(line, &list)
        case .once: bindOnce()
        case .restart:
            bindChoice(option, ["always", "on-failure", "never"], line, &list)
            spec.set(.once, false)
        case .onSuccess, .onFailure:
            bindChoice(option, ["restart", "stop", "shutdown"], line, &list)
        case .successCodes: bindSuccessCodes(line, &list)
        case .restartDelay: bindRestartDelay(line, &list)
        case .stopSignal:
            if let signal = line.signal(1, &list) {
                spec.stop.signal = signal
            }
        case .stopTimeout:
            stopSpan = line.span(0, through: 1)
            if let pause = line.duration(1, &list) { spec.stop.timeout = pause }
        case .stopRetries:
            stopSpan = line.span(0, through: 1)
            spec.set(.stopRetries, line.number(1, in: 1...1000, &list), unless: 1)
        case .stopScope: bindChoice(option, ["process", "group"], line, &list)
        case .runTimeout: bindRunTimeout(line, &list)
        case .isMain, .delayLimit, .retriesUntilSuccess, .status33IsPlain: break
        }
    }

    private func bindChoice(
        _ option: JobOption, _ words: [StaticString], _ line: Line, _ list: inout DiagnosticList
    ) {
        guard let choice = line.choice(1, of: words, &list) else { return }
        spec.set(option, Int64(choice), unless: option == .stopScope ? 0 : nil)
    }

    private func bindOnce() {
        spec.set(.once, true)
        spec.set(.restart, nil)
    }

    @inline(never)
    private func path(_ line: Line, _ list: inout DiagnosticList) -> Text? {
        let path = line.text(1)
        guard path.isEmpty else { return path }
        list.add(.emptyPath, at: line.span(1))
        return nil
    }

    private func bindName(_ line: Line, _ list: inout DiagnosticList) {
        nameSpan = line.span(1)
        let name = line.text(1)
        spec.name = name
        guard let fault = JobName.fault(of: name) else { return }
        list.add(.badName, at: line.span(1), name, Text(stringLiteral: fault))
    }

    private func bindCommand(_ line: Line, _ list: inout DiagnosticList) {
        var command: [Text] = []
        command.reserveCapacity(line.count - 1)
        for index in 1..<line.count { command.append(line.text(index)) }
        spec.set(.command, command)
        commandLine = line
        if command.first?.isEmpty ?? true {
            list.add(.emptyProgram, at: line.span(1))
        }
    }

    private func bindWait(_ line: Line, _ list: inout DiagnosticList) {
        spec.set(.wait, Placement.Barrier.ended.rawValue)
        guard line.count > 1 else { return }
        let form = line.text(1)
        switch form {
        case "ready": spec.set(.wait, Placement.Barrier.ready.rawValue)
        case "once":
            if let first = mention(of: .once) {
                list.add(
                    .repeatedOption, at: line.span(1), "once", Text([]), line.place(of: first))
            } else {
                note(.once, at: line.span(0, through: 1))
            }
            bindOnce()
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
