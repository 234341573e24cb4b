import Basics

/// The text behind `sh -c`, looked at closely enough for a warning.
struct ScriptText {
    private let bytes: [UInt8]

    /// Takes a script, blanks at its ends left out.
    init(_ text: Text) {
        var start = 0
        var end = text.count
        while start < end, text.bytes[start] <= 32 { start += 1 }
        while start < end, text.bytes[end - 1] <= 32 { end -= 1 }
        bytes = text.slice(start..<end).bytes
    }

    /// Whether it ends in a single `&`.
    var endsInBackground: Bool {
        bytes.last == 38 && (bytes.count < 2 || bytes[bytes.count - 2] != 38)
    }

    /// Whether it is a single command: no list, no pipe, no compound command.
    var isOneCommand: Bool {
        guard let first = bytes.first, first != 123, first != 40 else { return false }
        for (index, byte) in bytes.enumerated() {
            // An `&` of `2>&1` or `&>file` joins streams, not commands.
            let before = index > 0 ? bytes[index - 1] : 0
            let after = index + 1 < bytes.count ? bytes[index + 1] : 0
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
