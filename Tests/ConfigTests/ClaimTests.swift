import Basics
import Config
import Testing

/// What a configuration says of the machine.
struct ClaimTests {
    private func claims(_ text: String, including files: [(String, String)] = []) -> [String] {
        let fixture = Fixture(text, including: files)
        let outcome = ConfigurationLoader.load("/etc/jobs.conf", withClaims: true) { _ in
            .names([])
        } read: { path in
            for file in fixture.files where Text(file.path) == path { return .bytes(file.bytes) }
            return .failed("gone")
        }
        return (0..<outcome.claims.count).compactMap { outcome.claims[$0] }.map {
            "\($0.kind) \($0.text.string)" + ($0.search.isEmpty ? "" : " in \($0.search.string)")
        }
    }

    private func ofJob(_ options: String, _ globals: String = "") -> [String] {
        claims("job {\nname a\n\(options)\n}\n\(globals)\n")
    }

    @Test func `nobody asks, nothing is collected`() {
        #expect(loadJob("user www").claims.count == 0)
    }

    @Test func `users and groups, by name or number`() {
        #expect(
            ofJob("user www:web\ngroups a b") == ["user www", "group web", "group a", "group b"])
        #expect(ofJob("user 33\ngroup 44") == ["user 33", "group 44"])
    }

    @Test(arguments: [
        ("cmd x", ["program x"]), ("cmd ./x", ["program ./x"]), ("cmd /a/x", ["program /a/x"]),
        ("cmd a/x\ndir /srv", ["program /srv/a/x", "folder /srv"]),
        ("cmd x\ndir /srv", ["program x", "folder /srv"]),
        ("cmd x\nenv PATH=/a:/b", ["program x in /a:/b"]),
        ("cmd x\nenv-file optional f", []), ("stop-cmd y -x", ["program y"]),
        ("in f\ndir d", ["file d/f", "folder d"]), ("in null", []), ("in inherit", []),
        ("out /x/y\nerr z", []), ("env-file f", ["file /etc/f"]), ("env-dir f", ["folder /etc/f"]),
        ("depends { /a b }\ndir /d", ["file /a", "file /d/b", "folder /d"]),
        ("cmd ${X}/y\nin ${Y}\ndir ${Z}\nenv-file ${A}", []),
        ("in f\ndir ${X}", []), ("in '${X}'\ndir '/${Y}'", ["folder /${Y}"]),
        ("in '${X}'", ["file ${X}"]),
    ])
    func `programs and files, where the job will look for them`(
        options: String, expected: [String]
    ) {
        #expect(ofJob(options) == expected)
    }

    @Test func `a global PATH is searched where the job has none`() {
        #expect(ofJob("cmd x", "env PATH=/g") == ["program x in /g"])
        #expect(ofJob("cmd x\nenv PATH=/j", "env PATH=/g") == ["program x in /j"])
    }

    @Test(arguments: [
        ("cmd x ${A}\nexpand", "", ["program x", "variable A"]),
        ("cmd x ${A}", "expand", ["program x", "variable A"]), ("cmd x ${A}", "", ["program x"]),
        ("cmd x ${A:-b} ${B:?c}\nexpand", "", ["program x"]),
        ("cmd x ${A} ${HOME}\nenv A=1\nexpand", "", ["program x"]),
        ("cmd x ${A}\nexpand", "env A=1", ["program x"]),
        ("cmd x ${A}\nexpand", "env-file f", ["program x", "file /etc/f"]),
        ("cmd /x ${A}\nenv-file f\nexpand", "", ["program /x", "file /etc/f"]),
    ])
    func `variables that are replaced and that no line sets`(
        options: String, globals: String, expected: [String]
    ) {
        #expect(ofJob(options, globals) == expected)
    }

    @Test func `what defaults say is said once`() {
        let text = "defaults {\nuser www\n}\njob {\nname a\ncmd x\n}\njob {\nname b\ncmd x\n}\n"
        #expect(claims(text) == ["user www", "program x", "program x"])
    }

    @Test func `what is not so is a warning at its place`() {
        var outcome = ConfigurationLoader.load("/etc/jobs.conf", withClaims: true) { _ in
            .names([])
        } read: { _ in
            .bytes(Array("job {\n name a\n cmd web -x\n user www:g\n depends { f }\n}\n".utf8))
        }
        for index in (0..<outcome.claims.count).reversed() {
            if let claim = outcome.claims[index] { outcome.refute(claim) }
        }
        outcome.diagnostics.sort()
        #expect(
            outcome.codes == ["missing-program", "unknown-group", "unknown-user", "missing-file"])
        #expect(
            outcome.report.hasPrefix(
                """
                /etc/jobs.conf:3:6: warning: there is no program 'web' here
                    3 |  cmd web -x
                      |      ^~~
                /etc/jobs.conf:4:7: warning: there is no group 'g' here
                    4 |  user www:g
                      |       ^~~~~

                """))
    }

    @Test func `depends that names a job earns advice`() {
        let outcome = load(
            "job {\nname web\ncmd x\ndepends {\ndb ./db web.conf\n}\n}\njob {\nname db\ncmd y\n}\n")
        #expect(outcome.codes == ["depends-on-job"])
        #expect(outcome.messages == ["'depends' lists files, and 'db' is a job"])
        #expect(outcome.hints == ["did you mean 'after db'?"])
        #expect(outcome.marked == ["db"])
    }
}
