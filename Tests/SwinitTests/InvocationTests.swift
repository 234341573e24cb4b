import Basics
import Config
import Testing

@testable import swinit

/// Reads a command line whose words are separated by single blanks.
func read(
    _ line: Text, _ variables: [Text] = [], process: Int32 = 1
) -> Invocation {
    Invocation.parse(
        line.split(at: 32), InvocationSurroundings(variables: variables, process: process))
}

/// The options of a single command, or nil for anything else.
func single(_ line: Text, _ variables: [Text] = []) -> Invocation? {
    let invocation = read(line, variables)
    return invocation.mode == .single ? invocation : nil
}

/// What is said instead of anything else, or nil where something else is done.
func said(_ line: Text, _ variables: [Text] = [], process: Int32 = 1) -> Printout? {
    let invocation = read(line, variables, process: process)
    return invocation.mode == .say ? invocation.printout : nil
}

/// What stands on standard error, and the status, or nil where the line was accepted.
func refusal(_ line: Text, _ variables: [Text] = []) -> (Text, Int32)? {
    guard let printout = said(line, variables), printout.status != 0, printout.descriptor == 2
    else { return nil }
    return (printout.text, printout.status)
}

@Suite struct InvocationTests {
    @Test(
        arguments: [
            ("swinit", nil, nil), ("swinit run", nil, nil), ("/usr/bin/swinit -F", nil, nil),
            ("swinit -c a.conf", "a.conf", nil), ("swinit -ca.conf", "a.conf", nil),
            ("swinit --config=a.conf run", "a.conf", nil),
            ("swinit run --config a.conf", "a.conf", nil),
            ("swinit -c a.conf --", "a.conf", []), ("swinit run --", nil, []),
            ("swinit -c a.conf -- sh -c x", "a.conf", ["sh", "-c", "x"]),
        ] as [(Text, Text?, [Text]?)])
    func `supervises the jobs of a file`(line: Text, file: Text?, command: [Text]?) {
        #expect(read(line) == Invocation(command: command, file: file))
    }

    @Test func `takes verbosity and pid file in any form`() {
        for line in ["swinit -vvq -p f", "swinit -v -v -q -pf", "swinit --verbose -vqp f"] as [Text]
        {
            #expect(read(line) == Invocation(verbosity: 1, pidFile: "f"))
        }
    }

    @Test(
        arguments: [
            ("swinit check", nil), ("swinit check a", "a"), ("swinit -t", nil),
            ("swinit -t -c a", "a"),
            ("/usr/bin/pmtr -tc a", "a"), ("swinit -tca", "a"), ("swinit -F -t -c a", "a"),
            ("swinit check -c a", "a"), ("swinit run -tc a", "a"),
        ] as [(Text, Text?)])
    func `checks a file`(line: Text, file: Text?) {
        #expect(read(line) == Invocation(mode: .check, file: file))
    }

    @Test func `checks as it is told to`() {
        let wanted = Invocation(
            mode: .check, file: "a", isJSON: true, isStrict: true, allowed: ["x", "y"])
        #expect(read("swinit check --json --strict --allow x --allow=y a") == wanted)
        #expect(read("swinit --json check --strict a --allow x --allow y") == wanted)
    }

    @Test func `checks a file together with the command behind it`() {
        #expect(read("swinit -tc a -- sh") == Invocation(mode: .check, command: ["sh"], file: "a"))
    }

