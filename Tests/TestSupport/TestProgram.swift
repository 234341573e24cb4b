import Foundation

/// A small C program that tests run as a job: static, so that it runs in any image.
public struct TestProgram: Sendable {
    /// Many jobs in one: see its source.
    public static let probe = TestProgram("probe")
    /// A job that says of itself what sd_notify(3) and s6 let it say.
    public static let notify = TestProgram("notify")
    /// Starts an init again and again and signals it right after its fork.
    public static let race = TestProgram("race")

    /// The servers and commands that probes look at: see its source.
    public static let server = TestProgram("server")

    private let result: Result<String, Missed>

    private init(_ name: String) {
        let source = "\(Repository.root.path)/Tests/EndToEndTests/Programs/\(name).c"
        let folder = "\(Repository.root.path)/.build-release/programs"
        let path = "\(folder)/\(name)"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            let compiler = Command.find("gcc") ?? "cc"
            // Under another name first: a second test run may be executing the old one.
            let new = "\(path).\(getpid())"
            try Command.output(
                [compiler, "-static", "-Os", "-Wall", "-Werror", "-o", new, source],
                within: .seconds(60))
            guard rename(new, path) == 0 else { throw Missed("rename: \(lastError())") }
            result = .success(path)
        } catch {
            result = .failure(Missed("cannot compile \(source): \(error)"))
        }
    }

    /// Its path, compiled.
    public func path() throws -> String {
        try result.get()
    }
}
