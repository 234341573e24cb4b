public import Basics

/// pmtr's way to switch jobs from afar: `enable NAME... disable NAME...` in one datagram.
///
/// Words are separated by blanks of any kind, line ends and NUL, so that what `echo` sends is
/// understood too.
public struct ControlDatagram {
    /// The longest datagram; nothing of a longer one is done.
    public static let longest = 2000

    private let bytes: [UInt8]
    private var next = 0
    private var isOn = true

    /// Nil for a datagram that is too long, or does not begin with `enable` or `disable`.
    @inline(never)
    public init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.longest else { return nil }
        self.bytes = bytes
        guard Self.mode(word()) != nil else { return nil }
        next = 0
    }

    /// The next job that is to be switched, and whether on or off; nil behind the last.
    @inline(never)
    public mutating func order() -> (name: Text, isOn: Bool)? {
        while true {
            let word = word()
            if word.isEmpty { return nil }
            guard let mode = Self.mode(word) else { return (word, isOn) }
            isOn = mode
        }
    }

    /// What a word switches to; nil for a name.
    @inline(never)
    private static func mode(_ word: Text) -> Bool? {
        if word.isEqual(to: "enable") { return true }
        return word.isEqual(to: "disable") ? false : nil
    }

    /// The next word; empty behind the last.
    @inline(never)
    private mutating func word() -> Text {
        while next < bytes.count, bytes[next] <= 32 { next += 1 }
        let start = next
        while next < bytes.count, bytes[next] > 32 { next += 1 }
        return Text(bytes[start..<next])
    }
}
