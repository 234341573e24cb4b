import Foundation
import TestSupport
import Testing

/// One run of a program to its end, and what came out of it.
struct SingleRun: Equatable {
    /// The exit status, or 128 + n for a signal.
    var status: Int32
    var output = ""
    var errors = ""

    /// Makes a program PID 1 of a new namespace.
    static let unshare = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]
    private static let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

    /// Runs `words`, as PID 1 of a new namespace or as a plain child, with nothing on standard input.
    static func of(
        _ words: [String], asInit: Bool = false, environment: [String: String] = [:]
    ) throws -> SingleRun {
        let result = try Command.run(
            (asInit ? unshare : []) + words,
            environment: ["PATH": path, "HOME": "/root", "LANG": "C"].merging(environment) { $1 })
        return SingleRun(status: result.status, output: result.output, errors: result.errors)
    }
}

/// A folder where the names of other inits are links to swinit.
struct SingleLinks {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        for name in ["swinit", "tini", "tini-static", "docker-init", "dumb-init", "catatonit"] {
            try #require(symlink(SwinitBinary.path(), scratch.file(name)) == 0)
        }
    }

    /// The folder.
    var path: String { scratch.path }

    /// The path of the link `name`.
    subscript(name: String) -> String { scratch.file(name) }
}
