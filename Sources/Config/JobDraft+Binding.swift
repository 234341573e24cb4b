import Basics

extension JobDraft {
    /// Takes one line of the block, whose first word is the name of `option`, of which `entry` is the
    /// row.
    ///
    /// The environment and limits, which may be blocks of lines, are the parser's to read.
    @inline(never)
    func bind(
        _ option: Option, _ entry: OptionEntry, _ line: Line, _ list: inout DiagnosticList
    ) {
        switch entry.kind {
        case .flag: spec.set(option, true)
        case .number, .octal, .duration, .signal, .choice:
            guard let number = line.number(entry, &list) else { return }
            // A job with `instances 1` has a process `name.1`.
            let isInitial = option != .instances && number == entry.read(entry.initial)
            spec.set(option, isInitial ? nil : number)
        case .path:
            guard !line.text(1).isEmpty else {
                list.add(.emptyPath, line, 1)
                return
            }
            spec.set(option, kept(line.text(1), line, 1))
        case .account, .accounts: bindAccounts(option, line, &list)
        case .list:
            bindWords(option, line)
            if option == .after || option == .restartWith {
                refer(option, line, 1, line.count - 1)
            }
        case .word, .special, .optional, .block: break
        }
        bindRest(option, line, &list)
    }

    /// What only some options do.
    private func bindRest(_ option: Option, _ line: Line, _ list: inout DiagnosticList) {
        switch option {
        case .name: bindName(line, &list)
        case .command:
            commandLine = line
            if line.text(1).isEmpty { list.add(.emptyProgram, line, 1) }
        case .user: bindUser(line, &list)
        case .group: groupIsUsers = false
        case .input, .output, .errors: bindStream(option, line, &list)
        case .cpu:
            if let set = CPUText.read(line, &list) {
                spec.set(.cpu, set.packed.isEmpty ? [] : [set.packed])
            }
        case .wait: bindWait(line, &list)
        case .once: spec.set(.restart, nil)
        case .restart: spec.set(.once, nil)
        case .capabilities: bindCapabilities(line, &list)
        case .bounce: bindBounce(line, &list)
        case .stopCommand: if line.text(1).isEmpty { list.add(.emptyProgram, line, 1) }
        case .successCodes: bindSuccessCodes(line, &list)
        case .restartDelay: bindRestartDelay(line, &list)
        case .restartLimit, .startRetries: bindLimit(option, line, &list)
        case .ready, .health: bindProbe(option, line, &list)
        case .stopTimeout, .stopRetries: stopSpan = line.span(0, through: 1)
        case .runTimeout where spec.number(.runTimeout) == 0:
            list.add(.emptyRun, line, 1)
            spec.set(.runTimeout, nil)
        case .runTimeout, .directory, .environment, .clearEnvironment, .environmentFiles,
            .environmentFolders, .expand, .listenDescriptors, .noNewPrivileges, .groups, .umask,
            .limit, .nice, .oomScoreAdjust, .disable, .order, .after, .instances, .restartWith,
            .onSuccess, .onFailure, .startWait, .stopSignal, .stopScope, .reloadSignal, .depends,
            .dependsAction, .healthAction, .job, .defaults, .include,
            .stopDelay, .shutdownTimeout, .shutdown, .shutdownStatus, .linger, .forward, .reload,
            .listen, .report, .log, .services, .logFormat, .logTimestamps, .logRing, .logDrop,
            .logTo,
            .logTee, .logFile, .logScript, .logRingTotal, .isLogger, .isMain, .delayLimit,
            .retriesUntilSuccess, .status33IsPlain, .service:
            break
        }
    }

    private func bindName(_ line: Line, _ list: inout DiagnosticList) {
        nameSpan = line.span(1)
        let name = line.text(1)
        spec.name = name
        guard let fault = JobName.fault(of: name) else { return }
        list.add(.badName, line, 1, Text(stringLiteral: fault))
    }

    /// Notes where the words of `line` from `first` to `last` stand, in place of what the defaults wrote.
    @inline(never)
    func refer(_ option: Option, _ line: Line, _ first: Int, _ last: Int) {
        var kept = PackedArray<Mention>()
        for mention in references where mention.option != option { kept.append(mention) }
        for index in first...max(last, first) {
            kept.append(Mention(option: option, span: line.span(index)))
        }
        references = kept
    }

    @inline(never)
    private func bindWords(_ option: Option, _ line: Line) {
        var words: [Text] = []
        for index in 1..<line.count { words.append(kept(line.text(index), line, index)) }
        spec.set(option, words)
    }

    /// Where stdin comes from, where stdout and stderr go.
    private func bindStream(_ option: Option, _ line: Line, _ list: inout DiagnosticList) {
        let text = line.text(1)
        var stream = Launch.Stream.file
        switch text.place(in: "null inherit log syslog out err") {
        case 0: stream = .null
        case 1: stream = .inherit
        case 2 where option == .input, 3 where option == .input:
            list.add(.badInput, line, 1)
            return
        case 2:
            spec.set(option, nil)
            return
        case 3: stream = .syslog
        case 4: if option == .errors { stream = .joined }
        case 5:
            if option == .output {
                list.add(.badOutput, line, 1)
                return
            }
        default:
            if text.isEmpty {
                list.add(.emptyPath, line, 1)
                return
            }
        }
        let isInitial = option == .input && stream == .null
        spec.set(
            option, isInitial ? nil : stream.rawValue,
            stream == .file ? [kept(text, line, 1)] : [])
    }

    private func bindWait(_ line: Line, _ list: inout DiagnosticList) {
        let form = line.text(1)
        let place = line.count > 1 ? form.place(in: "ready once") : nil
        let barrier: Placement.Barrier = place == 0 ? .ready : .ended
        spec.set(.wait, barrier.rawValue)
        if place == 1 {
            if let first = mention(of: .once) {
                list.add(
                    .repeatedOption, at: line.span(1), form, Text([]), line.place(of: first),
                    suggesting: nil)
            } else {
                note(.once, at: line.span(0, through: 1))
            }
            spec.set(.once, true)
            spec.set(.restart, nil)
        }
        if line.count > 1, place == nil {
            list.add(
                .unexpectedWait, at: line.span(1, through: line.count - 1), form,
                suggesting: EditDistance.nearest(to: form, among: ["ready", "once"]))
        } else if line.count > 2 {
            list.add(
                .unexpectedOption, at: line.span(2, through: line.count - 1), line.text(2), form)
        }
    }

    // MARK: - Who the job runs as

    private func bindUser(_ line: Line, _ list: inout DiagnosticList) {
        let parts = line.parts(1)
        guard parts.count <= 2 else {
            list.add(.notAUser, line, 1)
            return
        }
        guard line.isAccount(parts[0], at: 1, &list) else { return }
        spec.set(.user, parts[0])
        if parts.count == 2 {
            guard line.isAccount(parts[1], at: 1, &list) else { return }
            spec.set(.group, parts[1])
            groupIsUsers = true
            userNamesGroup = true
        } else if groupIsUsers {
            // The group belonged to the user of the defaults.
            spec.set(.group, nil)
            groupIsUsers = false
        }
    }

    private func bindAccounts(_ option: Option, _ line: Line, _ list: inout DiagnosticList) {
        for index in 1..<line.count { _ = line.isAccount(line.text(index), at: index, &list) }
        bindWords(option, line)
    }
}
