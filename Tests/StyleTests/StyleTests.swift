import Foundation
import TestSupport
import Testing

/// Rules of the code that no compiler checks.
struct StyleTests {
    @Test func `a file has fewer than 300 lines`() throws {
        let files = try SourceFile.all(
            in: ["Sources", "Tests"], ending: [".swift", ".c", ".h", ".py", ".sh"])
        #expect(files.count > 50)
        // What follows the last line feed is one more, empty part.
        let long = files.filter { $0.lines.count - 1 >= 300 }
        #expect(long.isEmpty)
    }

    @Test func `C is only where Swift cannot go`() throws {
        let files = try SourceFile.all(in: ["Sources", "Tests"], ending: [".c", ".h", ".S"])
        let elsewhere = files.filter {
            !$0.path.hasPrefix("Sources/CLinux/")
                && !$0.path.hasPrefix("Tests/EndToEndTests/Programs/")
        }
        #expect(elsewhere.isEmpty)
    }

    @Test(arguments: ["try!", "as!", "fatalError", "precondition(", "assert("])
    func `no trap stands in the sources`(word: String) throws {
        let found = try SourceFile.swift(in: "Sources").filter { file in
            file.code.contains { $0.contains(word) }
        }
        #expect(found.isEmpty)
    }

    @Test func `no value is unwrapped by force`() throws {
        // A `!` behind a name, a bracket or a call; `!=` and a leading `!` are something else.
        let force = try Regex("[A-Za-z0-9_)\\]]!([^=]|$)")
        let found = try SourceFile.swift(in: "Sources").filter { file in
            file.code.contains { $0.firstMatch(of: force) != nil }
        }
        #expect(found.isEmpty)
    }

    @Test func `nothing is left for later`() throws {
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        let files = try SourceFile.all(
            in: ["Sources", "Tests"], ending: [".swift", ".c", ".h", ".py", ".sh"])
        let found = files.filter { file in
            file.lines.contains { line in words.contains { line.contains("\($0):") } }
        }
        #expect(found.isEmpty)
    }

    @Test(arguments: ["Manager", "Helper", "Util", "Utils", "Handler", "Info"])
    func `a type is named for what it is`(suffix: String) throws {
        let type = try Regex("\\b(struct|class|enum|actor|protocol) [A-Za-z0-9]*\(suffix)\\b")
        let found = try SourceFile.swift(in: "Sources").filter { file in
            file.code.contains { $0.firstMatch(of: type) != nil }
        }
        #expect(found.isEmpty)
    }

    @Test func `the top of the repository holds what was agreed`() throws {
        let allowed: Set = [
            "Package.swift", "Sources", "Tests", "docker", "examples", "README.md", "LICENSE",
            "CHANGELOG.md", "CONTRIBUTING.md",
        ]
        let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
        let others = names.filter { !$0.hasPrefix(".") && !allowed.contains($0) }
        #expect(others.isEmpty)
    }

    @Test func `a folder of tests belongs to the package`() throws {
        let root = Repository.root
        let package = try String(
            contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: "Tests").path)
        let scripts: Set = ["Benchmarks", "Fuzzing"]
        let unknown = folders.filter {
            !scripts.contains($0) && !package.contains("\"\($0)\"")
        }
        #expect(unknown.isEmpty)
    }
}
