import Basics
import Config
import Foundation
import Testing

/// What a person or a tool is shown.
struct ReportTests {
    @Test func `errors and warnings are shown in the order of the file, with lines and marks`() {
        let outcome = load(
            """
            job {
              name web
              cmd sh -c "gunicorn app"
              restrat on-failure
            \tuser\ta:b:c
              dir a
              dir b
              log formt raw
            }
            """)
        #expect(
            outcome.report == """
                /etc/jobs.conf:3:13: warning: the shell stays between swinit and the program
                    3 |   cmd sh -c "gunicorn app"
                      |             ^~~~~~~~~~~~~~ write 'exec' before the program, \
                so that signals reach it
                /etc/jobs.conf:4:3: error: unknown option 'restrat' in job "web"
                    4 |   restrat on-failure
                      |   ^~~~~~~ did you mean 'restart'?
                /etc/jobs.conf:5:7: error: 'a:b:c' is not a user
                    5 | \tuser\ta:b:c
                      | \t    \t^~~~~ write 'user U' or 'user U:G'
                /etc/jobs.conf:7:3: error: option 'dir' is repeated in job "web"
                    7 |   dir b
                      |   ^~~ first on line 6
                /etc/jobs.conf:8:7: error: 'log' cannot be 'formt'
                    8 |   log formt raw
                      |       ^~~~~ did you mean 'format'?
                4 errors, 1 warning

                """)
        #expect(outcome.configuration == nil)
    }

    @Test func `warnings alone leave the configuration good`() {
        let outcome = load("job {\nname a\ncmd postgres\n}\n")
        #expect(outcome.configuration != nil)
        #expect(outcome.report.hasSuffix("\n1 warning\n"))
    }

    @Test func `the job's name is found behind the option that is wrong`() {
        let outcome = load("job {\nfoo x\ncmd b\nname late\n}\njob {\nbar\n}\n")
        #expect(outcome.messages[0] == "unknown option 'foo' in job \"late\"")
        #expect(outcome.messages.contains("unknown option 'bar'"))
    }

    @Test func `columns count characters, and what a terminal would obey is not printed`() {
        let text = "job {\nname a\ncmd b\ndir \"\u{e9}\u{1F600}\u{1b}[31m\u{9b}\" x\n}\n"
        let bytes = Array(text.utf8)
        let outcome = Fixture(bytes: bytes).load()
        #expect(
            outcome.report == """
                /etc/jobs.conf:4:16: error: unexpected 'x' behind 'dir'
                    4 | dir "\u{e9}\u{1F600}?[31m?" x
                      |                ^ write a value with blanks in quotes: "..."
                1 error

                """)
    }

    @Test func `bytes that are no UTF-8 are shown as marks and stay valid JSON`() throws {
        let outcome = Fixture(bytes: Array("job {\n\u{1}".utf8) + [0xFF, 0xC3, 10, 125]).load()
        #expect(outcome.report.contains("unknown option '\\x01\\xff\\xc3'"))
        #expect(outcome.report.contains("    2 | ???\n      | ^~~\n"))
        let json = try records(outcome)
        #expect(json[1]["message"] as? String == "unknown option '\\x01\\xff\\xc3'")
    }

    @Test func `a long line is cut around the place`() {
        let long = String(repeating: "word ", count: 300)
        let outcome = load("job {\nname a\ncmd b\ndir x \(long)\n}\n")
        let lines = outcome.report.split(separator: "\n")
        #expect(lines[1].hasSuffix("..."))
        #expect(lines[1].count < 140)
        #expect(lines[2].count < 200)
        let far = load("job {\nname a\ncmd \(long) \"x\"y \(long)\n}\n")
        let marks = far.report.split(separator: "\n")
        let place = marks[2].firstIndex(of: "^").map {
            marks[2].distance(from: marks[2].startIndex, to: $0)
        }
        #expect(place.map { Array(marks[1])[$0] } == "y")
        #expect(marks[1].contains("| ... word "))
        #expect(marks[1].hasSuffix("..."))
    }

    @Test func `a hundred errors are shown, the others counted`() {
        let outcome = load(
            "job {\nname a\ncmd b\n" + String(repeating: "x y\n", count: 250) + "}\n")
        #expect(outcome.diagnostics.diagnostics.count == 100)
        #expect(outcome.report.hasSuffix("\nand 150 more\n250 errors\n"))
    }

    @Test func `a flood of warnings hides no error`() {
        let outcome = load(
            "job {\nname a\ncmd b" + String(repeating: " x\"y", count: 300) + "\nfoo\n}\n")
        #expect(outcome.codes.last == "unknown-option")
        #expect(outcome.report.hasSuffix("\nand 200 more\n1 error, 300 warnings\n"))
    }

    @Test func `what tools read has every field`() throws {
        let outcome = load("job {\n  name \"a\\\"\"\n  cmd b\n}\nfoo")
        let all = try records(outcome)
        #expect(all.count == 2)
        #expect(
            Set(all[0].keys) == [
                "file", "line", "column", "end_column", "severity", "code", "message", "hint",
            ])
        #expect(all[0]["file"] as? String == "/etc/jobs.conf")
        #expect(all[0]["line"] as? Int == 2)
        #expect(all[0]["column"] as? Int == 8)
        #expect(all[0]["end_column"] as? Int == 13)
        #expect(all[0]["severity"] as? String == "error")
        #expect(all[0]["code"] as? String == "bad-name")
        #expect(all[0]["message"] as? String == "'a\"' cannot be a job's name")
        #expect(all[0]["hint"] as? String == "letters, digits and . _ - @ +")
        #expect(all[1]["hint"] is NSNull)
        #expect(
            DiagnosticReport(outcome.diagnostics, in: outcome.sources).json.string.hasSuffix(
                """
                {"file":"/etc/jobs.conf","line":5,"column":1,"end_column":4,"severity":"error",\
                "code":"unknown-directive","message":"unknown directive 'foo'","hint":null}
                ]

                """))
    }

    @Test func `nothing wrong is no text and an empty array`() throws {
        let outcome = load("")
        #expect(outcome.report == "")
        #expect(try records(outcome).isEmpty)
    }

    @Test func `strict turns warnings into errors, allow drops them`() {
        let fixture = Fixture("job {\nname a\ncmd postgres a\"\n}\n")
        #expect(fixture.load().diagnostics.warningCount == 2)
        var list = fixture.load(allowing: ["quote-in-word", "missing-name"]).diagnostics
        #expect(list.warningCount == 1)
        #expect(!list.hasErrors)
        list.makeStrict()
        #expect(list.errorCount == 1)
        #expect(list.warningCount == 0)
        #expect(list.diagnostics.map(\.severity) == [.error])
    }

    @Test(arguments: ["env A=${B}\n", "env A=b\"\n"])
    func `what is allowed is not counted either, however much there is`(line: String) {
        let fixture = Fixture(String(repeating: line, count: 150) + "env C=d\"${E}\n")
        #expect(fixture.load().diagnostics.warningCount == 152)
        let codes = ["unexpanded-variable", "quote-in-word"]
        for code in codes {
            let left = fixture.load(allowing: [Text(code)]).diagnostics
            #expect(left.warningCount == 1 || left.warningCount == 151)
        }
        #expect(fixture.load(allowing: codes.map { Text($0) }).diagnostics == allowingOnly(codes))
    }

    @Test func `an error cannot be allowed`() {
        #expect(Fixture("x").load(allowing: ["unknown-directive"]).diagnostics.errorCount == 1)
    }

    /// A list to which nothing was added.
    private func allowingOnly(_ codes: [String]) -> DiagnosticList {
        Fixture("").load(allowing: codes.map { Text($0) }).diagnostics
    }

    private func records(_ outcome: ConfigurationLoader.Outcome) throws -> [[String: Any]] {
        let json = DiagnosticReport(outcome.diagnostics, in: outcome.sources).json
        let value = try JSONSerialization.jsonObject(with: Data(json.bytes))
        return try #require(value as? [[String: Any]])
    }
}
