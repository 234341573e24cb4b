import Foundation
import TestSupport
import Testing

/// What surrounds one command: its environment, its orphans, and places that lack something.
@Suite(.serialized, .requires(.namespaces), .requires(.binary), .requires(.root))
struct SingleEnvironmentTests {
    private let swinit: String

    init() throws {
        swinit = try SwinitBinary.path()
    }

    private func run(
        _ words: [String], asInit: Bool = true, _ environment: [String: String] = [:]
    ) throws -> SingleRun {
        try SingleRun.of([swinit] + words, asInit: asInit, environment: environment)
    }

    private static func shell(_ script: String) -> [String] { ["--", "sh", "-c", script] }

    // MARK: What the command gets

    @Test func `LISTEN_PID becomes the command's where there is something to listen on`() throws {
        let script = "test \"$LISTEN_PID\" = $$ && echo mine; echo $LISTEN_FDS $LISTEN_FDNAMES"
        let listening = ["LISTEN_FDS": "2", "LISTEN_FDNAMES": "a:b"]
        for pid in [nil, "1", "4711"] {
            let run = try run(
                Self.shell(script), listening.merging(pid.map { ["LISTEN_PID": $0] } ?? [:]) { $1 })
            #expect(run == SingleRun(status: 0, output: "mine\n2 a:b"))
        }
        let run = try run(Self.shell("echo ${LISTEN_PID-unset}"), ["LISTEN_PID": "4711"])
        #expect(run.output == "4711")
    }

    @Test func `the environment is handed on as it is`() throws {
        let run = try run(
            ["--", "env"], ["NOTIFY_SOCKET": "@x", "WATCHDOG_PID": "1", "SWINIT_CONFIG": "y"])
        let lines = Set(run.output.split(separator: "\n"))
        #expect(lines.isSuperset(of: ["NOTIFY_SOCKET=@x", "WATCHDOG_PID=1", "SWINIT_CONFIG=y"]))
    }

    @Test func `a program is found without PATH`() throws {
        let run = try SingleRun.of(["env", "-u", "PATH", swinit, "--", "true"])
        #expect(run == SingleRun(status: 0))
    }

    @Test func `swinit itself holds no directory and no descriptor of the command's`() throws {
        let probe = """
            for d in /proc/$PPID/fd/*; do echo ${d##*/}; done; readlink /proc/$PPID/cwd /proc/self/cwd
            """
        let wait =
            "while test \"$(readlink /proc/$PPID/cwd)\" != / ; do :; done;"
            + "while test -e /proc/$PPID/fd/7; do :; done;"
        let run = try SingleRun.of(
            [
                "sh", "-c", "cd /usr; exec 7</etc/passwd; exec \"$0\" -- sh -c '\(wait)\(probe)'",
                swinit,
            ])
        #expect(run == SingleRun(status: 0, output: "0\n1\n2\n/\n/usr"))
    }

    // MARK: Options

