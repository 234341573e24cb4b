import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// `swinit -- CMD ARG...`.
    @Suite struct SingleCommand {
        @Test(arguments: [0, 1, 33, 255])
        func `the command's exit code is swinit's`(code: Int32) throws {
            let container = try Container(swinit: ["--", "probe", "exit", "\(code)"])
            #expect(try container.waitForExit() == code)
            #expect(container.text.isEmpty)
        }

        @Test(arguments: [SIGTERM, SIGKILL, SIGSEGV, SIGUSR1])
        func `a signal that ends the command is 128 + n`(number: Int32) throws {
            let container = try Container(swinit: ["--", "probe", "die", "\(number)"])
            #expect(try container.waitForExit() == 128 + number)
        }

        @Test func `a command that is not found is 127`() throws {
            for name in ["no-such-program", "/no/such/program", "/etc/passwd/program"] {
                let container = try Container(swinit: ["--", name])
                #expect(try container.waitForExit() == 127)
                #expect(container.text.contains(name))
            }
        }

        @Test func `a command that cannot be executed is 126`() throws {
            for name in ["/etc/passwd", "/tmp"] {
                let container = try Container(swinit: ["--", name])
                #expect(try container.waitForExit() == 126)
                #expect(container.text.contains("\(name): Permission denied"))
            }
        }

        @Test func `a script without an interpreter line is run by sh`() throws {
            let scratch = try Scratch()
            let script = try scratch.write("script", "echo \"script $1\"; exit 5\n", mode: 0o755)
            let container = try Container(swinit: ["--", script, "here"])
            #expect(try container.waitForExit() == 5)
            #expect(container.text == "script here")
        }

        @Test func `without two dashes a command is refused with a hint`() throws {
            let container = try Container(swinit: ["sleep", "1"])
            #expect(try container.waitForExit() == 64)
            #expect(container.text.contains("--"))
        }

        @Test func `an unknown flag is bad usage`() throws {
            let container = try Container(swinit: ["--no-such-flag"])
            #expect(try container.waitForExit() == 64)
        }

        @Test func `every signal that can be caught is passed on`() throws {
            let container = try Container(swinit: ["--", "probe", "signals"])
            try container.waitForLine("ready")
            let ordinary = [SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGWINCH]
            for number in ordinary + [34, 37, 64] {
                container.signal(number)
                try container.waitForLine("signal \(number)")
            }
            #expect(try container.stop().status == 0)
            try container.program.waitForLine("signal 15")
        }

        @Test func `a fault signal that is sent is passed on`() throws {
            let container = try Container(swinit: ["--", "probe", "signals"])
            try container.waitForLine("ready")
            for number in [SIGSEGV, SIGILL, SIGABRT, SIGTRAP, SIGSYS, SIGBUS, SIGFPE] {
                container.signal(number)
                try container.waitForLine("signal \(number)")
            }
            #expect(try container.stop().status == 0)
        }

        @Test func `the command's handler of TERM decides the status`() throws {
            let container = try Container(swinit: ["--", "probe", "obey", "9"])
            try container.waitForLine("ready")
            #expect(try container.stop().status == 9)
            #expect(container.count(of: "got TERM") == 1)
        }

        @Test func `the command leads a process group in swinit's session`() throws {
            let shown = try Shown(Container(swinit: ["--", "probe", "show", "a b", ""]))
            #expect(shown.has("leader 1 session 0"))
            #expect(shown.has("argument 2 a b"))
            #expect(shown.has("argument 3 "))
        }

        @Test func `the command has the mask and the ignored signals that swinit was given`() throws
        {
            let swinit = try SwinitBinary.path()
            let container = try Container(
                [
                    "env", "--block-signal=USR2", "--ignore-signal=USR1,TTIN,CHLD", swinit, "--",
                    "probe", "show",
                ])
            let shown = try Shown(container)
            #expect(shown.signals("SigBlk") == [SIGUSR2])
            #expect(shown.signals("SigIgn") == [SIGUSR1, SIGCHLD, SIGTTIN])
            let plain = try Shown(Container(swinit: ["--", "probe", "show"]))
            #expect(plain.signals("SigBlk").isEmpty)
            #expect(plain.signals("SigIgn").isEmpty)
        }

        @Test func `the command keeps directory, stdin and every descriptor`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("input", "a line of input\n")
            let shown = try Shown(
                Container(
                    swinit: ["--", "probe", "show"],
                    setUp: "cd \(scratch.path); exec 7</etc/passwd <\(file)"))
            #expect(shown.has("directory \(scratch.path)"))
            #expect(shown.has("fd 7 /etc/passwd"))
            #expect(shown.has("fd 0 \(file)"))
            #expect(shown.descriptors == [0, 1, 2, 7])
        }

        @Test func `swinit ends the moment its command has ended`() throws {
            let container = try Container(
                swinit: ["--", "sh", "-c", "probe stubborn & sleep 0.1; exit 4"])
            #expect(try container.waitForExit(within: .seconds(5)) == 4)
        }

        @Test func `a code can be mapped to success`() throws {
            let container = try Container(
                swinit: ["-e", "143", "-e", "7", "--", "probe", "exit", "7"])
            #expect(try container.waitForExit() == 0)
        }

        @Test func `with -g the process group is signalled`() throws {
            let container = try Container(swinit: ["-g", "--", "probe", "group"])
            try container.waitForLine("ready")
            #expect(try container.stop().status == 0)
            #expect(container.lines(with: "got TERM").contains("got TERM"))
        }

        @Test func `signals can be rewritten and dropped`() throws {
            let container = try Container(
                swinit: ["-r", "HUP:USR1", "-r", "USR2:0", "--", "probe", "signals"])
            try container.waitForLine("ready")
            container.signal(SIGUSR2)
            container.signal(SIGHUP)
            try container.waitForLine("signal")
            #expect(try container.stop().status == 0)
            #expect(container.lines(with: "signal ") == ["signal \(SIGUSR1)", "signal \(SIGTERM)"])
        }

        @Test func `a link named tini takes tini's command line`() throws {
            let scratch = try Scratch()
            let tini = scratch.file("tini")
            #expect(try symlink(SwinitBinary.path(), tini) == 0)
            let version = try Command.run([tini, "--version"])
            #expect(version.status == 0)
            #expect(version.output.hasPrefix("tini version "))
            let container = try Container([tini, "-s", "probe", "exit", "6"])
            #expect(try container.waitForExit() == 6)
        }

        @Test func `the version and the help go to standard output`() throws {
            let version = try Command.run([SwinitBinary.path(), "--version"])
            #expect(version.status == 0)
            #expect(version.output.hasPrefix("swinit "))
            let help = try Command.run([SwinitBinary.path(), "--help"])
            #expect(help.status == 0)
            #expect(help.output.contains("jobs.conf"))
            #expect(help.errors.isEmpty)
        }
    }
}
