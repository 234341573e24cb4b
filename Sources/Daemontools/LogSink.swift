public import Basics
import CLinux

/// A log that is written: lines go in, and to the places that a script of multilog says.
///
/// It never waits but for a disk: what cannot be written stays here, and nothing more is taken in until
/// it is. Whoever has it asks for ``deadline`` and calls ``advance(_:)`` then, runs the commands that
/// ``takeChild()`` answers and tells of their ends, and shows what ``takeReports()`` answers.
public final class LogSink {
    /// How long after a trouble it is tried again.
    public static let pause = Milliseconds(5000)
    /// From so many bytes on that wait in one place no more are taken in.
    private static let most = 128 << 10
    /// Of a line so much goes to standard error.
    private static let mostOfError = 200

    let places: [LogPlace]
    private let script: LogScript
    /// How many of the places are files of `=`, which come first.
    private let files: Int
    /// The label of the lines that are taken in now, and a blank.
    private var label = [UInt8](repeating: 32, count: TAI64N.labelSize + 1)
    /// The beginning of a line, until all or ``LogScript/shown`` bytes of it are known.
    var head: [UInt8] = []
    /// What comes is the rest of a line that has begun to go out.
    var isInTail = false
    /// What the script has for standard error.
    var errors: [UInt8] = []
    /// The place whose command runs.
    var running: LogPlace?

    /// The log of a script (multilog, `log script`).
    @inline(never)
    public init(_ script: LogScript, _ terms: LogTerms) {
        self.script = script
        var places: [LogPlace] = []
        for word in script.words where LogScript.kind(word) == UInt8(ascii: "=") {
            places.append(LogPlace(.overwritten, word.slice(1..<word.count), terms))
        }
        files = places.count
        var size = 99_999
        var count = 10
        var processor = Text([])
        for word in script.words {
            switch LogScript.kind(word) {
            case UInt8(ascii: "s"): size = min(max(LogScript.number(word), 4096), 16_777_215)
            case UInt8(ascii: "n"): count = max(LogScript.number(word), 2)
            case UInt8(ascii: "!"): processor = word.slice(1..<word.count)
            case UInt8(ascii: "."), UInt8(ascii: "/"):
                places.append(
                    LogPlace(
                        .directory, word, terms, size: size, count: count, processor: processor))
            default: break
            }
        }
        self.places = places
    }

    /// The log of one file (`log file`), which is renamed before it exceeds `size`; `count` older ones
    /// are kept.
    @inline(never)
    public init(file: Text, _ terms: LogTerms) {
        script = LogScript([])
        files = 0
        places = [LogPlace(.numbered, file, terms)]
    }

    /// Has a file with older ones be rotated so from now on.
    @inline(never)
    public func rotate(size: Int?, count: Int, compresses: Bool) {
        for place in places where place.kind == .numbered {
            place.size = size ?? .max
            place.count = max(1, count)
            place.processor = compresses ? Self.compressor : ""
        }
    }

    /// For a shell, with the name of a file: the first compressor that is found writes beside it.
    private static var compressor: Text {
        """
        if command -v gzip >/dev/null; then exec gzip -c <"$0" >"$0.gz"; fi
        exec zstd -cq <"$0" >"$0.zst"
        """
    }

    // MARK: - What comes in

