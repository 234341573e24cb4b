import Basics
import Foundation
import Linux
import TestSupport
import Testing

@testable import Daemontools

@Suite struct LogFileTests {
    private let scratch: Scratch
    private let line = String(repeating: "x", count: 99) + "\n"

    init() throws {
        scratch = try Scratch()
    }

    @Test func `lines are appended to the file`() throws {
        try scratch.write("log", "old\n")
        let bench = LogBench(file: "log", in: scratch)
        bench.write("new\n")
        #expect(scratch.read("log") == "old\nnew\n")
    }

    @Test func `a file is renamed before it would be too large, and the oldest goes`() {
        let bench = LogBench(file: "log", size: 250, count: 2, in: scratch)
        for number in 0..<7 { bench.write("\(number)\(line)") }
        #expect(bench.files() == ["log", "log.1", "log.2"])
        #expect(scratch.read("log") == "6\(line)")
        #expect(scratch.read("log.1") == "4\(line)5\(line)")
        #expect(scratch.read("log.2") == "2\(line)3\(line)")
    }

    @Test func `a line that is longer than a file has one of its own`() {
        let bench = LogBench(file: "log", size: 50, count: 9, in: scratch)
        bench.write("a\n" + line + "b\nc\n")
        #expect(scratch.read("log.2") == "a\n")
        #expect(scratch.read("log.1") == line)
        #expect(scratch.read("log") == "b\nc\n")
    }

    @Test func `older files are compressed`() throws {
        let bench = LogBench(file: "log", size: 250, count: 2, compresses: true, in: scratch)
        for number in 0..<7 { bench.write("\(number)\(line)") }
        #expect(bench.files() == ["log", "log.1.gz", "log.2.gz"])
        let text = try Command.output(["zcat", scratch.file("log.2.gz"), scratch.file("log.1.gz")])
        #expect(text == "2\(line)3\(line)4\(line)5\(line)".dropLast())
    }

    @Test func `what is compressed may be renamed meanwhile`() throws {
        let bench = LogBench(file: "log", size: 150, count: 3, compresses: true, in: scratch)
        for number in 0..<2 { put("\(number)\(line)", bench) }
        let child = try #require(bench.sink.takeChild())
        // Two more rotations while the command runs.
        for number in 2..<4 { put("\(number)\(line)", bench) }
        #expect(bench.sink.takeChild() == nil)
        let words = child.command.map { String(decoding: $0.bytes, as: UTF8.self) }
        let folder = String(decoding: child.directory.bytes, as: UTF8.self)
        try Command.output(["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words)
        bench.sink.childEnded(.code(0), bench.now)
        #expect(bench.files().contains("log.3.gz"))
        bench.settle()
        #expect(bench.files() == ["log", "log.1.gz", "log.2.gz", "log.3.gz"])
        let names = (1...3).reversed().map { scratch.file("log.\($0).gz") }
        #expect(try Command.output(["zcat"] + names) == "0\(line)1\(line)2\(line)".dropLast())
    }

    /// Writes without running commands.
    private func put(_ text: String, _ bench: LogBench) {
        let bytes = Array(text.utf8)
        let taken = bytes.withUnsafeBufferPointer { bench.sink.append($0, wall: 0) }
        #expect(taken == bytes.count)
        bench.sink.advance(bench.now)
    }

    @Test func `a command that fails is told of once, and the file stays`() throws {
        let bench = LogBench(file: "log", size: 150, count: 3, compresses: true, in: scratch)
        for _ in 0..<2 {
            for number in 0..<2 { put("\(number)\(line)", bench) }
            #expect(bench.sink.takeChild() != nil)
            bench.sink.childEnded(.code(127), bench.now)
        }
        let reports = bench.sink.takeReports().map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(reports == ["log.1 could not be compressed"])
        #expect(bench.files() == ["log", "log.1", "log.2", "log.3"])
    }

    // MARK: - Troubles

    @Test(arguments: ["link", "folder/log", "deep/folder/log"])
    func `nothing is written through a symbolic link`(path: String) throws {
        try FileManager.default.createDirectory(
            atPath: scratch.file("elsewhere/folder"), withIntermediateDirectories: true)
        try scratch.write("target", "precious\n")
        for (name, target) in [
            ("link", "target"), ("folder", "elsewhere"), ("deep", "elsewhere"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.file(name), withDestinationPath: target)
        }
        let bench = LogBench(file: path, in: scratch)
        #expect(bench.reports == ["unable to write to \(path): it is a symbolic link"])
        #expect(!bench.write("x\n"))
        #expect(scratch.read("target") == "precious\n")
        #expect(!scratch.exists("elsewhere/log"))
        bench.wait()
        #expect(bench.reports.count == 1)
    }

    @Test func `what stands there and is no file is refused without waiting`() throws {
        _ = try scratch.makeFIFO("log")
        let bench = LogBench(file: "log", in: scratch)
        #expect(bench.reports.count == 1)
        #expect(!bench.write("x\n"))
    }

    @Test func `a trouble is told once, nothing is lost, and the end of it is told`() throws {
        let bench = LogBench(file: "a/b/log", in: scratch)
        #expect(bench.reports == ["unable to write to a/b/log: No such file or directory"])
        #expect(!bench.write("one\n"))
        bench.wait()
        #expect(bench.reports.count == 1)
        try FileManager.default.createDirectory(
            atPath: scratch.file("a"), withIntermediateDirectories: false)
        #expect(!bench.write("one\n"))
        bench.wait()
        #expect(bench.write("one\n"))
        #expect(bench.reports.last == "a/b/log is written again")
        #expect(scratch.read("a/b/log") == "one\n")
    }

    @Test func `a file that is removed or renamed is made again`() throws {
        let bench = LogBench(file: "folder/log", in: scratch)
        bench.write("one\n")
        try FileManager.default.removeItem(atPath: scratch.file("folder"))
        bench.write("two\n")
        #expect(scratch.read("folder/log") == "two\n")
        #expect(bench.reports == ["folder/log was removed or renamed; it is made again"])
        rename(scratch.file("folder/log"), scratch.file("moved"))
        bench.write("three\n")
        #expect(scratch.read("folder/log") == "three\n")
        #expect(scratch.read("moved") == "two\n")
    }

    @Test(.enabled(if: getuid() == 0)) func `files are opened as the user and are the user's`()
        throws
    {
        chmod(scratch.path, 0o755)
        mkdir(scratch.file("mine"), 0o755)
        chown(scratch.file("mine"), 1234, 1234)
        mkdir(scratch.file("root"), 0o755)
        for (folder, isTaken) in [("mine", true), ("root", false)] {
            let sink = LogSink(
                file: Text(Array("\(folder)/log".utf8)),
                LogTerms(
                    base: Text(Array(scratch.path.utf8)),
                    identity: ChildPlan.Identity(
                        user: 1234, group: 1234, supplementary: PackedArray([1234])),
                    resumes: false))
            sink.advance(Instant(milliseconds: 0))
            #expect(sink.isBlocked == !isTaken)
        }
        var facts = stat()
        #expect(lstat(scratch.file("mine/log"), &facts) == 0)
        #expect(facts.st_uid == 1234 && facts.st_gid == 1234)
        #expect(!scratch.exists("root/log"))
        // Whatever is opened next is root's again.
        try scratch.write("root/other", "")
    }
}
