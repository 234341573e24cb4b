import Basics
import Config
import Supervision
import Testing

@Suite struct ReportTests {
    @Test func `an end says the status, the run time and what follows`() {
        var bench = Bench.began([.named("web"), .once("load"), .named("other")])
        #expect(bench.lines.first == "started web (pid 11)")
        bench.wait(9000)
        bench.end("web", .code(3))
        #expect(bench.lines == ["web (pid 11) exited after 9s: exit status 3; restarting in 10s"])
        bench.end("load", .signal(11))
        #expect(bench.lines == ["load (pid 12) exited after 9s: signal SEGV; failed"])
        bench.wait(50_000)
        bench.end("web", .code(0))
        #expect(
            bench.lines.first == "web (pid 14) exited after 40s: exit status 0; restarting now")
    }

    @Test func `a shutdown says how many, why and how long`() {
        var bench = Bench.began([.named("web"), .named("db"), .once("load")])
        bench.end("load", .code(0))
        #expect(bench.lines == ["load (pid 13) exited after 0ms: exit status 0; done"])
        bench.send(.received(.terminate))
        #expect(bench.lines == ["stopping 2 jobs (got TERM, at most 9s)"])
        bench.end("web", .signal(15))
        #expect(bench.lines == ["web (pid 11) stopped after 0ms: signal TERM; shutting down"])
        bench.wait(8000)
        #expect(bench.lines == ["db (pid 12) did not stop within 8s, sending KILL"])
    }

    @Test func `a policy that ends the container says so`() {
        var bench = Bench.began([.named("a") { $0.restart.onFailure = .shutdown }, .named("b")])
        bench.end("a", .code(3))
        #expect(
            bench.lines == [
                "a (pid 11) exited after 0ms: exit status 3; ending the container",
                "stopping 1 job (a ended, at most 9s)",
            ])
    }

    @Test func `the end of a change is no alarm`() {
        var bench = Bench.began([.named("a")])
        var configuration = Configuration()
        configuration.jobs = [.named("a") { $0.launch.command = ["other"] }]
        bench.send(.reloaded(configuration))
        #expect(bench.lines == ["configuration reloaded: 0 added, 1 changed, 0 removed"])
        bench.end("a", .signal(15))
        #expect(
            bench.lines.first
                == "a (pid 11) stopped after 0ms: signal TERM; restarting with its new definition")
    }

    @Test(arguments: [
        (SetUpFailure.Step.fork, "cannot fork /x: no"),
        (.directory, "cannot change to directory /x: no"),
        (.openInput, "cannot open in /x: no"),
        (.userID, "cannot change to user /x: no"),
        (.execute, "cannot execute /x: no"),
    ])
    func `each step has its words`(step: SetUpFailure.Step, words: String) {
        let failure = SetUpFailure(step: step, subject: "/x", errorNumber: 1, reason: "no")
        let text: Text = "\(failure)"
        #expect(String(decoding: text.bytes, as: UTF8.self) == words)
    }
}
