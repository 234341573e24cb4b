public import Basics

/// A file of variables in the format of Docker's `--env-file`.
///
/// A line is `NAME=VALUE`, and everything behind the first `=` is the value as it stands: quotes and
/// blanks are kept. Blanks before the name, empty lines and lines that begin with `#` do not count; a
/// name alone takes the value that swinit itself has, and is left out where there is none. A carriage
/// return before the line's end and a byte-order mark at the start are no part of it.
public struct EnvironmentFile: Equatable, Sendable {
    /// Files above this many bytes are refused.
    public static let largest = 1 << 20
    /// The most variables of one file.
    static let entryLimit = 4096

    /// `NAME=VALUE`, in the order of the file.
    public private(set) var entries: [Text] = []
    /// What is wrong with the file, with the number of its line; nil where nothing is.
    public private(set) var fault: Text?

    /// Reads `bytes`; `inherited` knows the value of a variable that swinit has.
    @inline(never)
    public init(_ bytes: [UInt8], inherited: (Text) -> Text?) {
        var start = Lexer.firstOffset(of: bytes)
        var number = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 10 { end += 1 }
            number += 1
            var close = end
            if close > start, bytes[close - 1] == 13 { close -= 1 }
            while start < close, Self.isBlank(bytes[start]) { start += 1 }
            if let fault = add(Text(bytes[start..<close]), inherited) {
                self.fault = "line \(number) \(fault)"
                return
            }
            start = end + 1
        }
    }

    /// Takes one line; answers what is wrong with it.
    private mutating func add(_ line: Text, _ inherited: (Text) -> Text?) -> StaticString? {
        if line.isEmpty || line.bytes[0] == 35 { return nil }
        if line.firstIndex(of: 0) != nil { return "has a NUL" }
        let sign = line.firstIndex(of: 61)
        let name = line.slice(0..<(sign ?? line.count))
        if name.isEmpty { return "has no name before the =" }
        for byte in name.bytes where Self.isBlank(byte) { return "has a blank in the name" }
        if entries.count >= Self.entryLimit { return "is one variable too many" }
        if sign != nil {
            entries.append(line)
        } else if let value = inherited(name) {
            entries.append("\(name)=\(value)")
        }
        return nil
    }

    @inline(never)
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 32 || byte >= 9 && byte <= 13
    }
}
