import Basics
import Linux

/// Local time as `TZ` says it: by the file of a zone (RFC 8536, of any version) or by a ``ZoneRule``.
///
/// Zones that count leap seconds (`right/UTC`) do so here; a leap second itself is the one before it
/// again. What a damaged file says may be wrong, but is always something.
struct LocalZone {
    /// Where the files of zones are looked for.
    private static let folders: [Text] = [
        "/usr/share/zoneinfo/", "/share/zoneinfo/", "/etc/zoneinfo/",
    ]
    /// A larger file is none of a zone.
    private static let largestFile = 1 << 20
    private static let headerSize = 44
    /// `TZif`.
    private static let magic = 0x545A_6966
    /// What is far enough before the year 0, and behind the last, for every zone.
    private static let moments: ClosedRange<Int64> = -(1 << 36)...(1 << 56)
    private static let lastYear = Int(Int32.max) + 1900

    private var file: [UInt8] = []
    /// How many bytes a moment has in the file.
    private var width = 8
    /// How many moments there are at which another of the local times begins.
    private var count = 0
    /// Where in the file those moments, and behind them one byte each for its local time, begin.
    private var transitions = 0
    /// Where the local times themselves begin: six bytes each, and how many there are.
    private var types = 0
    private var typeCount = 0
    /// Where leap seconds begin and end: the moment of each, and how many there are by then.
    private var leaps = 0
    private var leapsEnd = 0
    /// What holds behind the last moment, or always.
    private var rule: ZoneRule?

    /// The zone that the value of `TZ` names; UTC where it says nothing that is known.
    @inline(never)
    init(_ variable: Text?) {
        guard let variable else {
            read("/etc/localtime")
            return
        }
        let name = variable.slice((variable.bytes.first == 58 ? 1 : 0)..<variable.count)
        if name.isEmpty { return }
        // A name first, as in glibc: EST5EDT is both.
        if name.bytes[0] == 47 {
            if read(name) { return }
        } else {
            for folder in Self.folders where read("\(folder)\(name)") { return }
        }
        rule = ZoneRule(name)
    }

    /// Takes what stands in the file `path`; false where that is no zone.
    @discardableResult
    @inline(never)
    private mutating func read(_ path: Text) -> Bool {
        do throws(Files.ReadFailure) {
            return take(try Files.read(path, atMost: Self.largestFile, isRegular: true))
        } catch {
            return false
        }
    }

    /// Takes the bytes of a file; false where they are no zone.
    @discardableResult
    @inline(never)
    mutating func take(_ bytes: [UInt8]) -> Bool {
        file = bytes
        width = 4
        var end = block(at: 0)
        // From the second version on, the same follows once more, with moments of eight bytes, and a
        // rule between two newlines.
        let hasRule = bytes.count > 4 && bytes[4] >= 50
        if hasRule, let start = end {
            width = 8
            end = block(at: start)
        }
        guard let end else {
            count = 0
            typeCount = 0
            return false
        }
        if hasRule { rule = ZoneRule(Text(bytes).slice(end..<bytes.count).word(1, endedBy: 10)) }
        return true
    }

    /// Notes where the parts of the block at `start` stand; answers its end, or nil where it is
    /// damaged.
    @inline(never)
    private mutating func block(at start: Int) -> Int? {
        guard number(at: start, 4) == Self.magic, let universal = size(start, 0),
            let standard = size(start, 1),
            let leapCount = size(start, 2), let count = size(start, 3),
            let typeCount = size(start, 4), let letters = size(start, 5)
        else { return nil }
        self.count = count
        self.typeCount = typeCount
        transitions = start + Self.headerSize
        types = transitions + count * (width + 1)
        leaps = types + 6 * typeCount + letters
        leapsEnd = leaps + leapCount * (width + 4)
        let end = leapsEnd + standard + universal
        return typeCount > 0 && end <= file.count ? end : nil
    }

    /// How much there is of part `index` of the block at `start`; nil where that cannot be.
    @inline(never)
    private func size(_ start: Int, _ index: Int) -> Int? {
        let size = number(at: start + 20 + 4 * index, 4)
        return size >= 0 && size <= file.count ? size : nil
    }

    /// The number in so many bytes of the file, the highest first; 0 behind its end.
    @inline(never)
    private func number(at place: Int, _ size: Int) -> Int {
        guard place <= file.count - size else { return 0 }
        var value: Int64 = 0
        for index in place..<(place + size) { value = value << 8 | Int64(file[index]) }
        return size == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(value)
    }

    /// The day, and the second of it, at the moment `seconds` after 1970 began; nil for a year below 0
    /// or above the largest of localtime(3).
    @inline(never)
    mutating func time(at seconds: Int64) -> (day: CivilDay, second: Int)? {
        guard Self.moments.contains(seconds) else { return nil }
        let local = Int(seconds) + offset(at: Int(seconds)) - leapSeconds(at: Int(seconds))
        let number = CivilDay.number(at: local)
        let day = CivilDay(number: number)
        guard day.year >= 0, day.year <= Self.lastYear else { return nil }
        return (day, local - number * 86_400)
    }

    private func leapSeconds(at seconds: Int) -> Int {
        var place = leapsEnd
        while place > leaps {
            place -= width + 4
            if number(at: place, width) <= seconds { return number(at: place + width, 4) }
        }
        return 0
    }

    /// How many seconds local time is ahead of UTC at the moment `seconds` after 1970 began.
    @inline(never)
    mutating func offset(at seconds: Int) -> Int {
        // The first moment that comes later.
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if number(at: transitions + middle * width, width) <= seconds {
                low = middle + 1
            } else {
                high = middle
            }
        }
        if low == count, let offset = rule?.offset(at: seconds) { return offset }
        var type = 0
        if low > 0 {
            type = Int(file[transitions + count * width + low - 1])
        } else {
            // Before the first moment nobody had summer time.
            while type < typeCount, file[types + 6 * type + 4] != 0 { type += 1 }
            if type == typeCount { type = 0 }
        }
        return type < typeCount ? number(at: types + 6 * type, 4) : 0
    }
}
