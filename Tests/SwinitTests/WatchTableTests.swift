import Basics
import Testing

@testable import swinit

@Suite struct WatchTableTests {
    private func files(_ table: WatchTable, _ watch: Int32, _ name: Text) -> [Int] {
        table.rows(of: watch, name).map { table.file(ofRow: $0) }
    }

    @Test func `an event concerns who watches that name in that folder`() {
        var table = WatchTable()
        table.add(7, .name, "/etc/jobs.conf", file: 0)
        table.add(7, .name, "/etc/other.conf", file: 1)
        table.add(8, .name, "/srv/jobs.conf", file: 2)
        #expect(files(table, 7, "jobs.conf") == [0])
        #expect(files(table, 8, "jobs.conf") == [2])
        #expect(files(table, 7, "s.conf") == [])
        #expect(files(table, 7, "") == [])
    }

    @Test func `what happens to the watched itself concerns no name`() {
        var table = WatchTable()
        table.add(3, .itself, "/etc", file: 0)
        #expect(files(table, 3, "") == [0])
        #expect(files(table, 3, "etc") == [])
    }

    @Test func `any name concerns a pattern, but not an editor's hidden one`() {
        var table = WatchTable()
        table.add(3, .anyName, "/etc/jobs.d", file: 4)
        #expect(files(table, 3, "a.conf") == [4])
        #expect(files(table, 3, "..data") == [4])
        #expect(files(table, 3, ".a.conf.swp") == [])
        for row in table.rows(of: 3, "a.conf") {
            #expect(table.place(ofRow: row, "a.conf") == "/etc/jobs.d/a.conf")
        }
    }

    @Test func `a watch is used as long as one file needs it`() {
        var table = WatchTable()
        table.add(3, .name, "/etc/a", file: 0)
        table.add(3, .name, "/etc/b", file: 1)
        #expect(Array(table.remove(file: 0)) == [3])
        #expect(table.uses(3))
        #expect(Array(table.remove(file: 1)) == [3])
        #expect(!table.uses(3))
        #expect(files(table, 3, "b") == [])
    }
}

@Suite struct DebounceTests {
    private func at(_ milliseconds: UInt64) -> Instant { Instant(milliseconds: milliseconds) }

    @Test func `several events within 100 ms are one`() {
        var debounce = Debounce()
        #expect(debounce.deadline == nil)
        debounce.note(at: at(1000))
        debounce.note(at: at(1060))
        #expect(!debounce.isOver(at: at(1159)))
        #expect(debounce.isOver(at: at(1160)))
        debounce.clear()
        #expect(debounce.deadline == nil)
        #expect(!debounce.isOver(at: at(5000)))
    }

    @Test func `events without a pause are over after a second`() {
        var debounce = Debounce()
        for time in stride(from: UInt64(1000), to: 2000, by: 50) { debounce.note(at: at(time)) }
        #expect(debounce.deadline == at(2000))
        #expect(debounce.isOver(at: at(2000)))
        debounce.clear()
        debounce.note(at: at(2010))
        #expect(debounce.deadline == at(2110))
    }
}
