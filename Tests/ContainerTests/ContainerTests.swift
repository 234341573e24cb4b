import Foundation
import TestSupport
import Testing

/// The release binary in containers of a real Docker Engine.
@Suite(
    .requires(.docker), .requires(.root), .requires(.busybox), .requires(.compiler),
    .requires(.binary), .dockerDaemon, .serialized)
struct ContainerTests {
    private static let obedient = "job {\n name web\n cmd probe obey\n}\n"

    // MARK: Stopping

    @Test func `docker stop takes less than a second where jobs obey`() throws {
        let container = try DockerContainer(jobs: Self.obedient)
        try container.waitForLine("ready")
        let end = try container.stop()
        #expect(end.status == 0)
        #expect(end.took < .seconds(1))
        #expect(container.count(of: "got TERM") == 1)
    }

    @Test func `docker stop does not have to kill where a job ignores TERM`() throws {
        let container = try DockerContainer(jobs: "job {\n name web\n cmd probe stubborn\n}\n")
        try container.waitForLine("ready")
        let end = try container.stop()
        #expect(end.status == 0)
        #expect(end.took < .seconds(10))
    }

    @Test func `docker stop of one command`() throws {
        let container = try DockerContainer(["--", "probe", "obey", "3"])
        try container.waitForLine("ready")
        let end = try container.stop()
        #expect(end.status == 3)
        #expect(end.took < .seconds(1))
    }

    @Test func `an image's STOPSIGNAL can be a shutdown`() throws {
        let container = try DockerContainer(
            jobs: "shutdown on WINCH\n" + Self.obedient, options: ["--stop-signal", "WINCH"])
        try container.waitForLine("ready")
        let end = try container.stop()
        #expect(end.status == 0)
        #expect(end.took < .seconds(1))
    }

    @Test func `docker kill -s reaches the job`() throws {
        let container = try DockerContainer(jobs: "job {\n name web\n cmd probe signals\n}\n")
        try container.waitForLine("ready")
        for (name, number) in [("USR1", SIGUSR1), ("WINCH", SIGWINCH), ("RTMIN+5", 39)] {
            try container.kill(name)
            try container.waitForLine("signal \(number)")
        }
        try container.kill("RTMIN+3")
        #expect(try container.waitForExit() == 0)
    }

    // MARK: Statuses

    @Test(
        arguments: [
            (["--", "probe", "exit", "0"], 0), (["--", "probe", "exit", "3"], 3),
            (["--", "probe", "die", "15"], 143), (["--", "probe", "die", "9"], 137),
            (["--", "/no/such/program"], 127), (["--", "/etc/passwd"], 126), (["probe"], 64),
            (["-c", "/no/such/file"], 78), (["--version"], 0),
        ] as [([String], Int32)])
    func `docker run shows the status`(arguments: [String], status: Int32) throws {
        #expect(try DockerContainer(arguments).waitForExit() == status)
    }

    @Test func `a one-time job's status is the container's`() throws {
        let container = try DockerContainer(
            jobs: "job {\n name migrate\n cmd probe exit 6\n wait once\n}\n" + Self.obedient)
        #expect(try container.waitForExit() == 6)
    }

    @Test func `the reason of a failure is in the termination log`() throws {
        let scratch = try Scratch()
        let log = try scratch.write("log", "")
        let container = try DockerContainer(
            jobs: "job {\n name migrate\n cmd probe exit 6\n wait once\n}\n",
            options: ["-v", "\(log):/dev/termination-log"])
        #expect(try container.waitForExit() == 6)
        #expect(scratch.read("log")?.contains("migrate") == true)
    }

    // MARK: As an entry point

    @Test func `the image's command runs beside the jobs`() throws {
        let container = try DockerContainer(
            jobs: Self.obedient, then: ["--", "sh", "-c", "echo from command; exit 4"])
        #expect(try container.waitForExit() == 4)
        #expect(container.count(of: "from command") == 1)
    }

    @Test func `docker run --init takes swinit for tini`() throws {
        let options = ["--init", "--entrypoint", ""]
        let status = try DockerContainer(["probe", "exit", "5"], options: options)
        #expect(try status.waitForExit() == 5)
        let stopped = try DockerContainer(["probe", "orphans", "50"], options: options)
        try stopped.waitForLine("ready")
        let table = try stopped.execute(["ps", "-o", "pid,stat,comm"])
        #expect(table.contains("docker-init"))
        #expect(!table.contains(" Z"))
        let end = try stopped.stop()
        #expect(end.status == 0)
        #expect(end.took < .seconds(1))
        let missing = try DockerContainer(["/no/such/program"], options: options)
        #expect(try missing.waitForExit() == 127)
    }

    // MARK: Confinement

    @Test(arguments: [
        ["--read-only"], ["--user", "12345"], ["--user", "12345:23456", "--read-only"],
        ["--cap-drop", "ALL"], ["--security-opt", "no-new-privileges"],
        ["--cap-drop", "ALL", "--user", "12345", "--read-only", "--pids-limit", "10"],
        ["--memory", "8m"], ["--security-opt", "seccomp=unconfined"],
    ])
    func `jobs run, come back and stop when confined`(options: [String]) throws {
        let container = try DockerContainer(
            jobs: "job {\n name web\n cmd probe obey\n restart-delay 10ms\n}\n", options: options)
        let line = try container.waitForLine("ready ")
        let pid = line.split(separator: " ").last.map(String.init) ?? ""
        try container.execute(["kill", "-KILL", pid])
        try container.waitForLine("ready")
        let end = try container.stop()
        #expect(end.status == 0, "\(container.text)")
        #expect(end.took < .seconds(2))
    }

    @Test func `a start that the limit of processes refuses is tried again`() throws {
        let container = try DockerContainer(
            jobs: """
                job {
                  name web
                  cmd probe obey
                  wait ready
                  restart-delay 200ms
                }
                job {
                  name crowd
                  cmd probe fill
                  restart-delay 1h
                }
                """, options: ["--pids-limit", "20"])
        try container.waitForLine("ready")
        // The crowd takes every place that becomes free, the killed job's too.
        try Deadline.wait(until: "no place is free") { try container.processes().count == 19 }
        try Foundation.kill(container.process(running: "obey"), SIGKILL)
        try container.waitForLine("cannot fork")
        try Foundation.kill(container.process(running: "fill"), SIGKILL)
        try container.waitForLine("ready")
        #expect(try container.stop().status == 0)
    }

    @Test func `the smoke test for images passes`() throws {
        let script = Repository.root.appending(path: "docker/smoke.sh").path
        let smoke = try Command.run(
            ["sh", script, Docker.image], environment: Docker.shared().environment,
            within: .seconds(60))
        #expect(smoke.status == 0, "\(smoke.text)")
    }
}
