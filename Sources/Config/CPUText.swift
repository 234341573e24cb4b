import Basics

/// Reads the CPUs of a job: `0x` and a mask in hexadecimal, or numbers and ranges with commas.
///
/// pmtr's rules: no blanks, no empty item, a range goes up; a mask without a bit is no restriction.
enum CPUText {
    /// Reads word 1; reports and returns nil where it is wrong.
    ///
    /// A set of no CPU is no restriction.
    @inline(never)
    static func read(_ line: Line, _ list: inout DiagnosticList) -> CPUSet? {
        let text = line.text(1)
        var set = CPUSet()
        let fault =
            text.hasPrefix("0x") ? readMask(text, into: &set) : readList(text, into: &set)
        guard let fault else { return set }
        list.add(fault, line, 1, "\(CPUSet.limit - 1)")
        return nil
    }

    /// Writes the numbers and ranges of `set`.
    @inline(never)
    static func write(_ set: CPUSet) -> Text {
        var text = Text([])
        var first = 0
        while first < CPUSet.limit {
            guard set.contains(first) else {
                first += 1
                continue
            }
            var last = first
            while set.contains(last + 1) { last += 1 }
            if !text.isEmpty { text.bytes.append(44) }
            first.render(into: &text.bytes)
            if last > first {
                text.bytes.append(45)
                last.render(into: &text.bytes)
            }
            first = last + 1
        }
        return text
    }

    @inline(never)
    private static func readMask(_ text: Text, into set: inout CPUSet) -> Fault? {
        guard text.count > 2 else { return .notCPUs }
        var first = 0
        var place = text.count
        while place > 2 {
            place -= 1
            guard let digit = text.bytes[place].hexadecimal else { return .notCPUs }
            for bit in 0..<4 where digit >> UInt8(bit) & 1 == 1 {
                if !set.insert(first + bit) { return .cpuOutOfRange }
            }
            first += 4
        }
        return nil
    }

    @inline(never)
    private static func readList(_ text: Text, into set: inout CPUSet) -> Fault? {
        for item in text.split(at: 44) {
            let ends = item.split(at: 45)
            let last = ends[ends.count - 1].decimal
            guard ends.count <= 2, var number = ends[0].decimal, let last,
                ends.count == 1 || number < last
            else { return .notCPUs }
            while number <= last {
                if !set.insert(Int(clamping: number)) { return .cpuOutOfRange }
                number += 1
            }
        }
        return nil
    }
}

extension UInt8 {
    /// The value of this hexadecimal digit; nil for another byte.
    fileprivate var hexadecimal: UInt8? {
        switch self {
        case 48...57: self - 48
        case 65...70: self - 55
        case 97...102: self - 87
        default: nil
        }
    }
}
