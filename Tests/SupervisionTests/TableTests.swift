import Basics
import Config
import Testing

@testable import Supervision

@Suite struct TableTests {
    @Test func `keys are sorted`() {
        var random = Random(seed: 7)
        for count in [0, 1, 2, 3, 100, 1000] {
            var keys = (0..<count).map { _ in random.next() }
            let sorted = keys.sorted()
            sortKeys(&keys)
            #expect(keys == sorted)
        }
    }

    @Test func `the nearest deadline is found after every change`() {
        var random = Random(seed: 3)
        var table = DeadlineTable()
        var plain = [UInt64?](repeating: nil, count: 20)
        for _ in plain { table.append() }
        for _ in 0..<2000 {
            let row = random.number(0...19)
            let due = random.chance(30) ? nil : UInt64(random.number(1...50))
            plain[row] = due
            table.set(row, to: due.map { Instant(milliseconds: $0) } ?? .never)
            #expect(table.nearest.milliseconds == plain.compactMap { $0 }.min() ?? .max)
            let now = UInt64(random.number(1...50))
            let isDue = plain.contains { $0 ?? .max <= now }
            #expect(table.isDue(at: Instant(milliseconds: now)) == isDue)
            let first = plain.firstIndex { $0 ?? .max <= now }
            #expect(table.firstDue(from: 0, at: Instant(milliseconds: now)) == first)
        }
    }

    @Test func `names are found by their hash`() {
        var index = NameIndex()
        let names: [Text] = (0..<500).map { "job\($0)" }
        for row in names.indices { index.add(names[row].hash(number: 1), row: row) }
        index.finish()
        for row in names.indices {
            #expect(index.rows(of: names[row].hash(number: 1)).contains(row))
        }
        #expect(index.rows(of: ("nobody" as Text).hash(number: 2)).isEmpty)
        #expect(("a" as Text).hash(number: 1) != ("a" as Text).hash(number: 2))
        #expect(("a" as Text).hash(number: 1) == 0xaf63_dc4c_8601_ec8c)
    }

    @Test func `a row is small beside its definition`() {
        #expect(MemoryLayout<JobMachine>.stride + 12 <= 256)
    }

    @Test func `records keep every word`() {
        #expect(InstanceRecord().words.count == InstanceRecord.wordCount)
        #expect(SupervisorRecord().words.count == SupervisorRecord.wordCount)
        var random = Random(seed: 11)
        for _ in 0..<200 {
            var record = InstanceRecord()
            record.machine.pid = Int32(random.number(1...4_000_000))
            record.machine.group = record.machine.pid
            record.nameHash = random.next()
            record.machine.marks = UInt32(random.number(0...0xFF_FFFF))
            record.machine.time = Instant(milliseconds: random.next())
            record.machine.lastStatus = -1
            record.machine.scale = Int16(random.number(-1...1000))
            #expect(InstanceRecord(words: record.words) == record)
        }
        #expect(InstanceRecord(words: []) == InstanceRecord())
    }

    @Test func `what is told of rows that are not there is ignored`() {
        var bench = Bench.began([.named("a")])
        for index in [-1, 1, 99, Int.max] {
            let id = InstanceID(index)
            bench.send(.spawned(id, pid: 1))
            bench.send(.executed(id))
            bench.send(.ended(id, .code(0)))
            bench.send(.groupEmptied(id))
            #expect(bench.actions == [])
            #expect(bench.supervisor.spec(of: id) == nil)
            #expect(bench.supervisor.pid(of: id) == nil)
            #expect(bench.supervisor.record(of: index) == InstanceRecord())
        }
    }
}
