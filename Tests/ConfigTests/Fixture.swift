import Basics
import Config

/// A configuration in memory: what the tests read.
struct Fixture {
    /// File contents by path; `main` is the file that is read.
    var files: [(path: String, bytes: [UInt8])]

    init(_ main: String, including files: [(String, String)] = []) {
        self.files =
            [("/etc/jobs.conf", Array(main.utf8))] + files.map { ($0.0, Array($0.1.utf8)) }
    }

    init(bytes: [UInt8]) {
        files = [("/etc/jobs.conf", bytes)]
    }

    func load(allowing allowed: [Text] = []) -> ConfigurationLoader.Outcome {
        ConfigurationLoader.load(Text(files[0].path), allowing: allowed, list: list) { path in
            for file in files where Text(file.path) == path { return .bytes(file.bytes) }
            return .failed("No such file or directory")
        }
    }
}

extension Fixture {
    /// The names in a folder, in an order that nobody should rely on.
    private func list(_ folder: Text) -> ConfigurationLoader.Listing {
        if folder == "/secret" { return .failed("Permission denied") }
        let prefix = folder == "/" ? "/" : folder.string + "/"
        var names: [Text] = [".", ".."]
        for file in files.reversed() where file.path.hasPrefix(prefix) {
            let rest = file.path.dropFirst(prefix.count)
            let name = Text(String(rest.prefix { $0 != "/" }))
            if !names.contains(name) { names.append(name) }
        }
        return .names(names)
    }
}

extension Text {
    init(_ string: String) { self.init(Array(string.utf8)) }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension ConfigurationLoader.Outcome {
    /// The report, as a person reads it.
    var report: String { DiagnosticReport(diagnostics, in: sources).text.string }

    var codes: [String] { diagnostics.diagnostics.map { ("\($0.code)" as Text).string } }

    var messages: [String] { diagnostics.diagnostics.map { $0.message.string } }

    var hints: [String] { diagnostics.diagnostics.map { $0.hint?.string ?? "" } }

    /// The bytes that the spans cover.
    var marked: [String] {
        diagnostics.diagnostics.map {
            guard let span = $0.span else { return "" }
            let bytes = sources[Int(span.source)].bytes[Int(span.start)..<Int(span.end)]
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// Reads a whole configuration.
func load(_ text: String) -> ConfigurationLoader.Outcome { Fixture(text).load() }

/// Reads one job with these option lines beside name and cmd.
func loadJob(_ options: String) -> ConfigurationLoader.Outcome {
    load("job {\nname web\ncmd /bin/web\n\(options)\n}\n")
}

/// The only job of a good configuration with these option lines beside name and cmd.
func job(_ options: String) -> JobSpec? {
    let outcome = loadJob(options)
    return outcome.codes.isEmpty ? outcome.configuration?.jobs.first : nil
}

/// The codes, messages and hints that these option lines give.
func faults(_ options: String) -> [String] {
    let outcome = loadJob(options)
    return zip(outcome.codes, zip(outcome.messages, outcome.hints)).map {
        "\($0): \($1.0)" + ($1.1.isEmpty ? "" : " (\($1.1))")
    }
}

/// What gives a job variables, by kind.
extension Launch {
    private func sources(_ kinds: EnvironmentSource.Kind...) -> [EnvironmentSource] {
        sources.map { EnvironmentSource($0) }.filter { kinds.contains($0.kind) }
    }

    var environment: [Text] { sources(.variable).map(\.text) }

    var environmentFolders: [Text] { sources(.folder).map(\.text) }

    /// With a `?` before a file that may be missing.
    var environmentFiles: [Text] {
        sources(.file, .optionalFile).map { $0.kind == .file ? $0.text : "?\($0.text)" }
    }
}
