import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What stands in `examples`.
    @Suite struct Examples {
        private static let folder = Repository.root.appending(path: "examples").path
        static let names =
            (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []

        @Test(arguments: names) func `an example passes check without a warning`(
            name: String
        ) throws {
            let file = "\(Self.folder)/\(name)/jobs.conf"
            // Its programs and users are those of the image, not of this machine.
            let elsewhere = ["missing-program", "missing-file", "unknown-user", "unknown-group"]
            let result = try Command.run(
                [SwinitBinary.path(), "check", "--strict", file]
                    + elsewhere.flatMap { ["--allow", $0] })
            #expect(result.status == 0)
            #expect(!result.text.contains("error"), "\(result.text)")
        }

        @Test(arguments: names) func `an example has its three files`(name: String) throws {
            for file in ["jobs.conf", "Dockerfile", "README.md"] {
                #expect(FileManager.default.fileExists(atPath: "\(Self.folder)/\(name)/\(file)"))
            }
            let readme = try String(
                contentsOfFile: "\(Self.folder)/\(name)/README.md", encoding: .utf8)
            let commands = readme.split(separator: "\n").filter { $0.hasPrefix("    ") }
            #expect(commands.count == 3)
        }

        @Test func `hello says hello and ends on Ctrl-C`() throws {
            let container = try Container(swinit: ["-c", "\(Self.folder)/hello/jobs.conf"])
            try container.waitForLine("hello from a job")
            let end = try container.stop(SIGINT)
            #expect(end.status == 0)
            #expect(end.took < .seconds(2))
        }

        @Test func `the three examples are there`() {
            #expect(Self.names.contains("hello"))
            #expect(Self.names.count >= 3)
        }
    }
}
