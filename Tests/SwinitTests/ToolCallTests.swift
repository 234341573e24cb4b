import Basics
import Daemontools
import Foundation
import Testing

@testable import swinit

@Suite struct ToolCallTests {
    /// The call that these words are.
    private func call(_ words: [String]) -> ToolCall? {
        var pointers = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { for pointer in unsafe pointers { unsafe free(pointer) } }
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.flatMap { unsafe ToolCall(words.count, $0) }
        }
    }

    @Test(
        arguments: [
            (["envdir"], .envdir, 0), (["/command/envdir", "tool", "svc"], .envdir, 0),
            (["swinit", "tool", "svc"], .svc, 2), (["/init", "tool", "svc", "-u"], .svc, 2),
            (["swinit", "tool", "/x/fghack"], .fghack, 2),
        ] as [([String], Tool, Int)])
    func `is by name or by verb`(words: [String], tool: Tool, first: Int) {
        #expect(call(words)?.tool == tool)
        #expect(call(words)?.first == first)
    }

    @Test(arguments: [
        [], ["swinit"], ["swinit", "tool"], ["swinit", "svc"], ["swinit", "tools", "svc"],
        ["swinit", "tool", "sv"], ["swinit", "-v", "tool", "svc"], ["tini", "tool", "svc"],
        ["dumb-init", "tool", "svc"],
    ])
    func `is nothing else`(words: [String]) {
        #expect(call(words) == nil)
    }

    @Test(
        arguments: [
            (
                "swinit tool setuidgit",
                "unknown program 'setuidgit'\nswinit | hint: did you mean 'setuidgid'?"
            ),
            (
                "swinit tool nothing",
                "unknown program 'nothing'\nswinit | hint: swinit help tool lists them"
            ),
            (
                "swinit tool",
                "'tool' needs the name of a program\nswinit | hint: swinit help tool lists them"
            ),
            (
                "swinit -v tool svc",
                "'tool' must be the first word\nswinit | hint: swinit tool svc"
            ),
        ] as [(Text, Text)])
    func `what names no program is refused with 100`(line: Text, sentences: Text) {
        let refusal = refusal(line)
        #expect(refusal?.0 == "swinit | error: \(sentences)\n")
        #expect(refusal?.1 == 100)
    }

    @Test func `help lists the names`() {
        let page = said("swinit help tool")?.text.split(at: 10) ?? []
        #expect(page.first == "swinit tool NAME [ARGS]")
        #expect(page.contains(Text(stringLiteral: Tool.names)))
    }
}
