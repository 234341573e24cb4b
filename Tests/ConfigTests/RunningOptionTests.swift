import Basics
import Config
import Testing

/// Where variables come from, what a process may do, and what happens to it while it runs.
struct RunningOptionTests {
    @Test func `a job without them has none of these`() {
        let job = job("")
        #expect(job?.launch.environmentFiles == [])
        #expect(job?.launch.environmentFolders == [])
        #expect(job?.launch.expands == false)
        #expect(job?.launch.receivesDescriptors == false)
        #expect(job?.launch.refusesPrivileges == false)
        #expect(job?.launch.capabilities == nil)
        #expect(job?.stop.command == [])
        #expect(job?.reloadSignal == .hangUp)
        #expect(job?.bounce == nil)
        #expect(job?.depends == [])
        #expect(job?.dependsReloads == false)
    }

    @Test func `files of variables stand beside the file that names them`() {
        let launch = job(
            "env-file a.env\nenv-file optional ./b//c\nenv-file \"optional\"\nenv-file /x/./d"
        )?.launch
        #expect(launch?.environmentFiles == ["/etc/a.env", "?/etc/b/c", "/etc/optional", "/x/d"])
        #expect(
            job("env-dir secrets\nenv-dir /run/secrets")?.launch.environmentFolders == [
                "/etc/secrets", "/run/secrets",
            ])
    }

    @Test func `global files come before those of defaults and of the job`() {
        let outcome = Fixture(
            "include sub/x\nenv-file global\nenv-file optional g2\n",
            including: [
                (
                    "/etc/sub/x",
                    "defaults {\nenv-file d\nenv-dir e\n}\njob {\nname a\ncmd b\nenv-file own\n}\n"
                )
            ]
        ).load()
        let launch = outcome.configuration?.jobs.first?.launch
        #expect(
            launch?.environmentFiles == [
                "/etc/global", "?/etc/g2", "/etc/sub/d", "/etc/sub/own",
            ])
        #expect(launch?.environmentFolders == ["/etc/sub/e"])
    }

    @Test func `expand is for all jobs, for those behind defaults, or for one`() {
        let jobs = "job {\nname a\ncmd b\n}\njob {\nname c\ncmd d\nexpand\n}\n"
        func expands(_ text: String) -> [Bool] {
            load(text).configuration?.jobs.map(\.launch.expands) ?? []
        }
        #expect(expands(jobs) == [false, true])
        #expect(expands(jobs + "expand\n") == [true, true])
        #expect(expands("defaults {\nexpand\n}\n" + jobs) == [true, true])
    }

    @Test(arguments: [
        ("drop all", false, 0xFFFF_FFFF_FFFF_FFFF as UInt64),
        ("keep NET_BIND_SERVICE", true, 0x400),
        ("keep cap_net_bind_service,Chown kill", true, 0x421),
        ("drop CAP_CHECKPOINT_RESTORE", false, 0x100_0000_0000),
    ])
    func `capabilities are kept or dropped by name`(text: String, keeps: Bool, mask: UInt64) {
        #expect(
            job("capabilities \(text)")?.launch.capabilities
                == Capabilities(keeps: keeps, mask: mask))
    }

    @Test func `the flags and stop-cmd`() {
        let job = job("listen-fds\nno-new-privileges\nstop-cmd /bin/stop \"a b\" --now")
        #expect(job?.launch.receivesDescriptors == true)
        #expect(job?.launch.refusesPrivileges == true)
        #expect(job?.stop.command == ["/bin/stop", "a b", "--now"])
    }

    @Test func `bounce, depends and what they do`() {
        let one = job("bounce every 1h30m\nreload-signal USR1\ndepends-action reload")
        #expect(one?.bounce == Milliseconds(5_400_000))
        #expect(one?.reloadSignal == .user1)
        #expect(one?.dependsReloads == true)
        for form in [
            "depends {\n/a\n\"b c\" d\n}", "depends { /a \"b c\" d }",
            "depends\n{\n/a \"b c\"\nd\n}",
            "depends { /a }\ndepends {\n\"b c\" d\n}",
        ] {
            #expect(job(form)?.depends == ["/a", "b c", "d"])
        }
        #expect(job("depends {\nto on every }x\n}")?.depends == ["to", "on", "every", "}x"])
    }

    @Test(arguments: [
        ("env-file", "missing-value: 'env-file' needs a value (write 'env-file [optional] F')"),
        (
            "env-file optional",
            "missing-value: 'env-file' needs a value (write 'env-file [optional] F')"
        ),
        (
            "env-file a b",
            "unexpected-text: unexpected 'b' behind 'env-file' "
                + "(write a value with blanks in quotes: \"...\")"
        ),
        ("env-file \"\"", "bad-value: an empty path"),
        ("env-dir", "missing-value: 'env-dir' needs a value (write 'env-dir D')"),
        (
            "capabilities all",
            "bad-value: 'capabilities' is malformed (write 'capabilities drop|keep LIST')"
        ),
        (
            "capabilities drop",
            "bad-value: 'capabilities' is malformed (write 'capabilities drop|keep LIST')"
        ),
        (
            "capabilities keep NET_BIN_SERVICE",
            "bad-value: unknown capability 'NET_BIN_SERVICE' (did you mean 'NET_BIND_SERVICE'?)"
        ),
        (
            "capabilities keep everything",
            "bad-value: unknown capability 'everything' (a name such as NET_BIND_SERVICE, or all)"
        ),
        ("stop-cmd \"\"", "bad-value: the program's name is empty"),
        ("bounce 1h", "bad-value: 'bounce' is malformed (write 'bounce every D')"),
        ("bounce every", "bad-value: 'bounce' is malformed (write 'bounce every D')"),
        ("bounce every 999ms", "out-of-range: '999ms' is too short (at least 1s)"),
        ("bounce every 5", "bad-duration: '5' has no unit (did you mean '5s'?)"),
        ("depends a", "missing-brace: '{' is missing behind 'depends'"),
        ("depends", "missing-brace: '{' is missing behind 'depends'"),
        (
            "depends {\na }\n}",
            "unexpected-brace: '}' is no file (a '}' stands on a line of its own)"
        ),
        ("depends { \"\" }", "bad-value: an empty path"),
        (
            "depends-action reoad",
            "bad-value: 'depends-action' cannot be 'reoad' (did you mean 'reload'?)"
        ),
        ("reload-signal USR3", "bad-signal: unknown signal 'USR3' (did you mean 'USR1'?)"),
    ])
    func `a bad option is refused`(options: String, fault: String) {
        #expect(faults(options) == [fault])
    }

    @Test func `reload on request`() {
        #expect(load("reload on request").configuration?.reloadsOnRequest == true)
        #expect(load("linger").configuration?.reloadsOnRequest == false)
    }

    @Test func `status goes to addresses, orders come in by addresses`() {
        let configuration = load(
            "report to udp://239.0.0.1:9999@eth2\nreport to udp://127.0.0.1:1\n"
                + "listen on udp://0.0.0.0:65535\n"
        ).configuration
        #expect(
            configuration?.reports == [
                UDPAddress(host: 0xEF00_0001, port: 9999, interface: "eth2"),
                UDPAddress(host: 0x7F00_0001, port: 1, interface: ""),
            ])
        #expect(
            configuration?.listens == [UDPAddress(host: 0, port: 65535, interface: "")])
    }

    @Test(arguments: [
        ("reload", "'reload' needs a value"), ("reload on change", "'reload' is malformed"),
        ("report udp://1.2.3.4:5", "'report' is malformed"),
        ("listen to udp://1.2.3.4:5", "'listen' is malformed"),
        ("report to udp://localhost:5", "'udp://localhost:5' is no address"),
        ("report to udp://1.2.3.4", "'udp://1.2.3.4' is no address"),
        ("report to udp://1.2.3.4:0", "'udp://1.2.3.4:0' is no address"),
        ("report to udp://1.2.3.4:65536", "'udp://1.2.3.4:65536' is no address"),
        ("report to udp://1.2.3.256:1", "'udp://1.2.3.256:1' is no address"),
        ("report to udp://1.2.3.4:5@", "'udp://1.2.3.4:5@' is no address"),
        ("report to tcp://1.2.3.4:5", "'tcp://1.2.3.4:5' is no address"),
        ("listen on unix:///run/x", "'listen on unix:///run/x' is not supported yet"),
        ("listen on http://0.0.0.0:1", "'listen on http://0.0.0.0:1' is not supported yet"),
    ])
    func `a bad directive is refused`(line: String, message: String) {
        #expect(load(line).messages == [message])
    }
}
