import Basics
import Config
import Testing

/// `ready`, `health` and `health-action`.
struct ProbeOptionTests {
    @Test(arguments: [
        ("notify", ProbeForm.notify, [Text]?.some([])), ("fd 3", .descriptor, ["3"]),
        ("fd 1023", .descriptor, ["1023"]),
        ("tcp 127.0.0.1:80", .tcp, ["127.0.0.1:80"]), ("tcp db:5432", .tcp, ["db:5432"]),
        ("tcp '${A}'", .tcp, nil),
        ("http http://[::1]:80/a?b", .http, ["http://[::1]:80/a?b"]),
        ("exec pg_isready -q within 3", .exec, ["pg_isready", "-q", "within", "3"]),
        ("exec \"a b\" every", .exec, ["a b", "every"]),
        ("unix /run/x", .unix, ["/run/x"]), ("file within", .file, ["within"]),
        ("log \"up and\"", .log, ["up and"]), ("unix 'a b'", .unix, ["a b"]),
        ("\"notify\"", .notify, []),
    ])
    func `readiness has a form`(line: String, form: ProbeForm, words: [Text]?) {
        let readiness = job("ready \(line)")?.readiness
        guard let words else {
            #expect(readiness == nil)
            return
        }
        #expect(readiness?.form == form)
        #expect(readiness?.words == words)
        #expect(readiness?.within == nil)
    }

    @Test(arguments: [
        "within 1m30s notify", "notify within 1m30s", "within 90s tcp a:1", "tcp a:1 within 90s",
        "within 90000ms exec x", "file \"within\" within 90s",
    ])
    func `the limit stands before or behind the form`(line: String) {
        #expect(job("ready \(line)")?.readiness?.within == Milliseconds(90_000))
    }

    @Test func `without a line a job is ready when it runs, and not probed`() {
        #expect(job("")?.readiness == nil)
        #expect(job("")?.health == nil)
        #expect(job("")?.healthAction == .restart)
        #expect(job("health-action none")?.healthAction == HealthAction.none)
        #expect(job("health-action restart") == job(""))
        #expect(job("health-action shutdown")?.healthAction == .shutdown)
    }

    @Test func `health has numbers`() {
        let plain = job("health tcp localhost:80")?.health
        #expect(plain == HealthCheck(.tcp, ["localhost:80"]))
        #expect(plain?.interval == Milliseconds(10_000))
        #expect(plain?.timeout == Milliseconds(1000))
        #expect(plain?.failures == 3)
        #expect(plain?.startPeriod == Milliseconds(0))
        let full = job(
            "health every 5s start-period 1h exec curl -f x every 3s")?.health
        #expect(full?.interval == Milliseconds(5000))
        #expect(full?.startPeriod == Milliseconds(3_600_000))
        #expect(full?.words == ["curl", "-f", "x", "every", "3s"])
        let behind = job("health failures 1 http http://a timeout 100ms every 100ms")?.health
        #expect(behind?.failures == 1)
        #expect(behind?.timeout == Milliseconds(100))
        #expect(behind?.interval == Milliseconds(100))
        #expect(job("health every 10s failures 3 tcp a:1") == job("health tcp a:1"))
    }

    @Test(arguments: [
        ("ready", "missing-value: 'ready' needs a value (write 'ready FORM [within D]')"),
        (
            "ready within 5s",
            "missing-value: 'ready' says no form "
                + "(one of notify, fd, tcp, http, exec, unix, file, log)"
        ),
        (
            "ready nofity",
            "bad-value: 'ready' cannot be 'nofity' (did you mean 'notify'?)"
        ),
        (
            "health notify",
            "bad-value: 'health' cannot be 'notify' (one of tcp, http, exec)"
        ),
        (
            "health every 5s unix /x",
            "bad-value: 'health' cannot be 'unix' (one of tcp, http, exec)"
        ),
        ("ready log", "missing-value: 'log' needs a value (write 'log TEXT')"),
        ("ready tcp", "missing-value: 'tcp' needs a value (write 'tcp ADDR:PORT')"),
        ("ready fd", "missing-value: 'fd' needs a value (write 'fd N')"),
        ("health exec", "missing-value: 'exec' needs a value (write 'exec CMD...')"),
        ("ready exec \"\"", "bad-value: the program's name is empty"),
        ("ready file \"\"", "bad-value: an empty path"),
        ("ready fd 2", "out-of-range: '2' is out of range (3 to 1023)"),
        ("ready fd 1024", "out-of-range: '1024' is out of range (3 to 1023)"),
        ("ready fd x", "bad-number: 'x' is not a whole number (3 to 1023)"),
        (
            "ready tcp 80",
            "bad-value: '80' is no address with a port "
                + "(write it like 127.0.0.1:8080, [::1]:80 or db:5432)"
        ),
        (
            "health http localhost/x",
            "bad-value: 'localhost/x' is no URL (write it like http://127.0.0.1:8080/health)"
        ),
        (
            "ready http https://a/x",
            "bad-value: 'https://a/x' needs TLS, which only another program speaks "
                + "(write 'exec wget -q -O /dev/null https://a/x')"
        ),
        ("ready notify within", "missing-value: 'within' needs a value (write 'within D')"),
        ("health tcp a:1 failures", "missing-value: 'failures' needs a value (write 'failures N')"),
        (
            "ready notify within 5",
            "bad-duration: '5' has no unit (did you mean '5s'?)"
        ),
        ("ready notify within 99ms", "out-of-range: '99ms' is too short (at least 100ms)"),
        ("health every 0s tcp a:1", "out-of-range: '0s' is too short (at least 100ms)"),
        ("health timeout 1ms tcp a:1", "out-of-range: '1ms' is too short (at least 100ms)"),
        ("health failures 0 tcp a:1", "out-of-range: '0' is out of range (1 to 1000)"),
        ("health failures x tcp a:1", "bad-number: 'x' is not a whole number (1 to 1000)"),
        (
            "ready within 1s notify within 1s",
            "repeated-option: option 'within' is repeated (first in this line)"
        ),
        (
            "ready notify 5s",
            "unexpected-text: unexpected '5s' behind 'notify' "
                + "(write a value with blanks in quotes: \"...\")"
        ),
        (
            "ready unix a b",
            "unexpected-text: unexpected 'b' behind 'a' "
                + "(write a value with blanks in quotes: \"...\")"
        ),
        (
            "health tcp a:1 within 5s",
            "unexpected-text: unexpected 'within' behind 'a:1' "
                + "(write a value with blanks in quotes: \"...\")"
        ),
        (
            "ready notify\nready notify",
            "repeated-option: option 'ready' is repeated in job \"web\" (first on line 4)"
        ),
        (
            "health-action kill",
            "bad-value: 'health-action' cannot be 'kill' (one of restart, shutdown, none)"
        ),
    ])
    func `a bad line is refused`(options: String, fault: String) {
        #expect(faults(options) == [fault])
    }

