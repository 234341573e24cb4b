import Basics
import Foundation
import Testing

@testable import Linux

/// Real children, started as the supervisor starts them.
@Suite(.serialized) struct SpawnTests {
    let folder: URL

    init() throws {
        folder = URL(fileURLWithPath: NSTemporaryDirectory())
            .appendingPathComponent("swinit-spawn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func text(_ string: String) -> Text { Text(Array(string.utf8)) }

    /// Starts `plan`, waits for its end, and answers with that and with what its status pipe said.
    private func run(
        _ plan: ChildPlan, shares: Bool = false
    ) throws -> (exit: Exit, answer: StatusPipe.Answer) {
        let spawn = Spawn(over: InheritedEnvironment())
        switch unsafe spawn.start(plan, shares: shares) {
        case .started(let pid, let status):
            let exit = try #require(waitForEnd(of: pid))
            guard status >= 0 else { return (exit, .executed) }
            defer { StatusPipe.closeReading(status) }
            return (exit, StatusPipe.answer(from: status))
        case .failed(let pid, let step, let error):
            return (
                try #require(waitForEnd(of: pid)), .failed(step: step, error: error, index: 0)
            )
        case .refused(_, let error):
            throw error
        }
    }

    private func waitForEnd(of pid: Int32) -> Exit? {
        let deadline = Date().addingTimeInterval(30)
        while Date() < deadline {
            switch Children.wait(for: pid) {
            case .ended(let child): return child.exit
            case .childless: return nil
            case .none: sched_yield()
            }
        }
        return nil
    }

    private func output(of script: String, _ change: (inout ChildPlan) -> Void = { _ in }) throws
        -> String
    {
        let file = folder.appendingPathComponent("out").path
        var plan = ChildPlan(arguments: ["sh", "-c", text(script)])
        plan.output = .file(text(file))
        change(&plan)
        let result = try run(plan)
        #expect(result.answer == .executed)
        return try String(contentsOfFile: file, encoding: .utf8)
    }

    @Test(arguments: [false, true])
    func `a program is searched in PATH and its status comes back`(shares: Bool) throws {
        let result = try run(ChildPlan(arguments: ["sh", "-c", "exit 7"]), shares: shares)
        #expect(result.exit == .code(7))
        #expect(result.answer == .executed)
    }

    @Test(arguments: [false, true])
    func `what does not exist exits 127 and says so`(shares: Bool) throws {
        let result = try run(ChildPlan(arguments: ["/nowhere/at/all"]), shares: shares)
        #expect(result.exit == .code(127))
        #expect(
            result.answer == .failed(step: 17, error: SystemError(number: ENOENT), index: 0))
    }

    @Test func `what cannot be executed exits 126`() throws {
        let result = try run(ChildPlan(arguments: ["/etc/passwd"]))
        #expect(result.exit == .code(126))
    }

    @Test func `a script without an interpreter line runs under the shell`() throws {
        let script = folder.appendingPathComponent("script")
        try "exit $1".write(to: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        #expect(try run(ChildPlan(arguments: [text(script.path), "9"])).exit == .code(9))
    }

    @Test func `a missing directory fails with its step and status 125`() throws {
        var plan = ChildPlan(arguments: ["true"])
        plan.directory = "/nowhere"
        let result = try run(plan)
        #expect(result.exit == .code(125))
        #expect(result.answer == .failed(step: 5, error: SystemError(number: ENOENT), index: 0))
    }

    @Test func `the environment is inherited and added to`() throws {
        let path = try #require(ProcessInfo.processInfo.environment["PATH"])
        let printed = try output(of: "echo $PATH-$SWINIT_TEST") {
            $0.environment = ["SWINIT_TEST=new"]
        }
        #expect(printed == "\(path)-new\n")
    }

    @Test func `a cleared environment keeps PATH and nothing that is not asked for`() throws {
        let printed = try output(
            of: "env | cut -d= -f1 | grep -vxE 'PATH|HOME|TERM|PWD|_|SHLVL|OLDPWD'"
        ) {
            $0.clearsEnvironment = true
            $0.environment = ["SWINIT_TEST=1"]
        }
        #expect(printed == "SWINIT_TEST\n")
    }

    @Test func `later entries of one name win`() throws {
        let printed = try output(of: "echo $A") { $0.environment = ["A=1", "A=2"] }
        #expect(printed == "2\n")
    }

    @Test func `a name alone takes a variable away`() throws {
        let printed = try output(of: "echo ${HOME-none} ${A-none} ${B-none} ${C-none}") {
            $0.environment = ["A=1", "B=2", "C=3", "HOME", "B", "MISSING"]
        }
        #expect(printed == "none 1 none 3\n")
    }

    @Test func `a step that is known to fail fails at once`() throws {
        var plan = ChildPlan(arguments: ["true"])
        plan.lostStep = 20
        let result = try run(plan)
        #expect(result.exit == .code(125))
        #expect(result.answer == .failed(step: 20, error: SystemError(number: 0), index: 0))
    }

    @Test func `output goes to a descriptor of ours`() throws {
        let pipe = try StreamPipe()
        defer { pipe.close() }
        var plan = ChildPlan(arguments: ["sh", "-c", "echo out; echo err >&2"])
        plan.output = .descriptor(pipe.writing)
        plan.errors = .joined
        #expect(pipe.read(atMost: 100).isEmpty)
        #expect(try run(plan).answer == .executed)
        #expect(pipe.read(atMost: 6) == Array("out\ner".utf8))
        #expect(pipe.read(atMost: 100) == Array("r\n".utf8))
    }

    @Test func `a session leader leads its own group`() throws {
        let printed = try output(of: "cut -d' ' -f5,6 /proc/$$/stat; echo $$ $$") {
            $0.leadsSession = true
        }
        let lines = printed.split(separator: "\n")
        #expect(lines.count == 2 && lines.first == lines.last)
    }

    @Test func `errors join the output`() throws {
        #expect(try output(of: "echo a; echo b >&2") { $0.errors = .joined } == "a\nb\n")
    }

    @Test func `umask and limits reach the child`() throws {
        let printed = try output(of: "umask; ulimit -Sn; ulimit -Hn") {
            $0.umask = 0o27
            $0.limits.append(ChildPlan.Limit(resource: 7, soft: 900, hard: 1000))
        }
        #expect(printed == "0027\n900\n1000\n")
    }

    @Test func `a signal that was ignored is back at its default`() throws {
        signal(SIGUSR1, SIG_IGN)
        defer { signal(SIGUSR1, SIG_DFL) }
        var plan = ChildPlan(arguments: ["sh", "-c", "kill -USR1 $$; exit 3"])
        #expect(try run(plan).exit == .code(3))
        plan.defaults.insert(.user1)
        #expect(try run(plan).exit == .signal(10))
    }
}
