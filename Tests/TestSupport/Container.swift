import Foundation

/// A program as PID 1 of a fresh PID namespace with its own `/proc`: a container without an image.
///
/// Signals reach it as a container runtime's do, from the namespace outside.
public final class Container {
    /// What it writes, and its end.
    public let program: RunningProgram
    /// PID 1, as seen from outside; nil if it ended before it was seen.
    public let initPID: pid_t?
    private var scratch: Scratch?

    /// Starts a program as PID 1.
    ///
    /// `setUp` is shell that runs first, in the same process. The environment is a small, fixed one,
    /// in which the test programs are found by their names, and `environment`.
    public init(
        _ arguments: [String], setUp: String? = nil, environment: [String: String] = [:],
        input: RunningProgram.Input = .null
    ) throws {
        guard Requirement.namespaces.isMet else { throw Missed("\(Requirement.namespaces.reason)") }
        let shell = setUp.map { ["/bin/sh", "-c", "\($0)\nexec \"$@\"", "sh"] } ?? []
        program = try RunningProgram(
            Self.unshareArguments + shell + arguments,
            environment: Self.environment().merging(environment) { $1 }, input: input)
        initPID = try Self.waitForChild(of: program)
    }

    /// Starts swinit with these arguments.
    public convenience init(
        swinit arguments: [String], setUp: String? = nil, environment: [String: String] = [:],
        input: RunningProgram.Input = .null
    ) throws {
        try self.init(
            [SwinitBinary.path()] + arguments, setUp: setUp, environment: environment, input: input)
    }

    /// Starts swinit with this configuration; `then` stands behind `-c FILE`.
    ///
    /// Jobs' lines are passed on as they are, unless the configuration says how they are written or
    /// `isRaw` is false.
    public convenience init(
        jobs: String, then arguments: [String] = [], setUp: String? = nil,
        environment: [String: String] = [:], input: RunningProgram.Input = .null,
        isRaw: Bool = true
    ) throws {
        let scratch = try Scratch()
        let end = isRaw && !jobs.contains("log format") ? "\nlog format raw\n" : ""
        let file = try scratch.write("jobs.conf", jobs + end)
        try self.init(
            swinit: ["-c", file] + arguments, setUp: setUp, environment: environment, input: input)
        self.scratch = scratch
    }

    private static func environment() throws -> [String: String] {
        let probe = try URL(fileURLWithPath: TestProgram.probe.path())
        let programs = probe.deletingLastPathComponent().path
        let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        return ["PATH": "\(programs):\(path)", "HOME": "/root", "LANG": "C"]
    }

    deinit {
        signal(SIGKILL)
    }

    /// The command that makes the namespace; its last word is followed by the program's.
    static let unshareArguments: [String] = {
        let user = geteuid() == 0 ? [] : ["--user", "--map-root-user"]
        return ["unshare"] + user + ["--pid", "--fork", "--kill-child", "--mount-proc"]
    }()

    private static func waitForChild(of program: RunningProgram) throws -> pid_t? {
        let path = "/proc/\(program.pid)/task/\(program.pid)/children"
        var child: pid_t?
        try Deadline.wait(until: "unshare has a child") {
            let text = try? String(contentsOfFile: path, encoding: .utf8)
            child = text?.split(separator: " ").first.flatMap { pid_t($0) }
            return child != nil || program.hasEnded()
        }
        return child
    }

    // MARK: Acting and waiting

    /// Sends a signal to PID 1.
    public func signal(_ number: Int32) {
        if let initPID { kill(initPID, number) }
    }

    /// Sends a fault signal and waits until PID 1 has executed itself again; what is written is read
    /// meanwhile.
    public func fault(_ number: Int32) throws {
        let before = initProcess?.stackStart
        signal(number)
        try Deadline.wait(until: "PID 1 is executed again") {
            program.readAvailable()
            guard let now = initProcess else { throw Missed("PID 1 is gone: \(text)") }
            return now.stackStart != before
        }
    }

    @discardableResult
    public func waitForLine(
        _ text: String, within duration: Duration = Deadline.usual
    ) throws -> String {
        try program.waitForLine(text, within: duration)
    }

    @discardableResult
    public func waitForExit(within duration: Duration = Deadline.usual) throws -> Int32 {
        try program.waitForExit(within: duration)
    }

    /// Sends TERM and waits for the end; the status and how long it took.
    public func stop(
        _ number: Int32 = SIGTERM, within duration: Duration = Deadline.usual
    ) throws -> (status: Int32, took: Duration) {
        let begin = ContinuousClock.now
        signal(number)
        let status = try waitForExit(within: duration)
        return (status, begin.duration(to: .now))
    }

    /// All lines so far that contain `text`.
    public func lines(with text: String) -> [String] {
        program.lines(with: text)
    }

    /// How often this line was written so far.
    public func count(of line: String) -> Int {
        program.readAvailable().count { $0.text == line }
    }

    /// Everything written so far.
    public var text: String {
        program.readAvailable().map(\.text).joined(separator: "\n")
    }

    // MARK: Looking

    /// PID 1 as `/proc` shows it; nil once it is gone.
    public var initProcess: ProcessFacts? { initPID.flatMap { ProcessFacts($0) } }

    /// Every process in the namespace but PID 1.
    public var processes: [ProcessFacts] {
        initPID.map { ProcessFacts.descendants(of: $0) } ?? []
    }

    /// The process with this pid inside; nil if there is none.
    public func process(inside pid: pid_t) -> ProcessFacts? {
        processes.first { $0.innerPID == pid }
    }

    /// Waits until there are exactly `count` processes beside PID 1.
    public func waitForProcesses(
        _ count: Int, within duration: Duration = Deadline.usual
    ) throws {
        try Deadline.wait(
            until: "\(count) processes beside PID 1, not \(processes)", within: duration
        ) { processes.count == count }
    }
}
