import Basics
import Testing

@testable import swinit

@Suite struct PersonalityTests {
    @Test(
        arguments: [
            ("tini", .tini), ("/sbin/docker-init", .tini), ("./tini-static", .tini),
            ("/usr/bin/dumb-init", .dumbInit), ("catatonit", .catatonit),
            ("/run/podman-init", .catatonit), ("swinit", .swinit),
            ("/tini/swinit", .swinit), ("pmtr", .swinit), ("", .swinit),
        ] as [(Text, Personality)])
    func `goes by the last part of the name`(name: Text, personality: Personality) {
        #expect(Personality(name: name) == personality)
    }

    @Test func `says the versions that others read`() {
        #expect(said("docker-init --version") == Printout(text: "tini version 0.19.0\n"))
        #expect(said("dumb-init -V") == Printout(text: "dumb-init v1.2.5\n", descriptor: 2))
        #expect(
            said("catatonit --version") == Printout(text: "tini version 0.1.7_catatonit\n"))
    }
}

@Suite struct PersonalityTiniTests {
    @Test(
        arguments: [
            ("tini sh -- -c x", ["sh", "-c", "x"]), ("tini -- sh -c x", ["sh", "-c", "x"]),
            ("tini -g sh", ["sh"]), ("tini sh -g", ["sh"]),
            ("tini -vvv -s sh - x", ["sh", "-", "x"]),
        ] as [(Text, [Text])])
    func `takes options anywhere before two dashes`(line: Text, command: [Text]) {
        #expect(single(line)?.command == command)
    }

    @Test func `stops at the first word where POSIX asks for it`() {
        #expect(single("tini sh -c x", ["POSIXLY_CORRECT=1"])?.command == ["sh", "-c", "x"])
    }

    @Test func `knows every flag`() {
        var wanted = Invocation(mode: .single, personality: .tini, command: ["sh"])
        wanted.isSubreaper = true
        wanted.signalsGroup = true
        wanted.warnsOfReaping = true
        wanted.verbosity = 2
        wanted.successes = [0, 143]
        wanted.parentDeathSignal = .kill
        #expect(single("tini -vsgw -v -e 0 -e 143 -p SIGKILL -- sh") == wanted)
    }

    @Test func `lets its variables beat its flags`() {
        #expect(single("tini -vv sh", ["TINI_VERBOSITY=0"])?.verbosity == -1)
        #expect(single("tini sh", ["TINI_VERBOSITY=x"])?.verbosity == -1)
        #expect(single("tini sh", ["TINI_SUBREAPER="])?.isSubreaper == true)
        #expect(single("tini sh", ["TINI_KILL_PROCESS_GROUP="])?.signalsGroup == true)
    }

    @Test(
        arguments: [
            ("tini -p KILL sh", "p: KILL"), ("tini -p 9 sh", "p: 9"),
            ("tini -p SIGIO sh", "p: SIGIO"),
            ("tini -p SIGRTMIN sh", "p: SIGRTMIN"), ("tini -p sigkill sh", "p: sigkill"),
            ("tini -e 256 sh", "e: 256"), ("tini -e -1 sh", "e: -1"), ("tini -e 4x sh", "e: 4x"),
        ] as [(Text, Text)])
    func `refuses values in its own words`(line: Text, rest: Text) {
        #expect(
            said(line, process: 7)
                == Printout(
                    text: "[FATAL tini (7)] Not a valid option for -\(rest)\n", descriptor: 2,
                    status: 1))
    }

    @Test(
        arguments: [
            ("tini -x sh", "tini: invalid option -- 'x'\ntini (tini version 0.19.0)\nUsage: tini "),
            ("/sbin/tini -e", "/sbin/tini: option requires an argument -- 'e'\ntini (tini "),
            ("tini --help", "tini: invalid option -- '-'\n"),
            ("tini --version x", "tini: invalid option -- '-'\n"),
            ("tini sh -c x", "tini: invalid option -- 'c'\n"),
            (
                "tini",
                "tini (tini version 0.19.0)\nUsage: tini [OPTIONS] PROGRAM -- [ARGS] | --version\n"
            ),
            ("docker-init --", "docker-init (tini version 0.19.0)\nUsage: docker-init [OPTIONS]"),
        ] as [(Text, Text)])
    func `refuses a command line in the words of getopt`(line: Text, start: Text) {
        #expect(refusal(line)?.1 == 1)
        #expect(refusal(line)?.0.hasPrefix(start) == true)
    }
}

@Suite struct PersonalityDumbInitTests {
    /// The rewrites that a session brings along.
    private static var stops: Rewrites {
        var rewrites = Rewrites()
        for signal in [Signal.terminalStop, .terminalInput, .terminalOutput] {
            rewrites.add(signal, to: .stop)
        }
        return rewrites
    }

