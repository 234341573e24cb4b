import Foundation

/// A program that is run to its end for its output.
public struct Command {
    /// How a program ended and what it wrote.
    public struct Result: Sendable {
        /// The exit code, or 128 + n for signal n.
        public let status: Int32
        public let lines: [RunningProgram.Line]

        public var output: String { text(of: .output) }
        public var errors: String { text(of: .errors) }
        /// Both streams.
        public var text: String { lines.map(\.text).joined(separator: "\n") }

        private func text(of stream: RunningProgram.Stream) -> String {
            lines.filter { $0.stream == stream }.map(\.text).joined(separator: "\n")
        }
    }

    /// Runs a program to its end.
    public static func run(
        _ arguments: [String], environment: [String: String]? = nil,
        within duration: Duration = Deadline.usual
    ) throws -> Result {
        let program = try RunningProgram(arguments, environment: environment)
        let status = try program.waitForExit(within: duration)
        return Result(status: status, lines: program.lines)
    }

    /// Runs a program that has to succeed, and answers what it wrote to standard output.
    @discardableResult
    public static func output(
        _ arguments: [String], environment: [String: String]? = nil,
        within duration: Duration = Deadline.usual
    ) throws -> String {
        let result = try run(arguments, environment: environment, within: duration)
        guard result.status == 0 else {
            let command = arguments.joined(separator: " ")
            throw Missed("\(command): status \(result.status)\n\(result.text)")
        }
        return result.output
    }

    /// The path of a program by the search that a shell does; nil if there is none.
    public static func find(_ name: String) -> String? {
        if name.contains("/") { return name }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let places = path.split(separator: ":").map { "\($0)/\(name)" }
        return (places + ["/usr/sbin/\(name)", "/sbin/\(name)"]).first { access($0, X_OK) == 0 }
    }
}
