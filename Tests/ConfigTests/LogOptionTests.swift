import Basics
import Testing

@testable import Config

/// `log`: what becomes of output.
struct LogOptionTests {
    private static let logger = "job {\nname logger\ncmd cat\n}\n"

    @Test func `output goes to the log unless something else is said`() {
        #expect(job("")?.launch.output == .log)
        #expect(job("")?.launch.errors == .log)
        #expect(job("")?.log == job("out log\nerr log\nin null")?.log)
        #expect(job("")?.log.format == nil)
        #expect(job("")?.log.timestamps == LogSettings.Timestamps.none)
        #expect(job("")?.log.ring == 65_536)
        #expect(job("")?.log.dropsWhenBlocked == false)
        #expect(job("")?.log.logger == nil)
        #expect(load("").configuration?.ringTotal == 4 << 20)
    }

    @Test func `each setting has a line of its own`() {
        let log = job(
            "log format json\nlog timestamps tai64n\nlog ring 16M\nlog drop-when-blocked\nlog tee")?
            .log
        #expect(log?.format == .json)
        #expect(log?.timestamps == .tai64n)
        #expect(log?.ring == 16 << 20)
        #expect(log?.dropsWhenBlocked == true)
        #expect(log?.isTee == true)
        #expect(job("log ring 0")?.log.ring == 0)
        #expect(load("log ring-total 5k").configuration?.ringTotal == 5120)
    }

    @Test func `a job's setting beats the defaults, and those beat the file's`() {
        let jobs = load(
            "defaults {\nlog format raw\n}\njob {\nname a\ncmd b\nlog format json\n}\n"
                + "job {\nname c\ncmd d\n}\nlog timestamps rfc3339\nlog format text\n"
        ).configuration?.jobs
        #expect(jobs?.map(\.log.format) == [.json, .raw])
        #expect(jobs?.map(\.log.timestamps) == [.rfc3339, .rfc3339])
    }

    @Test func `lines are as they are while one process writes`() {
        #expect(loadJob("").configuration?.format == .raw)
        #expect(loadJob("instances 2").configuration?.format == .text)
        #expect(load(Self.logger + "job {\nname b\ncmd c\n}").configuration?.format == .text)
    }

    @Test func `a logger starts before those that log to it, and its loggers before it`() {
        let configuration = load(
            "job {\nname a\ncmd c\norder -5\nlog to b\n}\njob {\nname x\ncmd c\norder -5\n}\n"
                + "job {\nname b\ncmd c\nlog to z\n}\njob {\nname z\ncmd c\norder 7\n}\n"
                + "job {\nname y\ncmd c\norder -6\n}"
        ).configuration
        let jobs = configuration?.jobs ?? []
        let names = StartOrder.keys(of: jobs).map { jobs[StartOrder.place($0)].name.string }
        #expect(names == ["y", "z", "b", "a", "x"])
        #expect(jobs.map(\.isLogger) == [false, false, true, true, false])
        #expect(jobs.last?.launch.input == .null)
        #expect(jobs[3].launch.input == .lines)
    }

