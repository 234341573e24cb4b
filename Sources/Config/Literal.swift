import Basics

/// Values that stood in '...', where nothing is ever replaced.
///
/// Whether anything is replaced in a job at all is known only at the end of all files. Up to then a NUL,
/// which no file may have, marks such a value at its beginning.
enum Literal {
    /// The options whose values may be marked.
    static var options: UInt64 {
        Option.command.bit | Option.environment.bit | Option.directory.bit | Option.input.bit
            | Option.output.bit | Option.errors.bit | Option.depends.bit | Option.stopCommand.bit
            | Option.ready.bit | Option.health.bit | Option.after.bit | Option.restartWith.bit
    }

    /// `text` with the mark.
    static func marked(_ text: Text) -> Text { Text([0] + text.bytes) }

    /// `text` without the marks of its lines; with `expands` such that the replacing gives it back.
    @inline(never)
    static func resolved(_ text: Text, expands: Bool) -> Text {
        guard text.firstIndex(of: 0) != nil else { return text }
        var bytes: [UInt8] = []
        var isMarked = false
        for index in text.bytes.indices {
            let byte = text.bytes[index]
            let next = index + 1 < text.count ? text.bytes[index + 1] : 0
            if byte == 0 || byte == 10 { isMarked = byte == 0 }
            // `$${` stands for `${`.
            if expands, isMarked, byte == 36, next == 123 { bytes.append(36) }
            if byte != 0 { bytes.append(byte) }
        }
        return Text(bytes)
    }
}

extension JobSpec {
    /// Takes the marks off.
    @inline(never)
    mutating func resolveLiterals() {
        let expands = has(.expand)
        for setting in settings where setting.option.bit & Literal.options != 0 {
            var words: [Text] = []
            for word in setting.words { words.append(Literal.resolved(word, expands: expands)) }
            set(setting.option, setting.number, words)
        }
    }
}
