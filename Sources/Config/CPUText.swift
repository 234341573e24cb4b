import Basics

/// Reads the CPUs of a job: `0x` and a mask in hexadecimal, or numbers and ranges with commas.
///
/// pmtr's rules: no blanks, no empty item, a range goes up; a mask without a bit is no restriction.
enum CPUText {
    /// Reads word `index`; reports and returns nil where it is wrong, or names no CPU.
    @inline(never)
    static func read(_ line: Line, _ index: Int, _ list: inout DiagnosticList) -> CPUSet? {
        let text = line.text(index)
        var set = CPUSet()
        let fault =
            text.hasPrefix("0x") ? readMask(text, into: &set) : readList(text, into: &set)
        switch fault {
        case nil: return set.packed.isEmpty ? nil : set
        case .malformed: list.add(.notCPUs, line, index)
        case .tooHigh:
            list.add(.cpuOutOfRange, line, index, "\(CPUSet.limit - 1)")
        }
        return nil
    }

    private enum Fault {
        case malformed, tooHigh
    }

    private static func readMask(_ text: Text, into set: inout CPUSet) -> Fault? {
        guard text.count > 2 else { return .malformed }
        for (place, byte) in text.bytes[2...].reversed().enumerated() {
            var digit: UInt8
            switch byte {
            case 48...57: digit = byte - 48
            case 65...70: digit = byte - 55
            case 97...102: digit = byte - 87
            default: return .malformed
            }
            var number = place * 4
            while digit > 0 {
                if digit & 1 == 1, !set.insert(number) { return .tooHigh }
                digit >>= 1
                number += 1
            }
        }
        return nil
    }

    private static func readList(_ text: Text, into set: inout CPUSet) -> Fault? {
        for item in text.split(at: 44) {
            let ends = item.split(at: 45)
            guard ends.count <= 2 else { return .malformed }
            guard let first = ends[0].decimal, let last = (ends.last ?? item).decimal else {
                return .malformed
            }
            guard ends.count == 1 || first < last else { return .malformed }
            guard last < UInt64(CPUSet.limit) else { return .tooHigh }
            for number in first...last where !set.insert(Int(number)) { return .tooHigh }
        }
        return nil
    }
}
