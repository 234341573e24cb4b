import Foundation
import TestSupport
import Testing

/// Debian's chain-loading programs and ours side by side: the same words give the same output, in the same
/// order, and the same status.
///
/// What is known to differ, because it is a defect of theirs: a file with `=` in its name is refused by
/// our envdir, and sets an odd variable with theirs.
@Suite(.requires(.root), .requires(.binary), .requires(.daemontools)) struct ChainLoadingTests {
    private static let environment = [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/root", "UID": "x", "A": "old",
        "LANG": "C",
    ]

    /// Runs the program on all sides in the same folder.
    private func compare(
        _ tool: String, _ rest: [String], in folder: String,
        _ environment: [String: String] = environment,
        prefix: [String] = []
    ) throws {
        var outcomes: [Outcome] = []
        for side in Side.allCases {
            outcomes.append(
                try Outcome(of: prefix + side.words(tool, rest), in: folder, environment))
        }
        let command = ([tool] + rest).joined(separator: " ")
        #expect(outcomes[1] == outcomes[0], "\(command) by \(Side.link)")
        #expect(outcomes[2] == outcomes[0], "\(command) by \(Side.verb)")
    }

    // MARK: envdir

    @Test(arguments: 0..<80) func `envdir sets what Debian's sets`(seed: Int) throws {
        var random = Random(seed: seed)
        let scratch = try Scratch()
        try makeEnvironment(in: scratch.file("e"), &random)
        var environment = Self.environment
        for name in random.some(0...3, of: ["A", "B", "C1", "lower", "LAST"]) {
            environment[name] = random.one(of: ["", "given", "a=b"])
        }
        if random.isOnce(in: 8) { environment["PATH"] = nil }
        try compare("envdir", ["e", "env"], in: scratch.path, environment)
    }

    @Test func `envdir takes a link to nothing for an empty file`() throws {
        let scratch = try Scratch()
        mkdir(scratch.file("e"), 0o755)
        // Alone: for Debian's it has the content of the file before.
        symlink("nothing", scratch.file("e/A"))
        try compare("envdir", ["e", "env"], in: scratch.path)
    }

    /// Fills a folder with files that envdir reads.
    private func makeEnvironment(in folder: String, _ random: inout Random) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        let names = [
            "A", "B", "C1", "LAST", "lower", "PATH", "a b", "a-b", "\u{e9}", ".hidden", "HOME",
            "UID",
            "_", "1", "LANG",
        ]
        let bytes: [UInt8] = [97, 98, 32, 9, 10, 0, 61, 13, 255, 36]
        for name in Set(random.some(0...8, of: names)).sorted() {
            let file = URL(fileURLWithPath: "\(folder)/\(name)")
            if random.isOnce(in: 30) {
                try FileManager.default.createDirectory(
                    at: file, withIntermediateDirectories: false)
                continue
            }
            if random.isOnce(in: 30) {
                mkfifo(file.path, 0o644)
                continue
            }
            var content = Data(random.some(0...20, of: bytes))
            if random.isOnce(in: 5) { content = Data() }
            if random.isOnce(in: 10) { content = Data(repeating: 120, count: 5000) }
            try content.write(to: file)
        }
    }

    @Test(arguments: ["-", "nobody", "e/plain"])
    func `envdir says why a folder cannot be read`(folder: String) throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.file("e"), withIntermediateDirectories: false)
        try scratch.write("e/plain", "x")
        try scratch.write("e/secret", "x", mode: 0o600)
        try compare("envdir", [folder, "env"], in: scratch.path)
        // Another user may not read a file, and then may not list the folder, and then not enter it.
        for mode in [0o755, 0o711, 0o700] as [mode_t] {
            chmod(scratch.file("e"), mode)
            try compare(
                "envdir", ["e", "env"], in: scratch.path,
                prefix: ["/usr/bin/setuidgid", "nobody"])
        }
    }

    // MARK: softlimit

    @Test(arguments: 0..<60) func `softlimit limits what Debian's limits`(seed: Int) throws {
        var random = Random(seed: 1000 + seed)
        var words: [String] = []
        let values = [
            "=", "0", "1", "5", "17", "", "1000000", "100000000", "10000000000",
            "18446744073709551615", "18446744073709551617", "99999999999999999999999", "5k", "-1",
            "0x10", "unlimited", " 5",
        ]
        for letter in random.some(0...3, of: Array("acdflmoprst").map(String.init)) {
            // A limit of no time at all ends the program at the next tick, whenever that is.
            let value = random.one(of: letter == "t" ? ["=", "1000", "5k", "-1"] : values)
            words += random.isOnce(in: 2) ? ["-\(letter)", value] : ["-\(letter)\(value)"]
        }
        if random.isOnce(in: 10) { words.append(random.one(of: ["--", "-", "-z", "--x", "-o"])) }
        let program = random.one(of: [
            ["cat", "/proc/self/limits"], ["/nonexistent"], ["nonexistent"],
        ])
        try compare("softlimit", words + program, in: "/")
    }

    @Test(.requires(.busybox), arguments: ["0", "100000", "1000000", "3000000"], [0, 300, 3000])
    func `softlimit itself needs no memory that it has forbidden`(limit: String, count: Int) throws
    {
        var environment = Self.environment
        for number in 0..<count {
            environment["V\(number)"] = String(repeating: "x", count: number % 40)
        }
        for program in [["busybox", "echo", "run"], ["nonexistent"], ["./none"]] {
            try compare("softlimit", ["-a", limit] + program, in: "/", environment)
        }
    }

    // MARK: setlock

    @Test(arguments: 0..<40) func `setlock locks as Debian's does`(seed: Int) throws {
        var random = Random(seed: 2000 + seed)
        let flags = random.some(
            0...2, of: ["-n", "-N", "-x", "-X", "-nx", "-xN", "-nX", "--", "-z"])
        let file = random.one(of: ["new", "old", "held", "folder", "no/file", "fifo", ""])
        // What waits for a lock that is held would wait for ever.
        let held = file == "held" ? ["-n"] : []
        let program = random.one(of: [
            ["sh", "-c", "cat old; readlink /proc/self/fd/3 | sed s,.*/,,; exit 4"],
            ["nonexistent"],
            [], ["flock", "-n", "held", "true"],
        ])
        var results: [Outcome] = []
        for side in Side.allCases {
            let scratch = try Scratch()
            try scratch.write("old", "content\n", mode: 0o640)
            try scratch.write("held", "")
            _ = try scratch.makeFIFO("fifo")
            try FileManager.default.createDirectory(
                atPath: scratch.file("folder"), withIntermediateDirectories: false)
            let lock = open(scratch.file("held"), O_RDONLY | O_CLOEXEC)
            defer { close(lock) }
            #expect(flock(lock, LOCK_EX) == 0)
            var outcome = try Outcome(
                of: side.words(
                    "setlock",
                    held + flags.filter { file != "held" || !$0.contains("N") }
                        + [file] + program), in: scratch.path, Self.environment)
            outcome.output += try Command.output(
                ["sh", "-c", "cd \(scratch.path); stat -c '%n %a %s' *"])
            results.append(outcome)
        }
        #expect(results[1] == results[0])
        #expect(results[2] == results[0])
    }

    @Test func `setlock waits for the lock`() throws {
        let scratch = try Scratch()
        try scratch.write("lock", "")
        let lock = open(scratch.file("lock"), O_RDONLY | O_CLOEXEC)
        #expect(flock(lock, LOCK_EX) == 0)
        let waiting = try RunningProgram(
            Side.link.words("setlock", [scratch.file("lock"), "echo", "locked"]))
        try Deadline.wait(until: "setlock waits") {
            let place = try? String(contentsOfFile: "/proc/\(waiting.pid)/wchan", encoding: .utf8)
            return ProcessFacts(waiting.pid)?.state == "S" && place?.isEmpty == false
        }
        #expect(waiting.readAvailable().isEmpty)
        close(lock)
        #expect(try waiting.waitForExit() == 0)
        #expect(waiting.lines(with: "locked").count == 1)
    }

    // MARK: The other programs

    private static let accounts = [
        "root", "daemon", "www-data", "nobody", "mail", "nope", "0", "33", "12345", "", "-x",
        "root:x",
    ]

    @Test(arguments: accounts, [["id"], ["env"], ["nonexistent"], []])
    func `another user's identity`(account: String, program: [String]) throws {
        try compare("setuidgid", [account] + program, in: "/", Self.environment)
        try compare("envuidgid", [account] + program, in: "/", Self.environment)
    }

    @Test func `nobody may take another identity but root`() throws {
        for account in ["daemon", "nobody"] {
            try compare(
                "setuidgid", [account, "id"], in: "/",
                prefix: ["/usr/bin/setuidgid", "nobody"])
        }
    }

    @Test(arguments: [
        ["nonexistent"], ["sh", "-c", "exit 5"], ["sh", "-c", "echo out; echo err >&2"],
        ["sh", "-c", "kill -9 $$"], ["sh", "-c", "kill -15 $$"], ["/etc"], ["/etc/passwd"], ["./x"],
        [],
        ["sh", "-c", "ls /proc/self/fd | wc -l"], ["--", "true"], ["-x"], [""],
        ["sh", "-c", "(sleep 0.2; echo late) & exit 6"],
        ["sh", "-c", "ps -o pid=,pgid=,sid= $$ | awk '{print $1 == $2, $1 == $3}'"],
    ])
    func `a program in the foreground and one in a session of its own`(words: [String]) throws {
        try compare("fghack", words, in: "/")
        try compare("pgrphack", words, in: "/")
        // Whoever leads a group already stays what it is.
        try compare("pgrphack", words, in: "/", prefix: ["setsid", "-w"])
    }

    /// Each program with what it takes for a program to run.
    private static let loaders = [
        ["setuidgid", "root"], ["envuidgid", "root"], ["envdir", "/var/empty"], ["softlimit"],
        ["setlock", "/dev/null"], ["pgrphack"], ["fghack"],
    ]

    @Test(
        arguments: loaders,
        [
            ["grep", "^Sig[PBIC]", "/proc/self/status"],
            ["sh", "-c", "ls /proc/self/fd | tr '\\n' ' '"],
            ["sh", "-c", "echo $0 $# \"$@\"", "a b", "", "c\nd"],
            ["sh", "-c", "umask; pwd; ulimit -n"],
        ])
    func `what is executed inherits everything`(loader: [String], program: [String]) throws {
        let scratch = try Scratch()
        let empty = scratch.file("empty")
        try FileManager.default.createDirectory(
            atPath: empty, withIntermediateDirectories: false)
        let rest = loader.dropFirst().map { $0 == "/var/empty" ? empty : $0 } + program
        let name = try #require(loader.first)
        let signals = ["env", "--ignore-signal=INT,SEGV,CHLD", "--block-signal=USR1,34,TERM"]
        // A wait of ignored children fails, for fghack too.
        try compare(name, rest, in: scratch.path)
        try compare(name, rest, in: scratch.path, prefix: signals)
    }

    @Test(arguments: 0..<60) func `PATH is searched as Debian's programs do it`(seed: Int) throws {
        var random = Random(seed: 3000 + seed)
        let scratch = try Scratch()
        for folder in ["a", "b", "c", "d"] {
            try FileManager.default.createDirectory(
                atPath: scratch.file(folder), withIntermediateDirectories: false)
        }
        try scratch.write("a/x", "#!/bin/sh\necho a $0 $1\n", mode: 0o755)
        try scratch.write("b/x", "no program", mode: 0o644)
        try scratch.write("c/x", "\u{7f}ELF", mode: 0o755)
        try FileManager.default.createDirectory(
            atPath: scratch.file("d/x"), withIntermediateDirectories: false)
        try scratch.write("x", "#!/bin/sh\necho here $0 $1\n", mode: 0o755)
        try scratch.write("b/y", "#!/no/such/interpreter\n", mode: 0o755)
        let parts = ["a", "b", "c", "d", "nope", "", "b/x", "/usr/bin", "a/"]
        var environment = Self.environment
        environment["PATH"] = random.some(1...4, of: parts).joined(separator: ":")
        if random.isOnce(in: 10) { environment["PATH"] = nil }
        let program = random.one(of: ["x", "y", "x", "./x", "a/x", "b/x", "id", "d", "nope"])
        let loader = random.one(of: [["envuidgid", "root"], ["softlimit"], ["pgrphack"]])
        try compare(
            try #require(loader.first), loader.dropFirst() + [program, "word"], in: scratch.path,
            environment)
    }

    @Test(arguments: 0..<120) func `bad usage is told as Debian's programs tell it`(seed: Int)
        throws
    {
        var random = Random(seed: 4000 + seed)
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.file("e"), withIntermediateDirectories: false)
        let tool = random.one(of: [
            "setuidgid", "envuidgid", "envdir", "softlimit", "setlock", "pgrphack", "fghack", "svc",
            "svstat", "svok",
        ])
        let words = random.some(
            0...4,
            of: [
                "-", "--", "-n", "-x", "-z", "true", "nope", "", "f", "--help", "-o", "5", "=", "e",
                "-u",
                "-:", "-nz", "root", "-ud", "-o5", ".",
            ])
        try compare(tool, words, in: scratch.path)
    }
}
