import Basics
import CLinux
import Config
import Linux

/// From bytes to lines: the way that all output takes.
extension Outlets {
    /// A line is cut behind so many bytes.
    static let longestLine = 16_384

    /// Where the next line of `count` bytes ends: how long it is, and whether its end is there; nil while
    /// there is none.
    ///
    /// What is longer than ``longestLine`` is cut there, between characters; with `isEnding` what is
    /// left counts as a line.
    @inline(__always)
    static func nextLine(
        _ start: UnsafePointer<UInt8>, _ count: Int, atMost longest: Int, isEnding: Bool
    ) -> (length: Int, hasEnd: Bool)? {
        if let found = unsafe memchr(start, 10, min(count, longest + 1)) {
            return unsafe (found - UnsafeMutableRawPointer(mutating: start), true)
        }
        if count > longest { return unsafe (cut(start, longest), false) }
        return isEnding && count > 0 ? (count, false) : nil
    }

    /// Steps back from `length` to where a character of UTF-8 begins, if that is near.
    @inline(never)
    private static func cut(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
        var place = length
        while place > length - 4, place > 0, unsafe start[place] & 0xC0 == 0x80 { place -= 1 }
        return unsafe place > length - 4 && place > 0 && start[place] & 0xC0 != 0x80
            ? place : length
    }

    /// Writes the lines of `count` bytes to `outlet`, and answers how many bytes they were: no more than
    /// whole lines, and none while the outlet is blocked, unless `isForced`.
    ///
    /// `isMore` tells whether the first line goes on with what was cut.
    @inline(never)
    func write(
        _ start: UnsafePointer<UInt8>, _ count: Int, _ form: LineForm, to outlet: Outlet,
        isMore: Bool, isEnding: Bool, isForced: Bool
    ) -> Int {
        if outlet.isBlocked, !isForced { return 0 }
        if form.isPlain {
            return unsafe writePlain(start, count, to: outlet, isMore: isMore, isEnding: isEnding)
        }
        if form.format == .json {
            return unsafe writeObjects(
                start, count, form, to: outlet, isMore: isMore, isEnding: isEnding,
                isForced: isForced)
        }
        var isMore = isMore
        var done = 0
        // The head, and the place of its bar, where a line goes on with what was cut; raw lines have
        // nothing that tells of it.
        let size = form.headCount
        let mark = form.format == .text ? size - 2 : -1
        unsafe form.head.withUnsafeBufferPointer { head in
            guard let head = head.baseAddress else { return }
            while done < count {
                let place = unsafe place(for: size + Self.longestLine + Self.slack, outlet)
                if outlet.isBlocked, !isForced { break }
                var next = 0
                while next < size {
                    unsafe Self.copyWord(place + next, head + next)
                    next += 8
                }
                if isMore, mark >= 0 { unsafe place[mark] = 43 }
                let left = count - done
                var length = unsafe Self.copyLine(
                    place + size, start + done, atMost: min(left, Self.longestLine + 1))
                isMore = length < 0
                if isMore {
                    guard left > Self.longestLine || isEnding else { break }
                    length = left
                    if left > Self.longestLine {
                        length = unsafe Self.cut(start + done, Self.longestLine)
                    }
                }
                unsafe place[size + length] = 10
                add(size + length + 1)
                done += length + (isMore ? 0 : 1)
            }
        }
        return done
    }

    /// What copies by words write too much, at most.
    private static let slack = 32

    @inline(__always)
    private static func copyWord(
        _ place: UnsafeMutablePointer<UInt8>, _ start: UnsafePointer<UInt8>
    ) {
        let word = unsafe UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
        unsafe UnsafeMutableRawPointer(place).storeBytes(of: word, as: UInt64.self)
    }

    /// Copies bytes up to a line feed and answers where that is; a negative number where there is none
    /// among the first `limit`.
    ///
    /// Eight at a time, and looked at on the way: both are read but once. So up to seven more than
    /// `limit` are read and written.
    @inline(never)
    private static func copyLine(
        _ place: UnsafeMutablePointer<UInt8>, _ start: UnsafePointer<UInt8>, atMost limit: Int
    ) -> Int {
        var next = 0
        while next < limit {
            let word = unsafe UnsafeRawPointer(start + next).loadUnaligned(as: UInt64.self)
            unsafe UnsafeMutableRawPointer(place + next).storeBytes(of: word, as: UInt64.self)
            let feeds = word ^ 0x0A0A_0A0A_0A0A_0A0A
            let found = (feeds &- 0x0101_0101_0101_0101) & ~feeds & 0x8080_8080_8080_8080
            if found != 0 {
                next += UInt64(littleEndian: found).trailingZeroBitCount / 8
                return next < limit ? next : -1
            }
            next += 8
        }
        return -1
    }

    /// ``write(_:_:_:to:isMore:isEnding:isForced:)`` for lines that become JSON objects.
    private func writeObjects(
        _ start: UnsafePointer<UInt8>, _ count: Int, _ form: LineForm, to outlet: Outlet,
        isMore: Bool, isEnding: Bool, isForced: Bool
    ) -> Int {
        var isMore = isMore
        var done = 0
        while let line = unsafe Self.nextLine(
            start + done, count - done, atMost: Self.longestLine, isEnding: isEnding)
        {
            unsafe writeObject(start + done, line.length, form, isMore: isMore, to: outlet)
            done += line.length + (line.hasEnd ? 1 : 0)
            isMore = !line.hasEnd
            if outlet.isBlocked, !isForced { break }
        }
        return done
    }

    /// ``write(_:_:_:to:isMore:isEnding:isForced:)`` for lines that stay as they are.
    private func writePlain(
        _ start: UnsafePointer<UInt8>, _ count: Int, to outlet: Outlet, isMore: Bool,
        isEnding: Bool
    ) -> Int {
        var whole = count
        if !isEnding {
            while whole > 0, unsafe start[whole - 1] != 10 { whole -= 1 }
            // What is too long to be kept goes on in pieces.
            if whole == 0, count > Self.longestLine { whole = count }
        }
        unsafe add(start, whole, to: outlet)
        let isOpen = whole > 0 ? unsafe start[whole - 1] != 10 : isMore
        if isEnding, isOpen {
            unsafe place(for: 1, outlet).pointee = 10
            add(1)
        }
        return whole
    }

    @inline(never)
    private func writeObject(
        _ start: UnsafePointer<UInt8>, _ count: Int, _ form: LineForm, isMore: Bool,
        to outlet: Outlet
    ) {
        let line = unsafe Text([UInt8](UnsafeBufferPointer(start: start, count: count)))
        var bytes = form.object(line, isMore: isMore)
        bytes.append(10)
        unsafe bytes.withUnsafeBytes { buffer in
            if let first = buffer.baseAddress { unsafe add(first, buffer.count, to: outlet) }
        }
    }
}
