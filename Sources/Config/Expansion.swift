public import Basics

/// The replacing of `${NAME}` by the value of a variable, where a job has `expand`.
///
/// `${NAME:-DEFAULT}` has a default for a variable that is not set or empty, `${NAME:?MESSAGE}` a
/// message for the failure; `$${` is `${` itself, and any other `$` an ordinary character. A default may
/// have variables of its own. What comes in is never looked at again, and never split: one word stays
/// one word.
public enum Expansion {
    /// Longer values are refused: no argument and no variable can be longer (MAX_ARG_STRLEN, execve(2)).
    static let longest = 131_072
    /// How deep defaults may stand in defaults.
    static let deepest = 8

    /// Why a text cannot be had.
    public struct Fault: Error, Equatable, Sendable {
        /// The place in the text, such as `${NAME}`.
        public var subject: Text
        /// What is wrong with it.
        public var reason: Text
        /// The variable that is not set; empty where something else is wrong.
        var name = Text([])
    }

    /// Whether ``expand(_:_:)`` would change `text` or fail.
    @inline(never)
    public static func isNeeded(for text: Text) -> Bool {
        var index = 0
        while let sign = text.firstIndex(of: 36, from: index) {
            if text.byte(sign + 1) == 123 { return true }
            index = sign + 1
        }
        return false
    }

    /// `text` with the values that `value` has.
    @inline(never)
    public static func expand(
        _ text: Text, _ value: (Text) -> Text?
    ) throws(Fault) -> Text {
        guard isNeeded(for: text) else { return text }
        return try expand(text, depth: 0, value)
    }

    @inline(never)
    private static func expand(
        _ text: Text, depth: Int, _ value: (Text) -> Text?
    ) throws(Fault) -> Text {
        var result = Text([])
        var index = 0
        while index < text.count {
            let byte = text.bytes[index]
            if byte == 36, text.byte(index + 1) == 36, text.byte(index + 2) == 123 {
                result.bytes.append(36)
                result.bytes.append(123)
                index += 3
            } else if byte == 36, text.byte(index + 1) == 123 {
                let end = close(of: text, from: index + 2)
                let part = try replacement(
                    for: text.slice(index..<(end + 1)), depth: depth, value)
                part.render(into: &result.bytes)
                index = end + 1
            } else {
                result.bytes.append(byte)
                index += 1
            }
            if result.count > longest {
                throw Fault(subject: text.slice(0..<32), reason: "the value becomes too long")
            }
        }
        return result
    }

    /// Where the `}` stands that closes what opens before `start`; the text's end for none.
    private static func close(of text: Text, from start: Int) -> Int {
        var depth = 1
        var index = start
        while index < text.count {
            if text.bytes[index] == 125 {
                depth -= 1
                if depth == 0 { return index }
            } else if text.bytes[index] == 36, text.byte(index + 1) == 123 {
                depth += 1
            }
            index += 1
        }
        return text.count
    }

    /// What stands for `whole`, which is `${...}`.
    private static func replacement(
        for whole: Text, depth: Int, _ value: (Text) -> Text?
    ) throws(Fault) -> Text {
        var end = 2
        while isNamePart(whole.byte(end), isFirst: end == 2) { end += 1 }
        let mark = whole.byte(end + 1)
        let isPlain = whole.byte(end) == 125
        let hasRest = whole.byte(end) == 58 && (mark == 45 || mark == 63)
        guard end > 2, isPlain || hasRest, whole.bytes.last == 125, depth < deepest else {
            throw Fault(subject: whole, reason: "it must be ${NAME}, ${NAME:-...} or ${NAME:?...}")
        }
        let name = whole.slice(2..<end)
        let found = value(name)
        if let found, isPlain || !found.isEmpty { return found }
        let subject: Text = "${\(name)}"
        let rest = isPlain ? Text([]) : whole.slice((end + 2)..<(whole.count - 1))
        if isPlain || mark == 63 {
            throw Fault(
                subject: subject, reason: rest.isEmpty ? "it is not set" : rest, name: name)
        }
        return try expand(rest, depth: depth + 1, value)
    }

    /// Whether `byte` may stand in a variable's name.
    private static func isNamePart(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case 65...90, 97...122, 95: true
        case 48...57: !isFirst
        default: false
        }
    }
}

extension Text {
    /// The byte at `index`; 0 behind the end.
    @inline(__always)
    fileprivate func byte(_ index: Int) -> UInt8 { index < count ? bytes[index] : 0 }
}
