import Foundation
import TestSupport

/// A container that `docker run` is attached to.
final class DockerContainer {
    let name = "test-\(UUID().uuidString.prefix(12).lowercased())"
    let program: RunningProgram
    private let docker: Docker

    /// Runs `image` with these options and arguments.
    init(
        _ arguments: [String], options: [String] = [], image: String = Docker.image
    ) throws {
        docker = try Docker.shared()
        program = try RunningProgram(
            ["docker", "run", "--name", name, "--network", "none"] + options + [image] + arguments,
            environment: docker.environment)
    }

    /// Runs swinit with this configuration.
    convenience init(
        jobs: String, then arguments: [String] = [], options: [String] = [],
        image: String = Docker.image
    ) throws {
        let scratch = try Scratch()
        let file = try scratch.write("jobs.conf", jobs)
        try self.init(
            ["-c", "/etc/jobs.conf"] + arguments,
            options: options + ["-v", "\(file):/etc/jobs.conf:ro"], image: image)
        self.scratch = scratch
    }

    private var scratch: Scratch?

    deinit {
        _ = try? docker.run(["rm", "-f", name])
    }

    @discardableResult
    func waitForLine(_ text: String, within duration: Duration = Deadline.usual) throws -> String {
        try program.waitForLine(text, within: duration)
    }

    /// Waits for the end of the container; its status.
    @discardableResult
    func waitForExit(within duration: Duration = Deadline.usual) throws -> Int32 {
        try program.waitForExit(within: duration)
    }

    /// `docker stop`; the container's status and how long it took.
    func stop() throws -> (status: Int32, took: Duration) {
        let begin = ContinuousClock.now
        try docker.output(["stop", name])
        let took = begin.duration(to: .now)
        return (try waitForExit(), took)
    }

    /// `docker kill -s SIGNAL`.
    func kill(_ signal: String) throws {
        try docker.output(["kill", "-s", signal, name])
    }

    /// `docker exec`, which has to succeed.
    @discardableResult
    func execute(_ arguments: [String]) throws -> String {
        try docker.output(["exec", name] + arguments)
    }

    /// The processes beside PID 1, as this machine numbers them.
    func processes() throws -> [ProcessFacts] {
        let pid = try docker.output(["inspect", "-f", "{{.State.Pid}}", name])
        guard let first = pid_t(pid), first > 1 else { throw Missed("\(name) does not run") }
        return ProcessFacts.descendants(of: first)
    }

    /// The first process that has this word as its second.
    func process(running word: String) throws -> pid_t {
        for process in try processes() {
            let line = try? String(contentsOfFile: "/proc/\(process.pid)/cmdline", encoding: .utf8)
            if line?.split(separator: "\0").dropFirst().first.map(String.init) == word {
                return process.pid
            }
        }
        throw Missed("no process runs '\(word)'")
    }

    func count(of line: String) -> Int {
        program.readAvailable().count { $0.text == line }
    }

    /// All lines so far that contain `text`.
    func lines(with text: String) -> [String] {
        program.lines(with: text)
    }

    var text: String {
        program.readAvailable().map(\.text).joined(separator: "\n")
    }
}
