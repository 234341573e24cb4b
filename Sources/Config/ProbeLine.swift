import Basics

/// The line of `ready` or `health` while it is read.
struct ProbeLine {
    /// The words for the forms of `ready`, in the order of ``ProbeForm``.
    static let forms: StaticString = "notify fd tcp http exec unix file log"
    /// What follows each of them.
    private static let arguments: StaticString = "- N ADDR:PORT URL CMD... PATH PATH TEXT"
    /// The words for the forms of `health`; the first is ``ProbeForm/tcp``.
    private static let healthForms: StaticString = "tcp http exec"
    /// The words for the numbers of `health`, in the order of ``HealthCheck/numbers``, and of `ready`.
    static let times: StaticString = "every timeout failures start-period within"
    /// Which of them is no length of time.
    static let failures = 2
    /// The shortest time but for `start-period`: the step of probes.
    private static let shortest = Milliseconds(100)

    private let isHealth: Bool
    /// The form, the words behind it, and the numbers of `health`.
    private(set) var check = HealthCheck(.notify, [])
    private(set) var within: Milliseconds?
    /// The numbers that were written, as bits.
    private var written: UInt8 = 0
    private var hasForm = false

    init(isHealth: Bool) {
        self.isHealth = isHealth
    }

    /// Reads `line`, which stands in what `draft` is; false where something is wrong, which is reported.
    @inline(never)
    mutating func read(_ line: Line, of draft: JobDraft, _ list: inout DiagnosticList) -> Bool {
        var index = 1
        while index < line.count {
            let place = line.isQuoted(index) ? nil : line.text(index).place(in: Self.times)
            if let place, (place == 4) != isHealth {
                guard readNumber(place, line, index + 1, &list) else { return false }
                index += 2
            } else if hasForm {
                list.add(
                    .unexpectedText, at: line.span(index, through: line.count - 1),
                    line.text(index), line.text(index - 1))
                return false
            } else {
                guard readForm(line, index, &list) else { return false }
                index += 1
                // A command takes all that follows, and `notify` nothing.
                let end = check.form == .exec ? line.count : index + (check.form == .notify ? 0 : 1)
                while index < end {
                    check.words.append(draft.kept(line.text(index), line, index))
                    index += 1
                }
            }
        }
        if !hasForm {
            list.add(
                .missingForm, at: line.span(0, through: line.count - 1), line.text(0), known.listed)
        }
        return hasForm
    }

    /// The words for the forms that may stand here.
    private var known: Text { Text(stringLiteral: isHealth ? Self.healthForms : Self.forms) }

    /// Reads word `index` as the number at `place` of ``times``.
    private mutating func readNumber(
        _ place: Int, _ line: Line, _ index: Int, _ list: inout DiagnosticList
    ) -> Bool {
        let bit: UInt8 = 1 << UInt8(place)
        if written & bit != 0 {
            list.add(.repeatedOption, line, index - 1, Text([]), "in this line")
            return false
        }
        written |= bit
        let isCount = place == Self.failures
        if index == line.count {
            list.add(
                .missingValue, line, index - 1,
                "\(line.text(index - 1)) \(isCount ? "N" : "D" as Text)")
            return false
        }
        if isCount {
            guard let count = line.count(index, 1, 1000, &list) else { return false }
            check.failures = Int(count)
            return true
        }
        guard let time = line.duration(line.text(index), at: line.span(index), &list) else {
            return false
        }
        switch place {
        case 0: check.interval = time
        case 1: check.timeout = time
        case 3: check.startPeriod = time
        default: within = time
        }
        guard time < Self.shortest, place != 3 else { return true }
        list.add(.tooShort, line, index, "\(Self.shortest)")
        return false
    }

    /// Reads the form at word `index`, and checks the word behind it.
    private mutating func readForm(
        _ line: Line, _ index: Int, _ list: inout DiagnosticList
    ) -> Bool {
        let word = line.text(index)
        let place = word.place(in: isHealth ? Self.healthForms : Self.forms)
        guard let place,
            let form = ProbeForm(rawValue: Int64(place + (isHealth ? 2 : 0)))
        else {
            list.add(
                .badChoice, at: line.span(index), line.text(0), word, known.listed,
                suggesting: EditDistance.nearest(to: word, among: known.split(at: 32)))
            return false
        }
        check.form = form
        hasForm = true
        if form == .notify { return true }
        guard index + 1 < line.count else {
            let argument = Text(stringLiteral: Self.arguments).word(Int(form.rawValue))
            list.add(.missingValue, line, index, "\(word) \(argument)")
            return false
        }
        return isFit(line, index + 1, &list)
    }

    /// Whether word `index` is what the form needs; what has variables is known only at a start.
    private func isFit(_ line: Line, _ index: Int, _ list: inout DiagnosticList) -> Bool {
        let text = line.text(index)
        var fault: Fault?
        switch check.form {
        // Those above standard error.
        case .descriptor: return line.count(index, 3, 1023, &list) != nil
        case .tcp: if Endpoint(text) == nil { fault = .notAnEndpoint }
        case .http:
            if HTTPTarget(text) == nil { fault = text.hasPrefix("https:") ? .secureURL : .notAURL }
        case .exec: if text.isEmpty { fault = .emptyProgram }
        case .notify, .unix, .file, .log: if text.isEmpty { fault = .emptyPath }
        }
        guard let fault, line.isLiteral(index) || !Expansion.isNeeded(for: text) else {
            return true
        }
        list.add(fault, line, index)
        return false
    }
}

extension JobDraft {
    /// `ready FORM [within D]` and `health FORM [every D] ...`.
    @inline(never)
    func bindProbe(_ option: Option, _ line: Line, _ list: inout DiagnosticList) {
        var probe = ProbeLine(isHealth: option == .health)
        guard probe.read(line, of: self, &list) else { return }
        if option == .health {
            spec.health = probe.check
        } else {
            spec.readiness = Readiness(probe.check.form, probe.check.words, within: probe.within)
        }
    }
}

extension Text {
    /// The words of this text, which blanks or bars separate, with commas between them.
    var listed: Text {
        @inline(never) get {
            var all: [UInt8] = []
            for byte in bytes {
                let isBetween = byte == 32 || byte == 124
                all.append(isBetween ? 44 : byte)
                if isBetween { all.append(32) }
            }
            return Text(all)
        }
    }
}
