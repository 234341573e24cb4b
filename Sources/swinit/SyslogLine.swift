import Basics

/// A line as syslog(3) sends it to `/dev/log`: `<PRI>Mon dd hh:mm:ss TAG[PID]: text`.
///
/// The time is UTC: syslog(3) would read a zone file, and PID 1 does not.
struct SyslogLine {
    /// LOG_DAEMON with LOG_INFO, and with LOG_ERR.
    private static let info = 30
    private static let error = 27
    /// Longer lines are sent in parts: syslog(3) of musl cuts at as much with its head.
    static let longest = 960

    /// The job's name.
    var tag: Text
    var pid: Int32
    var isError: Bool

    /// The datagram that says `line` at `seconds` since 1970.
    @inline(never)
    func datagram(_ line: Text, at seconds: Int64) -> [UInt8] {
        let priority = isError ? Self.error : Self.info
        return ("<\(priority)>\(Self.time(seconds)) \(tag)[\(pid)]: \(line)" as Text).bytes
    }

    /// `Mon dd hh:mm:ss`, in UTC.
    @inline(never)
    static func time(_ seconds: Int64) -> Text {
        let (month, day) = date(max(seconds, 0) / 86_400)
        let second = max(seconds, 0) % 86_400
        let months: Text = "JanFebMarAprMayJunJulAugSepOctNovDec"
        var text = months.slice(month * 3..<month * 3 + 3)
        text.bytes.append(32)
        add(day, to: &text, padding: 32)
        text.bytes.append(32)
        add(Int(second / 3600), to: &text, padding: 48)
        text.bytes.append(58)
        add(Int(second / 60 % 60), to: &text, padding: 48)
        text.bytes.append(58)
        add(Int(second % 60), to: &text, padding: 48)
        return text
    }

    @inline(never)
    private static func add(_ number: Int, to text: inout Text, padding: UInt8) {
        if number < 10 { text.bytes.append(padding) }
        number.render(into: &text.bytes)
    }

    /// The month, from 0 on, and the day of the month, of `days` since 1970 (of the Gregorian calendar,
    /// counted from March on, so that the day that comes and goes is a year's last).
    private static func date(_ days: Int64) -> (month: Int, day: Int) {
        let sinceMarch = days + 719_468
        let inEra = sinceMarch % 146_097
        let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * inYear + 2) / 153
        let day = inYear - (153 * fromMarch + 2) / 5 + 1
        return (Int((fromMarch + 2) % 12), Int(day))
    }
}
