public import Basics
import Config
public import Supervision

/// What a job says of itself in one datagram of sd_notify(3): lines of `KEY=VALUE`.
///
/// Unknown keys and values are left out, and of each key the last line counts, so that a datagram leads
/// to a few notices at most, however long it is.
public struct NotifyDatagram {
    /// The longest datagram; nothing of a longer one counts.
    public static let longest = 4096
    /// A longer STATUS is cut here.
    public static let longestStatus = 200

    /// What the job does at present, in its own words, without what would confuse a terminal; nil where
    /// nothing is said of that.
    public private(set) var status: Text?
    private var isReady = false
    private var isStopping = false
    private var isAlive = false
    private var isFailing = false
    private var watchdog: Milliseconds?
    private var room: Milliseconds?

    /// Reads a datagram.
    @inline(never)
    public init(_ text: Text) {
        var start = 0
        while start < text.count {
            let end = text.firstIndex(of: 10, from: start) ?? text.count
            if let sign = text.firstIndex(of: 61, from: start), sign < end {
                take(text.slice(start..<sign), text.slice(sign + 1..<end))
            }
            start = end + 1
        }
    }

    @inline(never)
    private mutating func take(_ key: Text, _ value: Text) {
        let isSet = value.isEqual(to: "1")
        if key.isEqual(to: "READY") {
            isReady = isSet || isReady
        } else if key.isEqual(to: "STOPPING") {
            isStopping = isSet || isStopping
        } else if key.isEqual(to: "WATCHDOG") {
            isAlive = isSet || isAlive
            isFailing = value.isEqual(to: "trigger") || isFailing
        } else if key.isEqual(to: "WATCHDOG_USEC") {
            watchdog = Self.time(value) ?? watchdog
        } else if key.isEqual(to: "EXTEND_TIMEOUT_USEC") {
            room = Self.time(value) ?? room
        } else if key.isEqual(to: "STATUS") {
            status = Self.printable(value)
        }
    }

    /// So many microseconds, rounded up; nil where that is no number.
    private static func time(_ value: Text) -> Milliseconds? {
        guard let count = value.decimal else { return nil }
        return min(Milliseconds(count / 1000 + (count % 1000 == 0 ? 0 : 1)), .longest)
    }

    /// `text` cut to ``longestStatus``, with `?` for what is no character or moves a terminal's cursor.
    @inline(never)
    private static func printable(_ text: Text) -> Text {
        var shown: [UInt8] = []
        var index = 0
        while index < text.count {
            let length = UTF8Form.length(at: index, in: text.bytes, before: text.count)
            if shown.count + max(length, 1) > longestStatus { break }
            if length == 0 || UTF8Form.isControl(at: index, length: length, in: text.bytes) {
                shown.append(63)
            } else {
                shown.append(text.bytes, index..<index + length)
            }
            index += max(length, 1)
        }
        return Text(shown)
    }

    /// The next thing that follows from the datagram; nil behind the last.
    ///
    /// In an order that makes sense whatever the lines' is: a watchdog's period before its first sign of
    /// life, the end last.
    @inline(never)
    public mutating func next() -> Notice? {
        if let period = watchdog {
            watchdog = nil
            return .watchdog(period)
        }
        if let time = room {
            room = nil
            return .extend(time)
        }
        if isReady {
            isReady = false
            return .ready
        }
        if isAlive {
            isAlive = false
            return .alive
        }
        if isFailing {
            isFailing = false
            return .failing
        }
        guard isStopping else { return nil }
        isStopping = false
        return .stopping
    }
}
