import Basics
import Linux
import Testing

@testable import swinit

/// The last output of jobs, within bounds.
@Suite struct LogRingTests {
    /// One stretch of lines that were read at once.
    private struct Record: Equatable {
        var time: Int64
        var instance: Int
        var flags: UInt8
        var text: String
    }

    private func records(_ ring: LogRing) -> [Record] {
        var records: [Record] = []
        let bytes = ring.content
        var place = 0
        while place + LogRing.headSize <= bytes.count {
            func number(_ offset: Int, _ size: Int) -> Int {
                (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[place + offset + $1]) }
            }
            let size = number(8, 2)
            let start = place + LogRing.headSize
            guard start + size <= bytes.count else { break }
            records.append(
                Record(
                    time: Int64(number(0, 8)), instance: number(10, 2),
                    flags: UInt8(number(12, 1)),
                    text: String(decoding: bytes[start..<start + size], as: UTF8.self)))
            place = start + size
        }
        #expect(place == bytes.count)
        return records
    }

    private func add(_ text: String, to ring: LogRing, at time: Int64 = 7, instance: Int = 1) {
        var bytes = Array(text.utf8)
        let count = bytes.count
        bytes += [0, 0, 0, 0, 0, 0, 0, 0]
        bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            ring.add(
                start, count, at: time, instance: instance, isErrors: instance == 2, isMore: false)
        }
    }

    @Test func `lines keep their time, instance and stream`() throws {
        let file = try BlockFile(adopting: 0)
        let ring = LogRing(job: 99, limit: 16, file, isAdopted: false)
        add("one\ntwo\n", to: ring, at: 5)
        add("three\n", to: ring, at: 6, instance: 2)
        let wanted = [
            Record(time: 5, instance: 1, flags: 0, text: "one\ntwo\n"),
            Record(time: 6, instance: 2, flags: 1, text: "three\n"),
        ]
        #expect(records(ring) == wanted)
        // The next image finds them.
        let again = try BlockFile(adopting: file.descriptor)
        #expect(records(LogRing(job: 99, limit: 16, again, isAdopted: true)) == wanted)
        #expect(records(LogRing(job: 98, limit: 16, again, isAdopted: true)).isEmpty)
    }

    @Test(arguments: [2, 16]) func `the oldest goes first, and the last stay`(limit: Int) throws {
        let file = try BlockFile(adopting: 0)
        let ring = LogRing(job: 1, limit: limit, file, isAdopted: false)
        var random = SystemRandomNumberGenerator()
        var all = ""
        for number in 0..<400 {
            let line =
                "\(number) " + String(repeating: "x", count: .random(in: 0...900, using: &random))
            add(line + "\n", to: ring)
            all += line + "\n"
            #expect(ring.blockCount <= limit)
        }
        let text = records(ring).map(\.text).joined()
        #expect(all.hasSuffix(text))
        #expect(text.utf8.count > (limit - 1) * 3900 - 1000)
    }

    @Test func `what is longer than a ring leaves its end there`() throws {
        let file = try BlockFile(adopting: 0)
        let ring = LogRing(job: 1, limit: 2, file, isAdopted: false)
        let long = (0..<5000).map { "line \($0)\n" }.joined()
        add(long, to: ring)
        let text = records(ring).map(\.text).joined()
        #expect(long.hasSuffix(text) && text.utf8.count > 3000 && ring.blockCount == 2)
    }

    @Test func `all rings together have their bound, and silent jobs none`() throws {
        let file = try BlockFile(adopting: 0)
        let rings = LogRings(file)
        rings.total = 10
        for job in 1...20 as ClosedRange<UInt64> {
            let ring = try #require(rings.open(job, size: 65_536, isAdopted: false))
            add(String(repeating: "\(job)\n", count: 1000), to: ring)
            rings.trim()
            #expect(rings.rings.reduce(0) { $0 + $1.blockCount } <= 10)
        }
        #expect(rings.ring(of: 1)?.blockCount == 0)
        #expect(rings.ring(of: 20)?.blockCount != 0)
        // In one block the beginning of a line may be all that is left.
        #expect(rings.open(30, size: 1, isAdopted: false)?.limit == 2)
        #expect(rings.open(21, size: 0, isAdopted: false) == nil)
        #expect(rings.open(22, size: 1 << 20, isAdopted: true) == nil)
        rings.keep([20])
        #expect(rings.rings.map(\.job) == [20])
    }
}
