import Foundation
import TestSupport
import Testing

/// Debian's multilog and ours side by side: the same words and the same input leave the same files, with the
/// same modes, say the same and end with the same status.
///
/// What is known to differ:
/// - within 2000 bytes of its limit theirs ends a file with the last line of what it happens to write at once,
///   ours with the first line: files are compared one by one only where both are the same;
/// - a number that does not fit wraps around with theirs, and counts as very large with ours;
/// - a crashed processor is reported with whatever errno holds by theirs.
@Suite(.requires(.root), .requires(.binary), .requires(.daemontools)) struct MultilogTests {
    /// What one of the sides left.
    private struct Trace: Equatable, CustomStringConvertible {
        var outcome: Outcome
        var folder: String

        var description: String { "\(outcome)\n--- files\n\(folder)" }
    }

    /// Runs a script on all sides, each in a folder that `prepare` fills.
    private func compare(
        _ script: [String], input: Data, isExact: Bool = true, sides: [Side] = Side.allCases,
        prepare: (Scratch) throws -> Void = { _ in }
    ) throws {
        var traces: [Trace] = []
        for side in sides {
            let scratch = try Scratch()
            try prepare(scratch)
            let given = try Scratch()
            try input.write(to: URL(fileURLWithPath: given.file("in")))
            let words =
                try ["/bin/sh", "-c", "exec \"$@\" <\"$0\"", given.file("in")]
                + side.words("multilog", script)
            var outcome = try Outcome(of: words, in: scratch.path, ["PATH": "/usr/bin:/bin"])
            outcome.errors = LogFolder.masked(outcome.errors)
            let folder = LogFolder(scratch.path)
            traces.append(
                Trace(outcome: outcome, folder: isExact ? folder.exact : folder.together))
        }
        for index in traces.indices.dropFirst() where traces[index] != traces[0] {
            let ours = traces[index].description.split(separator: "\n")
            let theirs = traces[0].description.split(separator: "\n")
            let place = zip(ours, theirs).prefix { $0 == $1 }.count
            Issue.record(
                """
                multilog \(script) by \(sides[index]), line \(place):
                \(ours.dropFirst(place).first.map { $0.prefix(200) }.debugDescription)
                \(theirs.dropFirst(place).first.map { $0.prefix(200) }.debugDescription)
                """)
        }
    }

    // MARK: Selection

    private static let patterns = [
        "*", "", "a*", "*a", "*a*", "ab", "*b*a*", "**", "*:*", "*: *", "a", "x*", "*x", "*\u{e9}*",
        "@*", "@* *x*", "*ab", "a**", "* *", "*xxxxxxxxxx",
    ]

    private static func actions(_ random: inout Random) -> [String] {
        var script = random.isOnce(in: 3) ? ["t"] : []
        // What matches a digit of a label does so now and then.
        let patterns =
            script.isEmpty ? patterns : patterns.filter { !$0.contains("a") || $0.hasPrefix("@") }
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            switch Int.random(in: 0..<9, using: &random) {
            case 0, 1: script.append("-" + random.one(of: patterns))
            case 2, 3: script.append("+" + random.one(of: patterns))
            case 4: script.append(random.one(of: ["e", "e", "every"]))
            case 5: script.append("=" + random.one(of: ["seen", "./seen2", "old"]))
            case 6: script.append(random.one(of: ["", "t", "x", "N5", "n", "#", "to"]))
            default: script.append(random.one(of: ["./a", "./b", "./c/.", "./d/"]))
            }
        }
        // The second of two logs in one folder could not lock it.
        var folders: Set<String> = []
        return script.filter { !$0.hasPrefix("./") || folders.insert($0).inserted }
    }

    private static func lines(_ random: inout Random, _ count: ClosedRange<Int>) -> Data {
        var data = Data()
        let bytes: [UInt8] = [97, 97, 98, 120, 58, 32, 64, 0, 255, 9, 0xC3, 0xA9]
        for _ in 0..<Int.random(in: count, using: &random) {
            let length = random.one(of: [0...3, 0...12, 0...12, 190...210, 970...1005, 1000...3000])
            data += Data(random.some(length, of: random.isOnce(in: 2) ? bytes : [97, 98, 58, 32]))
            data.append(10)
        }
        if random.isOnce(in: 3) { data.removeLast(min(1, data.count)) }
        return data
    }

    @Test(arguments: 0..<80) func `the same lines go to the same places`(seed: Int) throws {
        var random = Random(seed: seed)
        let script = Self.actions(&random)
        try compare(script, input: Self.lines(&random, 0...25)) {
            try $0.write("old", String(repeating: "old ", count: 400))
            mkdir($0.file("c"), 0o755)
        }
    }

    // MARK: Rotation

    private static let processors = [
        "!cat", "!tr a-z A-Z", "!gzip -n", "!cat; cat <&4 >&5; echo state >&5", "!true",
        "!wc -c; ls /proc/self/fd >/dev/null",
    ]

    @Test(arguments: 0..<30) func `files are full at the same line`(seed: Int) throws {
        var random = Random(seed: 5000 + seed)
        var script = random.isOnce(in: 3) ? ["t"] : []
        for folder in ["./a", "./b"].prefix(Int.random(in: 1...2, using: &random)) {
            if random.isOnce(in: 2) {
                script.append(random.one(of: ["s1", "s4096", "s6000", "sx"]))
            } else {
                script.append("s5000")
            }
            if random.isOnce(in: 2) {
                script.append(random.one(of: ["n1", "n2", "n3", "n", "n5x"]))
            }
            if random.isOnce(in: 2) { script.append(random.one(of: Self.processors)) }
            script.append(folder)
        }
        // Of longer lines theirs writes each for itself.
        var data = Data()
        for number in 0..<Int.random(in: 0...60, using: &random) {
            let length = random.one(of: [520...900, 520...900, 1100...9000])
            data += Data("\(number) ".utf8)
            data += Data(repeating: 97, count: Int.random(in: length, using: &random))
            data.append(10)
        }
        try compare(script, input: data)
    }

    @Test(arguments: 0..<10) func `of short lines nothing is lost or cut`(seed: Int) throws {
        var random = Random(seed: 6000 + seed)
        var data = Data()
        for number in 0..<Int.random(in: 500...3000, using: &random) {
            data += Data("\(number) \(String(repeating: "y", count: number % 90))\n".utf8)
        }
        let stamp = random.isOnce(in: 2) ? ["t"] : []
        try compare(
            stamp + [random.one(of: ["s4096", "s8000", "s99999"]), "n1000", "./main"], input: data,
            isExact: false)
    }

    @Test func `a command that fails is run again after five seconds`() throws {
        let script = [
            "s4096", "!if [ -e ../once ]; then cat; else >../once; exit 3; fi", "./main",
        ]
        let data = Data((String(repeating: "z", count: 2500) + "\n").utf8)
        try compare(script, input: data, sides: [.theirs, .link])
    }

    // MARK: What was there before

    @Test(arguments: 0..<40) func `what an earlier run left is taken up`(seed: Int) throws {
        var random = Random(seed: 7000 + seed)
        var files: [(name: String, mode: mode_t, text: String)] = []
        let old = [
            "@400000006b0000000000000a.s", "@400000006b0000000000000b.u",
            "@400000006b0000000000000c.s", "@short", "@400000006b0000000000000dlonger", "other",
        ]
        for name in ["current", "previous", "processed", "newstate", "state"] + old {
            if random.isOnce(in: 3) { continue }
            files.append(
                (
                    name, random.one(of: [0o644, 0o744, 0o644]),
                    random.one(of: ["", "text of \(name)\n", "no end"])
                ))
        }
        let script = [
            random.one(of: ["n2", "n3", "n10"]), random.one(of: ["!cat", "s4096"]), "./main",
        ]
        try compare(script, input: Data(random.one(of: ["", "new\n"]).utf8)) { scratch in
            mkdir(scratch.file("main"), 0o700)
            for file in files {
                try scratch.write("main/\(file.name)", file.text, mode: file.mode)
            }
        }
    }

    @Test func `a file that was linked already is not linked again`() throws {
        try compare(["./main"], input: Data("x\n".utf8)) { scratch in
            mkdir(scratch.file("main"), 0o700)
            try scratch.write("main/previous", "old\n")
            link(scratch.file("main/previous"), scratch.file("main/@400000006b0000000000000a.s"))
        }
    }

    // MARK: Refusals

    @Test(arguments: [
        ["./no/such"], ["./file"], ["=no/such"], ["=folder"], ["./locked"],
        ["./folder", "./locked"],
        ["=seen", "./locked"], ["./a", "./a"], ["./odd"], [], ["t"], ["/proc/none"],
    ])
    func `what cannot be opened ends it`(script: [String]) throws {
        var locks: [Int32] = []
        defer { for lock in locks { close(lock) } }
        try compare(script, input: Data("line\n".utf8)) { scratch in
            try scratch.write("file", "")
            for name in ["folder", "locked", "odd", "odd/current"] {
                mkdir(scratch.file(name), 0o755)
            }
            let lock = open(scratch.file("locked/lock"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            #expect(flock(lock, LOCK_EX) == 0)
            locks.append(lock)
        }
    }
}
