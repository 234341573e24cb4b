import Basics

extension OptionEntry {
    /// How the number that ``read(_:)`` gives is written; empty for a number that it cannot give.
    @inline(never)
    func write(_ number: Int64) -> Text {
        switch kind {
        case .number: return "\(number)"
        case .octal: return Self.octal(number)
        case .duration: return DurationText.write(number)
        case .signal: return "\(Signal(rawValue: Int32(clamping: number)))"
        case .choice:
            let choices = choices.split(at: 124)
            let place = Int(clamping: number)
            return choices.indices.contains(place) ? choices[place] : Text([])
        case .flag, .word, .path, .account, .accounts, .list, .special, .optional, .block:
            return Text([])
        }
    }

    /// Four octal digits.
    private static func octal(_ number: Int64) -> Text {
        var digits: [UInt8] = []
        var shift: Int64 = 9
        while shift >= 0 {
            digits.append(48 + UInt8(truncatingIfNeeded: number >> shift & 7))
            shift -= 3
        }
        return Text(digits)
    }
}
