import Foundation
import TestSupport
import Testing

/// Terminals and job control, through a pseudo-terminal that a script of Python plays the user of.
@Suite(.serialized, .requires(.namespaces), .requires(.binary), .requires(.python))
struct SingleTerminalTests {
    private let links: SingleLinks

    init() throws {
        links = try SingleLinks()
    }

    /// Starts the given program on a terminal of its own; `expect` waits for output, `send` types.
    private static let user = """
        import os, pty, select, sys, time
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ.update(PS1='P> ', TERM='dumb')
            os.execvp(sys.argv[1], sys.argv[1:])
        seen = b''
        def expect(text):
            global seen
            end = time.time() + 20
            while text.encode() not in seen:
                if not select.select([terminal], [], [], max(0, end - time.time()))[0]:
                    sys.exit(f'waited for {text!r}, saw {seen!r}')
                try: data = os.read(terminal, 4096)
                except OSError: data = b''
                if not data: sys.exit(f'end instead of {text!r}, saw {seen!r}')
                seen += data
            seen = seen[seen.index(text.encode()) + len(text):]
        def send(text): os.write(terminal, text.encode())
        def is_foreground(name):
            # The foreground group has a member of this name: what was typed has started.
            end = time.time() + 20
            while time.time() < end:
                group = os.tcgetpgrp(terminal)
                for entry in os.listdir('/proc'):
                    if not entry.isdigit(): continue
                    try: stat = open(f'/proc/{entry}/stat').read()
                    except OSError: continue
                    if f'({name})' in stat and stat.rsplit(')')[-1].split()[2] == str(group): return
            sys.exit(f'{name} never came to the foreground, saw {seen!r}')
        def finish(): return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

        """

    private static func play(_ script: String, _ words: [String]) throws -> SingleRun {
        try SingleRun.of(["python3", "-c", user + script] + words)
    }

    private static let shell = ["bash", "--norc", "--noprofile", "-i"]

    @Test(
        arguments: [
            ["swinit", "--"], ["swinit", "-g", "--"], ["swinit", "--single-child", "--"],
            ["tini", "-s", "--"], ["dumb-init"], ["dumb-init", "-c"], ["catatonit", "--"],
        ], [true, false])
    func `a shell has job control, and its jobs can be interrupted and stopped`(
        words: [String], asInit: Bool
    ) throws {
        // As a container runtime does it: PID 1 leads the session that has the terminal.
        let container = asInit ? SingleRun.unshare + ["setsid", "--ctty"] : []
        let script = """
            expect('P> ')
            send('case $- in *m*) echo mon""itor;; esac\\n'); expect('monitor'); expect('P> ')
            send('sleep 1001\\n'); is_foreground('sleep'); send('\\x03'); expect('^C'); expect('P> ')
            send('echo st""atus=$?\\n'); expect('status=130'); expect('P> ')
            send('sleep 1002\\n'); is_foreground('sleep'); send('\\x1a'); expect('Stopped'); expect('P> ')
            send('fg\\n'); is_foreground('sleep'); send('\\x03'); expect('P> ')
            send('exit 5\\n')
            print(finish())
            """
        let run = try Self.play(
            script,
            container + [links[words[0]]] + words.dropFirst() + Self.shell)
        #expect(run == SingleRun(status: 0, output: "5"))
    }

    @Test func `Ctrl-C reaches a command on swinit's own terminal`() throws {
        let script = "is_foreground('sleep'); send('\\x03'); print(finish())"
        for flags in [[], ["-g"], ["--single-child"]] {
            let run = try Self.play(script, [links["swinit"]] + flags + ["--", "sleep", "1003"])
            #expect(run == SingleRun(status: 0, output: "130"))
        }
    }

    @Test func `the terminal's signal is delivered once where command and swinit share a group`()
        throws
    {
        let script = "expect('ready'); send('\\x03'); expect('got 1'); print(finish())"
        // A second INT from swinit would come before the USR1 that it is asked to send back.
        let command = """
            import os, signal
            count = 0
            def interrupted(number, frame):
                global count
                count += 1
            signal.signal(signal.SIGINT, interrupted)
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
            print('ready', flush=True)
            while not count: signal.sigtimedwait([], 0.01)
            os.kill(os.getppid(), signal.SIGUSR1)
            signal.sigwait([signal.SIGUSR1])
            print('got', count, flush=True)
            """
        let run = try Self.play(
            script, [links["swinit"], "--single-child", "--", "python3", "-c", command])
        #expect(run == SingleRun(status: 0, output: "0"))
    }

    @Test func `in the background swinit neither stops nor takes the terminal`() throws {
        let script = """
            expect('P> ')
            send(f"'{swinit}' -- sh -c 'sleep 0.1; echo back""ground' &\\n"); expect('background')
            send('echo still he""re\\n'); expect('still here')
            send('exit 0\\n'); print(finish())
            """
        let run = try Self.play("swinit = '\(links["swinit"])'\n" + script, Self.shell)
        #expect(run == SingleRun(status: 0, output: "0"))
    }

    @Test func `the terminal is given back to the program that started swinit`() throws {
        let script = "expect('asks'); send('word\\n'); expect('got word'); print(finish())"
        let run = try Self.play(
            script, ["sh", "-c", "'\(links["swinit"])' -- true; echo asks; read x; echo got $x"])
        #expect(run == SingleRun(status: 0, output: "0"))
    }

    @Test func `dumb-init hands the terminal over and keeps the hang-up of that to itself`() throws
    {
        for program in [links["dumb-init"], "/usr/bin/dumb-init"] {
            let script = """
                expect('ignoring the first SIGHUP and SIGCONT we receive.'); is_foreground('sleep')
                os.kill(pid, 10); expect('Forwarded signal 10'); print(finish())
                """
            let run = try Self.play(script, [program, "-v", "sleep", "1004"])
            #expect(run == SingleRun(status: 0, output: "138"))
        }
    }
}