    @Test func `a pid file is there while the command runs and then goes`() throws {
        let scratch = try Scratch()
        let file = scratch.file("pid")
        let run = try run(["-p", file] + Self.shell("cat \(file); exit 3"))
        #expect(run == SingleRun(status: 3, output: "1"))
        #expect(!scratch.exists("pid"))
        let refused = try self.run(["-p", "/nonexistent/pid"] + Self.shell("echo ran"))
        #expect(refused.status == 73)
        #expect(
            refused.errors
                == "swinit | error: cannot write /nonexistent/pid: No such file or directory")
    }

    @Test func `with -v it tells the start and the end, and with -w each orphan`() throws {
        let told = try run(["-v"] + Self.shell("exit 3"))
        let lines = told.errors.split(separator: "\n")
        #expect(lines.first == "swinit | started sh (pid 2)")
        #expect(lines.last?.hasPrefix("swinit | sh (pid 2) exited after ") == true)
        #expect(lines.last?.hasSuffix("ms: exit status 3") == true)
        // The orphan's end is seen when its number is free again.
        let script = "(sh -c 'echo $$; exit 5' &) | { read pid; while kill -0 $pid; do :; done; }"
        let warned = try run(["-w"] + Self.shell(script + " 2>/dev/null"))
        #expect(warned.status == 0)
        #expect(warned.errors.contains("swinit | warning: reaped orphan (pid "))
        #expect(warned.errors.contains("): exit status 5"))
    }

    @Test func `the parent's end brings the signal that was asked for`() throws {
        let inner = "trap 'echo got USR1; exit' USR1; echo ready; while :; do sleep 0.01; done"
        let outer = """
            "$0" --parent-death-signal USR1 -- sh -c "$1" | { read x; echo $x; kill -9 $$; cat; }
            """
        // The outer shell is killed once the command is ready; the rest of its pipe goes on.
        let run = try SingleRun.of(
            [
                "sh", "-c", "sh -c '\(outer)' \"$0\" \"$1\" | cat", swinit, inner,
            ])
        #expect(run.output == "ready\ngot USR1")
    }

    // MARK: Places that lack something

    @Test func `as a plain child it adopts orphans without a warning`() throws {
        let script =
            "(sh -c 'while test $(ps -o ppid= $$) != $1; do :; done; echo adopted' sh $PPID &);"
            + " while :; do sleep 0.01; done"
        let program = try RunningProgram([swinit] + ["--", "sh", "-c", script])
        try program.waitForLine("adopted")
        kill(program.pid, SIGTERM)
        #expect(try program.waitForExit() == 143)
        #expect(program.lines.count == 1)
    }

    @Test func `CHLD that was ignored at the start loses no status`() throws {
        for asInit in [true, false] {
            let run = try SingleRun.of(
                ["env", "--ignore-signal=CHLD", swinit] + Self.shell("exit 3"), asInit: asInit)
            #expect(run == SingleRun(status: 3))
        }
    }

    @Test func `it works with every stream closed, as nobody, and without proc`() throws {
        for prefix in [
            ["sh", "-c", "exec \"$@\" <&- >&- 2>&-", "sh"],
            ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"],
            ["sh", "-c", "mount -t tmpfs none /proc && exec \"$@\"", "sh"],
        ] {
            let run = try SingleRun.of(
                SingleRun.unshare + ["--mount"] + prefix + [swinit] + Self.shell("exit 3"))
            #expect(run.status == 3, "\(prefix) \(run.errors)")
        }
    }

    @Test func `what cannot be executed is told to Kubernetes too`() throws {
        let scratch = try Scratch()
        let log = try scratch.write("log", "an older and longer message\n")
        let mount =
            "mount -t tmpfs none /dev; touch /dev/termination-log;"
            + " mknod -m 666 /dev/null c 1 3; \"$0\" -- nonexistent; code=$?; cat /dev/termination-log >\(log);"
            + " exit $code"
        let run = try SingleRun.of(SingleRun.unshare + ["--mount", "sh", "-c", mount, swinit])
        #expect(run.status == 127)
        #expect(
            scratch.read("log") == "cannot execute nonexistent: No such file or directory\n")
    }

    @Test func `what is wrong with the configuration is told to Kubernetes too`() throws {
        let scratch = try Scratch()
        let log = try scratch.write("log", "")
        let file = try scratch.write("jobs.conf", "job {\n name a\n cmdd true\n}\n")
        let mount =
            "mount -t tmpfs none /dev; echo an older message >/dev/termination-log;"
            + " \"$0\" -c \(file); code=$?; cat /dev/termination-log >\(log); exit $code"
        let run = try SingleRun.of(SingleRun.unshare + ["--mount", "sh", "-c", mount, swinit])
        #expect(run.status == 78)
        #expect(scratch.read("log") == run.errors + "\n")
        #expect(run.errors.contains("did you mean 'cmd'?"))
    }

    @Test func `a start without descriptors is told to Kubernetes too`() throws {
        let scratch = try Scratch()
        let log = try scratch.write("log", "")
        let file = try scratch.write("jobs.conf", "job {\n name a\n cmd true\n once\n}\n")
        let mount =
            "mount -t tmpfs none /dev; echo an older message >/dev/termination-log;"
            + " (ulimit -n 4; exec \"$0\" -c \(file)); code=$?;"
            + " cat /dev/termination-log >\(log); exit $code"
        let run = try SingleRun.of(SingleRun.unshare + ["--mount", "sh", "-c", mount, swinit])
        #expect(run.status == 70)
        #expect(scratch.read("log") == "cannot start: No file descriptors available\n")
    }

    @Test func `a pid file beside the place where it was started is there until the end`() throws {
        for asInit in [true, false] {
            let scratch = try Scratch()
            let run = try SingleRun.of(
                [
                    "sh", "-c",
                    "cd \(scratch.path) && exec \"$0\" -p run.pid -- sh -c 'cat run.pid; cd /'",
                    swinit,
                ], asInit: asInit)
            #expect(run.status == 0)
            #expect(asInit ? run.output == "1" : (Int(run.output) ?? 0) > 1)
            #expect(!scratch.exists("run.pid"))
        }
    }

    // MARK: Many children

    @Test func `thousands of orphans are reaped and none is left`() throws {
        let script = """
            import os, time
            for group in range(40):
                if os.fork() == 0:
                    for one in range(50):
                        if os.fork() == 0: os._exit(0)
                    os._exit(0)
            for one in range(40): os.wait()
            def zombies():
                count = 0
                for entry in os.listdir('/proc'):
                    if entry.isdigit() and entry != '1':
                        try: stat = open(f'/proc/{entry}/stat').read()
                        except OSError: continue
                        if stat.rsplit(')')[-1].split()[0] == 'Z': count += 1
                return count
            while zombies(): pass
            print('none')
            """
        let run = try run(["--", "python3", "-c", script])
        #expect(run == SingleRun(status: 0, output: "none"))
    }
}
