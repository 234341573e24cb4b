import Basics
import Testing

@testable import Config

/// What the catalogue says of itself.
struct OptionHelpTests {
    private static var supported: [OptionEntry] {
        (0..<OptionCatalogue.count).map { OptionCatalogue.entry($0) }.filter { $0.option != nil }
    }

    @Test func `the list has one line for each option`() {
        let lines = OptionHelp.list().string.split(separator: "\n")
        for name in OptionHelp.names {
            #expect(lines.filter { $0.hasPrefix("  \(name.string) ") }.count == 1, "\(name.string)")
        }
        #expect(lines.filter { $0.hasPrefix("  ") }.count == OptionCatalogue.count)
        #expect(lines.contains("How a job is asked to end:"))
        #expect(
            lines.contains(
                "  stop-timeout D                        "
                    + "how long until the next signal, or KILL (8s)"))
    }

    @Test func `the page of an option says what the catalogue knows`() {
        #expect(
            OptionHelp.page(of: "nice")?.string == """
                nice N
                  the CPU priority; lower goes first

                  stands in  a job, or 'defaults'
                  from, to   -20, 19
                  a change   restarts the job
                  example    nice 5

                """)
        #expect(OptionHelp.page(of: "stop-timeout")?.string.contains("  default    8s\n") == true)
        #expect(OptionHelp.page(of: "stop-timeout")?.string.contains("without a restart") == true)
        #expect(OptionHelp.page(of: "restrat") == nil)
    }

    @Test func `every option has an example, and it passes the check`() {
        for entry in Self.supported where entry.option != .job && entry.option != .defaults {
            let example = entry.example.string
            #expect(example.hasPrefix(entry.name.string + " ") || example == entry.name.string)
            let job = "job {\nname web\ncmd /bin/web\n}\n"
            var text = job + example + "\n"
            if entry.isJobOption {
                let others = ["name": "cmd b", "cmd": "name web"][entry.name.string]
                text = "job {\n\(others ?? "name web\ncmd b")\n\(example)\n}\n"
                for name in ["db", "cache-1"] { text += "job {\nname \(name)\ncmd b\n}\n" }
            }
            let outcome = Fixture(text, including: [("/etc/more.conf", "")]).load()
            #expect(outcome.codes == [], "\(example)\n\(outcome.report)")
        }
    }
}
