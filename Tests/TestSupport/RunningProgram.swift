import Foundation

/// A program that was started: what it writes, and how it ends.
public final class RunningProgram {
    /// Which of its two streams a line came from.
    public enum Stream: Sendable {
        case output
        case errors
    }

    public struct Line: Sendable {
        public let stream: Stream
        public let text: String
    }

    /// What a program has as standard input.
    public enum Input: Sendable {
        case null
        case closed
        /// A descriptor of this process.
        case descriptor(Int32)
    }

    public let pid: pid_t
    /// The complete lines so far, in the order in which they were read.
    public private(set) var lines: [Line] = []

    private let name: String
    private var pipes: [OutputPipe]
    private var status: Int32?
    private var nextLine = 0

    /// Starts a program: `arguments[0]` is searched in PATH, the environment is this process's own
    /// unless given.
    public init(
        _ arguments: [String], environment: [String: String]? = nil, input: Input = .null
    ) throws {
        name = arguments.joined(separator: " ")
        let launch = try Self.launch(arguments, environment: environment, input: input)
        pid = launch.pid
        pipes = launch.pipes
    }

    deinit {
        if status == nil {
            kill(pid, SIGKILL)
            var raw: Int32 = 0
            waitpid(pid, &raw, 0)
        }
        for pipe in pipes { pipe.close() }
    }

    // MARK: Waiting

    /// Waits for the next line that contains `text`, behind those that earlier calls have answered.
    @discardableResult
    public func waitForLine(
        _ text: String, within duration: Duration = Deadline.usual
    ) throws -> String {
        let deadline = Deadline(in: duration)
        while true {
            while nextLine < lines.count {
                nextLine += 1
                let line = lines[nextLine - 1].text
                if line.contains(text) { return line }
            }
            if hasEnded() {
                readRest()
                if nextLine < lines.count { continue }
                throw missed("it ended with status \(status ?? -1) without the line '\(text)'")
            }
            if deadline.hasPassed { throw missed("no line '\(text)' within \(duration)") }
            readSome(until: deadline)
        }
    }

    /// Lets ``waitForLine(_:within:)`` begin again with the first line.
    public func rewind() {
        nextLine = 0
    }

    /// Waits for its end; the exit code, or 128 + n for signal n.
    @discardableResult
    public func waitForExit(within duration: Duration = Deadline.usual) throws -> Int32 {
        let deadline = Deadline(in: duration)
        while !hasEnded() {
            if deadline.hasPassed { throw missed("it did not end within \(duration)") }
            readSome(until: deadline)
        }
        readRest()
        return status ?? -1
    }

    /// Reads what has been written until now; answers all lines so far.
    @discardableResult
    public func readAvailable() -> [Line] {
        readRest()
        return lines
    }

    /// All lines so far that contain `text`.
    public func lines(with text: String) -> [String] {
        readAvailable().map(\.text).filter { $0.contains(text) }
    }

    /// Whether it has ended.
    public func hasEnded() -> Bool {
        if status != nil { return true }
        var raw: Int32 = 0
        guard waitpid(pid, &raw, WNOHANG) == pid else { return false }
        let signal = raw & 0x7f
        status = signal == 0 ? (raw >> 8) & 0xff : 128 + signal
        return true
    }

    func missed(_ what: String) -> Missed {
        let shown = lines.suffix(30).map { "    " + $0.text }.joined(separator: "\n")
        return Missed("\(name): \(what); its output:\n\(shown)")
    }

    private func readSome(until deadline: Deadline) {
        var polls = pipes.filter(\.isOpen).map {
            pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)
        }
        // An end without a line closes no pipe that a grandchild holds: look at least this often.
        poll(&polls, nfds_t(polls.count), deadline.milliseconds(atMost: 2))
        readRest()
    }

    private func readRest() {
        for index in pipes.indices { lines += pipes[index].readLines() }
    }
}
