import Basics
import Config

/// Whether a text is one JSON object (RFC 8259).
struct JSONObject {
    /// Objects and arrays within each other.
    private static let deepest = 64

    private let bytes: [UInt8]
    private var place = 0
    /// Which of the levels that are open are objects, as bits; the present one is the lowest.
    private var objects: UInt64 = 0
    private var depth = 0

    private init(_ text: Text) {
        bytes = text.bytes
    }

    /// Whether `text` is an object and nothing else.
    @inline(never)
    static func isWhole(_ text: Text) -> Bool {
        var reader = JSONObject(text)
        return reader.next() == 123 && reader.isValue() && reader.next() == 0
            && reader.place == reader.bytes.count
    }

    /// The byte behind blanks, 0 at the end.
    @inline(never)
    private mutating func next() -> UInt8 {
        while place < bytes.count {
            switch bytes[place] {
            case 32, 9, 13, 10: place += 1
            default: return bytes[place]
            }
        }
        return 0
    }

    @inline(never)
    private mutating func take(_ byte: UInt8) -> Bool {
        guard next() == byte else { return false }
        place += 1
        return true
    }

    /// Steps over a value, of which objects and arrays are no calls within each other.
    private mutating func isValue() -> Bool {
        repeat {
            guard isBegun() else { return false }
            // Behind a value: what is complete by it, then the next.
            while depth > 0 {
                if take(44) { break }
                guard take(objects & 1 == 1 ? 125 : 93) else { return false }
                leave()
            }
        } while depth > 0
        return true
    }

    private mutating func leave() {
        depth -= 1
        objects >>= 1
    }

    /// Steps into a value up to the first that is none of others, and over that.
    private mutating func isBegun() -> Bool {
        while true {
            if depth > 0, objects & 1 == 1 { guard isString(), take(58) else { return false } }
            let byte = next()
            guard byte == 123 || byte == 91 else { return isSimple(byte) }
            place += 1
            if take(byte + 2) { return true }
            guard depth < Self.deepest else { return false }
            depth += 1
            objects = objects << 1 | (byte == 123 ? 1 : 0)
        }
    }

    @inline(never)
    private mutating func isString() -> Bool {
        guard take(34) else { return false }
        while place < bytes.count {
            let byte = bytes[place]
            let length = UTF8Form.length(at: place, in: bytes, before: bytes.count)
            if length == 0 || byte < 32 { return false }
            place += length
            if byte == 34 { return true }
            if byte == 92, !isEscape() { return false }
        }
        return false
    }

    private mutating func isEscape() -> Bool {
        guard place < bytes.count else { return false }
        let byte = bytes[place]
        place += 1
        switch byte {
        case 34, 47, 92, 98, 102, 110, 114, 116: return true
        case 117: return skip { ($0 | 32) >= 97 && ($0 | 32) <= 102 || $0 >= 48 && $0 <= 57 } >= 4
        default: return false
        }
    }

    /// Steps over at most four bytes, or all digits.
    @inline(never)
    private mutating func skip(_ isGood: (UInt8) -> Bool) -> Int {
        let start = place
        while place < bytes.count, place < start + 4, isGood(bytes[place]) { place += 1 }
        return place - start
    }

    @inline(never)
    private mutating func digits() -> Bool {
        let start = place
        while place < bytes.count, bytes[place] >= 48, bytes[place] <= 57 { place += 1 }
        return place > start
    }

    /// Steps over a string, a number or one of three words.
    private mutating func isSimple(_ byte: UInt8) -> Bool {
        switch byte {
        case 34: return isString()
        case 116: return isWord("true")
        case 102: return isWord("false")
        case 110: return isWord("null")
        default: break
        }
        if byte == 45 { place += 1 }
        let first = place
        guard digits() else { return false }
        // No number begins with a zero that means nothing.
        if bytes[first] == 48, place > first + 1 { return false }
        if place < bytes.count, bytes[place] == 46 {
            place += 1
            guard digits() else { return false }
        }
        if place < bytes.count, bytes[place] | 32 == 101 {
            place += 1
            if place < bytes.count, bytes[place] == 43 || bytes[place] == 45 { place += 1 }
            return digits()
        }
        return true
    }

    @inline(never)
    private mutating func isWord(_ word: StaticString) -> Bool {
        let end = place + word.utf8CodeUnitCount
        guard Text(bytes).slice(place..<end).isEqual(to: word) else { return false }
        place = end
        return true
    }
}
