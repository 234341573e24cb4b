import Foundation
import TestSupport

/// Where the programs of a comparison come from.
enum Side: CaseIterable, CustomStringConvertible {
    /// Debian's, in /usr/bin.
    case theirs
    /// Ours, by a link of the program's name.
    case link
    /// Ours, as `swinit tool NAME`.
    case verb

    var description: String {
        switch self {
        case .theirs: "Debian's"
        case .link: "the link"
        case .verb: "swinit tool"
        }
    }

    /// The words that run `tool`, with those of `rest` behind them.
    func words(_ tool: String, _ rest: [String]) throws -> [String] {
        switch self {
        case .theirs: ["/usr/bin/\(tool)"] + rest
        case .link: [try Links.shared.get()[tool]] + rest
        case .verb: [try SwinitBinary.path(), "tool", tool] + rest
        }
    }
}

/// A folder with a link to swinit for each program's name.
final class Links: Sendable {
    static let shared = Result { try Links() }
    static let names = [
        "svscan", "supervise", "svc", "svstat", "svok", "multilog", "tai64n", "tai64nlocal",
        "readproctitle", "setuidgid", "envuidgid", "envdir", "softlimit", "setlock", "pgrphack",
        "fghack",
    ]
    private let scratch: Scratch

    private init() throws {
        scratch = try Scratch()
        for name in Self.names {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.file(name), withDestinationPath: SwinitBinary.path())
        }
    }

    subscript(name: String) -> String { scratch.file(name) }
}

/// How a program ended and what it wrote.
struct Outcome: Equatable, CustomStringConvertible {
    var status: Int32
    var output: String
    var errors: String

    var description: String {
        "status \(status)\n--- output\n\(output)\n--- errors\n\(errors)"
    }

    /// Runs `words` in `folder`, with this environment and nothing else in it.
    init(of words: [String], in folder: String, _ environment: [String: String]) throws {
        let result = try Command.run(
            ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words,
            environment: environment)
        status = result.status
        output = result.output
        errors = result.errors
    }
}