    @Test func `variables are left for the start, which checks the address`() {
        let outcome = loadJob("expand\nready tcp ${HOST}:80\nhealth http '${A}'")
        #expect(outcome.messages == ["'${A}' is no URL"])
        let spec = job("expand\nready tcp ${HOST}:80\nhealth exec a '${B}' ${C}")
        #expect(spec?.readiness?.words == ["${HOST}:80"])
        #expect(spec?.health?.words == ["a", "$${B}", "${C}"])
        #expect(loadJob("ready tcp ${HOST}:80").codes == ["unexpanded-variable"])
        #expect(job("health exec a '${B}'")?.health?.words == ["a", "${B}"])
    }

    @Test(arguments: [
        ("", "ready notify", true), ("ready notify", "ready fd 3", true),
        ("ready fd 3", "ready fd 4", true), ("ready tcp a:1", "ready notify", true),
        ("ready notify", "ready within 5s notify", false),
        ("ready fd 3", "ready fd 03", false),
        ("", "ready tcp a:1", false), ("ready tcp a:1", "ready exec x", false),
        ("ready exec x", "ready exec y", false),
        ("", "health tcp a:1", false), ("health tcp a:1", "health tcp b:1", false),
        ("", "instances 3", false), ("", "restart-limit 3 in 5m", false),
        ("", "start-wait 3s\nstart-retries 4", false), ("", "health-action none", false),
    ])
    func `only what the process is told of needs a restart`(
        before: String, after: String, restarts: Bool
    ) throws {
        let old = try #require(job(before))
        let new = try #require(job(after))
        #expect(new.needsRestart(from: old) == restarts)
        #expect(old.needsRestart(from: new) == restarts)
    }

    @Test func `what the job writes takes the place of its defaults`() {
        let outcome = load(
            """
            defaults {
              ready within 5s notify
              health every 1m tcp a:1
            }
            job {
              name a
              cmd x
              ready tcp b:2
              health exec y
            }
            """)
        let job = outcome.configuration?.jobs.first
        #expect(job?.readiness == Readiness(.tcp, ["b:2"]))
        #expect(job?.health == HealthCheck(.exec, ["y"]))
    }

    @Test func `what is set by code is what a file would give`() throws {
        var spec = try #require(job(""))
        spec.readiness = Readiness(.tcp, ["a:1"], within: Milliseconds(5000))
        var check = HealthCheck(.exec, ["b", "c"])
        check.failures = 7
        spec.health = check
        spec.healthAction = .none
        #expect(
            spec
                == job(
                    "ready tcp a:1 within 5s\nhealth failures 7 exec b c\nhealth-action none"))
        spec.readiness = nil
        spec.health = nil
        #expect(spec == job("health-action none"))
    }

    @Test func `the program of a probe is one that should be there`() {
        let fixture = Fixture("job {\nname a\ncmd b\nready exec /x/y 1\nhealth every 5s exec z\n}")
        let outcome = ConfigurationLoader.load(
            "/etc/jobs.conf", withClaims: true, list: { _ in .names([]) }
        ) { _ in .bytes(fixture.files[0].bytes) }
        let claims = (0..<outcome.claims.count).compactMap { outcome.claims[$0] }
        #expect(claims.map(\.text) == ["b", "/x/y", "z"])
        #expect(!claims.contains { $0.kind != .program })
    }
}
