import Basics
import Testing

@testable import Config

struct ServiceListTests {
    private static let path = ServiceList.path(of: "/s")

    /// What `jobs` and the list of the services in `/s` come to.
    private func load(
        _ list: String, jobs: String = "", main: Text = "/etc/jobs.conf"
    ) -> ConfigurationLoader.Outcome {
        ConfigurationLoader.load(main, list: { _ in .names([]) }) { path in
            path == main && !ServiceList.isPath(main)
                ? .bytes(Array("services in /s\n\(jobs)".utf8)) : .bytes(Array(list.utf8))
        }
    }

    @Test func `paths of lists are told from those of files`() {
        #expect(ServiceList.isPath(Self.path))
        #expect(!ServiceList.isAlone(Self.path))
        #expect(ServiceList.folder(of: Self.path) == "/s")
        let alone = ServiceList.path(of: "/s/web", isAlone: true)
        #expect(ServiceList.isPath(alone) && ServiceList.isAlone(alone))
        #expect(ServiceList.folder(of: alone) == "/s/web")
        for path in ["/etc/jobs.conf", "/s/*.conf", "/s"] as [Text] {
            #expect(!ServiceList.isPath(path))
        }
    }

    @Test func `a line is a job`() throws {
        let outcome = load("web d s1 t300 n4 \n")
        let configuration = try #require(outcome.configuration)
        #expect(outcome.diagnostics.diagnostics.isEmpty)
        #expect(configuration.lingers)
        let web = try #require(configuration.jobs.first)
        #expect(web.name == "web")
        #expect(web.isService && !web.isNeverKilled)
        #expect(web.launch.command == ["./run"])
        #expect(web.launch.directory == "/s/web")
        #expect(web.placement.isDisabled)
        #expect(web.stop.signal == .hangUp)
        #expect(web.stop.timeout == Milliseconds(300))
        #expect(web.readiness == Readiness(.descriptor, ["4"]))
        #expect(!web.restart.status33EndsJob)
        #expect(web.launch.output == .log)
    }

    @Test func `a service without settings is never killed by svc`() throws {
        let web = try #require(load("web \n").configuration?.jobs.first)
        #expect(web.isNeverKilled)
        #expect(web.stop.longest == StopPolicy.defaultTimeout)
        #expect(!web.placement.isDisabled)
    }

    @Test func `a service logs to its logger, which starts first`() throws {
        let configuration = try #require(load("web l \nweb/log \n").configuration)
        #expect(configuration.jobs.map(\.name) == ["web", "web.log"])
        #expect(configuration.jobs[0].log.logger == "web.log")
        #expect(configuration.jobs[1].isLogger)
        #expect(configuration.jobs[1].launch.directory == "/s/web/log")
        #expect(StartOrder.keys(of: configuration.jobs).map { StartOrder.place($0) } == [1, 0])
    }

    @Test func `a job of the file keeps its name, the service is refused with its logger`() throws {
        let jobs = "job {\n name web\n cmd x\n}\njob {\n name db.log\n cmd x\n}\n"
        let outcome = load("web l \nweb/log \ndb l \ndb/log \nother \n", jobs: jobs)
        let configuration = try #require(outcome.configuration)
        #expect(configuration.jobs.map(\.name) == ["web", "db.log", "other"])
        #expect(!configuration.jobs[0].isService)
        #expect(
            outcome.diagnostics.diagnostics.map(\.message) == [
                "service web: there is a job of that name",
                "service db: there is a job of that name",
            ])
        #expect(outcome.diagnostics.diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test func `what is wrong with a service is a warning`() {
        let outcome = load("!bad /s/bad/down-signal: 'FOO' is no signal\nweb \n")
        #expect(outcome.configuration?.jobs.map(\.name) == ["web"])
        #expect(
            outcome.diagnostics.diagnostics.map(\.message)
                == ["service bad: /s/bad/down-signal: 'FOO' is no signal"])
    }

    @Test func `a list alone has the streams of its program`() throws {
        let all = try #require(
            load("web l \nweb/log \ndb \n", main: ServiceList.path(of: "/s")).configuration)
        #expect(all.lingers)
        #expect(all.jobs.map(\.launch.output) == [.log, .inherit, .inherit])
        #expect(all.jobs.map(\.launch.errors) == [.inherit, .inherit, .inherit])
        let one = try #require(
            load("web \n", main: ServiceList.path(of: "/s/web", isAlone: true)).configuration)
        #expect(one.jobs.map(\.launch.directory) == ["/s/web"])
        #expect(one.jobs.map(\.launch.input) == [.inherit])
    }

    @Test(arguments: ["services", "services on /s", "services in", "services in a b"])
    func `another form is refused`(line: String) {
        let outcome = ConfigurationLoader.load("f", list: { _ in .names([]) }) { _ in
            .bytes(Array("\(line)\n".utf8))
        }
        #expect(outcome.configuration == nil)
    }

    @Test func `the printed configuration names the folder in the place of its services`() throws {
        let configuration = try #require(
            load("web \n", jobs: "job {\n name a\n cmd b\n}\n").configuration)
        let text = ConfigurationText(configuration, showsSecrets: true).text.string
        #expect(text.contains("services in /s\n"))
        #expect(!text.contains("./run"))
    }

    @Test func `a known line is found again`() {
        let list: Text = "web l \nweb/log \nweb2 \n"
        #expect(ServiceList.line(of: "web", in: list) == "web l ")
        #expect(ServiceList.line(of: "web/log", in: list) == "web/log ")
        #expect(ServiceList.line(of: "we", in: list) == nil)
    }

    @Test(arguments: ["two words", "main", "", "swinit", "a/b"])
    func `what cannot be a job is no service`(name: String) {
        #expect(ServiceList.fault(of: Text(Array(name.utf8))) != nil)
    }

    @Test func `instances of services collide with nothing`() throws {
        let outcome = load("web \nweb.2 \n")
        #expect(outcome.configuration?.jobs.count == 2)
    }
}
