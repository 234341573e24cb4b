import Basics
import Config

/// How the lines of one stream are written.
final class LineForm {
    /// The longest name that others are padded to.
    static let widest = 24

    var format = LogSettings.Format.text
    var timestamps = LogSettings.Timestamps.none
    /// The name before each line, in the form of text.
    var name = Text([])
    /// How many bytes the longest name has that lines stand behind.
    var width = 0
    /// The job, which of its instances, and the process.
    var job = Text([])
    var instance = 1
    var pid: Int32 = 0
    var isErrors = false
    /// What stands before each line of a piece that was read at once: in JSON what stands before the
    /// message.
    ///
    /// There is more behind it, so that it may be copied by words.
    private(set) var head: [UInt8] = []
    /// How many bytes of ``head`` count.
    private(set) var headCount = 0

    /// Lines are passed on as they are.
    var isPlain: Bool { format == .raw && timestamps == .none }

    /// Makes the head of lines that were read so many nanoseconds after the beginning of 1970.
    @inline(never)
    func prepare(at time: Int64) {
        head.removeAll(keepingCapacity: true)
        if format == .json { prepareJSON(at: time) } else { prepareText(at: time) }
        headCount = head.count
        for _ in 0..<8 { head.append(0) }
    }

    private func prepareText(at time: Int64) {
        switch timestamps {
        case .none: break
        case .rfc3339: UTCTime.add(time, to: &head)
        case .tai64n: TAI64N(unixNanoseconds: time).label.render(into: &head)
        }
        if timestamps != .none { head.append(32) }
        guard format == .text else { return }
        name.render(into: &head)
        var padding = min(width, Self.widest) - name.count
        while padding > 0 {
            head.append(32)
            padding -= 1
        }
        (" | " as StaticString).render(into: &head)
    }

    private func prepareJSON(at time: Int64) {
        ("{\"time\":\"" as StaticString).render(into: &head)
        if timestamps == .tai64n {
            TAI64N(unixNanoseconds: time).label.render(into: &head)
        } else {
            UTCTime.add(time, to: &head)
        }
        ("\",\"job\":" as StaticString).render(into: &head)
        JSONText.render(job, into: &head)
        let stream: StaticString = isErrors ? "stderr" : "stdout"
        (",\"instance\":\(instance),\"stream\":\"\(stream)\",\"pid\":\(pid)," as Text)
            .render(into: &head)
    }

    /// The head alone.
    var named: [UInt8] {
        var bytes = head
        bytes.removeLast(head.count - headCount)
        return bytes
    }

    /// One line as a JSON object; `isMore` where it goes on with what the line before began.
    @inline(never)
    func object(_ line: Text, isMore: Bool) -> [UInt8] {
        var bytes = named
        if isMore { ("\"continued\":true," as StaticString).render(into: &bytes) }
        if !isMore, JSONObject.isWhole(line) {
            ("\"data\":" as StaticString).render(into: &bytes)
            line.render(into: &bytes)
        } else {
            ("\"message\":" as StaticString).render(into: &bytes)
            JSONText.render(line, into: &bytes)
        }
        bytes.append(125)
        return bytes
    }
}
