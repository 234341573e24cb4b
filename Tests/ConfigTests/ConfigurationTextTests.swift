import Basics
import Testing

@testable import Config

/// What `swinit config` prints.
struct ConfigurationTextTests {
    private func print(_ text: String, showsSecrets: Bool = false) -> String? {
        let outcome = load(text)
        return outcome.configuration.map {
            ConfigurationText($0, showsSecrets: showsSecrets).text.string
        }
    }

    @Test func `a job is written with what is not as it is by default`() {
        let text = """
            env A=1
            linger
            shutdown-timeout 60s
            shutdown on WINCH
            forward USR1 10 to web
            defaults {
              stop-timeout 8s
              nice +5
              umask 22
            }
            job {
              env { B="x y" C= }
              order 3
              cmd sh -c 'echo "it"' # a comment
              ulimit { -n 1024 -c 0:infinity }
              name web
              user www:web
              restart-delay 100ms..90s
              stop-signal sigquit
              err out
              restart on-failure
              success-codes 0,TERM,3
            }
            job { # one-time
              name once
              cmd /bin/true
              wait once
              cpu 0,1,2,7
              dir "/a b"
            }
            """
        #expect(
            print(text) == """
                shutdown-timeout 1m
                shutdown on WINCH
                linger
                forward USR1 to web

                job {
                  name web
                  cmd sh -c "echo \\"it\\""
                  env A=1
                  env B="x y"
                  env C=
                  user www
                  err out
                  group web
                  umask 0022
                  ulimit -n 1024
                  ulimit -c 0:infinity
                  nice 5
                  order 3
                  success-codes 0 3 TERM
                  restart-delay 100ms..1m30s
                  stop-signal QUIT
                  restart on-failure
                }

                job {
                  name once
                  cmd /bin/true
                  env A=1
                  dir "/a b"
                  umask 0022
                  nice 5
                  cpu 0-2,7
                  wait once
                }

                """)
    }

    @Test(arguments: [
        "once", "wait once", "wait\nonce", "wait ready\nonce", "once\non-failure restart",
        "wait once\non-failure stop", "once\non-success restart", "once\non-failure shutdown",
        "wait\nrestart never", "restart always", "restart on-failure", "restart never",
        "on-success stop", "on-success shutdown", "on-failure restart", "on-failure stop",
        "on-success stop\non-failure restart", "on-success stop\non-failure shutdown",
        "on-success shutdown\non-failure restart", "success-codes 3", "success-codes 0",
        "success-codes TERM\nrestart on-failure", "restart always\non-success stop", "",
    ])
    func `what the end of a run means survives`(options: String) throws {
        let first = try #require(loadJob(options).configuration)
        let text = ConfigurationText(first, showsSecrets: true).text.string
        #expect(load(text).configuration == first, "\(text)")
    }

    @Test(arguments: [
        ("PASSWORD=a", "PASSWORD=***"), ("db_pass=a", "db_pass=***"),
        ("MYSQL_PASSWD=\"a b\"", "MYSQL_PASSWD=***"), ("my.Secret.x=a", "my.Secret.x=***"),
        ("GITHUB_TOKEN=a", "GITHUB_TOKEN=***"), ("apikey=a", "apikey=***"),
        ("AWS_CREDENTIALS=a", "AWS_CREDENTIALS=***"), ("PRIVATE=", "PRIVATE=***"),
        ("USER=secret", "USER=secret"), ("PAS_SWORD=KEY=a", "PAS_SWORD=KEY=a"),
    ])
    func `the value of a variable with such a name is masked`(variable: String, shown: String) {
        let text = "job {\nname a\ncmd b\nenv \(variable)\n}\n"
        #expect(print(text)?.contains("\n  env \(shown)\n") == true)
        #expect(print(text, showsSecrets: true)?.contains("\n  env \(variable)\n") == true)
    }

    /// Whether one file can say where all variables come from: included files may have defaults of their
    /// own, and a job files that beat variables of those.
    private static func canBeSaid(_ configuration: Configuration) -> Bool {
        let sources = configuration.jobs.map { $0.words(.environment) }
        return Set(sources.map { $0.first ?? Text([]) }).count < 2
            || sources.allSatisfy {
                EnvironmentSource.lines(of: $0)
                    == EnvironmentSource.lines(of: [EnvironmentSource.layer($0)])
            }
    }

    @Test func `files of a job that beat variables of its defaults are written so`() {
        let text = """
            env A=1
            defaults {
              env-file a.env
              env PASSWORD=2
            }
            job {
              name a
              cmd b
              env-file b.env
              env B=3
            }
            job {
              name c
              cmd d
            }
            """
        #expect(
            print(text) == """
                defaults {
                  env A=1
                  env PASSWORD=***
                  env-file /etc/a.env
                }

                job {
                  name a
                  cmd b
                  env B=3
                  env-file /etc/b.env
                }

                job {
                  name c
                  cmd d
                }

                """)
        let first = load(text).configuration
        #expect(
            first.map { load(ConfigurationText($0, showsSecrets: true).text.string) }?
                .configuration == first)
    }

    @Test func `the random files use every option of a job`() {
        var used: Set<String> = ["name"]
        for seed in 0..<50 {
            var file = RandomFile(seed: seed)
            _ = file.files()
            used.formUnion(file.used)
        }
        for row in 0..<OptionCatalogue.count {
            let entry = OptionCatalogue.entry(row)
            guard entry.option != nil, entry.isJobOption else { continue }
            #expect(used.contains(entry.name.string))
        }
    }

    @Test(arguments: 0..<40)
    func `what is printed is read as the same configuration`(seed: Int) {
        for offset in 0..<10 {
            var file = RandomFile(seed: seed * 1000 + offset)
            let (main, included) = file.files()
            var fixture = Fixture(bytes: main)
            fixture.files.append((path: "/etc/more.conf", bytes: included))
            let outcome = fixture.load()
            let written = "\(String(decoding: main, as: UTF8.self))\n== more.conf\n"
            guard let first = outcome.configuration else {
                Issue.record("\(outcome.report)\n\(written)")
                return
            }
            let text = ConfigurationText(first, showsSecrets: true).text
            let again = Fixture(bytes: text.bytes).load()
            let isSame = again.configuration == first
            #expect(
                isSame || !Self.canBeSaid(first),
                "\(again.report)\n\(written)\n== printed\n\(text.string)")
            if let configuration = again.configuration {
                let isStable = ConfigurationText(configuration, showsSecrets: true).text == text
                #expect(isStable)
            }
            let masked = ConfigurationText(first, showsSecrets: false).text
            let isGood = Fixture(bytes: masked.bytes).load().configuration != nil
            #expect(isGood, "\(masked.string)")
        }
    }
}
