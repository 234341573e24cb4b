import Foundation

/// The reading end of a pipe that a program writes lines to.
struct OutputPipe {
    private(set) var descriptor: Int32
    private let stream: RunningProgram.Stream
    private var partial: [UInt8] = []

    init(reading descriptor: Int32, as stream: RunningProgram.Stream) {
        self.descriptor = descriptor
        self.stream = stream
    }

    var isOpen: Bool { descriptor >= 0 }

    /// Reads what is there without waiting; at the end of file an unfinished line counts as one.
    mutating func readLines() -> [RunningProgram.Line] {
        var lines: [RunningProgram.Line] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while isOpen {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 { return lines }
            if count == 0 {
                if !partial.isEmpty { lines.append(takeLine()) }
                close()
                descriptor = -1
                return lines
            }
            for byte in buffer[..<count] {
                if byte == UInt8(ascii: "\n") {
                    lines.append(takeLine())
                } else {
                    partial.append(byte)
                }
            }
        }
        return lines
    }

    func close() {
        if isOpen { Foundation.close(descriptor) }
    }

    private mutating func takeLine() -> RunningProgram.Line {
        defer { partial = [] }
        return RunningProgram.Line(stream: stream, text: String(decoding: partial, as: UTF8.self))
    }
}
