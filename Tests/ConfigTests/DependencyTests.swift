import Basics
import Config
import Testing

/// What `after` and `restart-with` may name.
struct DependencyTests {
    /// A file of jobs, each `NAME` or `NAME: OPTION; OPTION`.
    private func jobs(_ jobs: String...) -> String {
        var text = ""
        for job in jobs {
            let parts = job.split(separator: ":", maxSplits: 1)
            text += "job {\nname \(parts[0])\ncmd x\n"
            if parts.count == 2 {
                for line in parts[1].split(separator: ";") { text += "\(line)\n" }
            }
            text += "}\n"
        }
        return text
    }

    @Test func `a job names those that it starts after, and those that it restarts with`() {
        let outcome = load(
            jobs("web:after db cache-*; restart-with db", "db", "cache-1", "cache-2:instances 3"))
        #expect(outcome.codes == [])
        let web = outcome.configuration?.jobs.first
        #expect(web?.placement.after == ["db", "cache-*"])
        #expect(web?.placement.restartsWith == ["db"])
        #expect(outcome.configuration?.jobs.last?.instances == 3)
    }

    @Test func `what the job writes takes the place of what its defaults write`() {
        let outcome = load(
            "defaults {\nafter db\nrestart-with db\n}\n" + jobs("web:after cache", "cache:after x")
                + "job {\nname x\ncmd y\nafter '[a-b]*'\nrestart-with x?\n}\njob {\nname x1\ncmd y\n}"
        )
        #expect(
            outcome.messages == [
                "unknown job \"db\"", "unknown job \"db\"", "unknown job \"[a-b]*\"",
            ])
    }

    @Test func `a job that does not exist is refused, with the nearest name`() {
        let outcome = load(jobs("web:after database datbase wbe* [", "database:restart-with wen"))
        #expect(
            outcome.messages == [
                "unknown job \"datbase\"", "unknown job \"wbe*\"", "unknown job \"[\"",
                "unknown job \"wen\"",
            ])
        #expect(outcome.hints == ["did you mean 'database'?", "", "", "did you mean 'web'?"])
        #expect(outcome.marked == ["datbase", "wbe*", "[", "wen"])
        #expect(load(jobs("web", "a:after 'web.1'")).messages == ["unknown job \"web.1\""])
    }

    @Test func `a file that could not be read may have the job`() {
        let outcome = load(jobs("web:after db") + "include db.conf\n")
        #expect(outcome.codes == ["cannot-read"])
    }

    @Test func `an unknown job of the defaults is reported once`() {
        let outcome = load("defaults {\nafter a? bb\n}\n" + jobs("b", "c", "d"))
        #expect(outcome.messages == ["unknown job \"a?\"", "unknown job \"bb\""])
    }

    @Test func `after main needs a job of that name in the file, which may have no command`() {
        #expect(load(jobs("a:after main")).messages == ["unknown job \"main\""])
        let outcome = load(jobs("a:after main db", "db") + "job {\nname main\n}\n")
        #expect(outcome.codes == [])
        var configuration = outcome.configuration ?? Configuration()
        configuration.dropEmptyMain()
        #expect(configuration.jobs.map(\.name) == ["a", "db"])
        #expect(configuration.jobs.first?.placement.after == ["db"])
    }

    @Test func `main keeps what it starts after, and is one process`() {
        let outcome = load(jobs("main: after db; restart-with db; instances 3", "db"))
        var configuration = outcome.configuration ?? Configuration()
        configuration.installMain(command: ["sh"])
        let main = configuration.jobs.last
        #expect(main?.placement.after == ["db"])
        #expect(main?.placement.restartsWith == ["db"])
        #expect(main?.instances == 1)
        #expect(main?.hasInstances == false)
    }

    // MARK: - Circles

    @Test(arguments: [
        (["a:after a"], ["a -> a"]),
        (["a:after b", "b:after a"], ["a -> b -> a"]),
        (["x:after a", "a:after b c", "b", "c:after a"], ["a -> c -> a"]),
        (["a:after b", "b:after c", "c:after d", "d:after b"], ["b -> c -> d -> b"]),
        (["a:after b", "b:after a", "c:after d", "d:after c"], ["a -> b -> a", "c -> d -> c"]),
        (["a:after b*", "b1", "b2:after a"], ["a -> b2 -> a"]),
        (["a1:after a*", "a2"], []),
        (["a1:after a*", "a2", "a3:after a*"], ["a1 -> a3 -> a1"]),
        (["c:after a*", "a1:after a*", "a2", "a3"], []),
        (["a1:after a* c", "a2", "c:after a*"], ["a1 -> c -> a1"]),
        (["c:after a*", "a1:after a* c", "a2"], ["c -> a1 -> c"]),
        (["a:after b c", "b:after d", "c:after d", "d"], []),
        (["m:after *", "a", "b:after a"], []),
        (["m:after *", "a", "b:after m"], ["m -> b -> m"]),
    ])
    func `a circle is shown as the way around it`(definitions: [String], paths: [String]) {
        let outcome = load(definitions.map { jobs($0) }.joined())
        #expect(outcome.messages == paths.map { "'after' leads in a circle: \($0)" })
        #expect(outcome.codes == paths.map { _ in "cycle" })
        #expect(outcome.hints == paths.map { _ in "" })
        // Who restarts with whom must not go round either.
        let others = definitions.map { $0.replacing("after", with: "restart-with") }
        let outcomeOfOthers = load(others.map { jobs($0) }.joined())
        #expect(
            outcomeOfOthers.messages
                == paths.map { "'restart-with' leads in a circle: \($0)" })
    }

    @Test(arguments: [
        (["w:wait; after x", "x"], "w -> x -> w", "x"),
        (["w:wait ready; after x", "y", "x:after y"], "w -> x -> w", "x"),
        (["a:order 5", "w:wait once; after a", "v:wait"], "a -> v -> w -> a", "v"),
        (["x:order 1", "w:wait; after x"], "x -> w -> x", "x"),
        (["w:wait", "v:wait; after x", "x"], "v -> x -> v", "x"),
        (["w:wait; after y", "x", "y:after x"], "w -> y -> w", "y"),
        (["a:after w", "w:wait; after m*", "m1"], "w -> m1 -> w", "m1"),
        (["w:wait; after main", "main"], "w -> main -> w", "main"),
    ])
    func `a barrier that holds back what it waits for is a circle`(
        definitions: [String], path: String, held: String
    ) {
        let outcome = load(definitions.map { jobs($0) }.joined())
        #expect(outcome.messages.first == "'after' leads in a circle: \(path)")
        #expect(outcome.hints.first == "a 'wait' before \"\(held)\" holds that back")
        #expect(!outcome.codes.contains { $0 != "cycle" })
    }

    @Test(arguments: [
        ["x", "w:wait; after x"], ["w:wait; after x", "x:order -1"],
        ["w:wait; disable; after x", "x"], ["w:wait; instances 0; after x", "x"],
        ["w:wait", "v:wait; after w", "x:after v w"], ["w", "x:wait; restart-with y", "y"],
    ])
    func `a barrier behind what it waits for is none`(definitions: [String]) {
        #expect(load(definitions.map { jobs($0) }.joined()).codes == [])
    }

    @Test func `main without a command is the last, wherever it stands`() {
        let main = "job {\nname main\norder -5\nwait\n}\n"
        #expect(load(main + jobs("w:after main", "x")).codes == [])
        #expect(
            load(main + jobs("w:after main; wait", "x")).messages == [
                "'after' leads in a circle: main -> w -> main"
            ])
    }

    @Test func `a circle is marked where the way goes on by a word`() {
        let outcome = load(jobs("w:wait; after y x", "x", "y:order -1"))
        #expect(
            outcome.report == """
                /etc/jobs.conf:5:10: error: 'after' leads in a circle: w -> x -> w
                    5 |  after y x
                      |          ^ a 'wait' before "x" holds that back
                1 error

                """)
    }

    @Test func `a long circle is shown in part, and not all circles are`() {
        var text = ""
        for number in 0..<100 { text += jobs("j\(number):after j\((number + 1) % 100)") }
        #expect(load(text).messages.count == 1)
        #expect(load(text).messages.first?.hasSuffix("j14 -> j15 -> ... -> j0") == true)
        text = ""
        for number in 0..<30 { text += jobs("a\(number):after b\(number)", "b\(number):after *") }
        #expect(load(text).codes == [String](repeating: "cycle", count: 10))
    }

    // MARK: - Advice

    @Test func `a wait for a disabled job earns advice`() {
        let outcome = load(
            jobs("web:after db cache*; restart-with db", "db:disable", "cache1", "cache2:disable")
                + jobs("off:disable; after db"))
        #expect(outcome.codes == ["after-disabled", "after-disabled"])
        #expect(outcome.messages == ["\"db\" is disabled", "\"cache2\" is disabled"])
        #expect(outcome.marked == ["db", "cache*"])
        #expect(outcome.configuration != nil)
    }

    @Test func `a name that an instance would have is refused`() {
        let outcome = load(jobs("web:instances 2", "web.1", "web.x", "web.1.2"))
        #expect(
            outcome.messages == [
                "\"web.1\" is the name of an instance of job \"web\"",
                "\"web.1.2\" is the name of an instance of job \"web.1\"",
            ])
    }
}
