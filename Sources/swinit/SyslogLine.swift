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
        let time = UTCTime(seconds)
        let months: Text = "JanFebMarAprMayJunJulAugSepOctNovDec"
        var text = months.slice(time.month * 3 - 3..<time.month * 3)
        text.bytes.append(32)
        if time.day < 10 { text.bytes.append(32) }
        time.day.render(into: &text.bytes)
        text.bytes.append(32)
        time.addClock(to: &text.bytes)
        return text
    }
}
