import Basics
import Config
import Testing

/// What the end of a run means.
struct RestartOptionTests {
    @Test(arguments: [
        ("", RestartPolicy.Outcome.restart, RestartPolicy.Outcome.restart),
        ("restart always", .restart, .restart),
        ("restart on-failure", .stop, .restart),
        ("restart never", .stop, .stop),
        ("once", .stop, .stop),
        ("wait\nonce", .stop, .shutdownWhileStarting),
        ("once\nwait", .stop, .shutdownWhileStarting),
        ("wait once", .stop, .shutdownWhileStarting),
        ("wait\nrestart never", .stop, .stop),
        ("on-success stop", .stop, .restart),
        ("on-failure shutdown", .restart, .shutdown),
        ("on-failure stop\nrestart always", .restart, .stop),
        ("restart never\non-success restart", .restart, .stop),
        ("wait once\non-failure stop", .stop, .stop),
        ("once\non-failure restart", .stop, .restart),
        ("on-success shutdown\nonce", .shutdown, .stop),
    ])
    func `short forms stand for both outcomes, and explicit ones beat them`(
        options: String, success: RestartPolicy.Outcome, failure: RestartPolicy.Outcome
    ) {
        let policy = job(options)?.restart
        #expect(policy?.onSuccess == success)
        #expect(policy?.onFailure == failure)
    }

    @Test(arguments: [
        ("", false), ("restart always", false), ("on-failure restart", true),
        ("once\non-failure restart", true), ("on-failure stop", false),
    ])
    func `only a written on-failure restart retries until success`(options: String, retries: Bool) {
        #expect(job(options)?.restart.retriesUntilSuccess == retries)
    }

    @Test(arguments: [
        ("wait", true), ("once", false), ("wait once", false), ("restart always", false),
        ("on-success restart", false), ("on-failure restart", false), ("success-codes 0", false),
        ("restart-delay 1s", true),
    ])
    func `status 33 is pmtr's until a policy is written`(options: String, isKept: Bool) {
        #expect(job(options)?.restart.status33EndsJob == isKept)
    }

    @Test(arguments: [
        ("", Placement.Barrier.none, false), ("wait", .ended, false), ("wait ready", .ready, false),
        ("wait once", .ended, true), ("once", .none, true), ("wait ready\nonce", .ready, true),
    ])
    func `wait is a barrier and once runs once`(
        options: String, barrier: Placement.Barrier, runsOnce: Bool
    ) {
        #expect(job(options)?.placement.barrier == barrier)
        #expect(job(options)?.placement.runsOnce == runsOnce)
    }

    @Test(arguments: [
        (
            "wait foo",
            "unexpected-text: unexpected 'foo' behind 'wait' "
                + "(one option a line: 'wait', 'wait ready' or 'wait once')"
        ),
        ("wait redy", "unexpected-text: unexpected 'redy' behind 'wait' (did you mean 'ready'?)"),
        (
            "wait once 3",
            "unexpected-text: unexpected '3' behind 'once' (one option a line)"
        ),
        ("once\nwait once", "repeated-option: option 'once' is repeated (first on line 4)"),
        (
            "wait once\nonce",
            "repeated-option: option 'once' is repeated in job \"web\" (first on line 4)"
        ),
        (
            "once\nrestart always",
            "conflict: 'once' and 'restart' contradict each other "
                + "('on-failure restart' beside 'once' repeats a job until it succeeds)"
        ),
        (
            "restart nevr",
            "bad-value: 'restart' cannot be 'nevr' (did you mean 'never'?)"
        ),
        (
            "on-success no",
            "bad-value: 'on-success' cannot be 'no' (one of restart, stop, shutdown)"
        ),
        (
            "on-failure",
            "missing-value: 'on-failure' needs a value (write 'on-failure restart|stop|shutdown')"
        ),
    ])
    func `a bad policy is refused`(options: String, fault: String) {
        #expect(faults(options) == [fault])
    }

