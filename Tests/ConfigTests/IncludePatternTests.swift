import Basics
import Testing

@testable import Config

/// Patterns of `include`.
struct IncludePatternTests {
    private func job(_ name: String) -> String { "job {\nname \(name)\ncmd x\n}\n" }

    private func names(_ outcome: ConfigurationLoader.Outcome) -> [String] {
        outcome.configuration?.jobs.map(\.name.string) ?? outcome.messages
    }

    @Test func `files are read in the order of their names, where the pattern stands`() {
        let outcome = Fixture(
            job("first") + "include conf.d/*.conf\n" + job("last"),
            including: [
                ("/etc/conf.d/b.conf", job("b")), ("/etc/conf.d/a.conf", job("a")),
                ("/etc/conf.d/B.conf", job("B")), ("/etc/conf.d/.hidden.conf", job("h")),
                ("/etc/conf.d/c.conf.bak", job("c")),
            ]
        ).load()
        #expect(names(outcome) == ["first", "B", "a", "b", "last"])
        #expect(outcome.configuration?.includeFolders == ["/etc/conf.d"])
        #expect(ConfigurationLoader.reload(outcome.sources) == outcome)
    }

    @Test func `any part of the path may be a pattern`() {
        let outcome = Fixture(
            "include /srv/*/jobs/?.conf\ninclude /s[r]v/two/main\ninclude *.inc\n",
            including: [
                ("/srv/two/jobs/b.conf", job("two-b")), ("/srv/two/main", job("main")),
                ("/srv/one/jobs/z.conf", job("one-z")), ("/srv/one/jobs/zz.conf", job("no")),
                ("/srv/none/x", job("none")), ("/etc/x.inc", job("inc")),
            ]
        ).load()
        #expect(names(outcome) == ["one-z", "two-b", "main", "inc"])
        #expect(
            outcome.configuration?.includeFolders == [
                "/srv", "/srv/none", "/srv/one", "/srv/two", "/srv/one/jobs", "/srv/two/jobs",
                "/", "/etc",
            ])
        #expect(ConfigurationLoader.reload(outcome.sources).configuration?.jobs.count == 4)
    }

    @Test func `a pattern may match nothing, a plain path must be there`() {
        #expect(load("include conf.d/*.conf\n").configuration?.includeFolders == ["/etc/conf.d"])
        #expect(load("include conf.d/x.conf\n").codes == ["cannot-read"])
    }

    @Test func `a folder that cannot be read is an error at the pattern`() {
        let outcome = load("include /secret/*.conf\nlinger\n")
        #expect(
            outcome.report == """
                /etc/jobs.conf:1:9: error: cannot read '/secret': Permission denied
                    1 | include /secret/*.conf
                      |         ^~~~~~~~~~~~~~ the path is relative to the file that includes it
                1 error

                """)
    }

    @Test func `what is wrong in a file that matches names that file`() {
        let outcome = Fixture(
            "include d/*\n" + job("x"),
            including: [("/etc/d/1", "job {\nname x\n}\n"), ("/etc/d/2", "linger 5\n")]
        ).load()
        #expect(
            outcome.report == """
                /etc/jobs.conf:3:6: error: job "x" exists already
                    3 | name x
                      |      ^ first at /etc/d/1:2
                /etc/d/1:1:1: error: job "x" has no cmd
                    1 | job {
                      | ^~~ add a line 'cmd PROGRAM ARG...'
                /etc/d/2:1:8: error: unexpected '5' behind 'linger'
                    1 | linger 5
                      |        ^ one option a line
                3 errors

                """)
    }

    @Test func `patterns in files that match are their own, and a cycle is found`() {
        let nested = Fixture(
            "include a/*\n" + job("last"),
            including: [
                ("/etc/a/1", "include ../b/*\n" + job("a1")), ("/etc/a/2", job("a2")),
                ("/etc/a/../b/1", job("b1")), ("/etc/a/../b/2", job("b2")),
            ]
        ).load()
        #expect(names(nested) == ["b1", "b2", "a1", "a2", "last"])
        let cycle = Fixture("include *.conf\n" + job("x")).load()
        #expect(cycle.messages == ["'/etc/jobs.conf' includes itself"])
    }

    @Test func `the number of files is bounded`() {
        let many = (0..<300).map { ("/etc/d/\($0)", "") }
        let outcome = Fixture("include d/*\n", including: many).load()
        #expect(outcome.messages == ["more than 256 files"])
        let some = (0..<200).map { ("/etc/d/\($0)", "") }
        let twice = Fixture("include d/*\ninclude d/*\n", including: some).load()
        #expect(twice.messages == ["more than 256 files"])
        #expect(twice.sources.count == 256)
    }

    @Test(arguments: [
        ("*", "a", true), ("*", ".a", false), (".*", ".a", true), ("?a", ".a", false),
        ("[.]a", ".a", false), ("a*b*c", "abc", true), ("a*b*c", "axxbyybzc", true),
        ("a*b*c", "axxbyybz", false), ("*.conf", ".conf", false), ("*.conf", "a.conf.", false),
        ("a?", "a", false), ("a?", "ab", true), ("[a-c]x", "bx", true), ("[a-c]x", "dx", false),
        ("[!a-c]x", "dx", true), ("[^a-c]x", "bx", false), ("[]]", "]", true),
        ("[!]]", "]", false), ("[a-]", "-", true), ("[", "[", true), ("[a", "[a", true),
        ("a[", "a[", true), ("**", "x", true), ("a", "a", true), ("a", "ab", false),
        ("a*", "a", true), ("", "", true), ("[!", "[!", true),
    ])
    func `a name matches as in a shell`(pattern: String, name: String, matches: Bool) {
        #expect(Text(name).matches(Text(pattern)) == matches)
    }

    @Test func `a pattern of many stars takes no longer than its size`() {
        let name = Text([UInt8](repeating: 97, count: 255))
        let pattern = Text([UInt8](repeating: 42, count: 1) + Array("a*a*a*a*a*a*a*a*b".utf8))
        #expect(!name.matches(pattern))
    }
}
