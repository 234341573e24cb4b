import Basics
import Linux

/// What a command line is read against: the variables that matter, and who we are.
struct InvocationSurroundings: Equatable, Sendable {
    /// Variables that begin so are looked at; the others are never copied.
    private static let prefixes: [StaticString] = [
        "SWINIT_", "TINI_", "DUMB_INIT_", "POSIXLY_CORRECT=",
    ]

    /// `NAME=VALUE`, as in the environment.
    var variables: [Text]
    /// Our own process number, which tini's messages carry.
    var process: Int32

    init(variables: [Text] = [], process: Int32 = 1) {
        self.variables = variables
        self.process = process
    }

    /// Reads them from this process.
    static var own: InvocationSurroundings {
        InvocationSurroundings(
            variables: Variables.beginning(with: prefixes), process: Own.pid)
    }

    /// Whether there is exactly this `NAME=VALUE`.
    @inline(never)
    func has(_ entry: StaticString) -> Bool {
        for variable in variables where variable.isEqual(to: entry) { return true }
        return false
    }

    /// Whether there is a variable `name`.
    @inline(never)
    func isSet(_ name: StaticString) -> Bool { self[Text(stringLiteral: name)] != nil }

    /// The value of the variable `name`, or nil where it is not set.
    subscript(name: Text) -> Text? {
        for variable in variables
        where variable.count > name.count && variable.bytes[name.count] == UInt8(ascii: "=") {
            if variable.hasPrefix(name) { return variable.slice((name.count + 1)..<variable.count) }
        }
        return nil
    }
}
