import Basics

/// The sentences of one ``Fault``: its code, what is wrong, and how to put it right.
///
/// They stand in ``Words``, a line for each fault in the order of ``Fault``: code, message and hint. So
/// the places that find a fault need only name it: sentences put together where they are needed would
/// make up half of the program.
struct FaultWords {
    /// Unpacked once, at the first fault: there may be many.
    static let table = Words.text(.faults)

    let code: Text
    let message: Text
    /// Empty where there is nothing to say.
    let hint: Text

    /// The sentences of `fault`, with `values` in the places of `%1`, `%2`, ...
    init(_ fault: Fault, _ values: [Text]) {
        let row = Self.table.word(Int(fault.rawValue), endedBy: 10)
        code = row.column(0)
        let isPath =
            fault == .circle || fault == .circleOfBarrier || fault == .includeCycle
            || fault == .refusedService
        let limit = isPath ? Shown.longestPath : Shown.longest
        message = Self.fill(row.column(1), values, limit: limit)
        hint = Self.fill(row.column(2), values, limit: limit)
    }

    /// Puts `values` in the places of `%1`, `%2`, ..., fit to be shown.
    @inline(never)
    static func fill(
        _ pattern: Text, _ values: [Text], limit: Int = Shown.longest
    ) -> Text {
        var bytes: [UInt8] = []
        var index = 0
        while index < pattern.count {
            let byte = pattern.bytes[index]
            let next = index + 1 < pattern.count ? pattern.bytes[index + 1] : 0
            if byte == 37, next >= 49, Int(next) - 49 < values.count {
                Shown(values[Int(next) - 49], limit: limit).render(into: &bytes)
                index += 2
            } else {
                bytes.append(byte)
                index += 1
            }
        }
        return Text(bytes)
    }
}
