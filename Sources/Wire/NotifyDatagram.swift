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
    /// What is said, a bit each in the order of ``next()``.
    private var said: UInt8 = 0
    private var watchdog = Milliseconds(0)
    private var room = Milliseconds(0)

    /// Reads a datagram.
    @inline(never)
    public init(_ text: Text) {
        var start = 0
        while start < text.count {
            let end = text.firstIndex(of: 10, from: start) ?? text.count
            let sign = min(text.firstIndex(of: 61, from: start) ?? end, end)
            take(text.slice(start..<sign), text.slice(min(sign + 1, end)..<end))
            start = end + 1
        }
    }

    @inline(never)
    private mutating func take(_ key: Text, _ value: Text) {
        let isSet: UInt8 = value.isEqual(to: "1") ? 1 : 0
        if key.isEqual(to: "READY") {
            said |= isSet << 2
        } else if key.isEqual(to: "STOPPING") {
            said |= isSet << 5
        } else if key.isEqual(to: "WATCHDOG") {
            said |= value.isEqual(to: "trigger") ? 16 : isSet << 3
        } else if key.isEqual(to: "WATCHDOG_USEC") {
            if Self.read(value, into: &watchdog) { said |= 1 }
        } else if key.isEqual(to: "EXTEND_TIMEOUT_USEC") {
            if Self.read(value, into: &room) { said |= 2 }
        } else if key.isEqual(to: "STATUS") {
            status = Self.printable(value)
        }
    }

    /// Reads so many microseconds, rounded up; false where that is no number.
    @inline(never)
    private static func read(_ value: Text, into time: inout Milliseconds) -> Bool {
        guard let count = value.decimal else { return false }
        time = min(Milliseconds(count / 1000 + (count % 1000 == 0 ? 0 : 1)), .longest)
        return true
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
        let bit = said & (~said &+ 1)
        said &= ~bit
        switch bit {
        case 0: return nil
        case 1: return .watchdog(watchdog)
        case 2: return .extend(room)
        case 4: return .ready
        case 8: return .alive
        case 16: return .failing
        case _: return .stopping
        }
    }
}
