public import Basics

/// One row of the ``OptionCatalogue``.
public struct OptionEntry: Sendable {
    /// What stands behind an option's name; the letter is the one of the table.
    public enum Kind: UInt8, Equatable, Sendable {
        /// Nothing.
        case flag = 102
        /// One word in a form of its own.
        case word = 119
        /// The path of a file or directory.
        case path = 112
        /// A whole number in a range.
        case number = 110
        /// A file mode mask.
        case octal = 111
        /// A length of time.
        case duration = 100
        case signal = 115
        /// One of the words in the usage.
        case choice = 99
        /// The name or number of a user or group.
        case account = 97
        /// One or more of those.
        case accounts = 65
        /// One word or more.
        case list = 108
        /// A form of its own.
        case special = 120
        /// A form of its own, which may be empty.
        case optional = 121
        /// Lines between braces.
        case block = 98
    }

    /// The place in the catalogue.
    let row: Int
    /// Where the row begins in ``OptionCatalogue/table``.
    private let start: Int

    init(row: Int, at start: Int) {
        self.row = row
        self.start = start
    }

    private var text: Text { Text(rowOf: OptionCatalogue.table, at: start) }

    /// What stands behind the name.
    public var kind: Kind {
        @inline(never) get { Kind(rawValue: OptionCatalogue.letter(start)) ?? .special }
    }

    /// It may stand in a job (and in `defaults`).
    public var isJobOption: Bool { scope | 32 != 103 }

    /// It may stand outside of jobs.
    public var isGlobal: Bool { scope | 32 != 106 }

    /// `j` (106), `g` (103) or `b` (98): in jobs, outside of jobs, both; a capital: not supported yet.
    private var scope: UInt8 { OptionCatalogue.letter(start + 1) }

    /// The option that the row is about; nil where it is known, but not supported yet.
    var option: Option? { scope < 97 ? nil : Option(rawValue: UInt8(clamping: row)) }

    /// The name, and behind a blank what follows it: `stop-timeout D`.
    public var usage: Text {
        @inline(never) get { text.slice(OptionCatalogue.nameOffset..<text.count).column(0) }
    }

    /// The option's name.
    public var name: Text {
        @inline(never) get { usage.word(0) }
    }

    /// The least number of the range, as it is written.
    var least: Text {
        @inline(never) get { text.column(1).word(0) }
    }

    /// The greatest number of the range, as it is written.
    var greatest: Text {
        @inline(never) get { text.column(1).word(1) }
    }

    /// What holds where the option is not written, as it would be written, or in words; empty for
    /// nothing.
    public var initial: Text { text.column(2) }

    /// The words that a ``Kind/choice`` is between, with a bar between them.
    var choices: Text {
        @inline(never) get { usage.word(1) }
    }

    /// The number that `text` stands for: milliseconds, a signal's number, the place of a choice; nil
    /// for a text that this option cannot have.
    @inline(never)
    func read(_ text: Text) -> Int64? {
        switch kind {
        case .number:
            guard let number = text.integer, number >= least.integer ?? .min,
                number <= greatest.integer ?? .max
            else { return nil }
            return number
        case .octal: return text.octal
        case .duration:
            if case .value(let pause) = DurationText.read(text) {
                return Int64(clamping: pause.count)
            }
            return nil
        case .signal: return Signal(named: text).map { Int64($0.rawValue) }
        case .choice:
            var place: Int64 = 0
            for choice in choices.split(at: 124) {
                if choice == text { return place }
                place += 1
            }
            return nil
        case .flag, .word, .path, .account, .accounts, .list, .special, .optional, .block:
            return nil
        }
    }
}

extension Text {
    /// A whole number with an optional sign.
    @inline(never)
    fileprivate var integer: Int64? {
        let isNegative = bytes.first == 45
        guard let magnitude = dropFirst(isNegative || bytes.first == 43 ? 1 : 0).decimal,
            magnitude <= UInt64(Int64.max)
        else { return nil }
        return isNegative ? -Int64(magnitude) : Int64(magnitude)
    }

    /// A file mode mask: octal digits, at most 0777.
    fileprivate var octal: Int64? {
        var value: Int64 = 0
        for byte in bytes {
            guard byte >= 48, byte <= 55, value < 0o1000 else { return nil }
            value = value * 8 + Int64(byte - 48)
        }
        return isEmpty || value > 0o777 ? nil : value
    }
}
