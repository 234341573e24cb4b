import Basics
import Config
import Supervision
import Testing

@Suite struct CompanionTests {
    @Test func `restart-with restarts a job when another runs again, not when it starts`() {
        var bench = Bench.began([
            .named("db"), .named("other"),
            .named("web") { $0.placement.restartsWith = ["d*"] },
            .named("api") { $0.placement.restartsWith = ["web"] },
        ])
        #expect(bench.starts == ["db", "other", "web", "api"])
        #expect(bench.signals == [])
        bench.end("other", .code(1))
        bench.wait(10_000)
        #expect(bench.signals == [])
        bench.end("db", .code(1))
        #expect(bench.starts == ["db"])
        #expect(bench.signals == ["db TERM group", "web TERM"])
        bench.end("web", .code(0))
        #expect(bench.starts == ["web"])
        #expect(bench.signals == ["web TERM group", "api TERM"])
    }

    @Test func `restart-with leaves what is down, and main`() {
        var main = JobSpec.main
        main.placement.restartsWith = ["db"]
        var bench = Bench.began([
            .named("db"), .once("task"), main,
            .named("web") { $0.placement.restartsWith = ["db"] },
        ])
        bench.end("web", .code(1))
        bench.end("db", .code(1))
        bench.wait(10_000)
        #expect(bench.starts == ["web", "db"] || bench.starts == ["db", "web"])
        #expect(!bench.signals.contains("main TERM"))
    }
}