    @Test(
        arguments: [
            ("9", 9000), ("9s", 9000), ("500ms", 500), ("1h30m", 5_400_000), ("1m30s500ms", 90_500),
            ("0", 0), ("2d", 172_800_000),
        ] as [(Text, UInt64)])
    func `takes times from the environment`(text: Text, milliseconds: UInt64) {
        let variables: [Text] = ["SWINIT_SHUTDOWN_TIMEOUT=\(text)", "SWINIT_STOP_DELAY=\(text)"]
        let time = Milliseconds(milliseconds)
        #expect(
            read("swinit", variables)
                == Invocation(shutdownTimeout: time, stopDelay: time))
    }

    @Test(
        arguments: ["x", "9x", "-1", "s", "1s1m", "1s1s", "1.5s", "99999999999999999999", "4000d"]
            as [Text])
    func `refuses what is no time`(text: Text) {
        for name in ["SWINIT_SHUTDOWN_TIMEOUT", "SWINIT_STOP_DELAY"] as [Text] {
            #expect(refusal("swinit", ["\(name)=\(text)"])?.1 == 64)
        }
    }

    @Test func `prefers a flag to the environment`() {
        let variables: [Text] = ["SWINIT_CONFIG=env"]
        #expect(read("swinit", variables) == Invocation(file: "env"))
        #expect(read("swinit -c flag", variables) == Invocation(file: "flag"))
        #expect(read("swinit check", variables) == Invocation(mode: .check, file: "env"))
        #expect(read("swinit check word", variables) == Invocation(mode: .check, file: "word"))
        #expect(read("swinit", ["SWINIT_CONFIG="]) == Invocation())
        #expect(single("swinit -- sh", variables)?.command == ["sh"])
    }

    @Test func `says its version and its help`() {
        #expect(said("swinit --version") == Printout(text: "swinit 0.1.0\n"))
        for line in ["swinit --help", "swinit -h", "swinit help", "swinit -vh"] as [Text] {
            let help = said(line)
            #expect(help?.status == 0 && help?.text.hasPrefix("swinit 0.1.0\n") == true)
            #expect(help?.descriptor == 1)
        }
        for line in ["swinit help check", "swinit check --help", "swinit check -h"] as [Text] {
            #expect(said(line) == Printout(text: Words.text(.check)))
        }
        #expect(said("swinit help run") == Printout(text: Words.text(.run)))
    }

    @Test(
        arguments: [
            ("swinit --", "no command stands behind '--'"),
            ("swinit sleep 5", "unknown command 'sleep'"),
            ("swinit status", "'status' is not supported yet"),
            ("swinit --json status", "'status' is not supported yet"),
            ("swinit reload web -x", "'reload' is not supported yet"),
            ("swinit help logs", "'logs' is not supported yet"),
            ("swinit -x", "unknown option '-x'"),
            ("swinit -vx", "unknown option '-x'"),
            ("swinit --jsn", "unknown option '--jsn'"),
            ("swinit -c", "option '-c' needs a value"),
            ("swinit --config", "option '--config' needs a value"),
            ("swinit --strict=1", "option '--strict' takes no value"),
            ("swinit -c a -c b", "more than one configuration file is given"),
            ("swinit check a b", "more than one configuration file is given"),
            ("swinit check -c a b", "more than one configuration file is given"),
            ("swinit run a", "'run' takes no word, but got 'a'"),
            ("swinit --json", "'--json' belongs to 'check'"),
            ("swinit --strict -- sh", "'--strict' belongs to 'check'"),
            ("swinit config --strict", "'--strict' belongs to 'check'"),
            ("swinit --show-secrets", "'--show-secrets' belongs to 'config'"),
            ("swinit check --show-secrets", "'--show-secrets' belongs to 'config'"),
            ("swinit config a -- sh", "'config' takes no command"),
            ("swinit help config restrat", "'restrat' is no option"),
            ("swinit -g", "'-g' needs a command"),
            ("swinit -c a -e 1 -- sh", "'-e' cannot be used with a configuration file"),
            ("swinit check --single-child", "'--single-child' needs a command"),
            ("swinit -e 256 -- sh", "'256' is no exit code"),
            ("swinit -e x -- sh", "'x' is no exit code"),
            ("swinit -r TREM:INT -- sh", "'TREM' is no signal"),
            ("swinit -r TERM -- sh", "'TERM' is no rewrite"),
            ("swinit -r KILL:TERM -- sh", "'KILL' cannot be rewritten"),
            ("swinit -r SEGV:TERM -- sh", "'SEGV' cannot be rewritten"),
            ("swinit --parent-death-signal FOO -- sh", "'FOO' is no signal"),
            ("swinit -g --single-child -- sh", "'-g' and '--single-child' contradict each other"),
        ] as [(Text, Text)])
    func `refuses what it cannot obey, with status 64`(line: Text, message: Text) throws {
        let answer = try #require(refusal(line))
        #expect(answer.0.hasPrefix("swinit | error: \(message)\n"))
        #expect(answer.1 == 64)
    }

    @Test(
        arguments: [
            ("swinit sleep 5", "to run a program: swinit -- sleep"),
            ("swinit cehck", "did you mean 'check'? to run a program: swinit -- cehck"),
            ("swinit statsu", "did you mean 'status'? to run a program: swinit -- statsu"),
            ("swinit --jsn", "did you mean '--json'?"),
            ("swinit --stritc=1", "did you mean '--strict'?"),
            ("swinit help config restrat", "did you mean 'restart'?"),
            ("swinit help config x", "swinit help config lists them"),
            ("swinit -r TREM:INT -- sh", "did you mean 'TERM'?"),
            ("swinit -r sigtrem:INT -- sh", "did you mean 'TERM'?"),
            ("swinit --", "swinit -- CMD ARG..."),
        ] as [(Text, Text)])
    func `says how to put it right`(line: Text, hint: Text) throws {
        let answer = try #require(refusal(line))
        #expect(answer.0.hasSuffix("\nswinit | hint: \(hint)\n"))
    }
}

