import Foundation

/// What `/proc` says of one process; pids are those outside unless said otherwise.
public struct ProcessFacts: Sendable, CustomStringConvertible {
    public let pid: pid_t
    public let parent: pid_t
    public let name: String
    /// One letter as in proc(5): R, S, Z, and so on.
    public let state: Character
    /// Where the stack begins: another after every execve(2).
    public let stackStart: UInt64
    private let status: [String: String]

    /// Reads the facts; nil if there is no such process.
    public init?(_ pid: pid_t) {
        guard let stat = Self.read(pid, "stat"), let status = Self.read(pid, "status"),
            let open = stat.firstIndex(of: "("), let close = stat.lastIndex(of: ")")
        else { return nil }
        let fields = stat[close...].dropFirst(2).split(separator: " ")
        guard fields.count > 25, let parent = pid_t(fields[1]), let state = fields[0].first else {
            return nil
        }
        self.pid = pid
        self.parent = parent
        self.state = state
        name = String(stat[open..<close].dropFirst())
        stackStart = UInt64(fields[25]) ?? 0
        self.status = Self.table(status)
    }

    public var description: String { "\(name)[\(innerPID)] \(state)" }

    public var isZombie: Bool { state == "Z" }

    /// The pid in the innermost namespace.
    public var innerPID: pid_t {
        status["NSpid"]?.split(whereSeparator: \.isWhitespace).last.flatMap { pid_t($0) } ?? pid
    }

    /// How often it has gone to sleep or been put to sleep.
    public var contextSwitches: Int {
        number("voluntary_ctxt_switches") + number("nonvoluntary_ctxt_switches")
    }

    /// Resident memory in KB but for mapped files: swinit unmaps its code when it has settled, and each
    /// page of it comes back when it runs, so that their number is another at every moment.
    public var dataKB: Int { number("RssAnon") + number("RssShmem") }

    /// A line of `/proc/PID/status`.
    public func status(_ key: String) -> String? { status[key] }

    /// The processes below `ancestor`, at any depth.
    public static func descendants(of ancestor: pid_t) -> [ProcessFacts] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let all = names.compactMap { pid_t($0) }.compactMap { ProcessFacts($0) }
        let children = Dictionary(grouping: all, by: \.parent)
        var found: [ProcessFacts] = []
        var next = [ancestor]
        while let parent = next.popLast() {
            for child in children[parent] ?? [] where child.pid != parent {
                found.append(child)
                next.append(child.pid)
            }
        }
        return found.sorted { $0.pid < $1.pid }
    }

    private func number(_ key: String) -> Int {
        status[key]?.split(separator: " ").first.flatMap { Int($0) } ?? 0
    }

    private static func read(_ pid: pid_t, _ file: String) -> String? {
        try? String(contentsOfFile: "/proc/\(pid)/\(file)", encoding: .utf8)
    }

    private static func table(_ text: String) -> [String: String] {
        var table: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[colon...].dropFirst().trimmingCharacters(in: .whitespaces)
            table[String(line[..<colon])] = value
        }
        return table
    }
}
