import Basics
import Config
import Testing

/// Where blocks open and close.
struct BlockTests {
    @Test(arguments: ["job {\n", "job\n{\n", "job # x\n\n  # y\n{ # z\n", "job { # x\n"])
    func `a job opens with a brace at the end or on the next line`(opening: String) {
        #expect(load(opening + "name a\ncmd b\n}\n").configuration?.jobs.count == 1)
    }

    @Test(arguments: [
        "env { A=1 B=\"2 3\" }", "env {\nA=1\nB=\"2 3\"\n}", "env\n{\n A=1 B=\"2 3\"\n}",
        "env { A=1\nB=\"2 3\"\n}", "env\n{ A=1 B=\"2 3\" }", "env A=1\nenv B=\"2 3\"",
        "env { }\nenv {\n}\nenv { A=1 }\nenv B='2 3'",
    ])
    func `env is a line or a block`(options: String) {
        #expect(job(options)?.launch.environment == ["A=1", "B=2 3"])
    }

    @Test(arguments: [
        ("env A", ["bad-variable: 'A' is not VAR=VALUE (no blanks around the '=')"]),
        ("env =x", ["bad-variable: '=x' is not VAR=VALUE (no blanks around the '=')"]),
        ("env", ["missing-value: 'env' needs a value (write 'env VAR=VALUE')"]),
        (
            "env A=b c",
            [
                "unexpected-text: unexpected 'c' behind 'env' "
                    + "(one variable a line; a value with blanks in quotes: VAR=\"...\")"
            ]
        ),
        (
            "env {\nA=1 }\n}",
            ["bad-variable: '}' is not VAR=VALUE (a '}' stands on a line of its own)"]
        ),
        ("env {\nA=1\n} B=2", ["unexpected-text: text behind '}' (start a new line)"]),
    ])
    func `a bad variable is refused`(options: String, expected: [String]) {
        #expect(faults(options) == expected)
    }

    @Test func `a lone brace closes nothing`() {
        #expect(load("}\n").report.contains("1:1: error: this '}' closes nothing"))
        #expect(load("{\n}\n").messages == ["this '{' opens nothing"])
        #expect(loadJob("{\nx\n}").messages == ["this '{' opens nothing"])
    }

    @Test func `text outside of blocks is an error`() {
        let outcome = load("hello world\ncmd x\nshutdwon on TERM\njob{\nname a\n}\n")
        #expect(
            outcome.messages == [
                "unknown directive 'hello'", "'cmd' stands outside of a job",
                "unknown directive 'shutdwon'", "unknown directive 'job'", "job \"a\" has no cmd",
            ])
        #expect(
            outcome.hints == [
                "", "it belongs inside 'job { ... }'", "did you mean 'shutdown'?",
                "a blank goes before '{'", "add a line 'cmd PROGRAM ARG...'",
            ])
    }

    @Test func `a misspelt job is read all the same`() {
        let outcome = load("jbo {\nname a\ncmd b\n}\nforward USR1 to a\n")
        #expect(outcome.hints == ["did you mean 'job'?"])
    }

    @Test func `an unknown block is skipped as a whole`() {
        let outcome = load("program {\nx {\ny\n}\n}\njob {\nname a\ncmd b\nstages {\nz\n}\n}\n")
        #expect(outcome.codes == ["unknown-directive", "unknown-option"])
    }

    @Test func `text behind the opening brace is an error`() {
        #expect(
            load("job { name a\ncmd b\n}\n").messages == [
                "a job has no name", "text behind '{'",
            ])
        #expect(
            load("job web {\nname a\ncmd b\n}\n").hints == [
                "the name is an option of its own: name N"
            ])
        #expect(load("job\nname a\ncmd b\n}\n").messages == ["'{' is missing behind 'job'"])
        #expect(
            load("job {\nname a\ncmd b\n} job {\nname c\n}\n").messages == [
                "text behind '}'", "'name' stands outside of a job", "this '}' closes nothing",
            ])
    }

    @Test func `a job that is not closed is found at the next one`() {
        let outcome = load("job {\nname a\ncmd b\n\njob {\nname c\ncmd d\n}\n")
        #expect(
            outcome.report == """
                /etc/jobs.conf:1:1: error: this block is not closed
                    1 | job {
                      | ^~~ a '}' is missing before line 5
                1 error

                """)
    }

    @Test(arguments: ["job {\nname a\ncmd b\n", "job {\nname a\ncmd b\nenv {\nA=1\n", "job {"])
    func `a block that is never closed is an error`(text: String) {
        #expect(load(text).codes.contains("unclosed-block"))
    }

    @Test func `an env block that is not closed swallows no job`() {
        let outcome = load("job {\nname a\ncmd b\nenv {\nA=1\njob {\nname c\ncmd d\n}\n")
        #expect(outcome.codes == ["unclosed-block", "unclosed-block"])
        #expect(outcome.marked == ["job", "env"])
    }

    @Test func `an option stands where it belongs`() {
        let outcome = loadJob("linger\ninclude x\ndefaults {\n")
        #expect(outcome.codes.prefix(2) == ["unclosed-block", "misplaced-option"])
        #expect(
            load("user x\n").hints == ["it belongs inside 'job { ... }'"])
    }
}
