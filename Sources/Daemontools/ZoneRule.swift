import Basics

/// A zone as POSIX writes it in `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3` or `<+03>-3`.
///
/// It is read again for each moment: that is quick, and nothing has to be kept.
struct ZoneRule {
    /// What holds where summer time is named without its days, as in glibc: that of New York.
    private static let usual: Text = ",M3.2.0,M11.1.0"
    private static let mostHours = 167
    private static let hour = 3600
    private static let day = 86_400

    private var bytes: [UInt8]
    /// How much has been read.
    private var index = 0

    /// Takes `text`; nil where that is no rule.
    @inline(never)
    init?(_ text: Text) {
        bytes = text.bytes
        if offset(at: 0) == nil { return nil }
    }

    /// How many seconds local time is ahead of UTC at the moment `seconds` after 1970 began.
    @inline(never)
    mutating func offset(at seconds: Int) -> Int? {
        index = 0
        guard takeName(), let standard = time() else { return nil }
        if index == bytes.count { return -standard }
        guard takeName() else { return nil }
        var summer = standard - Self.hour
        if index < bytes.count, bytes[index] != 44 {
            guard let other = time() else { return nil }
            summer = other
        }
        if index == bytes.count { bytes += Self.usual.bytes }
        let year = CivilDay(number: CivilDay.number(at: seconds)).year
        guard var start = moment(in: year), var end = moment(in: year), index == bytes.count else {
            return nil
        }
        start += standard
        end += summer
        // South of the equator summer is what is not between its end and its start.
        let isSummer =
            start < end
            ? start <= seconds && seconds < end : !(end <= seconds && seconds < start)
        return isSummer ? -summer : -standard
    }

    /// Reads `byte`, if that is next.
    @inline(never)
    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Reads a name of letters, or one of anything in `<>`.
    @inline(never)
    private mutating func takeName() -> Bool {
        let start = index
        if take(60) {
            while index < bytes.count, bytes[index] != 62 { index += 1 }
            return take(62)
        }
        while index < bytes.count, bytes[index] | 32 >= 97, bytes[index] | 32 <= 122 { index += 1 }
        return index > start
    }

    /// Reads a decimal number up to `most`.
    @inline(never)
    private mutating func number(_ most: Int) -> Int? {
        let start = index
        var value = 0
        while index < bytes.count, bytes[index] >= 48, bytes[index] <= 57, value <= most {
            value = value * 10 + Int(bytes[index] - 48)
            index += 1
        }
        return index > start && value <= most ? value : nil
    }

    /// Reads hours, and perhaps minutes and seconds, with or without a sign.
    @inline(never)
    private mutating func time() -> Int? {
        let isNegative = take(45)
        if !isNegative { _ = take(43) }
        guard var time = number(Self.mostHours) else { return nil }
        time *= Self.hour
        var unit = 60
        while unit > 0, take(58) {
            guard let more = number(59) else { return nil }
            time += more * unit
            unit /= 60
        }
        return isNegative ? -time : time
    }

    /// Reads a day and its time: the moment, as if local time were UTC.
    @inline(never)
    private mutating func moment(in year: Int) -> Int? {
        guard take(44) else { return nil }
        let first = CivilDay.number(of: year, 1)
        var day = first
        if take(77) {
            guard let month = number(12), take(46), let week = number(5), take(46),
                let weekday = number(6), month > 0, week > 0
            else { return nil }
            day = CivilDay.number(of: year, month)
            // 1970 began on a Thursday.
            day += (weekday - (day % 7 + 11) % 7 + 7) % 7 + 7 * (week - 1)
            // The fifth is the last, which is the fourth in most months.
            if day >= CivilDay.number(of: year, month + 1) { day -= 7 }
        } else {
            // `J60` is always the first of March.
            let skipsLeapDay = take(74)
            guard let number = number(365) else { return nil }
            day += number
            if skipsLeapDay, number < 60 || CivilDay.number(of: year, 3) - first < 60 {
                day -= 1
            }
        }
        var time = 2 * Self.hour
        if take(47) {
            guard let other = self.time() else { return nil }
            time = other
        }
        return day * Self.day + time
    }
}
