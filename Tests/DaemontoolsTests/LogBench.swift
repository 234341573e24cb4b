import Basics
import Foundation
import Linux
import TestSupport

@testable import Daemontools

/// A log in a folder of its own, with a clock that the test turns.
final class LogBench {
    let scratch: Scratch
    var sink: LogSink
    var now = Instant(milliseconds: 1000)
    private(set) var reports: [String] = []
    private(set) var errors = ""

    /// The log of swinit's own `log script`, or of a program.
    init(_ script: String, isInit: Bool = true, resumes: Bool = false, in scratch: Scratch) {
        self.scratch = scratch
        let words = script.split(separator: " ").map { Text(Array($0.utf8)) }
        sink = LogSink(LogScript(words), Self.terms(isInit, resumes, scratch))
        settle()
    }

    /// The log of swinit's own `log file`.
    init(
        file: String, size: Int? = nil, count: Int = 3, compresses: Bool = false,
        in scratch: Scratch
    ) {
        self.scratch = scratch
        sink = LogSink(file: Text(Array(file.utf8)), Self.terms(true, false, scratch))
        sink.rotate(size: size, count: count, compresses: compresses)
        settle()
    }

    private static func terms(_ isInit: Bool, _ resumes: Bool, _ scratch: Scratch) -> LogTerms {
        isInit
            ? LogTerms(
                base: Text(Array(scratch.path.utf8)),
                identity: ChildPlan.Identity(
                    user: getuid(), group: getgid(), supplementary: PackedArray([getgid()])),
                resumes: resumes)
            : LogTerms()
    }

    /// Does what is due now, and runs commands.
    func settle() {
        for _ in 0..<1000 {
            sink.advance(now)
            reports += sink.takeReports().map { String(decoding: $0.bytes, as: UTF8.self) }
            errors += String(decoding: sink.takeErrors(), as: UTF8.self)
            guard let child = sink.takeChild() else { return }
            sink.childEnded(run(child), now)
        }
    }

    private func run(_ child: LogChild) -> Exit {
        let words = child.command.map { String(decoding: $0.bytes, as: UTF8.self) }
        let folder = String(decoding: child.directory.bytes, as: UTF8.self)
        let status = try? Command.run(
            ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words
        ).status
        return .code(status ?? 127)
    }

    /// Lets five seconds pass.
    func wait() {
        now = now + LogSink.pause
        settle()
    }

    /// Writes all of `text`, so many bytes at a time; answers whether it was taken.
    @discardableResult
    func write(_ text: String, parts: [Int] = [], wall: Int64 = 0) -> Bool {
        let bytes = Array(text.utf8)
        var start = 0
        var turn = 0
        while start < bytes.count {
            let part = parts.isEmpty ? bytes.count : parts[turn % parts.count]
            let end = min(bytes.count, start + part)
            let taken = bytes[start..<end].withUnsafeBufferPointer {
                sink.append($0, wall: wall)
            }
            settle()
            if taken == 0 { return false }
            start += taken
            turn += 1
        }
        return true
    }

    func end() {
        sink.end()
        settle()
    }

    /// The files in `folder`, `lock` and `state` not among them, by their names; labels are `@`.
    func files(_ folder: String = "") -> [String] {
        let path = folder.isEmpty ? scratch.path : scratch.file(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0 != "lock" && $0 != "state" }.sorted()
    }

    /// What all files with a label and `current` hold together.
    func contents(_ folder: String) -> String {
        files(folder).filter { $0.hasPrefix("@") || $0 == "current" }
            .compactMap { scratch.read("\(folder)/\($0)") }.joined()
    }

    func mode(_ name: String) -> Int {
        var facts = stat()
        return lstat(scratch.file(name), &facts) == 0 ? Int(facts.st_mode & 0o7777) : -1
    }
}
