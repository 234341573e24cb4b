import Basics
import CLinux
import Linux

/// `tai64n`: puts a label before each line of standard input, of the moment when its first byte was read.
enum TAI64NStamper {
    @inline(never)
    static func run() throws(Stop) {
        let filter = LineFilter()
        var label = [UInt8](repeating: 32, count: TAI64N.labelSize + 1)
        var isAtLineStart = true
        while let bytes = unsafe try filter.read() {
            unsafe label.withUnsafeMutableBufferPointer {
                unsafe TAI64N(unixNanoseconds: Clock.wallNanoseconds).write(label: $0)
            }
            var start = 0
            while start < bytes.count {
                if isAtLineStart {
                    unsafe label.withUnsafeBufferPointer { unsafe filter.put($0) }
                }
                let line = unsafe LineFilter.line(bytes, from: start)
                unsafe filter.put(line)
                start += line.count
                isAtLineStart = unsafe line[line.count - 1] == 10
            }
            try filter.flush()
        }
    }
}
