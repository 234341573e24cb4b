import Basics
import Config
import Linux
import Supervision

/// `swinit check` and `swinit -t`: parses and validates; starts nothing, writes nothing.
struct CheckMode {
    let options: Invocation

    /// Prints what is wrong and answers with the status: 0 or 78.
    @inline(never)
    func run() -> Int32 {
        let path = options.file ?? ConfigurationFiles.usualPath()
        let outcome = ConfigurationFiles.load(path)
        var list = outcome.diagnostics
        for code in options.allowed { list.allow(code) }
        if options.isStrict { list.makeStrict() }
        if let configuration = outcome.configuration, let note = note(for: configuration) {
            list.add(Diagnostic(.note, "grace-period", at: nil, note))
        }
        let report = DiagnosticReport(list, in: outcome.sources)
        if options.isJSON {
            Own.write(report.json.bytes, to: 1)
        } else {
            Own.write(report.text.bytes, to: 2)
            if !list.hasErrors, let configuration = outcome.configuration {
                let count = configuration.jobs.count
                let line: Text = "\(path): good, \(count) \(count == 1 ? "job" : "jobs" as Text)\n"
                Own.write(line.bytes, to: 1)
            }
        }
        return list.hasErrors ? ExitStatus.configuration : 0
    }

    /// The grace period that the container's runtime must allow, where that is more than usual.
    @inline(never)
    private func note(for configuration: Configuration) -> Text? {
        var configuration = configuration
        configuration.install(command: options.command)
        let circumstances = Circumstances(
            shutdownTimeout: options.shutdownTimeout, stopDelay: options.stopDelay)
        return ShutdownBudget(configuration: configuration, circumstances: circumstances).note
    }
}