@Suite struct SingleInvocationTests {
    @Test func `runs what stands behind two dashes`() {
        #expect(single("swinit -- sh -c -- x")?.command == ["sh", "-c", "--", "x"])
        #expect(single("swinit -v -- -v")?.command == ["-v"])
        #expect(single("swinit -vv -p f -- sh")?.verbosity == 2)
        #expect(single("swinit -vv -p f -- sh")?.pidFile == "f")
    }

    @Test func `takes every option of a single command`() {
        let line: Text =
            "swinit -sgwe 1 -e143 -r TERM:QUIT -r WINCH:0 --parent-death-signal=KILL -- sh"
        var wanted = Invocation(mode: .single, command: ["sh"])
        wanted.isSubreaper = true
        wanted.signalsGroup = true
        wanted.warnsOfReaping = true
        wanted.successes = [1, 143]
        wanted.rewrites.add(.terminate, to: .quit)
        wanted.rewrites.add(.windowChange, to: nil)
        wanted.parentDeathSignal = .kill
        #expect(single(line) == wanted)
        #expect(single("swinit --single-child -- sh")?.place == .shared)
    }

    @Test func `obeys the variables of tini, and a flag beats them`() {
        let variables: [Text] = ["TINI_SUBREAPER=", "TINI_KILL_PROCESS_GROUP=", "TINI_VERBOSITY=3"]
        let options = single("swinit -- sh", variables)
        #expect(options?.isSubreaper == true)
        #expect(options?.signalsGroup == true)
        #expect(options?.verbosity == 2)
        #expect(single("swinit -q -- sh", variables)?.verbosity == -1)
        #expect(single("swinit --single-child -- sh", variables)?.signalsGroup == false)
        #expect(single("swinit -- sh")?.verbosity == 0)
    }

    @Test func `rewrites a signal as the last word on it says`() {
        let rewrites = single("swinit -r TERM:INT -r TERM:HUP -r USR1:0 -- sh")?.rewrites
        #expect(rewrites?.target(of: .terminate) == Signal.hangUp.rawValue)
        #expect(rewrites?.target(of: .user1) == 0)
        #expect(rewrites?.target(of: .user2) == nil)
    }

    @Test func `remaps only what was named`() {
        let options = single("swinit -e 3 -e 143 -- sh")
        #expect(options?.remapped(3) == 0)
        #expect(options?.remapped(143) == 0)
        #expect(options?.remapped(4) == 4)
    }
}
