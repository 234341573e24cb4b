import Foundation
import TestSupport
import Testing

/// Which signals each program passes on: sent by the command to its parent, and waited for.
@Suite(.serialized, .requires(.namespaces), .requires(.binary), .requires(.python))
struct SingleSignalTests {
    private let links: SingleLinks

    init() throws {
        links = try SingleLinks()
    }

    /// Sends every signal to its parent and prints those that come back, `a>b` where another does.
    ///
    /// A signal that must not come back is known by the last one, 64, which is sent behind it and does:
    /// of several that wait the kernel delivers the lowest first.
    private static let echo = """
        import os, signal, sys
        wanted = [int(word) for word in sys.argv[1].split(',')]
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
        everything = set(range(1, 65)) - {signal.SIGCHLD}
        parent = os.getppid()
        seen = []
        for number in wanted:
            os.kill(parent, number)
            back = set()
            os.kill(parent, 64)
            while True:
                got = signal.sigwait(everything)
                if got == 64: break
                back.add(got)
            for got in sorted(back): seen.append(str(number) if got == number else f'{number}>{got}')
        print(' '.join(seen))
        """

    /// All but KILL, STOP, CHLD, the mark, and 32 and 33, which belong to C libraries.
    private static let all = (1...64).filter { ![9, 17, 19, 32, 33, 64].contains($0) }

    private static func passed(_ words: [String], _ numbers: [Int] = all) throws -> String {
        let list = numbers.map(String.init).joined(separator: ",")
        let run = try SingleRun.of(words + ["--", "python3", "-c", echo, list], asInit: true)
        try #require(run.status == 0, "\(run.errors)")
        return run.output
    }

    private static func list(without: Set<Int>) -> String {
        all.filter { !without.contains($0) }.map(String.init).joined(separator: " ")
    }

    @Test(arguments: [[], ["-g"], ["--single-child"]])
    func `swinit passes on all but PIPE, TTIN and TTOU`(flags: [String]) throws {
        #expect(try Self.passed([links["swinit"]] + flags) == Self.list(without: [13, 21, 22]))
    }

    @Test func `swinit passes a rewritten signal on as it is told to`() throws {
        let flags = [
            "-r", "TERM:QUIT", "-r", "HUP:0", "-r", "PIPE:RTMIN+3", "-r", "1:2", "-r", "34:TERM",
        ]
        #expect(
            try Self.passed([links["swinit"]] + flags, [15, 1, 13, 34, 3])
                == "15>3 1>2 13>37 34>15 3")
    }

    @Test func `tini and catatonit pass on what the original does`() throws {
        #expect(try Self.passed([links["tini"]]) == Self.list(without: [21, 22]))
        #expect(
            try Self.passed([links["catatonit"], "-g"])
                == Self.list(without: [20, 21, 22]))
    }

    @Test(arguments: [
        ["tini"], ["tini", "-g"], ["catatonit"], ["dumb-init"], ["dumb-init", "-c"],
        ["dumb-init", "-r", "15:3", "-r", "1:0"],
    ])
    func `a program of another name is passed what its original passes`(words: [String]) throws {
        // The faults kill the originals of tini and catatonit, and a stop signal stops dumb-init; the
        // mark is sent to a parent that is stopped then.
        let unequal: Set<Int> = [4, 5, 6, 7, 8, 11, 31, 20, 21, 22]
        let numbers = Self.all.filter { !unequal.contains($0) }
        let ours = try Self.passed([links[words[0]]] + words.dropFirst(), numbers)
        let theirs = try Self.passed(["/usr/bin/\(words[0])"] + words.dropFirst(), numbers)
        #expect(ours == theirs)
    }

    @Test func `dumb-init rewrites stop signals and stops itself`() throws {
        // As a plain child: PID 1 cannot be stopped. The grandparent sees both stop and wakes them.
        let script = """
            import os, signal, subprocess, sys
            child = subprocess.Popen(sys.argv[1:] + ['sh', '-c', 'echo $$; exec sleep 100'],
                                     stdout=subprocess.PIPE)
            command = int(child.stdout.readline())
            def is_stopped(pid):
                return open(f'/proc/{pid}/stat').read().rsplit(')')[-1].split()[0] == 'T'
            for number in (signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU):
                os.kill(child.pid, number)
                os.waitpid(child.pid, os.WUNTRACED)
                while not is_stopped(command): pass
                print('stopped', int(number))
                os.kill(child.pid, signal.SIGCONT)
                while is_stopped(command): pass
            os.kill(child.pid, signal.SIGTERM)
            print(child.wait())
            """
        for program in [links["dumb-init"], "/usr/bin/dumb-init"] {
            let run = try SingleRun.of(["python3", "-c", script, program])
            #expect(run.output == "stopped 20\nstopped 21\nstopped 22\n143", "\(run.errors)")
        }
    }

    @Test func `dumb-init ends what is left of the session when its command ends`() throws {
        // The left-over holds the pipe open: cat ends only when it has ended.
        let script = "{ \"$1\" -- sh -c 'sleep 1000 & exit 3'; echo $?; } | cat; echo end"
        for program in [links["dumb-init"], "/usr/bin/dumb-init"] {
            let run = try SingleRun.of(["sh", "-c", script, "sh", program])
            #expect(run.output == "3\nend")
        }
    }

    @Test(arguments: [2, 15])
    func `catatonit's pause mode ends on INT and TERM and ignores the rest`(number: Int) throws {
        let script = """
            import os, signal, subprocess, sys, time
            child = subprocess.Popen([sys.argv[1], '-P'])
            def field(name):
                for line in open(f'/proc/{child.pid}/status'):
                    if line.startswith(name): return line.split()[1]
            # The last handler is in place, and it waits for signals: nothing else makes it sleep.
            while not (int(field('SigCgt'), 16) >> 30 & 1 and field('State') == 'S'): pass
            for number in (1, 3, 10, 12, 13, 14, 18, 20, 28, 34): os.kill(child.pid, number)
            while int(field('ShdPnd'), 16): pass
            print(child.poll())
            os.kill(child.pid, int(sys.argv[2]))
            print(child.wait())
            """
        let run = try SingleRun.of(
            ["python3", "-c", script, links["catatonit"], "\(number)"])
        #expect(run.output == "None\n0", "\(run.errors)")
    }
}
