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
    private let text: Text

    init(row: Int) {
        self.row = row
        text = Text(row: row, of: OptionCatalogue.table)
    }

    /// What stands behind the name.
    public var kind: Kind { Kind(rawValue: text.bytes[0]) ?? .special }

    /// It may stand in a job (and in `defaults`).
    public var isJobOption: Bool { scope != 103 }

    /// It may stand outside of jobs.
    public var isGlobal: Bool { scope != 106 }

    /// `j` (106), `g` (103) or `b` (98): in jobs, outside of jobs, both.
    private var scope: UInt8 { text.bytes[1] | 32 }

    /// The option that the row is about; nil where it is known, but not supported yet.
    var option: Option? { text.bytes[1] < 97 ? nil : Option(rawValue: UInt8(clamping: row)) }

    /// The name, and behind a blank what follows it: `stop-timeout D`.
    public var usage: Text { text.slice(OptionCatalogue.nameOffset..<text.count).column(0) }

    /// The option's name.
    public var name: Text { usage.split(at: 32)[0] }

    /// The least and the greatest number, with a blank between them.
    private var range: Text { text.column(1) }

    /// What holds where the option is not written, as it would be written, or in words; empty for
    /// nothing.
    public var initial: Text { text.column(2) }

    /// One line of help.
    public var help: Text { text.column(3) }

    /// The words that a ``Kind/choice`` is between.
    var choices: [Text] { (usage.split(at: 32).last ?? usage).split(at: 124) }

    /// The least number, as it is written.
    var least: Text { range.split(at: 32)[0] }

    /// The greatest number, as it is written.
    var greatest: Text { range.split(at: 32).last ?? range }

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
        case .choice: return choices.firstIndex(of: text).map { Int64($0) }
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
        let digits = isNegative || bytes.first == 43 ? slice(1..<count) : self
        guard let magnitude = digits.decimal, magnitude <= UInt64(Int64.max) else { return nil }
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