    @Test func `leads a session and signals all of it`() {
        var wanted = Invocation(
            mode: .single, personality: .dumbInit, command: ["sh", "-c", "x"])
        wanted.place = .session
        wanted.signalsGroup = true
        wanted.rewrites = Self.stops
        #expect(single("dumb-init sh -c x") == wanted)
        #expect(single("dumb-init -- sh -c x") == wanted)
    }

    @Test(
        arguments: ["dumb-init -c sh", "dumb-init --single-child sh", "dumb-init --sing sh"]
            as [Text])
    func `signals the child alone where it is told to`(line: Text) {
        #expect(single(line)?.place == .shared)
        #expect(single(line)?.signalsGroup == false)
        #expect(single(line)?.rewrites == Rewrites())
    }

    @Test func `obeys its variables only where they say exactly what is meant`() {
        #expect(single("dumb-init sh", ["DUMB_INIT_SETSID=0"])?.place == .shared)
        #expect(single("dumb-init sh", ["DUMB_INIT_SETSID=00"])?.place == .session)
        #expect(single("dumb-init sh", ["DUMB_INIT_DEBUG=1"])?.verbosity == 2)
        #expect(single("dumb-init sh", ["DUMB_INIT_DEBUG=1x"])?.verbosity == 0)
        #expect(single("dumb-init -v sh")?.verbosity == 1)
    }

    @Test(
        arguments: [
            ("15:2", 15, 2), ("1:31", 1, 31), ("15:2x", 15, 2), ("+15:2:3", 15, 2),
            ("15:0", 15, nil),
        ] as [(Text, Int32, Int32?)])
    func `reads rewrites as scanf does`(text: Text, from: Int32, to: Int32?) {
        var wanted = Rewrites()
        wanted.add(Signal(rawValue: from), to: to.map { Signal(rawValue: $0) })
        for line in ["dumb-init -cr \(text) sh", "dumb-init -c --rewrite=\(text) sh"] as [Text] {
            #expect(single(line)?.rewrites == wanted)
        }
    }

    @Test func `keeps the user's word on a stop signal`() {
        #expect(single("dumb-init -r 20:15 sh")?.rewrites.target(of: .terminalStop) == 15)
        #expect(single("dumb-init -r 20:15 sh")?.rewrites.target(of: .terminalInput) == 19)
    }

    @Test(
        arguments: ["15", "15:x", "99:1", "15:32", "0:3", "TERM:INT", "15:-1", "15.:2"] as [Text])
    func `refuses other rewrites`(text: Text) {
        let answer = refusal("dumb-init -r \(text) sh")
        #expect(answer?.1 == 1)
        #expect(answer?.0.hasPrefix("Usage: -r option takes <signum>:<signum>") == true)
    }

    @Test(
        arguments: [
            ("dumb-init -x", "dumb-init: invalid option -- 'x'\n"),
            ("/bin/dumb-init --foo=1", "/bin/dumb-init: unrecognized option '--foo=1'\n"),
            (
                "dumb-init --ver",
                "dumb-init: option '--ver' is ambiguous; possibilities: '--verbose' '--version'\n"
            ),
            (
                "dumb-init --verb --ver=x",
                "dumb-init: option '--ver=x' is ambiguous; possibilities: '--verbose' '--version'\n"
            ),
            (
                "dumb-init --single-child=3 x",
                "dumb-init: option '--single-child' doesn't allow an argument\n"
            ),
            ("dumb-init --rewrite", "dumb-init: option '--rewrite' requires an argument\n"),
            ("dumb-init -r", "dumb-init: option requires an argument -- 'r'\n"),
            (
                "dumb-init",
                "Usage: dumb-init [option] program [args]\nTry dumb-init --help for full usage.\n"
            ),
        ] as [(Text, Text)])
    func `refuses a command line in the words of getopt`(line: Text, errors: Text) {
        #expect(said(line) == Printout(text: errors, descriptor: 2, status: 1))
    }
}

@Suite struct PersonalityCatatonitTests {
    @Test func `takes options anywhere before two dashes`() {
        #expect(single("catatonit -g -- sh -c x")?.command == ["sh", "-c", "x"])
        #expect(single("catatonit sh -g")?.signalsGroup == true)
        #expect(single("catatonit sh")?.place == .group)
        #expect(read("catatonit -P").mode == .pause)
        #expect(read("catatonit -P -- sh").mode == .pause)
    }

    @Test(
        arguments: [
            ("catatonit -x", "catatonit: invalid option -- 'x'\nusage: catatonit [-ghLPV] "),
            ("catatonit --help", "catatonit: unrecognized option '--help'\nusage: catatonit "),
            ("catatonit", "ERROR (catatonit:1): missing program name\nusage: catatonit [-ghLPV] "),
        ] as [(Text, Text)])
    func `refuses a command line in its own words`(line: Text, start: Text) {
        #expect(refusal(line)?.1 == 1)
        #expect(refusal(line)?.0.hasPrefix(start) == true)
    }
}
