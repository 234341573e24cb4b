import Basics
import Config
import Linux

/// `swinit config`: prints what the configuration comes to; starts nothing, writes no file.
enum PrintMode {
    /// Prints the configuration, or what is wrong with it, and answers with the status: 0 or 78.
    @inline(never)
    static func run(_ options: Invocation) -> Int32 {
        // Absolute, as when the jobs are run: what stands beside the file is printed so.
        let path = options.file ?? ConfigurationFiles.usualPath()
        let outcome = ConfigurationFiles.load(path.absolute(in: Own.directory ?? "/"))
        guard let configuration = outcome.configuration else {
            Own.write(DiagnosticReport(outcome.diagnostics, in: outcome.sources).text.bytes, to: 2)
            return ExitStatus.configuration
        }
        let printed = ConfigurationText(configuration, showsSecrets: options.showsSecrets)
        Own.write(printed.text.bytes, to: 1)
        return 0
    }
}
