import Basics
import Config
import Foundation
import Linux
import Testing

@testable import swinit

/// From bytes to lines: splitting, cutting, naming.
@Suite(.serialized) struct LineTests {
    /// What comes out of `pieces`, each of which is read at once, and how much of each is left.
    private func write(
        _ pieces: [String], _ format: LogSettings.Format, isEnding: Bool = false
    ) throws -> (text: String, left: String) {
        let outlets = try Outlets(table: try FaultTable.make(capacity: 1))
        let pipe = try StreamPipe(isInput: true)
        // The logger's end, which swinit never reads, waits.
        #expect(fcntl(pipe.reading, F_SETFL, O_NONBLOCK) == 0)
        let outlet = outlets.addLogger(0, pipe, isAdopted: false)
        let form = LineForm()
        form.format = format
        form.name = "web"
        form.width = 5
        form.prepare(at: 0)
        var left: [UInt8] = []
        var isMore = false
        var text: [UInt8] = []
        for (number, piece) in pieces.enumerated() {
            var bytes = left + Array(piece.utf8)
            let count = bytes.count
            bytes += [UInt8](repeating: 0, count: 64)
            let done = try bytes.withUnsafeBufferPointer {
                try outlets.write(
                    #require($0.baseAddress), count, form, to: outlet, isMore: isMore,
                    isEnding: isEnding && number == pieces.count - 1, isForced: false)
            }
            if done > 0 { isMore = bytes[done - 1] != 10 }
            left = Array(bytes[done..<count])
            outlets.flush()
            text += pipe.read(atMost: 65_536)
        }
        pipe.close()
        return (String(decoding: text, as: UTF8.self), String(decoding: left, as: UTF8.self))
    }

    @Test(arguments: 1...9) func `pieces make the same lines however they are cut`(size: Int) throws
    {
        let text = "a\n\nlonger line\n\r\n\u{e9}\0b\nrest"
        let bytes = Array(text.utf8)
        var pieces: [String] = []
        var start = 0
        while start < bytes.count {
            var end = min(start + size, bytes.count)
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            pieces.append(String(decoding: bytes[start..<end], as: UTF8.self))
            start = end
        }
        let lines = "web   | a\nweb   | \nweb   | longer line\nweb   | \r\nweb   | \u{e9}\0b\n"
        #expect(try write(pieces, .text) == (lines, "rest"))
        #expect(try write(pieces, .text, isEnding: true) == (lines + "web   | rest\n", ""))
        #expect(try write(pieces, .raw, isEnding: true) == (text + "\n", ""))
    }

    @Test(arguments: [16_383, 16_384, 16_385, 32_768, 32_769])
    func `a line is cut behind 16 KiB`(count: Int) throws {
        let line = String(repeating: "x", count: count)
        let (text, left) = try write([line, "\n"], .text)
        #expect(left.isEmpty)
        let lines = text.split(separator: "\n")
        #expect(lines.count == (count + 16_383) / 16_384)
        #expect(lines.map { $0.dropFirst(8) }.joined() == line)
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("web   + ") })
        #expect(lines.first?.hasPrefix("web   | ") == true)
        #expect(try write([line, "\n"], .raw).text == line + "\n")
    }

    @Test func `a character is not cut in two`() throws {
        let line = "x" + String(repeating: "\u{20ac}", count: 6000)
        let lines = try write([line + "\n"], .text).text.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.map { $0.dropFirst(8) }.joined() == line)
    }

    @Test func `JSON says what goes on with what was cut`() throws {
        let text = try write([String(repeating: "\"", count: 16_385) + "\n{}\n"], .json).text
        let lines = text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[1].hasSuffix("\"continued\":true,\"message\":\"\\\"\"}"))
        #expect(lines[2].hasSuffix("\"pid\":0,\"data\":{}}"))
    }

    @Test func `moments in UTC`() {
        func text(_ nanoseconds: Int64) -> String {
            var bytes: [UInt8] = []
            UTCTime.add(nanoseconds, to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(text(0) == "1970-01-01T00:00:00.000000Z")
        #expect(text(951_782_399_999_999_999) == "2000-02-28T23:59:59.999999Z")
        #expect(text(951_782_400_000_001_000) == "2000-02-29T00:00:00.000001Z")
        #expect(text(4_107_542_400_000_000_000) == "2100-03-01T00:00:00.000000Z")
        #expect(text(1_798_761_599_000_000_000) == "2026-12-31T23:59:59.000000Z")
    }
}
