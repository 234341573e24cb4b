/// A script of multilog (<https://cr.yp.to/daemontools/multilog.html>): actions that are done one after
/// another with every line.
///
/// Also what swinit's own `log script` has, where more is refused: multilog itself passes over actions
/// that it does not know.
public struct LogScript: Sendable {
    /// Of a line so many bytes are compared with patterns or written to a file of `=`.
    public static let shown = 1000

    /// What is wrong with an action.
    public struct Fault: Sendable {
        /// Which action, from 0 on.
        public let index: Int
        /// Why, as it goes on behind the quoted action.
        public let reason: StaticString
    }

    /// The actions as they were written.
    public let words: [Text]
    /// Each line gets a label: `t`, which only counts as the first action.
    public let stamps: Bool
    /// Every line goes to all directories, and there is nothing else to do.
    public let isPlain: Bool

    /// The script of these actions.
    @inline(never)
    public init(_ words: [Text]) {
        self.words = words
        stamps = words.first.map { Self.kind($0) == UInt8(ascii: "t") } ?? false
        var isPlain = true
        for word in words {
            switch Self.kind(word) {
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "="):
                isPlain = false
            default: break
            }
        }
        self.isPlain = isPlain
    }

    /// The letter that says what an action is; 0 for an empty one.
    @inline(__always)
    public static func kind(_ word: Text) -> UInt8 { word.isEmpty ? 0 : word.bytes[0] }

    /// Whether an action names a directory.
    public static func isDirectory(_ word: Text) -> Bool {
        kind(word) == UInt8(ascii: ".") || kind(word) == UInt8(ascii: "/")
    }

    /// The number behind an action's letter, which ends at the first byte that is no digit, as multilog
    /// reads it; what is above a thousand million counts as that.
    @inline(never)
    public static func number(_ word: Text) -> Int {
        var number = 0
        for index in 1..<max(1, word.count) {
            let byte = word.bytes[index]
            guard byte >= 48, byte <= 57 else { break }
            number = min(number * 10 + Int(byte - 48), 1_000_000_000)
        }
        return number
    }

    /// Why swinit does not take the actions; nil where it does.
    @inline(never)
    public static func fault(in words: [Text]) -> Fault? {
        var keeps = false
        for index in words.indices {
            let word = words[index]
            let isBare = word.count == 1
            switch kind(word) {
            case UInt8(ascii: "."), UInt8(ascii: "/"): keeps = true
            case UInt8(ascii: "+"), UInt8(ascii: "-"): break
            case UInt8(ascii: "="):
                if isBare { return Fault(index: index, reason: "needs a file behind the =") }
                keeps = true
            case UInt8(ascii: "!"):
                if isBare { return Fault(index: index, reason: "needs a command behind the !") }
            case UInt8(ascii: "e"):
                guard isBare else { return Fault(index: index, reason: unknown) }
                keeps = true
            case UInt8(ascii: "t"):
                guard isBare else { return Fault(index: index, reason: unknown) }
                if index > 0 {
                    return Fault(index: index, reason: "counts only as the first action")
                }
            case UInt8(ascii: "s"), UInt8(ascii: "n"):
                if word.slice(1..<word.count).decimal == nil {
                    return Fault(index: index, reason: "needs a number behind its letter")
                }
            default: return Fault(index: index, reason: unknown)
            }
        }
        guard !keeps, let last = words.indices.last else { return nil }
        return Fault(index: last, reason: "ends a script that puts lines nowhere")
    }

    private static let unknown: StaticString = "is no action of multilog"

    /// Whether the pattern behind the first letter of `word` matches all of the line.
    ///
    /// A star matches what comes before the next byte that is the one behind the star, and at the
    /// end anything; nothing is tried again.
    @inline(never)
    public static func matches(_ word: Text, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 1
        var index = 0
        while place < word.count {
            let byte = word.bytes[place]
            place += 1
            if byte == UInt8(ascii: "*") {
                guard place < word.count else { return true }
                while index < line.count, unsafe line[index] != word.bytes[place] { index += 1 }
                if index == line.count { return false }
            } else {
                guard index < line.count, unsafe line[index] == byte else { return false }
                index += 1
            }
        }
        return index == line.count
    }
}
