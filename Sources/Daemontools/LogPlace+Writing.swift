import Basics
import CLinux
import Linux

/// How much goes to which file.
extension LogPlace {
    /// A file of multilog's ends at the first newline within so many bytes of its limit.
    private static let margin = 2000

    /// Writes what waits, or as much as the file takes.
    @inline(never)
    func write() throws(SystemError) -> Step? {
        guard !queue.isEmpty else {
            return isRotationDue ? rotateIfAny() : isEnding ? .closing : nil
        }
        if kind == .overwritten { return try overwrite() }
        if terms.isInit, !isOpenedAgain, !isInPlace {
            isOpenedAgain = true
            reports.append(filled("% was removed or renamed; it is made again"))
            return .opening
        }
        let waiting = unsafe queue.bytes
        let (count, rotates) = unsafe portion(of: waiting)
        if count > 0 {
            attempt = kind == .numbered ? "unable to write to %" : "unable to write to %/current"
            let done = unsafe CLinux.write(file, waiting.baseAddress, count)
            if done < 0 { throw .last }
            if done == 0 { throw SystemError(number: EIO) }
            isAtLineStart = unsafe waiting[done - 1] == 10
            queue.drop(done)
            written += done
            recover()
            if done < count { return .writing }
        }
        return rotates ? .syncing : .writing
    }

    private func rotateIfAny() -> Step? {
        isRotationDue = false
        return written > 0 && kind != .overwritten ? .syncing : .writing
    }

    private var isInPlace: Bool {
        unsafe CString(name).withPointer { unsafe swinit_is_named(folder, $0, file) } != 0
    }

    private func overwrite() throws(SystemError) -> Step? {
        attempt = "unable to write %"
        let line = unsafe queue.bytes
        let done = unsafe pwrite(file, line.baseAddress, line.count, 0)
        if done < 0 { throw .last }
        if done < line.count { throw SystemError(number: ENOSPC) }
        queue.drop(line.count)
        recover()
        return nil
    }

    /// How many of these bytes go to the file as it is, and whether it is full with them.
    private func portion(of bytes: UnsafeBufferPointer<UInt8>) -> (count: Int, rotates: Bool) {
        let count = bytes.count
        if isHurried { return (count, false) }
        let room = max(0, size - written)
        if kind == .numbered { return unsafe numberedPortion(of: bytes, room: room) }
        if room == 0 { return (0, true) }
        let least = max(1, room - Self.margin)
        if count < least { return (count, false) }
        let most = min(count, room)
        if let end = unsafe newline(in: bytes, from: least - 1, to: most) { return (end + 1, true) }
        // The limit itself cuts a line, but only if more of it comes.
        return (most, false)
    }

    /// Whole lines up to the limit, which only a line that alone is longer exceeds.
    private func numberedPortion(
        of bytes: UnsafeBufferPointer<UInt8>, room: Int
    ) -> (count: Int, rotates: Bool) {
        if bytes.count <= room { return (bytes.count, false) }
        var end = room
        while end > 0, unsafe bytes[end - 1] != 10 { end -= 1 }
        if end > 0 { return (end, true) }
        if isAtLineStart, written > 0 { return (0, true) }
        guard let end = unsafe newline(in: bytes, from: 0, to: bytes.count) else {
            return (bytes.count, false)
        }
        return (end + 1, true)
    }

    private func newline(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> Int? {
        guard let base = bytes.baseAddress, start < end,
            let found = unsafe memchr(base + start, 10, end - start)
        else { return nil }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
