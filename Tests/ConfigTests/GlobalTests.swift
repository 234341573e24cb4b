import Basics
import Config
import Testing

/// What stands outside of jobs.
struct GlobalTests {
    private let jobs = "job {\nname web\ncmd b\n}\njob {\nname db\ncmd c\n}\n"

    @Test func `the defaults of a file that says nothing`() {
        let configuration = load(jobs).configuration
        #expect(configuration?.shutdown == ShutdownSettings())
        #expect(configuration?.forwarding == Forwarding())
        #expect(configuration?.lingers == false)
    }

    @Test func `shutdown has a delay, a budget, signals and a status`() {
        let shutdown = load(
            "stop-delay 3s\nshutdown-timeout 1m\nshutdown on WINCH sigusr1 TERM winch\n"
                + "shutdown-status signal\nlinger\n"
        ).configuration?.shutdown
        #expect(shutdown?.stopDelay == Milliseconds(3000))
        #expect(shutdown?.timeout == Milliseconds(60_000))
        #expect(shutdown?.signals == [.windowChange, .user1, .terminate])
        #expect(shutdown?.statusIsSignal == true)
        #expect(load("linger").configuration?.lingers == true)
        #expect(load("shutdown-status zero").configuration?.shutdown.statusIsSignal == false)
    }