    @Test func `success codes are codes and signals`() {
        let policy = job("success-codes 0,1 TERM, 143 sigint,1")?.restart
        #expect(policy?.successCodes == [0, 1, 143])
        #expect(policy?.successSignals == [.terminate, .interrupt])
        #expect(job("")?.restart.successCodes == [0])
        #expect(
            faults("success-codes 256") == ["out-of-range: '256' is out of range (0 to 255)"])
        #expect(
            faults("success-codes TREM") == [
                "bad-value: 'TREM' is neither an exit code nor a signal (did you mean 'TERM'?)"
            ])
        #expect(faults("success-codes ,") == ["missing-value: 'success-codes' names no code"])
    }

    @Test(arguments: [
        ("1000ms", RestartPolicy.Delay.fixed(Milliseconds(1000))), ("0s", .fixed(Milliseconds(0))),
        ("100ms..30s", .growing(from: Milliseconds(100), to: Milliseconds(30_000))),
        ("5s..5s", .fixed(Milliseconds(5000))),
        ("1h30m", .fixed(Milliseconds(5_400_000))),
        ("3650d", .fixed(.longest)),
        ("1d2h3m4s5ms", .fixed(Milliseconds(93_784_005))),
    ])
    func `a pause is fixed or grows`(word: String, delay: RestartPolicy.Delay) {
        #expect(job("restart-delay \(word)")?.restart.delay == delay)
    }

    @Test(arguments: [
        ("10", "bad-duration: '10' has no unit (did you mean '10s'?)"),
        ("3651d", "out-of-range: '3651d' is too long (at most 3650d)"),
        (
            "99999999999999999999d",
            "out-of-range: '99999999999999999999d' is too long (at most 3650d)"
        ),
        ("30s..1s", "out-of-range: '30s..1s' ends below its beginning (write '1s..30s')"),
        ("0s..1s", "out-of-range: a growing pause begins above 0 (write '100ms..1s')"),
        ("1s..10", "bad-duration: '10' has no unit (did you mean '10s'?)"),
    ])
    func `a bad pause is refused`(word: String, fault: String) {
        #expect(faults("restart-delay \(word)") == [fault])
    }

    @Test(arguments: ["s", "1.5s", "10S", "1m1h", "1s1s", "5x", "-1s", "1s5", "\"\"", "..", "1s.."])
    func `what is no length of time is refused`(word: String) {
        #expect(Set(loadJob("restart-delay \(word)").codes) == ["bad-duration"])
    }

    @Test func `a run may be limited`() {
        #expect(job("run-timeout 5m")?.runTimeout == Milliseconds(300_000))
        #expect(job("")?.runTimeout == nil)
        #expect(
            faults("run-timeout 0s") == [
                "out-of-range: no run is that short (leave 'run-timeout' out for no limit)"
            ])
    }

    @Test func `stopping has a signal, a time and a scope`() {
        let stop = job(
            "stop-signal sigrtmin+3\nstop-timeout 10s\nstop-retries 3\nstop-scope group")?.stop
        #expect(stop?.signal == Signal(rawValue: 37))
        #expect(stop?.timeout == Milliseconds(10_000))
        #expect(stop?.retries == 3)
        #expect(stop?.scope == .group)
        #expect(stop?.longest == Milliseconds(30_000))
        #expect(job("stop-signal 9")?.stop.signal == .kill)
        #expect(job("")?.stop == StopPolicy())
    }

    @Test(arguments: [
        ("stop-signal TREM", "bad-signal: unknown signal 'TREM' (did you mean 'TERM'?)"),
        (
            "stop-signal 65",
            "bad-signal: unknown signal '65' "
                + "(a name such as TERM, RTMIN+3, or a number from 1 to 64)"
        ),
        ("stop-retries 0", "out-of-range: '0' is out of range (1 to 1000)"),
        ("stop-scope grup", "bad-value: 'stop-scope' cannot be 'grup' (did you mean 'group'?)"),
        ("stop-timeout 8", "bad-duration: '8' has no unit (did you mean '8s'?)"),
    ])
    func `a bad stop option is refused`(options: String, fault: String) {
        #expect(faults(options) == [fault])
    }

    @Test func `disable and order`() {
        #expect(job("disable")?.placement.isDisabled == true)
        #expect(job("order -3")?.placement.order == -3)
    }
}
