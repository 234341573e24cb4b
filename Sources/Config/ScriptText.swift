import Basics

/// The text behind `sh -c`, looked at closely enough for a warning.
struct ScriptText {
    private let bytes: ArraySlice<UInt8>

    /// Takes a script, blanks at its ends left out.
    init(_ text: Text) {
        var slice = text.bytes[...]
        while let first = slice.first, first <= 32 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 32 { slice = slice.dropLast() }
        bytes = slice
    }

    /// Whether it ends in a single `&`.
    var endsInBackground: Bool {
        bytes.last == 38 && bytes.dropLast().last != 38
    }

    /// Whether it is a single command: no list, no pipe, no compound command.
    var isOneCommand: Bool {
        guard let first = bytes.first, first != 123, first != 40 else { return false }
        for (index, byte) in bytes.enumerated() {
            // An `&` of `2>&1` or `&>file` joins streams, not commands.
            let before = index > 0 ? bytes[bytes.startIndex + index - 1] : 0
            let after = index + 1 < bytes.count ? bytes[bytes.startIndex + index + 1] : 0
            switch byte {
            case 10, 59, 124: return false
            case 38 where before != 62 && before != 60 && after != 62: return false
            default: continue
            }
        }
        return true
    }

    /// Whether `exec` stands in it as a word.
    var hasExec: Bool {
        for word in Text(bytes).split(at: 32) where word.isEqual(to: "exec") { return true }
        return false
    }
}
