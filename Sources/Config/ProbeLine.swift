import Basics

/// The line of `ready` or `health`.
struct ProbeLine {
    /// The words for the forms, in the order of ``ProbeForm``.
    static let forms: StaticString = "notify fd tcp http exec unix file log"
    /// The words for the numbers of ``HealthCheck/initial``, in its order.
    static let times: StaticString = "every timeout failures start-period"
    /// How many numbers there are.
    static let timeCount = 4
    /// Which of the numbers is no length of time.
    static let failures = 2
    /// Which of the numbers may be 0.
    private static let startPeriod = 3
    /// The shortest of the other times: the step of probes.
    private static let shortest = Milliseconds(100)
    /// The descriptors that `fd` may be: those above standard error.
    private static let descriptors: (least: UInt64, greatest: UInt64) = (3, 1023)

    /// Nil for a line whose form is missing or wrong, which is then reported.
    private(set) var form: ProbeForm?
    private(set) var words: [Text] = []
    /// What `within` says (``Readiness``), or the numbers of ``HealthCheck/initial``.
    private(set) var numbers: [Text]
    private let isHealth: Bool
    /// The numbers that were written, as bits.
    private var written: UInt8 = 0
    /// What was given is worth keeping.
    private(set) var isGood = true

    /// Reads `line`, which stands in what `draft` is.
    @inline(never)
    init(_ line: Line, isHealth: Bool, of draft: JobDraft, _ list: inout DiagnosticList) {
        self.isHealth = isHealth
        numbers = isHealth ? Text(stringLiteral: HealthCheck.initial).split(at: 32) : ["0"]
        var index = 1
        while index < line.count, isGood {
            let names = isHealth ? Self.times : "within"
            if !line.isQuoted(index), let place = line.text(index).place(in: names) {
                readNumber(place, line, index, &list)
                index += 2
            } else if form == nil {
                index = readForm(line, index, of: draft, &list)
            } else {
                list.add(
                    .unexpectedText, at: line.span(index, through: line.count - 1),
                    line.text(index), line.text(index - 1))
                isGood = false
            }
        }
        guard isGood, form == nil else { return }
        list.add(
            .missingForm, at: line.span(0, through: line.count - 1), line.text(0),
            Text(stringLiteral: known))
        isGood = false
    }

    /// The forms that may stand here.
    private var known: StaticString {
        isHealth
            ? "tcp ADDR:PORT, http URL, exec CMD..."
            : "notify, fd N, tcp ADDR:PORT, http URL, exec CMD..., unix PATH, file PATH"
    }

    /// Reads the number behind word `index`, the name of the one at `place`.
    private mutating func readNumber(
        _ place: Int, _ line: Line, _ index: Int, _ list: inout DiagnosticList
    ) {
        isGood = false
        let bit: UInt8 = 1 << UInt8(place)
        if written & bit != 0 {
            list.add(.repeatedOption, line, index, Text([]), "in this line")
            return
        }
        written |= bit
        if index + 1 == line.count {
            list.add(.missingValue, line, index, "\(line.text(index)) D")
            return
        }
        if isHealth, place == Self.failures {
            guard let count = line.count(index + 1, 1, 1000, &list) else { return }
            numbers[place] = "\(count)"
        } else {
            let text = line.text(index + 1)
            guard let time = line.duration(text, at: line.span(index + 1), &list) else { return }
            guard time >= Self.shortest || place == Self.startPeriod else {
                list.add(.tooShort, line, index + 1, "\(Self.shortest)")
                return
            }
            numbers[place] = "\(time.count)"
        }
        isGood = true
    }

    /// Reads the form at word `index`; gives the place of the first word behind it.
    private mutating func readForm(
        _ line: Line, _ index: Int, of draft: JobDraft, _ list: inout DiagnosticList
    ) -> Int {
        let word = line.text(index)
        var found: ProbeForm?
        if !line.isQuoted(index), let place = word.place(in: Self.forms) {
            found = ProbeForm(rawValue: Int64(place))
        }
        isGood = false
        guard let found, !isHealth || found == .tcp || found == .http || found == .exec else {
            list.add(
                .badChoice, at: line.span(index), line.text(0), word,
                Text(stringLiteral: known), suggesting: nil)
            return index
        }
        form = found
        if found == .notify {
            isGood = true
            return index + 1
        }
        let value = line.text(index + 1)
        if index + 1 >= line.count {
            list.add(.missingForm, at: line.span(index), word, Text(stringLiteral: known))
        } else if value.isEmpty {
            list.add(found == .exec ? .emptyProgram : .emptyPath, line, index + 1)
        } else if found == .log {
            list.add(.unsupportedValue, line, 0, word)
        } else {
            isGood = isFit(line, index + 1, &list)
        }
        let end = found == .exec ? line.count : min(index + 2, line.count)
        for place in index + 1..<max(end, index + 1) {
            words.append(draft.kept(line.text(place), line, place))
        }
        return max(end, index + 1)
    }

    /// Whether word `index` is what ``form`` needs; what has variables is known only at a start.
    private func isFit(_ line: Line, _ index: Int, _ list: inout DiagnosticList) -> Bool {
        let text = line.text(index)
        if form == .descriptor {
            let (least, greatest) = Self.descriptors
            return line.count(index, least, greatest, &list) != nil
        }
        if !line.isLiteral(index), Expansion.isNeeded(for: text) { return true }
        var fault: Fault?
        if form == .tcp, Endpoint(text) == nil { fault = .notAnEndpoint }
        if form == .http, HTTPTarget(text) == nil {
            fault = text.hasPrefix("https:") ? .secureURL : .notAURL
        }
        guard let fault else { return true }
        list.add(fault, line, index)
        return false
    }
}

extension JobDraft {
    /// `ready FORM [within D]` and `health FORM [every D] ...`.
    @inline(never)
    func bindProbe(_ option: Option, _ line: Line, _ list: inout DiagnosticList) {
        let isHealth = option == .health
        let probe = ProbeLine(line, isHealth: isHealth, of: self, &list)
        guard probe.isGood, let form = probe.form else { return }
        if isHealth {
            var words: [Text] = [Text([])]
            for number in probe.numbers {
                if !words[0].isEmpty { words[0].bytes.append(32) }
                words[0].bytes += number.bytes
            }
            spec.set(.health, form.rawValue, words + probe.words)
        } else {
            let pause = Int64(clamping: probe.numbers[0].decimal ?? 0)
            spec.set(.ready, pause << Readiness.formBits | form.rawValue, probe.words)
        }
    }

    /// The jobs that a line of `after` or `restart-with` names.
    func bindReferences(_ option: Option, _ line: Line) {
        var kept = PackedArray<Mention>()
        for mention in references where mention.option != option { kept.append(mention) }
        var words: [Text] = []
        for index in 1..<line.count {
            words.append(line.text(index))
            kept.append(Mention(option: option, span: line.span(index)))
        }
        references = kept
        spec.set(option, words)
    }
}
