import Basics
import Testing

@testable import Config

/// A job's written options as a value.
struct JobSpecTests {
    @Test(arguments: [
        "stop-timeout 8s", "stop-signal TERM", "stop-retries 1", "stop-scope process", "order 0",
        "in null", "out log", "err log", "reload-signal HUP", "depends-action restart",
    ])
    func `a written default is as if it were not written`(option: String) {
        #expect(job(option) == job(""))
    }

    @Test(arguments: [
        ("cmd x", true), ("dir /tmp", true), ("env A=1", true), ("user www", true),
        ("err out", true), ("ulimit -n 5", true), ("umask 0", true), ("cpu 0", true),
        ("disable", true), ("order 1", false), ("wait", false), ("once", false),
        ("restart never", false), ("success-codes 3", false), ("restart-delay 1s..2s", false),
        ("stop-timeout 1s", false), ("run-timeout 1s", false), ("env-file x", true),
        ("env-dir x", true), ("expand", true), ("listen-fds", true),
        ("capabilities drop all", true), ("no-new-privileges", true), ("out syslog", true),
        ("stop-cmd x", false), ("reload-signal USR1", false), ("bounce every 1h", false),
        ("depends { x }", false), ("depends-action reload", false),
    ])
    func `a restart is needed for what a process is started with, and for disable`(
        option: String, isNeeded: Bool
    ) {
        let old = load("job {\nname a\ncmd b\n}\n").configuration?.jobs.first
        let options = option.hasPrefix("cmd") ? option : "cmd b\n\(option)"
        let new = load("job {\nname a\n\(options)\n}\n").configuration?.jobs.first
        #expect(old != nil && new != nil && old != new)
        if let old, let new { #expect(new.needsRestart(from: old) == isNeeded) }
    }

    @Test func `the differences are the options that differ, whatever their order in the file`() {
        let one = job("order 3\nstop-timeout 1s\nenv A=1")
        let same = job("env A=1\nstop-timeout 1000ms\norder +3")
        let other = job("order 4\nstop-timeout 1s\nuser www")
        #expect(one == same)
        let expected = Option.order.bit | Option.environment.bit | Option.user.bit
        if let one, let other {
            #expect(one.differences(from: other) == expected)
            #expect(other.differences(from: one) == expected)
        } else {
            Issue.record("not read")
        }
    }

    @Test func `a part that is put in takes only its own options along`() {
        guard var one = job("order 3\nstop-timeout 1s\ndir /a"), let other = job("nice 5\nwait")
        else {
            Issue.record("not read")
            return
        }
        one.launch = other.launch
        #expect(one.launch == other.launch)
        #expect(one.launch.directory == nil)
        #expect(one.placement.order == 3)
        #expect(one.placement.barrier == .none)
        #expect(one.stop.timeout == Milliseconds(1000))
    }
}
