import Basics
import Linux

/// `tai64nlocal`: writes the label at the beginning of a line as local time; a malformed one stays as
/// it is.
enum TAI64NLocal {
    /// More digits than a label has are a malformed one.
    private static let longest = 64

    @inline(never)
    static func run() throws(Stop) {
        let filter = LineFilter()
        var zone = LocalZone(InheritedEnvironment()["TZ"])
        /// `@` and the digits so far, while nothing else has come in the line.
        var label: [UInt8] = []
        var isAtLineStart = true
        while let bytes = unsafe try filter.read() {
            var start = 0
            while start < bytes.count {
                let line = unsafe LineFilter.line(bytes, from: start)
                start += line.count
                var index = 0
                while index < line.count, isInLabel(unsafe line[index], label, isAtLineStart) {
                    unsafe label.append(line[index])
                    isAtLineStart = false
                    index += 1
                }
                if index == line.count { continue }
                pass(&label, in: &zone, to: filter)
                unsafe filter.put(UnsafeBufferPointer(rebasing: line[index...]))
                isAtLineStart = unsafe line[line.count - 1] == 10
            }
            try filter.flush()
        }
        pass(&label, in: &zone, to: filter)
        try filter.flush()
    }

    @inline(never)
    private static func isInLabel(_ byte: UInt8, _ label: [UInt8], _ isAtStart: Bool) -> Bool {
        if label.isEmpty { return isAtStart && byte == 64 }
        return label.count < longest && digit(byte) != nil
    }

    /// The value of a lower-case hexadecimal digit.
    @inline(never)
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 97...102: byte - 87
        default: nil
        }
    }

    /// Writes the label in the form `2026-01-31 23:59:59.123456789`, and forgets it.
    @inline(never)
    private static func pass(
        _ label: inout [UInt8], in zone: inout LocalZone, to filter: LineFilter
    ) {
        if label.isEmpty { return }
        var seconds: UInt64 = 0
        var nanoseconds: UInt32 = 0
        for byte in label {
            guard let digit = digit(byte) else { continue }
            seconds = seconds << 4 | UInt64(nanoseconds >> 28)
            nanoseconds = nanoseconds << 4 | UInt32(digit)
        }
        var moment = TAI64N(unixNanoseconds: 0)
        moment.seconds = seconds
        if let time = zone.time(at: moment.unixSeconds) {
            label.removeAll()
            write(time.day.year, digits: 1, "-", to: &label)
            write(time.day.month, digits: 2, "-", to: &label)
            write(time.day.day, digits: 2, "\u{20}", to: &label)
            write(time.second / 3600, digits: 2, ":", to: &label)
            write(time.second / 60 % 60, digits: 2, ":", to: &label)
            write(time.second % 60, digits: 2, ".", to: &label)
            write(Int(nanoseconds), digits: 9, "", to: &label)
        }
        unsafe label.withUnsafeBufferPointer { unsafe filter.put($0) }
        label.removeAll()
    }

    @inline(never)
    private static func write(
        _ number: Int, digits: Int, _ end: StaticString, to bytes: inout [UInt8]
    ) {
        let text = "\(number)" as Text
        for _ in 0..<max(0, digits - text.count) { bytes.append(48) }
        text.render(into: &bytes)
        end.render(into: &bytes)
    }
}
