import Basics
import Foundation
import TestSupport
import Testing

@testable import Linux

/// Folders and files, read without waiting.
@Suite struct FolderTests {
    private func text(_ string: String) -> Text { Text(Array(string.utf8)) }

    @Test func `a folder's names, up to a limit`() throws {
        let scratch = try Scratch()
        let wanted = Set((0..<500).map { "file-with-a-long-name-\($0)" })
        for name in wanted { try scratch.write(name, "") }
        let names = try Folder.names(in: text(scratch.path), atMost: 1000)
        let found = names.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(found.count == 502)
        #expect(Set(found) == wanted.union([".", ".."]))
        #expect(try Folder.names(in: text(scratch.path), atMost: 10).count == 10)
    }

    @Test func `what is no folder has no names`() {
        #expect(throws: SystemError(number: ENOTDIR)) {
            try Folder.names(in: "/etc/passwd", atMost: 1)
        }
        #expect(throws: SystemError(number: ENOENT)) {
            try Folder.names(in: "/no/such", atMost: 1)
        }
    }

    @Test func `where a regular file is wanted nothing else is read`() throws {
        let scratch = try Scratch()
        let file = try scratch.write("file", "content")
        let fifo = scratch.file("fifo")
        try #require(mkfifo(fifo, 0o600) == 0)
        #expect(
            try Files.read(text(file), atMost: 7, isRegular: true) == Array("content".utf8))
        #expect(throws: Files.ReadFailure.isTooLarge) {
            try Files.read(text(file), atMost: 6, isRegular: true)
        }
        #expect(throws: Files.ReadFailure.isNotRegular) {
            try Files.read(text(fifo), atMost: 10, isRegular: true)
        }
        #expect(throws: Files.ReadFailure.isNotRegular) {
            try Files.read("/dev/zero", atMost: 10, isRegular: true)
        }
        #expect(throws: Files.ReadFailure.isDirectory) {
            try Files.read(text(scratch.path), atMost: 10, isRegular: true)
        }
    }
}
