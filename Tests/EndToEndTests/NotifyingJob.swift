import Foundation
import TestSupport
import Testing

/// swinit with a job `slow` that says by `ready notify` or `ready fd` that it is ready, and with a job
/// `next` that waits for it.
struct NotifyingJob {
    let container: Container
    /// The process of `slow`, from outside.
    let pid: pid_t

    /// `messages` are what `notify as` sends, one at each ``step(_:)``.
    init(
        _ messages: String, options: String = "", more: String = "",
        environment: [String: String] = [:]
    ) throws {
        try self.init(
            command: "notify as \(messages)", ready: "notify", options: options, more: more,
            environment: environment)
    }

    init(
        command: String, ready: String, options: String = "", more: String = "",
        environment: [String: String] = [:]
    ) throws {
        // Beside the probe, where the container finds it.
        _ = try TestProgram.notify.path()
        container = try Container(
            jobs: """
                job {
                  name slow
                  cmd \(command)
                  ready \(ready)
                  wait ready
                  restart-delay 0ms
                  out inherit
                  err inherit
                  \(options)
                }
                job {
                  name next
                  cmd probe obey
                }
                \(more)
                """, then: ["-v"], environment: environment)
        pid = try Self.process(in: container)
    }

    /// The process of the present run, once it says that it has begun.
    static func process(in container: Container) throws -> pid_t {
        let line = try container.waitForLine("began ")
        let inner = try #require(pid_t(line.dropFirst(6)))
        return try #require(container.process(inside: inner)).pid
    }

    /// Has the job send its next message, and waits until it has.
    func step(_ count: Int = 1, pid other: pid_t? = nil) throws {
        for _ in 0..<count {
            let before = container.count(of: "sent")
            kill(other ?? pid, SIGUSR1)
            try wait(for: "sent", count: before + 1)
        }
    }

    /// Waits until there are so many lines with `text`, wherever they stand.
    func wait(for text: String, count: Int = 1) throws {
        try Deadline.wait(until: "\(count) times '\(text)' in\n\(container.text)") {
            container.lines(with: text).count >= count
        }
    }

    /// Whether what waits for the job has been started.
    var hasStartedNext: Bool { !container.lines(with: "started next").isEmpty }

    /// Sends a fault signal and waits until PID 1 has executed itself again.
    func fault() throws {
        let before = try #require(container.initProcess).stackStart
        container.signal(SIGSEGV)
        try Deadline.wait(until: "PID 1 is executed again") {
            container.initProcess.map { $0.stackStart != before } ?? false
        }
    }
}
