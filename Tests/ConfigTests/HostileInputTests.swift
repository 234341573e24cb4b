import Basics
import Config
import Foundation
import Testing

/// Files that nobody would write on purpose.
struct HostileInputTests {
    /// A generator whose numbers are the same in every run.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let pieces: [String] = [
        "job", "{", "}", "\n", "\n", "\n", " ", " ", "\t", "\r\n", "\\\n", "\"", "'", "#", "=",
        "\\",
        "name", "cmd", "env", "ulimit", "defaults", "wait", "once", "ready", "include", "forward",
        "to", "shutdown", "on", "restart", "stop-timeout", "restart-delay", "..", "10s", "-n",
        "1:2",
        "infinity", "cpu", "0x", "user", ":", "success-codes", ",", "TERM", "${A}", "a", "main",
        "\u{FEFF}", "\u{e9}", "sh -c", "&", "nginx", "a.1", "4294967296", "-", "+", "depends",
        "after", "*", "[a", "restart-with", "instances", "restart-limit", "in", "then", "ready",
        "health", "exec", "tcp", "[::1]:80", "http", "http://a", "within", "every", "failures",
        "after a", "wait", "start-retries", "1000",
        "linger", "/etc/jobs.conf", "job {\n", "}\n", "name a\n", "cmd b\n", "group", "umask",
    ]

    private func check(_ bytes: [UInt8]) throws {
        let outcome = Fixture(bytes: bytes).load()
        #expect((outcome.configuration == nil) == outcome.diagnostics.hasErrors)
        #expect(outcome.diagnostics.diagnostics.count <= 2 * DiagnosticList.limit)
        for diagnostic in outcome.diagnostics.diagnostics {
            guard let span = diagnostic.span else { continue }
            let source = try #require(
                outcome.sources.indices.contains(Int(span.source)) ? span : nil)
            #expect(source.start >= 0 && source.start <= source.end)
            #expect(Int(source.end) <= outcome.sources[Int(source.source)].bytes.count)
            #expect(!diagnostic.message.bytes.contains { $0 < 32 || $0 == 127 })
        }
        let report = DiagnosticReport(outcome.diagnostics, in: outcome.sources)
        #expect(!report.text.bytes.contains { $0 < 9 || ($0 > 10 && $0 < 32) })
        #expect(String(validating: report.text.bytes, as: UTF8.self) != nil)
        _ = try JSONSerialization.jsonObject(with: Data(report.json.bytes))
    }

    @Test(arguments: 0..<8)
    func `random words never harm, and spans lie in their files`(seed: Int) throws {
        var random = Random(state: UInt64(seed))
        for _ in 0..<250 {
            var text = ""
            for _ in 0..<Int.random(in: 0..<120, using: &random) {
                text += Self.pieces.randomElement(using: &random) ?? ""
                if Bool.random(using: &random) { text += " " }
            }
            try check(Array(text.utf8))
        }
    }

    @Test func `random bytes never harm`() throws {
        var random = Random(state: 99)
        for _ in 0..<500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<200, using: &random) {
                bytes.append(UInt8.random(in: 1...255, using: &random))
            }
            try check(bytes)
            try check(Array("job {\nname a\ncmd b\n".utf8) + bytes)
        }
    }

    @Test(arguments: [
        "{", "}", "\"", "'", "\\", "\\\n", "env {\n", "job {\n", "job\n", "a ", "job { ",
        "env A=\"",
        "x {\n", "}\n", "# ", "\u{e9}", "job {\nname a\n", "linger\n", "\r", "name x\n",
    ])
    func `what repeats for ever is read in linear time`(piece: String) throws {
        try check(Array(String(repeating: piece, count: 4000).utf8))
        try check(Array(("job {\n" + String(repeating: piece, count: 4000)).utf8))
    }

    @Test func `variables and limits are bounded`() {
        let variables = String(repeating: "env A=1\n", count: 4097)
        #expect(load(variables).messages == ["more than 4096 of these"])
        #expect(loadJob(variables).messages == ["more than 4096 of these"])
        let limits = String(repeating: "ulimit -c 0\n", count: 4097)
        #expect(loadJob(limits).messages == ["more than 4096 of these"])
    }

    @Test func `jobs are bounded`() {
        var text = ""
        for number in 0...10_000 { text += "job {\nname j\(number)\ncmd x\n}\n" }
        #expect(load(text).messages == ["more than 10000 jobs"])
    }

    /// The processor time of this thread, in seconds: what other tests do beside it does not count.
    private var threadTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test func `twice as many jobs take about twice as long`() throws {
        func seconds(_ count: Int) throws -> Double {
            var text = ""
            for number in 0..<count {
                text += "job {\nname job\(number)\ncmd /bin/app \"--x \(number)\" # y\n"
                text += "env A=\"b c\"\nrestart-delay 1s..30s\nstop-timeout 5s\n}\n"
            }
            let fixture = Fixture(text)
            var best = Double.infinity
            for _ in 0..<5 {
                let start = threadTime
                let outcome = fixture.load()
                best = min(best, threadTime - start)
                try #require(outcome.configuration?.jobs.count == count)
            }
            return best
        }
        let once = try seconds(1000)
        let twice = try seconds(2000)
        #expect(twice < 4 * once)
    }
}
