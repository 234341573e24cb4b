import Foundation
import TestSupport
import Testing

/// Debian's tai64n, tai64nlocal and readproctitle and ours side by side.
///
/// What is known to differ, because it is a defect of theirs: tai64nlocal crashes at a malformed label, and
/// loses a label at the end of its input. Of a rule with summer time glibc thinks otherwise before 1970.
@Suite(.requires(.root), .requires(.binary), .requires(.daemontools)) struct LabelTests {
    private func compare(
        _ tool: String, _ rest: [String] = [], input: Data, zone: String? = nil,
        redirection: String = "<in", masks: Bool = false
    ) throws {
        let scratch = try Scratch()
        try input.write(to: URL(fileURLWithPath: scratch.file("in")))
        var outcomes: [String] = []
        for side in Side.allCases {
            var environment = ["PATH": "/usr/bin:/bin"]
            environment["TZ"] = zone
            let words =
                ["/bin/sh", "-c", "\"$@\" \(redirection) >out; echo $? >&2", "sh"]
                + (try side.words(tool, rest))
            let outcome = try Outcome(of: words, in: scratch.path, environment)
            let data = FileManager.default.contents(atPath: scratch.file("out")) ?? Data()
            var text = String(data: data, encoding: .isoLatin1) ?? ""
            if masks { text = LogFolder.masked(text) }
            outcomes.append("\(outcome)\n\(text)")
        }
        #expect(outcomes[1] == outcomes[0], "\(tool) by \(Side.link)")
        #expect(outcomes[2] == outcomes[0], "\(tool) by \(Side.verb)")
    }

    @Test(arguments: 0..<15) func `tai64n puts a label before each line`(seed: Int) throws {
        var random = Random(seed: 8000 + seed)
        var data = Data()
        for _ in 0..<Int.random(in: 0...40, using: &random) {
            let length = random.one(of: [0...0, 0...80, 900...5000])
            data += Data(random.some(length, of: [97, 64, 0, 255, 32, 13]))
            data.append(10)
        }
        if random.isOnce(in: 3) { data.removeLast(min(1, data.count)) }
        try compare("tai64n", input: data, masks: true)
    }

    @Test(arguments: ["tai64n", "tai64nlocal"], ["</", "<in >/dev/full", "<&-"])
    func `what cannot be read or written ends them`(tool: String, redirection: String) throws {
        let data = Data("@400000004a32392b2aa21dac line\nplain\n".utf8)
        try compare(tool, input: data, redirection: redirection, masks: true)
    }

    private static let zones = [
        nil, "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
        "CET-1", "<-03>3", "No/Such", "Pacific/Apia",
        "EST5EDT",
    ]

    @Test(arguments: 0..<50) func `tai64nlocal writes local time`(seed: Int) throws {
        var random = Random(seed: 9000 + seed)
        var text = ""
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            let seconds = random.one(of: [
                0...100, 1_000_000_000...1_800_000_000, 1_000_000_000...1_800_000_000,
                2_000_000_000...4_000_000_000, -10_000_000_000...(-1),
            ])
            let second = (1 << 62) + 10 + Int.random(in: seconds, using: &random)
            let nanosecond = Int.random(in: 0...1_200_000_000, using: &random)
            let label =
                "@" + String(second, radix: 16)
                + String(repeating: "0", count: 8 - String(nanosecond, radix: 16).count)
                + String(nanosecond, radix: 16)
            text += random.one(of: [
                "\(label) text\n", "\(label)\n", "\(label)Zed\n", "plain \(label)\n", "\n", " \n",
                "\(label) \(String(repeating: "long ", count: 500))\n", "\(label).x\n",
            ])
        }
        if random.isOnce(in: 4) { text += "no end" }
        try compare(
            "tai64nlocal", input: Data(text.utf8), zone: Self.zones[seed % Self.zones.count])
    }

    @Test(arguments: [
        ("@zz\n", "@zz\n"), ("@\n", "@\n"), ("@", "@"), ("@4000\n", "@4000\n"),
        ("@ffffffffffffffffffffffff x\n", "@ffffffffffffffffffffffff x\n"),
        ("@400000004a32392b2aa21dac", "2009-06-12 11:16:49.715267500"),
    ])
    func `tai64nlocal survives a malformed label`(line: String, expected: String) throws {
        let scratch = try Scratch()
        try scratch.write("in", line + "@400000004a32392b2aa21dac")
        let words = try Side.link.words("tai64nlocal", [])
        let outcome = try Outcome(
            of: ["/bin/sh", "-c", "\"$@\" <in >out", "sh"] + words, in: scratch.path, ["TZ": "UTC"])
        #expect(outcome.status == 0)
        #expect(scratch.read("out")?.hasPrefix(expected) == true)
    }

    // MARK: readproctitle

    @Test(arguments: [[], ["...."], ["x", "...."], ["12345"], ["a b", "."]])
    func `readproctitle wants five dots`(words: [String]) throws {
        try compare("readproctitle", words, input: Data("x".utf8))
    }

    @Test func `readproctitle says that it cannot read`() throws {
        try compare("readproctitle", ["......"], input: Data(), redirection: "</")
    }

    @Test(arguments: ["short", "longer than the dots that are there\n", "a\0b\n\nc"])
    func `readproctitle shows the end of its input`(text: String) throws {
        var shown: [String] = []
        for side in Side.allCases {
            var ends: [Int32] = [-1, -1]
            #expect(pipe(&ends) == 0)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            let program = try RunningProgram(
                side.words("readproctitle", ["errors:", "xxxxxxxxxxxx"]),
                input: .descriptor(ends[0]))
            close(ends[0])
            let bytes = Array(text.utf8)
            #expect(write(ends[1], bytes, bytes.count) == bytes.count)
            let last = text.suffix(1)
            try Deadline.wait(until: "\(side) shows it") {
                Self.title(program.pid).hasSuffix("\(last)\0")
            }
            shown.append(Self.title(program.pid).split(separator: "\0").suffix(2).joined())
            close(ends[1])
            #expect(try program.waitForExit() == 0)
        }
        #expect(shown[1] == shown[0])
        #expect(shown[2] == shown[0])
    }

    private static func title(_ pid: pid_t) -> String {
        let data = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") ?? Data()
        return String(data: data, encoding: .isoLatin1) ?? ""
    }
}
