import Basics

/// A moment in UTC, in the parts that people read.
struct UTCTime {
    let year: Int
    /// 1 to 12, 1 to 31.
    let month: Int
    let day: Int
    /// Seconds since the day began.
    private let second: Int

    /// The moment `seconds` after the beginning of 1970.
    ///
    /// The year is counted from March on, so that the day that comes and goes is its last.
    @inline(never)
    init(_ seconds: Int64) {
        let (days, rest) = max(seconds, 0).quotientAndRemainder(dividingBy: 86_400)
        second = Int(rest)
        let sinceMarch = days &+ 719_468
        let (era, inEra) = sinceMarch.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * inYear + 2) / 153
        day = Int(inYear - (153 * fromMarch + 2) / 5 + 1)
        month = Int((fromMarch + 2) % 12) + 1
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    }

    /// Adds `hh:mm:ss`.
    @inline(never)
    func addClock(to bytes: inout [UInt8]) {
        Self.add(second / 3600, 2, to: &bytes)
        bytes.append(58)
        Self.add(second / 60 % 60, 2, to: &bytes)
        bytes.append(58)
        Self.add(second % 60, 2, to: &bytes)
    }

    /// Adds the last `digits` digits of a number.
    @inline(never)
    private static func add(_ number: Int, _ digits: Int, to bytes: inout [UInt8]) {
        var unit = 1
        for _ in 1..<max(digits, 1) { unit *= 10 }
        while unit > 0 {
            bytes.append(48 + UInt8(truncatingIfNeeded: number / unit % 10))
            unit /= 10
        }
    }

    /// Adds the moment so many nanoseconds after the beginning of 1970, as RFC 3339 has it, with
    /// microseconds: `2026-11-22T00:50:25.123456Z`.
    @inline(never)
    static func add(_ nanoseconds: Int64, to bytes: inout [UInt8]) {
        let time = UTCTime(nanoseconds / 1_000_000_000)
        add(time.year, 4, to: &bytes)
        bytes.append(45)
        add(time.month, 2, to: &bytes)
        bytes.append(45)
        add(time.day, 2, to: &bytes)
        bytes.append(84)
        time.addClock(to: &bytes)
        bytes.append(46)
        add(Int(max(nanoseconds, 0) % 1_000_000_000 / 1000), 6, to: &bytes)
        bytes.append(90)
    }
}