    @Test func `only becoming a logger, or to be none any more, needs a restart`() throws {
        let plain = try #require(job(""))
        let other = try #require(
            job("log format raw\nlog timestamps rfc3339\nlog ring 1k\nlog drop-when-blocked"))
        #expect(!other.needsRestart(from: plain))
        let writer = "job {\nname a\ncmd c\nlog to logger\n}\n"
        let jobs = try #require(load(writer + Self.logger).configuration).jobs
        let before = try #require(load(Self.logger).configuration).jobs[0]
        #expect(jobs[1].needsRestart(from: before))
        #expect(before.needsRestart(from: jobs[1]))
        let ordered = writer.replacing("log", with: "order -3\nlog", maxReplacements: 1)
        #expect(
            try !#require(load(ordered + Self.logger).configuration).jobs[1]
                .needsRestart(from: jobs[1]))
    }

    @Test func `a logger of the defaults is no writer`() {
        let jobs = load("defaults {\nlog to logger\n}\n" + Self.logger + "job {\nname a\ncmd b\n}")
            .configuration?.jobs
        #expect(jobs?.map(\.log.logger) == [nil, "logger"])
    }

    @Test(arguments: [
        ("log", "'log' needs a value"), ("log forma raw", "'log' cannot be 'forma'"),
        ("log \"format\" raw", "'log' cannot be 'format'"),
        ("log format", "'log format' is malformed"),
        ("log format xml", "'log format' cannot be 'xml'"),
        ("log timestamps iso", "'log timestamps' cannot be 'iso'"),
        ("log ring 17M", "'17M' is out of range"), ("log ring x", "'x' is out of range"),
        ("log ring 1 2", "'log ring' is malformed"),
        ("log tee yes", "'log tee' is malformed"),
        ("log ring-total 1M", "'log ring-total' stands inside a job"),
        ("log file x rotate 5", "'5' is out of range"),
        ("log file x keep 3", "'keep' needs 'rotate SIZE'"),
        ("log file x rotate 1M keep 0", "'0' is out of range"),
        ("log file x rotate", "'rotate' needs a value"),
        ("log file x size 5", "'log file' cannot be 'size'"),
        ("log script t ./x zip", "'zip' is no action of multilog"),
        ("log script t -x", "'-x' ends a script that puts lines nowhere"),
        ("log script ./x\nlog to db", "'log to' stands beside 'log script'"),
        ("log script ./x\nlog file y", "'log file' stands beside 'log script'"),
        ("ready log up\nout null\nerr out", "'ready log' needs output that swinit reads"),
        ("log tee\nlog tee", "option 'log tee' is repeated in job \"web\""),
        ("log to nobody", "unknown job \"nobody\""), ("log to w*", "unknown job \"w*\""),
        ("log to web", "nothing can be logged to 'web': it is the job itself"),
    ])
    func `a bad setting is refused`(line: String, message: String) {
        #expect(loadJob(line).messages == [message])
    }

    @Test(arguments: ["to a", "tee", "file x", "script t"])
    func `some settings are those of a job`(setting: String) {
        let word = setting.split(separator: " ")[0]
        #expect(load("log \(setting)").messages == ["'log \(word)' stands outside of a job"])
    }

    @Test(arguments: [
        ("in /x", "it has 'in'"), ("instances 2", "it has instances"),
    ])
    func `not every job can be a logger`(option: String, reason: String) {
        let text =
            "job {\nname a\ncmd c\nlog to logger\n}\n"
            + Self.logger.replacing("cmd cat", with: "cmd cat\n\(option)")
        #expect(load(text).messages == ["nothing can be logged to 'logger': \(reason)"])
        #expect(load(text).marked == ["logger"])
    }

    @Test func `files of output are as they were written`() throws {
        let log = try #require(loadJob("log file /x rotate 10k keep 3 compress").configuration)
            .jobs[0].log
        #expect(log.file == "/x")
        #expect(log.rotation == 10_240)
        #expect(log.kept == 3)
        #expect(log.compresses)
        let other = try #require(loadJob("log file y").configuration).jobs[0].log
        #expect(other.rotation == nil)
        #expect(!other.compresses)
        let over = load(
            "defaults {\nlog to b\n}\njob {\nname a\ncmd c\nlog file y\n}\njob {\nname b\ncmd c\n}\n"
        )
        let jobs = try #require(over.configuration).jobs
        #expect(jobs[0].log.logger == nil && jobs[0].log.file == "y")
        let script = try #require(loadJob("log script t s10000 ./x").configuration).jobs[0].log
        #expect(script.script == ["t", "s10000", "./x"])
    }

    @Test func `output does not go in circles`() {
        let outcome = load(
            "job {\nname a\ncmd c\nlog to b\n}\njob {\nname b\ncmd c\nlog to a\n}\n")
        #expect(outcome.messages == ["'log to' leads in a circle: a -> b -> a"])
    }
}