    /// Takes in some of what a writer wrote at `wall` (nanoseconds since 1970): how many bytes that was,
    /// 0 while ``isBlocked``.
    @inline(never)
    public func append(_ bytes: UnsafeBufferPointer<UInt8>, wall: Int64) -> Int {
        guard !isBlocked, let base = bytes.baseAddress else { return 0 }
        if script.stamps {
            unsafe label.withUnsafeMutableBufferPointer {
                unsafe TAI64N(unixNanoseconds: wall).write(label: $0)
            }
        }
        var taken = 0
        while taken < bytes.count, !isFull {
            let start = unsafe base + taken
            let rest = bytes.count - taken
            var length = rest
            if let found = unsafe memchr(start, 10, rest) {
                length = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
            }
            let isWhole = unsafe start[length - 1] == 10
            if isInTail {
                unsafe put(start, length)
                isInTail = !isWhole
            } else if isWhole, head.isEmpty, script.isPlain {
                if script.stamps {
                    unsafe label.withUnsafeBufferPointer { unsafe put($0.baseAddress, $0.count) }
                }
                unsafe put(start, length)
            } else {
                length = unsafe begin(start, length, isWhole)
            }
            taken += length
        }
        return taken
    }

    /// Takes in the beginning of a line, and what follows it where that decides what becomes of it.
    @inline(never)
    private func begin(_ start: UnsafePointer<UInt8>, _ length: Int, _ isWhole: Bool) -> Int {
        if head.isEmpty, script.stamps { head = label }
        let content = isWhole ? length - 1 : length
        let count = min(content, LogScript.shown - head.count)
        unsafe head.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        if count == content, !isWhole, head.count < LogScript.shown {
            return count
        }
        pass()
        guard isWhole, count == content else {
            isInTail = true
            return count
        }
        unsafe put(start + content, 1)
        return length
    }

    /// Ends a last line that has no newline.
    @inline(never)
    public func endLine() {
        if isInTail || !head.isEmpty {
            if !isInTail { pass() }
            isInTail = false
            unsafe withUnsafePointer(to: 10 as UInt8) { unsafe put($0, 1) }
        }
    }

    private var isFull: Bool {
        if errors.count > Self.most { return true }
        for place in places where place.queue.count > Self.most { return true }
        return false
    }

    /// Hands bytes to the places that are selected.
    @inline(__always)
    private func put(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
        guard let bytes = unsafe bytes else { return }
        for place in places where place.isSelected && place.kind != .overwritten {
            // Without memory the line is lost; the queue is bounded, and the heap says so at once.
            _ = unsafe place.queue.put(bytes, count)
        }
    }

    /// Does the script's actions with the line of which ``head`` is known.
    @inline(never)
    private func pass() {
        var isSelected = true
        var file = 0
        var directory = files
        unsafe head.withUnsafeBufferPointer { line in
            for word in script.words {
                switch LogScript.kind(word) {
                case UInt8(ascii: "+"):
                    if !isSelected { isSelected = unsafe LogScript.matches(word, line) }
                case UInt8(ascii: "-"):
                    if isSelected { isSelected = unsafe !LogScript.matches(word, line) }
                case UInt8(ascii: "e"):
                    if isSelected { unsafe show(line) }
                case UInt8(ascii: "="):
                    if isSelected { unsafe replace(places[file], line) }
                    file += 1
                case UInt8(ascii: "."), UInt8(ascii: "/"):
                    places[directory].isSelected = isSelected
                    directory += 1
                default: break
                }
            }
            unsafe put(line.baseAddress, line.count)
        }
        head.removeAll(keepingCapacity: true)
    }

    @inline(never)
    private func show(_ line: UnsafeBufferPointer<UInt8>) {
        let count = min(line.count, Self.mostOfError)
        unsafe errors.append(contentsOf: UnsafeBufferPointer(rebasing: line[0..<count]))
        if count < line.count { for _ in 0..<3 { errors.append(UInt8(ascii: ".")) } }
        errors.append(10)
    }

    /// Only the last line before the next write counts.
    @inline(never)
    private func replace(_ place: LogPlace, _ line: UnsafeBufferPointer<UInt8>) {
        var bytes = unsafe Array(line)
        while bytes.count <= LogScript.shown { bytes.append(10) }
        place.queue.drop(place.queue.count)
        unsafe bytes.withUnsafeBufferPointer {
            if let base = $0.baseAddress { _ = unsafe place.queue.put(base, $0.count) }
        }
    }
}