    @Test func `forward has rules or none`() {
        let forwarding = load(
            "forward USR1 USR2 to web db\nforward WINCH to main to\n" + jobs
                + "job {\nname to\ncmd d\n}\nforward none\n"
        ).configuration?.forwarding
        #expect(forwarding?.isAutomatic == false)
        #expect(
            forwarding?.rules == [
                Forwarding.Rule(signals: [.user1, .user2], jobs: ["web", "db"]),
                Forwarding.Rule(signals: [.windowChange], jobs: ["main", "to"]),
            ])
    }

    @Test(arguments: [
        ("forward USR1 to wbe", "unknown job \"wbe\"", "did you mean 'web'?"),
        (
            "forward USR1", "'forward' needs signals and jobs",
            "write 'forward SIGNAL... to JOB...' or 'forward none'"
        ),
        (
            "forward to web", "'forward' needs signals and jobs",
            "write 'forward SIGNAL... to JOB...' or 'forward none'"
        ),
        ("forward none web", "unexpected 'web' behind 'forward'", "one option a line"),
        ("forward USR3 to web", "unknown signal 'USR3'", "did you mean 'USR1'?"),
        ("forward KILL to web", "KILL cannot be used here", "no process can catch it"),
        ("forward TERM to web", "TERM cannot be used here", "it shuts the container down"),
        ("forward HUP to web", "HUP cannot be used here", "it reloads the configuration"),
        ("shutdown on STOP", "STOP cannot be used here", "no process can catch it"),
        ("shutdown on SEGV", "SEGV cannot be used here", "it reports a fault of swinit itself"),
        ("shutdown USR1", "'shutdown' needs 'on' and signals", "write 'shutdown on SIGNAL...'"),
        ("shutdown on", "'shutdown' needs 'on' and signals", "write 'shutdown on SIGNAL...'"),
        (
            "shutdown on USR1\nforward USR1 to web", "USR1 shuts down and is forwarded",
            "it can do only one"
        ),
        ("linger\nlinger", "option 'linger' is repeated", "first on line 1"),
        ("linger yes", "unexpected 'yes' behind 'linger'", "one option a line"),
        ("shutdown-status sgnal", "'shutdown-status' cannot be 'sgnal'", "did you mean 'signal'?"),
        ("stop-delay 3", "'3' has no unit", "did you mean '3s'?"),
        ("shutdown-timeout", "'shutdown-timeout' needs a value", "write 'shutdown-timeout D'"),
    ])
    func `a bad directive is refused`(line: String, message: String, hint: String) {
        let outcome = load(line + "\n" + jobs)
        #expect(outcome.messages == [message])
        #expect(outcome.hints == [hint])
    }

    @Test(arguments: [
        "socket-mode 0600", "socket-group g", "token-file t", "reexec on-change",
    ])
    func `later directives are known and refused`(line: String) {
        let name = line.split(separator: " ")[0]
        #expect(load(line).messages == ["option '\(name)' is not supported yet"])
        #expect(load(line).codes == ["not-supported-yet"])
    }

    @Test func `globals, defaults and the job's own variables follow each other`() {
        let outcome = load(
            """
            env A=global
            defaults {
              env B=default
              ulimit -c 0
            }
            job {
              name x
              cmd y
              env C=own
              ulimit -n 10
            }
            job {
              name z
              cmd y
            }
            env { D=global }
            """)
        #expect(
            outcome.configuration?.jobs.map(\.launch.environment) == [
                ["A=global", "D=global", "B=default", "C=own"],
                ["A=global", "D=global", "B=default"],
            ])
        #expect(
            outcome.configuration?.jobs.map { $0.launch.limits.map(\.resource) } == [[4, 7], [4]])
    }

    /// The first job that starts from these defaults and has these options.
    private func job(from defaults: String, _ options: String) -> JobSpec? {
        load("defaults {\n\(defaults)\n}\njob {\nname a\ncmd b\n\(options)\n}\n").configuration?
            .jobs.first
    }

    @Test func `what a job says beats its defaults`() {
        #expect(job(from: "user a:b", "")?.launch.group == "b")
        #expect(job(from: "user a:b", "user c")?.launch.group == nil)
        #expect(job(from: "user a:b", "group c")?.launch.group == "c")
        #expect(job(from: "group c", "user a")?.launch.group == "c")
        #expect(job(from: "stop-timeout 1s", "stop-timeout 2s")?.stop.timeout == Milliseconds(2000))
        #expect(job(from: "groups a b", "groups c")?.launch.supplementaryGroups == ["c"])
        #expect(job(from: "restart always", "once")?.placement.runsOnce == true)
        #expect(job(from: "once", "restart always")?.placement.runsOnce == false)
        #expect(job(from: "once", "restart always")?.restart.onFailure == .restart)
        #expect(job(from: "on-failure stop", "restart always")?.restart.onFailure == .restart)
        #expect(job(from: "restart never", "on-failure restart")?.restart.onFailure == .restart)
        #expect(job(from: "once", "wait")?.restart.onFailure == .shutdownWhileStarting)
        #expect(job(from: "wait", "once")?.restart.onFailure == .shutdownWhileStarting)
        #expect(job(from: "success-codes 1", "")?.restart.status33EndsJob == false)
        #expect(job(from: "on-failure restart", "")?.restart.retriesUntilSuccess == true)
        #expect(load("defaults {\ncmd b\n}\njob {\nname a\n}\n").configuration?.jobs.count == 1)
    }

    @Test func `defaults come once, before the first job, without a name`() {
        let outcome = load(
            "defaults {\nname x\n}\n" + jobs + "defaults {\n}\n")
        #expect(
            outcome.messages == [
                "'name' has no place in 'defaults'", "option 'defaults' is repeated",
            ])
        #expect(outcome.hints[1] == "first on line 1")
        #expect(load(jobs + "defaults {\n}\n").codes == ["misplaced-defaults"])
        #expect(load("defaults {\nfoo\n}").messages == ["unknown option 'foo' in 'defaults'"])
    }

    @Test func `a stop above the written budget is an error`() {
        let outcome = load(
            "defaults {\nstop-timeout 9s\n}\n" + jobs + "stop-delay 6s\nshutdown-timeout 5s\n"
                + "job {\nname x\ncmd y\nstop-timeout 2s\nstop-retries 3\n}\n"
                + "job {\nname z\ncmd y\nstop-timeout 5s\n}\n")
        #expect(
            outcome.messages == [
                "'stop-timeout' times 'stop-retries' is 9s, above the shutdown-timeout of 5s",
                "'stop-delay' is above the shutdown-timeout of 5s",
                "'stop-timeout' times 'stop-retries' is 6s, above the shutdown-timeout of 5s",
            ])
        #expect(outcome.marked == ["stop-timeout 9s", "stop-delay 6s", "stop-retries 3"])
        #expect(load("shutdown-timeout 5s\n" + jobs).configuration != nil)
    }

    @Test(arguments: [
        ("", "it is empty"), ("swinit", "that is swinit's own"),
        ("a/b", "letters, digits and . _ - @ +"),
        ("a b", "letters, digits and . _ - @ +"), ("caf\u{e9}", "letters, digits and . _ - @ +"),
        (String(repeating: "a", count: 65), "at most 64 bytes"),
    ])
    func `a bad name is refused`(name: String, hint: String) {
        let outcome = load("job {\nname \"\(name)\"\ncmd b\n}\n")
        #expect(outcome.codes == ["bad-name"])
        #expect(outcome.hints == [hint])
    }

    @Test func `names are unique, and leave those of instances alone`() {
        #expect(load("job {\nname A.b_c-1@+\ncmd x\n}\n").configuration != nil)
        #expect(
            load("job {\nname \(String(repeating: "a", count: 64))\ncmd x\n}").configuration != nil)
        let outcome = load(jobs + jobs)
        #expect(outcome.messages == ["job \"web\" exists already", "job \"db\" exists already"])
        #expect(outcome.hints == ["first on line 2", "first on line 6"])
        #expect(
            load("job {\nname web.1\ncmd x\n}\n" + jobs).messages == [
                "\"web.1\" is the name of an instance of job \"web\""
            ])
        #expect(load("job {\nname other.1\ncmd x\n}\n" + jobs).configuration != nil)
    }

    @Test func `name and cmd are required`() {
        #expect(load("job {\n}\n").messages == ["a job has no name"])
        #expect(load("job {\nname a\n}\n").messages == ["job \"a\" has no cmd"])
        #expect(load("job {\nname a\ncmd \"\"\n}\n").messages == ["the program's name is empty"])
        #expect(load("job {\nname a\ncmd\n}\n").hints == ["write 'cmd PROGRAM ARG...'"])
    }
}
