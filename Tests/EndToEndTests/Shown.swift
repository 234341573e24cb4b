import Foundation
import TestSupport

/// What `probe show` printed of the process that it was.
struct Shown {
    private let lines: Set<String>

    /// Waits for a container whose job is `probe show`.
    init(_ container: Container) throws {
        try container.waitForLine("shown")
        lines = Set(container.program.lines.map(\.text))
    }

    init(text: String) {
        lines = Set(text.split(separator: "\n").map(String.init))
    }

    /// Whether this line was printed.
    func has(_ line: String) -> Bool {
        lines.contains(line)
    }

    /// The value of a variable of its environment.
    func variable(_ name: String) -> String? {
        environment.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    var environment: [String] {
        values(of: "environment")
    }

    /// The numbers of its open descriptors, but not the one through which it looked.
    var descriptors: [Int] {
        values(of: "fd").compactMap { line in
            line.hasSuffix("/fd") ? nil : line.split(separator: " ").first.flatMap { Int($0) }
        }.sorted()
    }

    /// The signals in a mask of `/proc/self/status`.
    func signals(_ key: String) -> [Int32] {
        let line = lines.first { $0.hasPrefix("\(key):") } ?? ""
        let mask = UInt64(line.split(whereSeparator: \.isWhitespace).last ?? "", radix: 16) ?? 0
        // glibc's posix_spawn, by which the tests start everything, leaves its own two ignored.
        return (1...64).filter { mask & (1 << UInt64($0 - 1)) != 0 && $0 != 32 && $0 != 33 }
    }

    private func values(of key: String) -> [String] {
        lines.filter { $0.hasPrefix("\(key) ") }.map { String($0.dropFirst(key.count + 1)) }
    }
}
