public import Basics

/// The lines `log file` and `log script`: files that swinit itself writes a job's output to.
extension Parser {
    /// The least size of a file at which it is renamed, and how many older ones are kept at most.
    private static let leastSize: UInt64 = 4096
    private static let mostKept: UInt64 = 1000

    /// `log file PATH [rotate SIZE] [keep N] [compress]`, or `log script ACTION...`.
    @inline(never)
    func bindFiles(_ option: Option, _ line: Line, of draft: JobDraft) {
        var words: [Text] = []
        for index in 2..<line.count { words.append(line.text(index)) }
        if option == .logScript {
            if let fault = LogScript.fault(in: words) {
                list.add(
                    .badLogWord, at: line.span(2 + fault.index), words[fault.index],
                    "\(fault.reason)")
                return
            }
        } else if !isFile(words, line) {
            return
        }
        for index in words.indices { words[index] = draft.kept(words[index], line, 2 + index) }
        draft.spec.set(option, words)
    }

    /// Whether `option` says alone where the output goes; it then takes the place of what the defaults say.
    @inline(never)
    func isOnlyPlace(_ option: Option, _ line: Line, of draft: JobDraft) -> Bool {
        for other in [Option.logFile, .logScript, .logTo] where other != option {
            if draft.mention(of: other) != nil {
                list.add(
                    .badLogWord, at: line.span(0, through: 1), "log \(line.text(1))",
                    "stands beside 'log \(LogLine.word(of: other))'")
                return false
            }
            draft.spec.set(other, [])
        }
        return true
    }

    /// Whether the words behind the path of `log file` are right; what is not is reported.
    private func isFile(_ words: [Text], _ line: Line) -> Bool {
        var index = 1
        var hasSize = words.count == 1
        while index < words.count {
            let word = words[index]
            let place = 2 + index
            if word.isEqual(to: "compress") {
                index += 1
                continue
            }
            let isSize = word.isEqual(to: "rotate")
            guard isSize || word.isEqual(to: "keep") else {
                list.add(
                    .badChoice, at: line.span(place), "log file", word, "rotate, keep or compress",
                    suggesting: EditDistance.nearest(
                        to: word, among: ["rotate", "keep", "compress"]))
                return false
            }
            guard index + 1 < words.count else {
                list.add(
                    .missingValue, at: line.span(place), word,
                    isSize ? "rotate SIZE" : "keep N")
                return false
            }
            let value = isSize ? words[index + 1].size : words[index + 1].decimal
            let range = isSize ? Self.leastSize...1 << 40 : 1...Self.mostKept
            guard let value, range.contains(value) else {
                list.add(
                    .outOfRange, line, place + 1, isSize ? "4k" : "1", isSize ? "1024G" : "1000")
                return false
            }
            hasSize = hasSize || isSize
            index += 2
        }
        if !hasSize {
            list.add(.badLogWord, at: line.span(3), words[1], "needs 'rotate SIZE'")
        }
        return hasSize
    }
}

extension JobSpec {
    /// Whether its output goes to other files than that of `other`, or another user opens them.
    public func writesFiles(unlike other: JobSpec) -> Bool {
        // The same file may be rotated in another way.
        differences(from: other) & (Option.launch | Option.logScript.bit) != 0
            || log.path != other.log.path
    }
}

extension LogSettings {
    /// The file that swinit writes the output to; nil for none.
    public var file: Text? { spec.words(.logFile).first }

    fileprivate var path: Text { file ?? Text([]) }

    /// The script of multilog by which swinit writes it; empty for none.
    public var script: [Text] { spec.words(.logScript) }

    /// The file is renamed before it is larger, in bytes; nil for never.
    public var rotation: Int? { value(behind: "rotate").size.map { Int(clamping: $0) } }

    /// So many older files are kept.
    public var kept: Int { Int(clamping: value(behind: "keep").decimal ?? 10) }

    /// Older files are compressed.
    public var compresses: Bool { place(of: "compress") != nil }

    /// Where `word` stands behind the path.
    @inline(never)
    private func place(of word: StaticString) -> Int? {
        let words = spec.words(.logFile)
        for index in words.indices where index > 0 && words[index].isEqual(to: word) {
            return index
        }
        return nil
    }

    @inline(never)
    private func value(behind word: StaticString) -> Text {
        let words = spec.words(.logFile)
        guard let place = place(of: word), place + 1 < words.count else { return Text([]) }
        return words[place + 1]
    }
}
