import Foundation
import TestSupport
import Testing

/// Our svc, svstat and svok with Debian's supervise.
@Suite(.requires(.binary), .requires(.daemontools), .requires(.compiler)) struct ControlTests {
    private let service: Service
    private var scratch: Scratch { service.scratch }
    private var supervise: RunningProgram { service.supervise }

    /// Debian's supervise of a service that tells of its signals; both end with this value.
    private final class Service {
        let scratch: Scratch
        let supervise: RunningProgram

        init() throws {
            scratch = try Scratch()
            try FileManager.default.createDirectory(
                atPath: scratch.file("s"), withIntermediateDirectories: false)
            try scratch.write(
                "s/run", "#!/bin/sh\nexec \(TestProgram.probe.path()) signals\n", mode: 0o755)
            supervise = try RunningProgram(["/usr/bin/supervise", scratch.file("s")])
            try supervise.waitForLine("ready")
        }

        deinit {
            kill(supervise.pid, SIGCONT)
            _ = try? Command.run(["/usr/bin/svc", "-dkx", scratch.file("s")])
            _ = try? supervise.waitForExit()
        }
    }

    init() throws {
        service = try Service()
        // The process may be faster than the supervisor, which writes the state once it has started it.
        try wait(forState: "up (pid N) N seconds")
    }

    private func run(_ tool: String, _ words: [String], by side: Side = .link) throws -> Outcome {
        try Outcome(
            of: side.words(tool, words), in: scratch.path, ["PATH": "/usr/bin:/bin", "LANG": "C"])
    }

    private func control(_ flags: String) throws {
        #expect(
            try run("svc", [flags, "s"]) == run("svc", [], by: .theirs), "svc \(flags) is silent")
    }

    /// What our svstat says, which is also what Debian's says.
    private func state() throws -> String {
        var answers: [Outcome] = []
        try Deadline.wait(until: "our svstat says what Debian's says: \(answers)") {
            answers = try [.theirs, .link, .theirs].map { try run("svstat", ["s"], by: $0) }
            return Age.agree(answers)
        }
        return answers[1].output
    }

    private func wait(forState wanted: String) throws {
        try Deadline.wait(until: "svstat says \(wanted)") {
            try state().replacing(/[0-9]+/, with: "N") == "s: \(wanted)"
        }
    }

    private func pid() throws -> pid_t {
        let state = try state()
        guard let match = state.firstMatch(of: /pid ([0-9]+)/), let pid = pid_t(match.1) else {
            throw Missed("no process: \(state)")
        }
        return pid
    }

    @Test(arguments: [
        ("-h", SIGHUP), ("-a", SIGALRM), ("-i", SIGINT),
    ])
    func `a signal reaches the process, which stays`(flag: String, number: Int32) throws {
        let before = try pid()
        try control(flag)
        try supervise.waitForLine("signal \(number)")
        #expect(try pid() == before)
    }

    @Test(arguments: ["-t", "-k"])
    func `a process that is ended comes back`(flag: String) throws {
        let before = try pid()
        try control(flag)
        try supervise.waitForLine("ready")
        try wait(forState: "up (pid N) N seconds")
        #expect(try pid() != before)
    }

    @Test func `pauses and goes on`() throws {
        let pid = try pid()
        try control("-p")
        try wait(forState: "up (pid N) N seconds, paused")
        // One that runs on another processor stops a moment later.
        try Deadline.wait(until: "it stops") { ProcessFacts(pid)?.state == "T" }
        try control("-c")
        try wait(forState: "up (pid N) N seconds")
        try Deadline.wait(until: "it goes on") { ProcessFacts(pid)?.state != "T" }
    }

    @Test func `goes down and up, and up once`() throws {
        try control("-d")
        try wait(forState: "down N seconds, normally up")
        try control("-u")
        try wait(forState: "up (pid N) N seconds")
        try control("-o")
        try control("-k")
        try wait(forState: "down N seconds, normally up")
        try scratch.write("s/down", "")
        try wait(forState: "down N seconds")
        try control("-o")
        try wait(forState: "up (pid N) N seconds, normally down")
    }

    @Test func `the supervisor ends when the service is down`() throws {
        #expect(try run("svok", ["s"]).status == 0)
        try control("-dx")
        #expect(try supervise.waitForExit() == 0)
        #expect(try run("svok", ["s"]) == run("svok", ["s"], by: .theirs))
        #expect(try run("svok", ["s"]).status == 100)
        #expect(try run("svstat", ["s"]).output == "s: supervise not running")
        let late = try run("svc", ["-u", "s", "nope", "s/run"])
        #expect(try late == run("svc", ["-u", "s", "nope", "s/run"], by: .theirs))
        #expect(late.status == 0)
    }

    @Test func `commands wait for room`() throws {
        kill(supervise.pid, SIGSTOP)
        let control = open(scratch.file("s/supervise/control"), O_WRONLY | O_NONBLOCK)
        let filling = [UInt8](repeating: UInt8(ascii: "c"), count: 4096)
        while write(control, filling, filling.count) > 0 {}
        close(control)
        let svc = try RunningProgram(Side.link.words("svc", ["-h", scratch.file("s")]))
        try Deadline.wait(until: "svc waits") { ProcessFacts(svc.pid)?.state == "S" }
        kill(supervise.pid, SIGCONT)
        #expect(try svc.waitForExit() == 0)
        try supervise.waitForLine("signal \(SIGHUP)")
    }
}

