import Basics

@testable import Config

/// Writes good files that use the whole language, the same for the same seed.
struct RandomFile {
    /// Seeded numbers (splitmix64).
    struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    var random: Random
    /// What has been written of the file at hand.
    var bytes: [UInt8] = []
    /// The jobs so far.
    var names: [String] = []
    /// A `defaults` block made barriers of the jobs.
    private var defaultsWait = false
    /// What is made now is for all jobs.
    var isInDefaults = false
    /// The options that were used.
    var used: Set<String> = []

    init(seed: Int) {
        random = Random(state: UInt64(seed))
    }

    /// The bytes of a main file, and of one that it includes.
    mutating func files() -> (main: [UInt8], included: [UInt8]) {
        if chance(50) { defaults() }
        for _ in 0..<number(1...6) { job() }
        for line in (directives() + ["include more.conf"]).shuffled(using: &random) { place(line) }
        let main = bytes
        bytes = []
        if chance(50) { defaults() }
        for _ in 0..<number(0...2) { job() }
        if chance(50) { place("forward USR1 sigusr2 38 to \(pick(names))") }
        return (main, bytes)
    }

    // MARK: - Blocks

    private mutating func job() {
        let name = pick(["web", "a.b", "X_1-@+", "db"]) + "-\(names.count)"
        var lines = options()
        // Only jobs further up, and then never a barrier: no order of jobs makes a cycle of these.
        if !names.isEmpty, !defaultsWait, chance(30), !lines.contains(where: Self.isBarrier) {
            lines.append(option("after"))
        }
        if !names.isEmpty, chance(20) { lines.append(option("restart-with")) }
        names.append(name)
        block("job", [Array("name \(name)".utf8), option("cmd")] + lines)
    }

    private mutating func defaults() {
        isInDefaults = true
        let lines = options()
        isInDefaults = false
        if lines.contains(where: Self.isBarrier) { defaultsWait = true }
        block("defaults", lines)
    }

    private static func isBarrier(_ line: [UInt8]) -> Bool {
        line.starts(with: "wait".utf8)
    }

    private mutating func block(_ keyword: String, _ lines: [[UInt8]]) {
        bytes += Array((keyword + pick([" {", "\n{", " { # x", " \\\n{"]) + "\n").utf8)
        for line in lines.shuffled(using: &random) {
            place(line)
        }
        bytes += Array("}\n".utf8)
    }

    private mutating func place(_ line: String) { place(Array(line.utf8)) }

    /// Adds a line, with what may stand around it.
    private mutating func place(_ line: [UInt8]) {
        if chance(10) { bytes += Array("# a comment \\\n\n".utf8) }
        bytes += Array(pick(["", "  ", "\t"]).utf8) + line
        bytes += Array(pick(["\n", "\n", "\r\n", " \n", "  # \" a comment\n"]).utf8)
    }

    /// Some lines of job options, which may stand together.
    private mutating func options() -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var left: Set<String> = ["name", "cmd", "after", "restart-with"]
        for row in 0..<OptionCatalogue.count {
            let entry = OptionCatalogue.entry(row)
            let name = entry.name.string
            guard entry.isJobOption, entry.option != nil, !left.contains(name), chance(25) else {
                continue
            }
            let line = option(name)
            if line.isEmpty { continue }
            lines.append(line)
            let text = String(decoding: line, as: UTF8.self)
            switch name {
            case "env", "ulimit", "env-file", "env-dir", "depends":
                if chance(60) { lines.append(option(name)) }
            case "user": if text.contains(":") { left.insert("group") }
            case "wait": if text.contains("once") { left.formUnion(["once", "restart"]) }
            case "once": left.insert("restart")
            default: break
            }
        }
        return lines
    }

    // MARK: - Choices

    mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    mutating func pick(_ choices: [String]) -> String {
        choices[number(0...(choices.count - 1))]
    }
}
