import Basics
import Config
import Testing

/// What `expand` changes in the reading of a file.
struct ExpandTests {
    private let options = """
        cmd x ${A} '${B}' "${C}"
        env V=${D}
        env W='${E} $${'
        dir '/${F}'
        out '${G}'
        stop-cmd stop '${H}'
        env-file optional 'a${I}'
        env-file ${J}/x
        env-dir '${K}'
        depends { '${L}' ${M} }

        """

    private func job(_ first: String, _ option: String) -> JobSpec? {
        load("\(first)\njob {\nname a\n\(options)\(option)\n}\n").configuration?.jobs.first
    }

    @Test func `without it every value is as it was written`() {
        let job = job("", "")
        #expect(job?.launch.command == ["x", "${A}", "${B}", "${C}"])
        #expect(job?.launch.environment == ["V=${D}", "W=${E} $${"])
        #expect(job?.launch.directory == "/${F}")
        #expect(job?.launch.output == .file("${G}"))
        #expect(job?.stop.command == ["stop", "${H}"])
        #expect(job?.launch.environmentFiles == ["?/etc/a${I}", "${J}/x"])
        #expect(job?.launch.environmentFolders == ["/etc/${K}"])
        #expect(job?.depends == ["${L}", "${M}"])
    }

    @Test func `colons within a variable's default part no user from a group`() {
        let job = job("", "expand\nuser ${U:-${V:-w}}:${G:?none}")
        #expect(job?.launch.user == "${U:-${V:-w}}")
        #expect(job?.launch.group == "${G:?none}")
        #expect(self.job("", "expand\nuser ${U:-www}")?.launch.group == nil)
    }

    @Test(arguments: [("expand", ""), ("", "expand"), ("defaults {\nexpand\n}", "")])
    func `with it single quotes keep a value as it was written`(first: String, option: String) {
        let job = job(first, option)
        #expect(job?.launch.command == ["x", "${A}", "$${B}", "${C}"])
        #expect(job?.launch.environment == ["V=${D}", "W=$${E} $$${"])
        #expect(job?.launch.directory == "/$${F}")
        #expect(job?.launch.output == .file("$${G}"))
        #expect(job?.stop.command == ["stop", "$${H}"])
        #expect(job?.launch.environmentFiles == ["?/etc/a$${I}", "${J}/x"])
        #expect(job?.launch.environmentFolders == ["/etc/$${K}"])
        #expect(job?.depends == ["$${L}", "${M}"])
    }

    @Test func `what is kept comes out of the replacing as it was written`() throws {
        let texts = job("expand", "")?.launch.environment ?? []
        #expect(texts.count == 2)
        #expect(try Expansion.expand(texts[1]) { _ in "no" } == "W=${E} $${")
    }

    @Test func `a global value in single quotes is kept in each job by its own rule`() {
        let jobs = load(
            "env A='${X}'\njob {\nname a\ncmd b\n}\njob {\nname c\ncmd b\nexpand\n}\n"
        ).configuration?.jobs
        #expect(jobs?.map(\.launch.environment) == [["A=${X}"], ["A=$${X}"]])
    }

    @Test func `words of defaults in single quotes are kept`() {
        let jobs = load(
            "defaults {\nenv A='${X}'\n}\njob {\nname a\ncmd b\n}\njob {\nname c\ncmd b\nexpand\n}\n"
        ).configuration?.jobs
        #expect(jobs?.map(\.launch.environment) == [["A=${X}"], ["A=$${X}"]])
    }

    @Test func `a variable earns advice only where nothing replaces it`() {
        let text = "job {\nname a\ncmd b ${X}\ndir /${Y}\nenv A=${Z}\n}\n"
        #expect(
            load(text).codes == [
                "unexpanded-variable", "unexpanded-variable", "unexpanded-variable",
            ])
        #expect(load(text).marked == ["${X}", "${Y}", "${Z}"])
        #expect(load(text + "expand\n").codes == [])
        #expect(load(text.dropLast(2) + "expand\n}\n").codes == [])
        #expect(load("env A=${X}\n").codes == ["unexpanded-variable"])
        #expect(load("env A=${X}\nexpand\n").codes == [])
        let many = String(repeating: "env A=${X}\n", count: 150)
        #expect(load(many).diagnostics.warningCount == 150)
        #expect(load(many + "expand\n").diagnostics.warningCount == 0)
    }
}
