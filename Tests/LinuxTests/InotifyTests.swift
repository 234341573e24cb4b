import Basics
import Foundation
import Linux
import TestSupport
import Testing

@Suite struct InotifyTests {
    private func text(_ string: String) -> Text { Text(Array(string.utf8)) }

    /// The names of all events so far, once each, in order.
    private func names(_ inotify: inout Inotify) -> [String] {
        var names: [String] = []
        while let event = inotify.next() {
            let name = String(decoding: event.name.bytes, as: UTF8.self)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    @Test func `a folder tells what is made, moved, written and deleted in it`() throws {
        let scratch = try Scratch()
        var inotify = try Inotify()
        _ = try inotify.add(text(scratch.path), .folder)
        let found1 = names(&inotify)
        #expect(found1 == [])
        try scratch.write("a", "1")
        let found2 = names(&inotify)
        #expect(found2.contains("a"))
        #expect(rename(scratch.file("a"), scratch.file("b")) == 0)
        let found3 = names(&inotify)
        #expect(found3 == ["a", "b"])
        #expect(unlink(scratch.file("b")) == 0)
        let found4 = names(&inotify)
        #expect(found4 == ["b"])
    }

    @Test func `a file that is written tells nothing until it is closed`() throws {
        let scratch = try Scratch()
        let file = try scratch.write("a", "1")
        var inotify = try Inotify()
        let watch = try inotify.add(text(file), .file)
        let writer = open(file, O_WRONLY)
        #expect(write(writer, "22", 2) == 2)
        let early = inotify.next()
        #expect(early == nil)
        close(writer)
        let late = inotify.next()
        #expect(late?.watch == watch)
    }

    @Test func `many events are read one by one, whatever fits into a read`() throws {
        let scratch = try Scratch()
        var inotify = try Inotify()
        _ = try inotify.add(text(scratch.path), .folder)
        let wanted = (0..<500).map { String(repeating: "n", count: $0 % 200) + "\($0)" }
        for name in wanted { #expect(symlink("/x", scratch.file(name)) == 0) }
        let found5 = names(&inotify)
        #expect(found5 == wanted)
    }

    @Test func `what cannot be watched is said`() throws {
        let inotify = try Inotify()
        let scratch = try Scratch()
        let file = try scratch.write("a", "1")
        var errors: [SystemError] = []
        for (path, target) in [("/no/such", Inotify.Target.way), (file, .folder)] {
            do throws(SystemError) {
                _ = try inotify.add(text(path), target)
            } catch {
                errors.append(error)
            }
        }
        #expect(errors.map(\.isMissing) == [true, false])
        #expect(errors.map(\.isNoDirectory) == [false, true])
    }
}

@Suite struct ContentHashTests {
    private func hash(_ path: String) -> UInt64? { Files.contentHash(of: Text(Array(path.utf8))) }

    @Test func `the same content has the same number, wherever it is`() throws {
        let scratch = try Scratch()
        let long = String(repeating: "0123456789", count: 20_000)
        let first = try scratch.write("a", long)
        let second = try scratch.write("b", long)
        let other = try scratch.write("c", long.dropLast() + "x")
        #expect(hash(first) != nil)
        #expect(hash(first) == hash(second))
        #expect(hash(first) != hash(other))
    }

    @Test func `what is no regular file has none, and nothing waits for it`() throws {
        let scratch = try Scratch()
        #expect(hash(try scratch.makeFIFO("fifo")) == nil)
        #expect(hash(scratch.path) == nil)
        #expect(hash(scratch.file("missing")) == nil)
        #expect(hash("/dev/null") == nil)
    }

    @Test func `a file that was only made may not be whole, a linked one is`() throws {
        let scratch = try Scratch()
        let path = try scratch.write("a", "1")
        func isFresh(_ name: String) -> Bool {
            FileFacts(of: Text(Array(scratch.file(name).utf8)), follows: false).isFresh
        }
        let empty = open(scratch.file("empty"), O_WRONLY | O_CREAT, 0o644)
        #expect(isFresh("empty"))
        close(empty)
        #expect(link(path, scratch.file("b")) == 0)
        #expect(!isFresh("b"))
        #expect(symlink("a", scratch.file("c")) == 0)
        #expect(!isFresh("c"))
    }
}
