import Basics
import Foundation
import TestSupport
import Testing

@testable import Daemontools

@Suite struct LogSinkTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test func `lines go to the directory that is named`() {
        let bench = LogBench("./main", in: scratch)
        bench.write("one\ntwo\n")
        #expect(bench.contents("main") == "one\ntwo\n")
        #expect(bench.mode("main") == 0o700)
        #expect(bench.mode("main/current") == 0o644)
        #expect(bench.mode("main/lock") == 0o600)
        bench.end()
        #expect(!bench.sink.isBlocked)
        #expect(bench.mode("main/current") == 0o744)
    }

    @Test func `a label is that of the moment when the line began`() {
        let bench = LogBench("t ./main", in: scratch)
        bench.write("o", wall: 0)
        bench.write("ne\ntwo\n", wall: 1_000_000_001)
        #expect(
            bench.contents("main")
                == "@400000000000000a00000000 one\n@400000000000000b00000001 two\n")
    }

    @Test func `a last line gets its newline at the end`() {
        let bench = LogBench("t ./main", in: scratch)
        bench.write("one")
        #expect(bench.contents("main") == "")
        bench.end()
        #expect(bench.contents("main") == "@400000000000000a00000000 one\n")
    }

    @Test(arguments: 0..<30)
    func `it does not matter in which parts lines come`(seed: Int) throws {
        var random = Random(seed: seed)
        var input = ""
        for _ in 0..<60 {
            let length = Int.random(in: 0...4, using: &random)
            let long = [0, 0, 0, 990, 999, 1000, 1001, 3000][Int.random(in: 0..<8, using: &random)]
            input += String(repeating: "ab:c", count: length)
            input += String(repeating: "x", count: long) + "\n"
        }
        let script = "e -*:* =seen ./a +*x e ./b"
        let whole = LogBench(script, in: scratch)
        whole.write(input)
        whole.end()
        let other = try Scratch()
        let parts = LogBench(script, in: other)
        parts.write(input, parts: (0..<7).map { _ in Int.random(in: 1...1500, using: &random) })
        parts.end()
        #expect(parts.errors == whole.errors)
        for name in ["a", "b"] { #expect(parts.contents(name) == whole.contents(name)) }
        #expect(other.read("seen") == scratch.read("seen"))
        #expect(scratch.read("seen")?.utf8.count == 1001)
    }

    @Test func `a file ends with a line before its limit, and older ones are removed`() {
        let bench = LogBench("s4096 n3 ./main", in: scratch)
        for number in 100..<400 {
            bench.write("line \(number) \(String(repeating: "x", count: 90))\n")
        }
        let names = bench.files("main")
        #expect(names.count == 3)
        #expect(names.filter { $0.hasPrefix("@") && $0.hasSuffix(".s") }.count == 2)
        for name in names where name.hasPrefix("@") {
            let text = scratch.read("main/\(name)") ?? ""
            #expect(text.hasSuffix("x\n"))
            #expect((2096...2300).contains(text.utf8.count))
            #expect(bench.mode("main/\(name)") == 0o744)
        }
        #expect(bench.contents("main").hasSuffix("line 399 \(String(repeating: "x", count: 90))\n"))
    }

    @Test func `a line longer than a file goes on in the next`() {
        let bench = LogBench("s4096 ./main", in: scratch)
        let line = String(repeating: "y", count: 10_000) + "\n"
        bench.write(line)
        #expect(bench.files("main").count == 3)
        #expect(bench.contents("main") == line)
    }

    @Test func `a command works on each file, and has a state`() throws {
        let bench = LogBench("s4096 !../work ./main", in: scratch)
        try scratch.write("work", "#!/bin/sh\ntr x y; cat <&4 >&5; echo run >&5\n", mode: 0o755)
        for _ in 0..<60 { bench.write(String(repeating: "x", count: 99) + "\n") }
        let old = bench.files("main").filter { $0.hasPrefix("@") }
        #expect(old.count == 2)
        for name in old { #expect(scratch.read("main/\(name)")?.hasPrefix("yyy") == true) }
        #expect(scratch.read("main/state") == "run\nrun\n")
        #expect(scratch.read("main/current")?.hasPrefix("xxx") == true)
    }

    @Test func `while a command fails nothing is taken in, and it is run again`() throws {
        try scratch.write("work", "#!/bin/sh\nexit 3\n", mode: 0o755)
        let bench = LogBench("s4096 !../work ./main", in: scratch)
        let line = String(repeating: "x", count: 99) + "\n"
        var written = ""
        while bench.write(line) { written += line }
        #expect(bench.sink.isBlocked)
        #expect(bench.reports == ["processor failed in ./main, pausing"])
        bench.wait()
        #expect(bench.reports.count == 1)
        try scratch.write("work", "#!/bin/sh\ncat\n", mode: 0o755)
        bench.wait()
        #expect(!bench.sink.isBlocked)
        bench.write(line)
        #expect(bench.contents("main") == written + line)
        #expect(bench.reports.last == "./main is written again")
    }

    @Test func `a rotation that is asked for leaves empty files alone`() {
        let bench = LogBench("./a -* ./b", in: scratch)
        bench.write("one\n")
        bench.sink.rotate()
        bench.settle()
        bench.write("two\n")
        #expect(bench.files("a").count == 2)
        #expect(bench.files("b") == ["current"])
        #expect(scratch.read("a/current") == "two\n")
        #expect(bench.contents("a") == "one\ntwo\n")
    }

    @Test func `what a crash left is kept, and marked`() {
        let first = LogBench("./main", in: scratch)
        first.write("one\n")
        first.sink = LogSink(LogScript([]), LogTerms())
        let second = LogBench("./main", in: scratch)
        second.write("two\n")
        let old = second.files("main").filter { $0.hasPrefix("@") }
        #expect(old.count == 1)
        #expect(old[0].hasSuffix(".u"))
        #expect(second.contents("main") == "one\ntwo\n")
    }

    @Test func `after a fault of swinit the same file goes on`() {
        let first = LogBench("./main", in: scratch)
        first.write("one\n")
        first.sink = LogSink(LogScript([]), LogTerms())
        let second = LogBench("./main", resumes: true, in: scratch)
        second.write("two\n")
        #expect(second.files("main") == ["current"])
        #expect(scratch.read("main/current") == "one\ntwo\n")
    }

    @Test func `two logs cannot have one directory`() {
        let first = LogBench("./main", in: scratch)
        let second = LogBench("./main", in: scratch)
        #expect(second.sink.isBlocked)
        #expect(second.reports.count == 1)
        #expect(second.reports.first?.hasPrefix("unable to lock directory ./main: ") == true)
        #expect(!second.write("two\n"))
        first.end()
        second.wait()
        #expect(second.write("two\n"))
        #expect(second.contents("main") == "two\n")
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
