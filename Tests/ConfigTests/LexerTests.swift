import Basics
import Config
import Testing

/// How lines become words.
struct LexerTests {
    /// The command that this text, behind `cmd `, gives.
    private func command(_ text: String) -> [String]? {
        load("job {\nname a\ncmd \(text)\n}\n").configuration?.jobs.first?.launch.command
            .map(\.string)
    }

    @Test(arguments: [
        ("a  b\tc \r", ["a", "b", "c"]),
        ("a#b #c d", ["a#b"]),
        ("a # }", ["a"]),
        ("a '#b' \"#c\"", ["a", "#b", "#c"]),
        ("a \\\n  b \\\r\n c", ["a", "b", "c"]),
        ("a\\\nb", ["a", "b"]),
        ("a \\b c\\d \\\n", ["a", "\\b", "c\\d"]),
        ("a \\ b", ["a", "\\", "b"]),
        ("\"a b\" \"\" ''", ["a b", "", ""]),
        (#""a \" b" "c \\ d" "e \n f""#, [#"a " b"#, #"c \ d"#, #"e \n f"#]),
        (#"'a \" b' 'it"s' "it's""#, [#"a \" b"#, #"it"s"#, "it's"]),
        ("go to on every { } name job", ["go", "to", "on", "every", "{", "}", "name", "job"]),
        ("na\u{ef}ve \u{1F600} a\u{c}b", ["na\u{ef}ve", "\u{1F600}", "a\u{c}b"]),
        ("a \"b\"\\\n c", ["a", "b", "c"]),
        ("env A=\\\n b", ["env", "A=", "b"]),
    ])
    func `words are separated by blanks`(text: String, words: [String]) {
        #expect(command(text) == words)
    }

    @Test func `a comment is not continued`() {
        #expect(command("a # b \\\ndir /srv") == ["a"])
    }

    @Test func `a quote is not continued`() {
        #expect(faults("dir \"a\\\nb\"").first == quoteFault)
    }

    private let quoteFault =
        "unclosed-quote: the quote is not closed on its line (quotes do not cross lines)"

    @Test(arguments: ["dir \"a b", "dir 'a b", "dir \"", "dir '", "dir \"a\\\"", "dir \"a\r"])
    func `a quote that is not closed is an error`(line: String) {
        #expect(faults(line) == [quoteFault])
    }

    @Test(arguments: [("\"a\"b", "b"), ("'a'\"b\"", "\"b\""), ("\"\"x#y", "x#y")])
    func `text glued to a closing quote is an error`(word: String, glued: String) {
        let outcome = loadJob("dir \(word)")
        #expect(outcome.codes == ["glued-quote"])
        #expect(outcome.marked == [glued])
    }

    @Test func `a quote inside a word is a warning, and kept`() {
        let outcome = load("job {\nname a\ncmd echo --x=\"a b\" it's\n}\n")
        #expect(
            outcome.configuration?.jobs.first?.launch.command == ["echo", "--x=\"a", "b\"", "it's"])
        #expect(outcome.codes == ["quote-in-word", "quote-in-word", "quote-in-word"])
        #expect(outcome.marked == ["\"", "\"", "'"])
    }

    @Test func `in env a quote behind the first sign opens a value`() {
        #expect(
            job("env JAVA_OPTS=\"-Xmx1g -Dx=y\"\nenv A='b \\\" c'\nenv \"C=d e\"\nenv D=")?.launch
                .environment == ["JAVA_OPTS=-Xmx1g -Dx=y", "A=b \\\" c", "C=d e", "D="])
        #expect(loadJob("env A=b=\"c\"").codes == ["quote-in-word"])
        #expect(loadJob("env A=\"b\"c").codes == ["glued-quote"])
        #expect(loadJob("env {\nA=\"b c\n}").codes == ["unclosed-quote"])
    }

    @Test func `CRLF ends a line, and a mark at the start is skipped`() {
        let outcome = load("\u{FEFF}job {\r\n  name a\r\n  cmd \"b\"\r\n}")
        #expect(outcome.configuration?.jobs == [JobSpec(name: "a", command: ["b"])])
    }

    @Test func `the last line needs no end`() {
        #expect(load("job {\nname a\ncmd b\n}").configuration?.jobs.count == 1)
    }

    @Test func `keywords count only as the first word of their line`() {
        #expect(command("set name job { to } on every") != nil)
        #expect(
            faults("\"dir\" x") == [
                "unknown-option: unknown option 'dir' in job \"web\" (an option's name has no quotes)"
            ])
    }

    @Test func `a file without jobs is good`() {
        #expect(load("").configuration == Configuration())
        #expect(load("\n \t\r\n# nothing\n\u{FEFF}").configuration == nil)
        #expect(load("# nothing").configuration == Configuration())
    }

    @Test func `a NUL byte is an error, said once`() {
        let outcome = Fixture(bytes: [106, 111, 0, 98, 0]).load()
        #expect(outcome.codes == ["nul-byte"])
        #expect(outcome.diagnostics.diagnostics.first?.span == Span(source: 0, start: 2, end: 3))
    }

    @Test func `a file may have 10 MiB and no more`() {
        let largest = [UInt8](repeating: 35, count: Source.largestSize)
        #expect(Fixture(bytes: largest).load().configuration != nil)
        let outcome = Fixture(bytes: largest + [35]).load()
        #expect(
            outcome.report == """
                error: cannot read '/etc/jobs.conf': larger than 10 MiB
                  hint: is this a configuration file?
                1 error

                """)
    }

    @Test func `a line has a bounded number of words`() {
        let outcome = loadJob("groups" + String(repeating: " a", count: 5000))
        #expect(outcome.codes == ["too-many-words"])
        #expect(outcome.messages == ["more than 4096 words on one line"])
    }
}
