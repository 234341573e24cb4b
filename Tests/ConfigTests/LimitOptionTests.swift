import Basics
import Config
import Testing

/// `ulimit` and `cpu`.
struct LimitOptionTests {
    @Test(arguments: [
        ("-t", 0), ("-f", 1), ("-d", 2), ("-s", 3), ("-c", 4), ("-m", 5), ("-u", 6), ("-n", 7),
        ("-l", 8), ("-v", 9), ("-i", 11), ("-q", 12), ("-e", 13), ("-r", 14), ("RLIMIT_CPU", 0),
        ("RLIMIT_NOFILE", 7), ("RLIMIT_AS", 9), ("RLIMIT_LOCKS", 10), ("RLIMIT_RTTIME", 15),
    ])
    func `a limit has a flag or the kernel's name`(flag: String, resource: Int32) {
        #expect(
            job("ulimit \(flag) 10")?.launch.limits == [
                ResourceLimit(resource: resource, soft: .number(10), hard: .number(10))
            ])
    }

    @Test(arguments: [
        ("-n 1024:4096", ResourceLimit.Value.number(1024), ResourceLimit.Value.number(4096)),
        ("-n infinity", .most, .most), ("-n 10:unlimited", .number(10), .most),
        ("-l 64k", .number(65536), .number(65536)),
        ("-v 2G:4G", .number(2 << 30), .number(4 << 30)),
        ("-s 10M", .number(10 << 20), .number(10 << 20)),
        ("-c 0", .number(0), .number(0)),
    ])
    func `a limit is a number, a pair or the most there is`(
        text: String, soft: ResourceLimit.Value, hard: ResourceLimit.Value
    ) {
        let limit = job("ulimit \(text)")?.launch.limits.first
        #expect(limit?.soft == soft)
        #expect(limit?.hard == hard)
    }

    @Test(arguments: [
        "ulimit {\n-n 10\n-c 0\n}", "ulimit { -n 10 -c 0 }", "ulimit\n{\n-n 10 -c 0\n}",
        "ulimit -n 10\nulimit -c 0", "ulimit {\n}\nulimit -n 10\nulimit { -c 0 }",
    ])
    func `limits are lines or a block`(options: String) {
        #expect(job(options)?.launch.limits.map(\.resource) == [7, 4])
    }

    @Test(arguments: [
        (
            "ulimit -z 1",
            "bad-value: unknown limit '-z' (a flag such as -n, or a name such as RLIMIT_NOFILE)"
        ),
        (
            "ulimit RLIMIT_NOFLIE 1",
            "bad-value: unknown limit 'RLIMIT_NOFLIE' (did you mean 'RLIMIT_NOFILE'?)"
        ),
        ("ulimit -n", "missing-value: '-n' needs a value (a number, SOFT:HARD or infinity)"),
        ("ulimit", "missing-value: 'ulimit' needs a value (write 'ulimit -n 1024')"),
        (
            "ulimit -n 64k",
            "bad-number: '64k' is no limit (a number such as 1024, SOFT:HARD, or infinity)"
        ),
        (
            "ulimit -l -1",
            "bad-number: '-1' is no limit (a number such as 1024 or 64k, SOFT:HARD, or infinity)"
        ),
        (
            "ulimit -l 1:2:3",
            "bad-number: '1:2:3' is no limit (a number such as 1024, SOFT:HARD, or infinity)"
        ),
        ("ulimit -n 10:5", "out-of-range: the soft limit of '10:5' is above the hard one"),
        (
            "ulimit -n infinity:5",
            "out-of-range: the soft limit of 'infinity:5' is above the hard one"
        ),
        (
            "ulimit -v 17179869184G",
            "out-of-range: '17179869184G' is out of range "
                + "(write 'infinity' for the most that may be set)"
        ),
        (
            "ulimit -n 18446744073709551615",
            "out-of-range: '18446744073709551615' is out of range "
                + "(write 'infinity' for the most that may be set)"
        ),
        (
            "ulimit -n 1 -c 0",
            "unexpected-text: unexpected '-c' behind 'ulimit' (one option a line)"
        ),
        ("ulimit {\n-n\n}", "missing-value: '-n' needs a value (a number, SOFT:HARD or infinity)"),
    ])
    func `a bad limit is refused`(options: String, fault: String) {
        #expect(faults(options) == [fault])
    }

    @Test(arguments: [
        ("0", [UInt64(1)]), ("0,2-5", [0b111101]), ("64", [0, 1]), ("0x3d", [0x3d]),
        ("0xFF00000000000000F", [0xF000_0000_0000_000F, 0xF]), ("0x0001", [1]),
        ("1023", [UInt64](repeating: 0, count: 15) + [1 << 63]),
    ])
    func `CPUs are a list or a mask`(text: String, words: [UInt64]) {
        #expect(job("cpu \(text)")?.launch.cpus?.words == words)
    }

    @Test func `a mask without a bit is no restriction`() {
        #expect(job("cpu 0x0")?.launch.cpus == nil)
        let both = Fixture("defaults {\n cpu 1\n}\njob {\n name a\n cmd b\n cpu 0x0\n}\n").load()
        #expect(both.configuration?.jobs.first?.launch.cpus == nil)
    }

    @Test(arguments: [
        "5-5", "5-3", ",1", "1,", "1,,2", "1-", "-1", "1-2-3", "0x", "0xg", "a", "1.5",
    ])
    func `what is no set of CPUs is refused`(text: String) {
        #expect(
            faults("cpu \(text)") == [
                "bad-value: '\(text)' is no set of CPUs "
                    + "(write a list such as 0,2-5 or a mask such as 0x3d)"
            ])
    }

    @Test(arguments: ["1024", "0-1024", "18446744073709551615"])
    func `a CPU above 1023 is refused`(text: String) {
        #expect(
            faults("cpu \(text)") == [
                "out-of-range: '\(text)' names a CPU that is out of range (0 to 1023)"
            ])
    }

    @Test func `a mask with a bit above 1023 is refused`() {
        #expect(loadJob("cpu 0x1" + String(repeating: "0", count: 256)).codes == ["out-of-range"])
        #expect(job("cpu 0x8" + String(repeating: "0", count: 255)) != nil)
    }
}
