import Basics
import Config
import Supervision
import Testing

/// Jobs that others log to: they do not keep the container up, and end last.
@Suite struct LoggerTests {
    private static let file = """
        job {
          name web
          cmd a
          log to logger
        }
        job {
          name logger
          cmd b
          after db
        }
        job {
          name db
          cmd c
        }

        """

    private func jobs(_ text: String) throws -> [JobSpec] {
        let outcome = ConfigurationLoader.load(
            "/jobs", allowing: [], list: { _ in .failed("") }
        ) { _ in .bytes(Array(text.utf8)) }
        return try #require(outcome.configuration).jobs
    }

    @Test func `a shutdown stops them last, when half of the time that is left is over`() throws {
        var bench = Bench.began(try jobs(Self.file))
        bench.send(.received(.terminate))
        #expect(Set(bench.signals) == ["web TERM", "db TERM"])
        bench.end("db", .code(0))
        bench.wait(1000)
        bench.end("web", .code(0))
        #expect(!bench.signals.contains("logger TERM"))
        bench.wait(3900)
        #expect(!bench.signals.contains("logger TERM"))
        bench.wait(200)
        #expect(bench.signals.contains("logger TERM"))
        bench.end("logger", .code(0))
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `one that ends by itself is not signalled`() throws {
        var bench = Bench.began(try jobs(Self.file))
        bench.send(.received(.terminate))
        bench.end("web", .code(0))
        bench.end("db", .code(0))
        bench.end("logger", .code(0))
        bench.send(.childless)
        #expect(bench.status == 0)
    }

    @Test func `when nothing but loggers runs the container ends, with the status of the others`()
        throws
    {
        let text = Self.file.replacing("cmd a", with: "cmd a\n restart never").replacing(
            "cmd c", with: "cmd c\n restart never")
        var bench = Bench.began(try jobs(text))
        bench.end("web", .code(0))
        #expect(bench.status == nil)
        bench.end("db", .code(4))
        bench.end("logger", .code(0))
        bench.send(.childless)
        #expect(bench.status == 4)
    }

    @Test func `a logger that waits for its restart keeps nothing up, and runs once more`() throws {
        let text = Self.file.replacing("cmd a", with: "cmd a\n restart never").replacing(
            "cmd c", with: "cmd c\n once")
        var bench = Bench.began(try jobs(text))
        bench.end("db", .code(0))
        bench.end("logger", .code(1))
        bench.end("web", .code(3))
        #expect(bench.starts == ["logger"])
        bench.end("logger", .code(1))
        #expect(bench.starts == [])
        bench.send(.childless)
        #expect(bench.status == 3)
    }

    @Test func `one that leaves some of what it was given runs again until it is asked to end`()
        throws
    {
        var bench = Bench.began(try jobs(Self.file))
        bench.send(.received(.terminate))
        bench.end("web", .code(0))
        bench.end("db", .code(0))
        for _ in 0..<3 {
            bench.send(.inputLeft(InstanceID(1)))
            bench.end("logger", .code(0))
            #expect(bench.starts == ["logger"])
        }
        bench.wait(5000)
        #expect(bench.signals.contains("logger TERM"))
        bench.send(.inputLeft(InstanceID(1)))
        bench.end("logger", .code(0))
        #expect(bench.starts == [])
        bench.send(.childless)
        #expect(bench.status == 0)
    }
}
