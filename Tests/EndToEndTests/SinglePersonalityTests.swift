import Foundation
import Testing

/// Debian's programs and ours by the same name, side by side.
@Suite(.serialized, .requires(.namespaces), .requires(.binary)) struct SinglePersonalityTests {
    private let links: SingleLinks

    init() throws {
        links = try SingleLinks()
    }

    /// A command line, and what of its output users and scripts rely on.
    struct Case: Sendable, CustomTestStringConvertible {
        enum Output: Sendable {
            /// All of it.
            case all
            /// The first lines of each stream.
            case lines(Int)
            /// The exit status alone.
            case none
        }

        let words: [String]
        var environment: [String: String] = [:]
        var output = Output.all

        var testDescription: String { words.joined(separator: " ") }
    }

    private static func shell(_ script: String) -> [String] { ["--", "sh", "-c", script] }

    private static let tini: [Case] = [
        Case(words: ["tini", "--version"]),
        Case(words: ["tini", "-h"], output: .lines(2)),
        Case(words: ["tini"], output: .lines(2)),
        Case(words: ["tini", "--"], output: .lines(2)),
        Case(words: ["tini", "-v"], output: .lines(2)),
        Case(words: ["tini", "--help"], output: .lines(3)),
        Case(words: ["tini", "--version", "x"], output: .lines(3)),
        Case(words: ["tini", "-x", "true"], output: .lines(3)),
        Case(words: ["tini", "sh", "-c", "exit 3"], output: .lines(3)),
        Case(words: ["tini", "-e"], output: .lines(3)),
        Case(words: ["tini", "-l"], output: .none),
        Case(words: ["tini", "-e", "256", "true"]),
        Case(words: ["tini", "-e", "", "true"]),
        Case(words: ["tini", "-p", "KILL", "true"]),
        Case(words: ["tini", "-p", "SIGKILL"] + shell("exit 3")),
        Case(words: ["tini", "-e", "3"] + shell("exit 3")),
        Case(words: ["tini", "-e", "3", "-e4"] + shell("exit 5")),
        Case(words: ["tini", "-e", "137"] + shell("kill -9 $$")),
        Case(words: ["tini"] + shell("kill -15 $$")),
        Case(words: ["tini", "-sgw"] + shell("echo out; echo err >&2; exit 255")),
        Case(words: ["tini", "nonexistent"]),
        Case(words: ["tini", "/etc"]),
        Case(words: ["tini", "/etc/passwd"]),
        Case(words: ["tini", "/etc/passwd/x"]),
        Case(words: ["tini", "--", "-x"]),
        Case(words: ["tini", ""]),
        Case(words: ["tini", "true"], environment: ["TINI_SUBREAPER": ""]),
        Case(words: ["tini", "true"], environment: ["TINI_VERBOSITY": "0"]),
        Case(words: ["tini", "true"], environment: ["TINI_VERBOSITY": "1"]),
        Case(words: ["tini", "-vs", "true"]),
        Case(words: ["tini", "-vvs", "true"]),
        Case(words: ["tini", "-s", "sh", "-c", "exit 6"], environment: ["POSIXLY_CORRECT": "1"]),
        Case(words: ["docker-init", "--", "sh", "-c", "exit 7"]),
        Case(words: ["docker-init", "--version"]),
        Case(words: ["docker-init", "-h"], output: .lines(2)),
    ]

    private static let dumbInit: [Case] = [
        Case(words: ["dumb-init", "-V"]),
        Case(words: ["dumb-init", "--version"]),
        Case(words: ["dumb-init", "-h"], output: .lines(2)),
        Case(words: ["dumb-init", "-Vh"]),
        Case(words: ["dumb-init"]),
        Case(words: ["dumb-init", "--"]),
        Case(words: ["dumb-init", "-x"]),
        Case(words: ["dumb-init", "--foo"]),
        Case(words: ["dumb-init", "--ver"]),
        Case(words: ["dumb-init", "--single-child=3", "true"]),
        Case(words: ["dumb-init", "-r"]),
        Case(words: ["dumb-init", "-r", "15", "true"]),
        Case(words: ["dumb-init", "-r", "15:32", "true"]),
        Case(words: ["dumb-init", "-r", "15:2x", "true"]),
        Case(words: ["dumb-init", "sh", "-c", "exit 3"]),
        Case(words: ["dumb-init"] + shell("exit 4")),
        Case(words: ["dumb-init"] + shell("kill -9 $$")),
        Case(words: ["dumb-init", "-c"] + shell("kill -5 $$")),
        Case(words: ["dumb-init", "nonexistent"]),
        Case(words: ["dumb-init", "/etc"]),
        Case(words: ["dumb-init", "/etc/passwd/x"]),
        Case(words: ["dumb-init", "-cv"] + shell("exit 9")),
        Case(words: ["dumb-init", "-c"] + shell("exit 9"), environment: ["DUMB_INIT_DEBUG": "1"]),
        Case(words: ["dumb-init"] + shell("exit 9"), environment: ["DUMB_INIT_SETSID": "0"]),
        Case(words: ["dumb-init"] + shell("test $(ps -o sid= $$) = $$; echo $?")),
        Case(words: ["dumb-init", "-c"] + shell("test $(ps -o sid= $$) = $$; echo $?")),
    ]

    private static let catatonit: [Case] = [
        Case(words: ["catatonit", "--version"]),
        Case(words: ["catatonit", "-V"]),
        Case(words: ["catatonit", "--ver"]),
        Case(words: ["catatonit", "-h"], output: .lines(3)),
        Case(words: ["catatonit", "--help"]),
        Case(words: ["catatonit", "-L"], output: .none),
        Case(words: ["catatonit", "-x"]),
        Case(words: ["catatonit"]),
        Case(words: ["catatonit", "--"]),
        Case(words: ["catatonit", "sh", "-c", "exit 3"]),
        Case(words: ["catatonit", "-g"] + shell("exit 4")),
        Case(words: ["catatonit"] + shell("kill -11 $$")),
        Case(words: ["catatonit", "nonexistent"]),
        Case(words: ["catatonit", "/etc"]),
        Case(words: ["catatonit"] + shell("ps -o pgid= $$ | tr -d ' ' | grep -qx $$; echo $?")),
    ]

    @Test(arguments: tini + dumbInit + catatonit, [true, false])
    func `does what the program of that name does`(case: Case, asInit: Bool) throws {
        let name = try #require(`case`.words.first)
        let rest = Array(`case`.words.dropFirst())
        let theirs = try SingleRun.of(
            [try original(of: name)] + rest, asInit: asInit, environment: `case`.environment)
        let ours = try SingleRun.of(
            [links[name]] + rest, asInit: asInit,
            environment: `case`.environment)
        #expect(ours.status == theirs.status)
        switch `case`.output {
        case .all:
            #expect(normal(ours.output, .max) == normal(theirs.output, .max))
            #expect(normal(ours.errors, .max) == normal(theirs.errors, .max))
        case .lines(let count):
            #expect(normal(ours.output, count) == normal(theirs.output, count))
            #expect(normal(ours.errors, count) == normal(theirs.errors, count))
        case .none: break
        }
    }

    /// Debian has no docker-init: that is tini.
    private func original(of name: String) throws -> String {
        guard name == "docker-init" else { return "/usr/bin/\(name)" }
        let link = "\(links.path)/original/docker-init"
        try FileManager.default.createDirectory(
            atPath: "\(links.path)/original", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: "/usr/bin/tini")
        return link
    }

    /// The first lines, without folders and process numbers, which differ.
    private func normal(_ text: String, _ count: Int) -> [String] {
        var text = text
        for folder in ["/usr/bin/", "\(links.path)/original/", "\(links.path)/"] {
            text = text.replacingOccurrences(of: folder, with: "")
        }
        text = text.replacingOccurrences(
            of: "\\(\\d+\\)|:\\d+\\)|(PID|pid:|pid) '?\\d+'?", with: "N",
            options: .regularExpression)
        return Array(text.components(separatedBy: "\n").prefix(count))
    }
}
