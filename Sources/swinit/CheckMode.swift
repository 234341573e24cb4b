import Basics
import Config
import Linux
import Supervision

/// `swinit check` and `swinit -t`: parses and validates; starts nothing, writes nothing.
enum CheckMode {
    /// Prints what is wrong and answers with the status: 0 or 78.
    @inline(never)
    static func run(_ options: Invocation) -> Int32 {
        let path = options.file ?? ConfigurationFiles.usualPath()
        var outcome = ConfigurationFiles.load(
            path, withClaims: true, allowing: options.allowed)
        var facts = ClaimCheck()
        for index in 0..<outcome.claims.count {
            if let claim = outcome.claims[index], !facts.holds(claim) { outcome.refute(claim) }
        }
        outcome.diagnostics.sort()
        if options.isStrict { outcome.diagnostics.makeStrict() }
        var count = 0
        if let configuration = outcome.configuration {
            count = configuration.jobs.count
            if let note = note(for: configuration, options) {
                outcome.diagnostics.add(Diagnostic(.note, "grace-period", at: nil, note))
            }
        }
        let report = DiagnosticReport(outcome.diagnostics, in: outcome.sources)
        if options.isJSON {
            Own.write(report.json.bytes, to: 1)
        } else {
            Own.write(report.text.bytes, to: 2)
        }
        if outcome.diagnostics.hasErrors { return ExitStatus.configuration }
        if !options.isJSON {
            let line: Text = "\(path): good, \(count) \(count == 1 ? "job\n" : "jobs\n" as Text)"
            Own.write(line.bytes, to: 1)
        }
        return 0
    }

    /// The grace period that the container's runtime must allow, where that is more than usual.
    @inline(never)
    private static func note(for configuration: Configuration, _ options: Invocation) -> Text? {
        var configuration = configuration
        configuration.install(command: options.command)
        let circumstances = Circumstances(
            shutdownTimeout: options.shutdownTimeout, stopDelay: options.stopDelay)
        return ShutdownBudget(configuration: configuration, circumstances: circumstances).note
    }
}
