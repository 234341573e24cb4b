import Basics
import Config
import Testing

/// `include`.
struct IncludeTests {
    @Test func `an included file is read where it stands, relative to the file that names it`() {
        let outcome = Fixture(
            "include conf.d/./a.conf\njob {\nname last\ncmd x\n}\n",
            including: [
                ("/etc/conf.d/a.conf", "include b.conf\njob {\nname a\ncmd x\n}\nlinger\n"),
                ("/etc/conf.d/b.conf", "include '/opt/my c.conf'\nenv B=1"),
                ("/opt/my c.conf", "job {\nname c\ncmd x\n}"),
            ]
        ).load()
        #expect(outcome.configuration?.jobs.map(\.name) == ["c", "a", "last"])
        #expect(outcome.configuration?.lingers == true)
        #expect(outcome.configuration?.jobs.first?.launch.environment == ["B=1"])
        #expect(
            outcome.sources.map(\.path) == [
                "/etc/jobs.conf", "/etc/conf.d/a.conf", "/etc/conf.d/b.conf", "/opt/my c.conf",
            ])
        #expect(ConfigurationLoader.reload(outcome.sources) == outcome)
    }

    @Test func `a fault in an included file names that file, and comes behind those of the first`()
    {
        let outcome = Fixture(
            "include a.conf\nlingre\njob {\nname x\ncmd y\n}\n",
            including: [("/etc/a.conf", "\n  linger x\njob {\nname x\ncmd y\n}\n")]
        ).load()
        #expect(
            outcome.report == """
                /etc/jobs.conf:2:1: error: unknown directive 'lingre'
                    2 | lingre
                      | ^~~~~~ did you mean 'linger'?
                /etc/jobs.conf:4:6: error: job "x" exists already
                    4 | name x
                      |      ^ first at /etc/a.conf:4
                /etc/a.conf:2:10: error: unexpected 'x' behind 'linger'
                    2 |   linger x
                      |          ^ one option a line
                3 errors

                """)
    }

    @Test func `a file that is missing is named where it is included`() {
        let outcome = load("forward USR1 to other\ninclude gone.conf\n")
        #expect(
            outcome.report == """
                /etc/jobs.conf:2:9: error: cannot read '/etc/gone.conf': No such file or directory
                    2 | include gone.conf
                      |         ^~~~~~~~~ the path is relative to the file that includes it
                1 error

                """)
    }

    @Test func `the main file may be missing`() {
        let outcome = ConfigurationLoader.load(
            "/x/jobs.conf", list: { _ in .names([]) }, read: { _ in .failed("Is a directory") })
        #expect(
            outcome.report == """
                error: cannot read '/x/jobs.conf': Is a directory
                  hint: '-c FILE' or SWINIT_CONFIG names another file
                1 error

                """)
        #expect(outcome.configuration == nil)
        #expect(outcome.sources.isEmpty)
        #expect(
            DiagnosticReport(outcome.diagnostics, in: []).json.string.contains(
                "{\"file\":null,\"line\":null,\"column\":null,\"end_column\":null,"))
    }

    @Test func `a cycle is an error`() {
        let outcome = Fixture(
            "include a.conf", including: [("/etc/a.conf", "include ./jobs.conf")]
        ).load()
        #expect(outcome.messages == ["'/etc/jobs.conf' includes itself"])
        #expect(outcome.hints == ["/etc/jobs.conf -> /etc/a.conf -> /etc/jobs.conf"])
        #expect(outcome.diagnostics.diagnostics.first?.span?.source == 1)
        #expect(load("include jobs.conf").codes == ["include-cycle"])
    }

    @Test func `depth and number of files are bounded`() {
        let deep = (1...20).map { ("/etc/\($0)", "include \($0 + 1)") }
        let outcome = Fixture("include 1", including: deep).load()
        #expect(outcome.messages == ["includes are nested more than 16 deep"])
        #expect(outcome.sources.count == 16)
        // The same file may be included twice; here that would be 2^14 files.
        let wide = (1...14).map { ("/etc/\($0)", "include \($0 + 1)\ninclude \($0 + 1)") }
        let flood = Fixture("include 1", including: wide + [("/etc/15", "")]).load()
        #expect(flood.sources.count == 256)
        #expect(flood.codes.first == "too-many-files")
    }

    @Test func `an included file that is too large or has a NUL is an error`() {
        var fixture = Fixture("include big\ninclude nul\n")
        fixture.files.append(
            ("/etc/big", [UInt8](repeating: 10, count: Source.largestSize + 1)))
        fixture.files.append(("/etc/nul", [35, 0]))
        let outcome = fixture.load()
        #expect(outcome.messages == ["the file is larger than 10 MiB", "a NUL byte"])
        #expect(outcome.marked == ["big", "\0"])
    }

    @Test func `defaults hold in the files that are included, and theirs end with them`() {
        let outcome = Fixture(
            "defaults {\nstop-timeout 1s\nnice 5\n}\ninclude a\njob {\nname m\ncmd x\n}\n",
            including: [("/etc/a", "defaults {\nstop-timeout 2s\n}\njob {\nname a\ncmd x\n}\n")]
        ).load()
        #expect(outcome.configuration?.jobs.map(\.stop.timeout.count) == [2000, 1000])
        #expect(outcome.configuration?.jobs.map(\.launch.nice) == [5, 5])
    }
}
