import Foundation
import TestSupport

/// A folder with service directories, and Debian's programs that control and show them.
final class ServiceBench {
    /// What a service that prints the signals it gets executes.
    static let signals = "exec probe signals"

    let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.file("services")
        try makeFolder("")
    }

    // MARK: Making

    /// The path of a service, or of a file of one.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: file(name), withIntermediateDirectories: true)
    }

    /// Writes a file of a service; a program where it is one.
    func write(_ name: String, _ text: String, isProgram: Bool = false) throws {
        try scratch.write("services/\(name)", text, mode: isProgram ? 0o755 : 0o644)
    }

    /// Writes `run`, or another program of a service.
    func script(_ name: String, _ text: String) throws {
        try write(name, "#!/bin/sh\n\(text)\n", isProgram: true)
    }

    /// Makes a service whose `run` has these lines, and a logger where `log` has some.
    func add(
        _ name: String, _ run: String = signals, files: [String: String] = [:], log: String? = nil
    ) throws {
        try makeFolder(log == nil ? name : "\(name)/log")
        for (file, text) in files { try write("\(name)/\(file)", text) }
        if let log { try script("\(name)/log/run", log) }
        try script("\(name)/run", run)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: file(name))
    }

    /// swinit with `services in`, and more lines.
    func start(_ lines: String = "", setUp: String? = nil) throws -> Container {
        try Container(jobs: "services in \(path)\n\(lines)", setUp: setUp)
    }

    /// The binary as the program `name` of daemontools, as PID 1.
    func program(_ name: String, _ arguments: [String]) throws -> Container {
        try Container([try link(name)] + arguments)
    }

    /// A link to the binary.
    func link(_ name: String) throws -> String {
        let link = scratch.file(name)
        if !scratch.exists(name) {
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: SwinitBinary.path())
        }
        return link
    }

    // MARK: Debian's programs

    /// What `svc` writes to both streams; nothing where all went well.
    @discardableResult
    func svc(_ flags: String, _ names: String...) throws -> String {
        try Command.run(["/usr/bin/svc", flags] + names.map { file($0) }).text
    }

    func svok(_ name: String) throws -> Int32 {
        try Command.run(["/usr/bin/svok", file(name)]).status
    }

    /// What svstat says of a service, without the name.
    func shown(_ name: String) throws -> String {
        let line = try Command.output(["/usr/bin/svstat", file(name)])
        return String(line.dropFirst(file(name).count + 2))
    }

    /// ``shown(_:)`` without the process and the time: `up, want down`.
    func state(_ name: String) throws -> String {
        try shown(name).replacing(/( \(pid [0-9]+\))? [0-9]+ seconds/, with: "")
    }

    /// The bytes that svstat reads.
    func status(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: file("\(name)/supervise/status"))))
    }

    /// The process that svstat shows, as seen from inside the container; 0 for none.
    func pid(_ name: String) throws -> Int {
        let match = try shown(name).firstMatch(of: /pid ([0-9]+)/)
        return match.flatMap { Int($0.1) } ?? 0
    }

    func wait(for state: String, of name: String, within time: Duration = Deadline.usual) throws {
        var last = ""
        try Deadline.wait(until: "\(name) is '\(state)', not '\(last)'", within: time) {
            last = try self.state(name)
            return last == state
        }
    }

    /// Waits until a process runs that is not `old`, and answers with it.
    @discardableResult
    func waitForProcess(of name: String, after old: Int = 0) throws -> Int {
        var pid = 0
        try Deadline.wait(until: "\(name) runs anew") {
            pid = try self.pid(name)
            return pid != 0 && pid != old
        }
        return pid
    }
}
