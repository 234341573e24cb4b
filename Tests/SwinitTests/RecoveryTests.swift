import Foundation
import TestSupport
import Testing

/// Real faults of the debug build: the process goes on, and so do its jobs.
@Suite struct RecoveryTests {
    /// The debug build lies beside the tests.
    private static let binary: String = {
        let bundle = CommandLine.arguments.first.map { URL(fileURLWithPath: $0) }
        var folders = [Repository.root.appendingPathComponent(".build/debug")]
        if let bundle { folders.insert(bundle.deletingLastPathComponent(), at: 0) }
        let found = folders.map { $0.appendingPathComponent("swinit").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        return found ?? "swinit"
    }()

    private let scratch: Scratch
    private let configuration: String

    init() throws {
        scratch = try Scratch()
        configuration = try scratch.write(
            "jobs.conf", "job {\n  name web\n  cmd sh -c 'echo job $$; exec sleep 1000'\n}\n")
    }

    private func start(_ kind: String) throws -> RunningProgram {
        var environment = ProcessInfo.processInfo.environment
        environment["SWINIT_FAULT"] = kind
        return try RunningProgram(
            [Self.binary, "-c", configuration], environment: environment)
    }

    @Test(arguments: ["write", "trap", "overflow"])
    func `a real fault keeps the process and its jobs`(kind: String) throws {
        let swinit = try start(kind)
        let job = try #require(pid_t(try swinit.waitForLine("job ").dropFirst(4)))
        swinit.rewind()
        try swinit.waitForLine("started web (pid \(job))")
        kill(swinit.pid, SIGUSR2)
        try swinit.waitForLine("went on; no job was restarted")
        #expect(kill(job, 0) == 0)
        kill(swinit.pid, SIGTERM)
        #expect(try swinit.waitForExit() == 0)
        #expect(kill(job, 0) != 0)
        #expect(swinit.lines(with: "started web").count == 1)
    }

    @Test func `the fifth fault within ten seconds ends in the bare mode`() throws {
        let swinit = try start("trap")
        try swinit.waitForLine("started web")
        for _ in 1...4 {
            kill(swinit.pid, SIGUSR2)
            try swinit.waitForLine("went on; no job was restarted")
        }
        kill(swinit.pid, SIGUSR2)
        try swinit.waitForLine("only reaping and stopping")
        kill(swinit.pid, SIGTERM)
        #expect(try swinit.waitForExit() == 70)
    }
}
