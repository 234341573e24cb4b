import Basics
import Supervision

/// What the last health probe of each instance came to.
///
/// Rows without such a probe, behind the last that has one, take no memory; the others a few words
/// and what their probe has said.
struct ProbeOutcomes {
    /// What one probe came to.
    enum Verdict: UInt64 {
        case none
        case good
        case bad
    }

    /// The longest first line that a message shows, in bytes.
    static let longestLine = 200

    /// When a verdict was given, in milliseconds, and in the lowest two bits which.
    private var entries = PackedArray<UInt64>()
    private var outputs: [Text] = []

    /// Keeps what a probe of `id` came to; whether it is news: another verdict than the last.
    @inline(never)
    mutating func store(
        _ id: InstanceID, isGood: Bool, output: Text, at now: Instant
    ) -> Bool {
        while entries.count <= id.index {
            entries.append(0)
            outputs.append(Text([]))
        }
        let verdict = isGood ? Verdict.good : Verdict.bad
        let isNews = entries[id.index] & 3 != verdict.rawValue
        entries[id.index] = now.milliseconds << 2 | verdict.rawValue
        outputs[id.index] = output
        return isNews
    }

    /// Forgets the last run's verdict: a new process begins.
    @inline(never)
    mutating func forget(_ id: InstanceID) {
        guard entries.indices.contains(id.index) else { return }
        entries[id.index] = 0
        outputs[id.index] = Text([])
    }

    /// What the last probe of `id` came to, when, and the first 4 KiB of what it said, or why it failed.
    @inline(never)
    func outcome(of id: InstanceID) -> (verdict: Verdict, time: Instant, output: Text) {
        guard entries.indices.contains(id.index) else {
            return (.none, Instant(milliseconds: 0), Text([]))
        }
        let entry = entries[id.index]
        let verdict = Verdict(rawValue: entry & 3) ?? .none
        return (verdict, Instant(milliseconds: entry >> 2), outputs[id.index])
    }

    /// The first line of `output` that is not empty, as a message may show it.
    @inline(never)
    static func firstLine(of output: [UInt8]) -> Text {
        var line: [UInt8] = []
        for byte in output {
            if byte == 10 || byte == 13 {
                if !line.isEmpty { break }
            } else {
                line.append(byte >= 32 && byte < 127 ? byte : 63)
                if line.count == longestLine { break }
            }
        }
        return Text(line)
    }
}
