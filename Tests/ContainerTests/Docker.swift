import Foundation
import TestSupport
import Testing

/// A Docker Engine that the tests have for themselves, with the images that they use.
struct Docker: Sendable {
    /// The engine of the suite that runs; see ``DockerDaemon``.
    @TaskLocal static var current: Docker?

    /// The image with swinit, busybox and the probe.
    static let image = "swinit-test"
    let host: String

    static func shared() throws -> Docker {
        guard let current else { throw Missed("there is no Docker Engine") }
        return current
    }

    var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["DOCKER_HOST"] = host
        environment["DOCKER_BUILDKIT"] = "0"
        return environment
    }

    /// Runs `docker` with these arguments, whatever its status.
    func run(
        _ arguments: [String], within duration: Duration = .seconds(60)
    ) throws -> Command.Result {
        try Command.run(["docker"] + arguments, environment: environment, within: duration)
    }

    /// Runs `docker` with these arguments, which has to succeed.
    @discardableResult
    func output(_ arguments: [String], within duration: Duration = .seconds(60)) throws -> String {
        try Command.output(["docker"] + arguments, environment: environment, within: duration)
    }

    /// Builds an image from this Dockerfile and the files in `context`.
    func build(_ name: String, dockerfile: String, context: Scratch) throws {
        try output(
            ["build", "--network", "none", "-q", "-t", name, "-f", dockerfile, context.path],
            within: .seconds(120))
    }

    /// Builds ``image`` by `docker/Dockerfile.test`.
    func buildTestImage() throws {
        let context = try Scratch()
        let files = try [
            ("swinit", SwinitBinary.path()), ("probe", TestProgram.probe.path()),
            ("busybox", Command.find("busybox") ?? ""),
        ]
        for (name, source) in files {
            try FileManager.default.copyItem(atPath: source, toPath: context.file(name))
        }
        let etc = URL(fileURLWithPath: context.file("etc"))
        try FileManager.default.createDirectory(at: etc, withIntermediateDirectories: false)
        try context.write("etc/passwd", "root:x:0:0::/:/bin/sh\nwww:x:33:33::/tmp:/bin/sh\n")
        try context.write("etc/group", "root:x:0:\nwww:x:33:\n")
        let dockerfile = Repository.root.appending(path: "docker/Dockerfile.test").path
        try build(Self.image, dockerfile: dockerfile, context: context)
    }
}

/// Starts a Docker Engine before a suite and ends it afterwards.
struct DockerDaemon: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let ends = Pipe()
        // The daemon's end must be the only one of its kind, or it never sees the end of file.
        let descriptors = [ends.fileHandleForReading, ends.fileHandleForWriting]
        for descriptor in descriptors.map(\.fileDescriptor) {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
        let script = Repository.root.appending(path: "Tests/ContainerTests/daemon.sh").path
        let daemon = try RunningProgram(
            ["sh", script, SwinitBinary.path()],
            input: .descriptor(ends.fileHandleForReading.fileDescriptor))
        let line = try daemon.waitForLine("host ", within: .seconds(60))
        let docker = Docker(host: String(line.dropFirst("host ".count)))
        defer {
            try? ends.fileHandleForWriting.close()
            _ = try? daemon.waitForExit(within: .seconds(60))
        }
        try docker.buildTestImage()
        try await Docker.$current.withValue(docker) { try await function() }
    }
}

extension Trait where Self == DockerDaemon {
    /// The tests of this suite share a Docker Engine.
    static var dockerDaemon: Self { DockerDaemon() }
}