/// What svstat says of seconds, which go by from one run to the next.
enum Age {
    /// Whether the answers are the same but for the seconds, and those never become fewer.
    static func agree(_ answers: [Outcome]) -> Bool {
        let seconds = answers.map { answer in
            answer.output.matches(of: /([0-9]+) seconds/).compactMap { Int($0.1) }
        }
        let rest = answers.map { answer in
            var rest = answer
            rest.output = answer.output.replacing(/[0-9]+ seconds/, with: "N seconds")
            return rest
        }
        return zip(seconds, seconds.dropFirst()).allSatisfy { before, after in
            zip(before, after).allSatisfy { $0 <= $1 }
        } && rest.allSatisfy { $0 == rest.first }
    }
}

/// Our svstat and Debian's of made up states.
@Suite(.requires(.root), .requires(.binary), .requires(.daemontools)) struct StateTests {
    @Test(arguments: 0..<40) func `svstat reads any status as Debian's does`(seed: Int) throws {
        var random = Random(seed: 5000 + seed)
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.file("s/supervise"), withIntermediateDirectories: true)
        let ok = try scratch.makeFIFO("s/supervise/ok")
        let reader = random.isOnce(in: 10) ? -1 : open(ok, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        if random.isOnce(in: 2) { try scratch.write("s/down", "") }
        // A second off the present, and a day, and a label of nobody's.
        let now = UInt64(time(nil)) + 10 + 1 << 62
        let seconds = random.one(of: [now - 86_400, now - 1_000_000, now + 100, now - 100_000_000])
        var status = withUnsafeBytes(of: seconds.bigEndian) { Data($0) }
        status += [0x1d, 0xcd, 0x65, 0x00]
        status += random.one(of: [
            [0, 0, 0, 0], [1, 2, 3, 4], [255, 255, 255, 255], [7, 0, 0, 0],
        ])
        status.append(random.one(of: [0, 1, 2]))
        status.append(random.one(of: [0, 117, 100, 120]))
        if random.isOnce(in: 8) { status.removeLast(Int.random(in: 1...18, using: &random)) }
        if random.isOnce(in: 8) { status += [1, 2, 3] }
        if !random.isOnce(in: 12) {
            try status.write(to: URL(fileURLWithPath: scratch.file("s/supervise/status")))
        }
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C"]
        for tool in ["svstat", "svok"] {
            var answers: [Outcome] = []
            // Theirs take the time of a clock that lags behind ours for some milliseconds (time(2)).
            for _ in 0..<3 where answers.isEmpty || !Age.agree(answers) {
                answers = try [.theirs, .link, .theirs].map { (side: Side) in
                    try Outcome(
                        of: side.words(tool, ["s", "s/down"]), in: scratch.path, environment)
                }
            }
            #expect(Age.agree(answers), "\(answers)")
        }
    }
}
