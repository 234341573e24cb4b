import Basics
import Foundation
import TestSupport
import Testing

@testable import Linux

/// Writing without waiting, by each of the ways for what other kernels and descriptors permit.
@Suite struct NonblockingOutputTests {
    /// Bytes that differ from their neighbours.
    private static let text = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 ^ $0 >> 8) }

    /// What is read from `reader`, which does not wait.
    private func drain(_ reader: Int32) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(reader, &buffer, buffer.count)
            if count <= 0 { return all }
            all += buffer[..<count]
        }
    }

    /// Writes what fits of the text from `start` on.
    private func write(from start: Int, by output: inout NonblockingOutput) -> Int? {
        Self.text.withUnsafeBytes { bytes in
            bytes.baseAddress.flatMap { output.write($0 + start, bytes.count - start) }
        }
    }

    /// Writes all of the text, reading whenever nothing more fits.
    private func pass(_ output: inout NonblockingOutput, to reader: Int32) throws {
        var done = 0
        var arrived: [UInt8] = []
        var refusals = 0
        while done < Self.text.count {
            let written = try #require(write(from: done, by: &output))
            done += written
            if written > 0 { continue }
            refusals += 1
            let news = drain(reader)
            try #require(!news.isEmpty, "nothing fits, and nothing is there")
            arrived += news
        }
        arrived += drain(reader)
        #expect(arrived == Self.text)
        #expect(refusals > 0)
    }

    @Test(arguments: [
        NonblockingOutput.Way.plain, .now, .spliced, .pieces,
    ])
    func `a pipe takes what fits, and everything in order`(way: NonblockingOutput.Way) throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { for end in ends { close(end) } }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        if way == .plain { _ = fcntl(ends[1], F_SETFL, O_NONBLOCK) }
        var output = NonblockingOutput(own: ends[1])
        output.way = way
        output.isPipe = true
        try pass(&output, to: ends[0])
        // The reader goes: nobody will read it.
        close(ends[0])
        ends[0] = -1
        signal(SIGPIPE, SIG_IGN)
        // Children of other tests may have the reader's end until they execute.
        try Deadline.wait(until: "nobody reads") { write(from: 0, by: &output) == nil }
    }

    @Test func `a socket that others share blocks for them alone`() throws {
        var ends: [Int32] = [-1, -1]
        try #require(
            socketpair(
                AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
        defer { for end in ends { close(end) } }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        var output = NonblockingOutput(sharing: ends[1])
        #expect(output.way == .socket)
        try pass(&output, to: ends[0])
        #expect(fcntl(ends[1], F_GETFL) & O_NONBLOCK == 0)
    }

    @Test func `a pipe that others share keeps its flags`() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { for end in ends { close(end) } }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        var output = NonblockingOutput(sharing: ends[1])
        #expect(output.descriptor != ends[1])
        try pass(&output, to: ends[0])
        #expect(fcntl(ends[1], F_GETFL) & O_NONBLOCK == 0)
        close(output.descriptor)
    }
}
