import Basics
import Foundation
import TestSupport
import Testing

@testable import Daemontools

/// Local time as date(1), which is glibc's localtime(3), has it.
@Suite struct LocalZoneTests {
    private func text(of zone: inout LocalZone, at second: Int64) -> String {
        guard let time = zone.time(at: second) else { return "none" }
        let day = time.day
        let date = [(day.year, 4), (day.month, 2), (day.day, 2)]
        let clock = [(time.second / 3600, 2), (time.second / 60 % 60, 2), (time.second % 60, 2)]
        return "\(Self.digits(date, "-")) \(Self.digits(clock, ":"))"
    }

    private static func digits(_ numbers: [(Int, Int)], _ separator: String) -> String {
        numbers.map { number, count in
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }.joined(separator: separator)
    }

    private func differences(in name: String, at seconds: [Int64]) throws -> [String] {
        let scratch = try Scratch()
        try scratch.write("moments", seconds.map { "@\($0)\n" }.joined())
        let output = try Command.output(
            ["date", "-f", scratch.file("moments"), "+%Y-%m-%d %H:%M:%S"],
            environment: ["TZ": name, "PATH": "/usr/bin:/bin"])
        let lines = output.split(separator: "\n").map(String.init)
        try #require(lines.count == seconds.count)
        var zone = LocalZone(Text(Array(name.utf8)))
        return zip(seconds, lines).compactMap { second, line in
            let ours = text(of: &zone, at: second)
            return ours == line ? nil : "\(second): \(line), but \(ours)"
        }
    }

    private static let zones = [
        "UTC", "Europe/Berlin", ":Europe/London", "Europe/Dublin", "America/New_York", "EST5EDT",
        "America/Caracas", "America/Nuuk", "Asia/Kolkata", "Asia/Tehran", "Asia/Gaza",
        "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati", "Africa/Casablanca",
        "Africa/Monrovia", "Etc/GMT+12", "/usr/share/zoneinfo/Asia/Tokyo",
        "right/UTC", "right/America/New_York",
    ].filter { zone in
        let name = zone.drop { $0 == ":" }
        return access(name.hasPrefix("/") ? "\(name)" : "/usr/share/zoneinfo/\(name)", R_OK) == 0
    }

    @Test(arguments: zones) func `goes by the file of a zone`(zone: String) throws {
        let rough = stride(from: -5_000_000_000 as Int64, to: 9_000_000_000, by: 8_642_003)
        // Every second hour of a year that still is in the files, and of one behind them.
        let fine = [1_577_836_800, 2_682_374_400 as Int64].flatMap { year in
            stride(from: year - 1, to: year + 31_622_400, by: 7200)
        }
        #expect(try differences(in: zone, at: rough + fine) == [])
    }

    /// What is before 1970 glibc takes as if it were in 1970.
    @Test(arguments: [
        "CET-1CEST,M3.5.0,M10.5.0/3", "NZST-12NZDT,M9.5.0,M4.1.0/3", "EST5EDT4,M3.2.0,M11.1.0",
        "<+03>-3", "<-03>3", "ABC-5:45:30", "LMT-24:59:59", "XYZ+10", "AAA3BBB,J60/0,J300/0",
        "AAA-3BBB,59,299/4:30:10", "IST-1GMT0,M10.5.0,M3.5.0/1", "AAA3BBB2:30,M4.1.0,M10.5.0",
        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "AAA3BBB,M1.1.0/0,M12.5.6/24", "UTC0", "", ":",
        "No/Such", "garbage!", "CET", "1", "<",
    ])
    func `goes by a rule`(rule: String) throws {
        let rough = stride(from: 0 as Int64, to: 90_000_000_000, by: 43_210_001)
        let fine = [951_782_400, 1_577_836_800 as Int64].flatMap { year in
            stride(from: year - 1, to: year + 31_622_400, by: 1800)
        }
        #expect(try differences(in: rule, at: rough + fine) == [])
    }

    @Test(arguments: [
        (-62_167_219_201, "none"), (-62_167_219_200, "0000-01-01 00:00:00"), (Int64.min, "none"),
        (67_768_036_191_676_799, "2147485547-12-31 23:59:59"), (Int64.max, "none"),
        (67_768_036_191_676_800, "none"),
    ])
    func `has the years from 0 on that localtime has`(second: Int64, expected: String) {
        var zone = LocalZone("UTC0")
        #expect(text(of: &zone, at: second) == expected)
    }

    // MARK: Files

    private static func word(_ number: Int, _ size: Int = 4) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// Two hours ahead up to the moment 1000, three from then on, four in summer time from 2000 on.
    private static func file(version: UInt8, rule: String) -> [UInt8] {
        var blocks: [[UInt8]] = []
        for width in [4, 8] {
            var block = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
            for count in [0, 0, 1, 2, 3, 4] { block += word(count) }
            block += word(1000, width) + word(2000, width)
            block += [1, 2]
            block += word(7200) + [0, 0]
            block += word(10_800) + [0, 0]
            block += word(14_400) + [1, 0]
            block += Array("ABC\0".utf8)
            block += word(1500, width) + word(1)
            blocks.append(block)
        }
        return version == 0 ? blocks[0] : blocks[0] + blocks[1] + Array("\n\(rule)\n".utf8)
    }

    @Test(arguments: [
        (UInt8(0), "", 4), (50, "", 4), (51, "<+05>-5", 5), (52, "<+05>-5", 5), (50, "nonsense", 4),
    ])
    func `knows every version of a file`(version: UInt8, rule: String, last: Int) {
        var zone = LocalZone(":")
        let isTaken = zone.take(Self.file(version: version, rule: rule))
        #expect(isTaken)
        var offsets: [Int] = []
        for second in [0, 999, 1000, 1999, 2000] { offsets.append(zone.offset(at: second)) }
        #expect(offsets == [7200, 7200, 10_800, 10_800, last * 3600])
    }

    @Test func `survives a damaged file`() {
        let whole = Self.file(version: 50, rule: "CET-1CEST,M3.5.0,M10.5.0/3")
        for index in whole.indices {
            var zone = LocalZone(":")
            zone.take(Array(whole[..<index]))
            for second in [0, 1999, 1 << 40] as [Int64] { _ = zone.time(at: second) }
            for byte in [0, 1, 2, 9, 47, 57, 127, 128, 255] as [UInt8] {
                var bytes = whole
                bytes[index] = byte
                zone.take(bytes)
                for second in [0, 1999, 1 << 40] as [Int64] { _ = zone.time(at: second) }
            }
        }
    }
}
