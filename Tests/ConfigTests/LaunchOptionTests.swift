import Basics
import Config
import Testing

/// What a process is started with.
struct LaunchOptionTests {
    @Test func `a job with name and cmd alone has every default`() {
        let outcome = load("job {\n  name web\n  cmd /bin/web -p 80\n}\n")
        #expect(
            outcome.configuration?.jobs == [
                JobSpec(name: "web", command: ["/bin/web", "-p", "80"])
            ])
        #expect(outcome.report == "")
    }

    @Test func `dir is kept as written`() {
        #expect(job("dir srv/app")?.launch.directory == "srv/app")
        #expect(faults("dir \"\"") == ["bad-value: an empty path"])
        #expect(faults("dir") == ["missing-value: 'dir' needs a value (write 'dir D')"])
        #expect(
            faults("dir a b") == [
                "unexpected-text: unexpected 'b' behind 'dir' "
                    + "(write a value with blanks in quotes: \"...\")"
            ])
    }

    @Test(arguments: [
        ("null", Launch.Input.null), ("inherit", .inherit), ("./log", .file("./log")),
        ("\"a b\"", .file("a b")),
    ])
    func `in is a file, null or inherit`(word: String, input: Launch.Input) {
        #expect(job("in \(word)")?.launch.input == input)
    }

    @Test func `in log is refused`() {
        #expect(
            faults("in log") == [
                "bad-value: 'in' cannot be 'log' (write './log' for a file of that name)"
            ])
    }

    @Test(arguments: [
        ("log", Launch.Output.log), ("null", .null), ("inherit", .inherit),
        ("o.txt", .file("o.txt")), ("syslog", .syslog),
    ])
    func `out and err are a file, log, null or inherit`(word: String, output: Launch.Output) {
        let launch = job("out \(word)\nerr \(word)")?.launch
        #expect(launch?.output == output)
        #expect(launch?.errors == output)
    }

    @Test func `err out joins them, out err is refused`() {
        #expect(job("out o.txt\nerr out")?.launch.errors == .joined)
        #expect(
            faults("out err") == [
                "bad-value: 'out' cannot be 'err' "
                    + "('err out' joins them; write './err' for a file of that name)"
            ])
    }

    @Test func `clear-env starts from nothing`() {
        #expect(job("clear-env")?.launch.clearsEnvironment == true)
        #expect(job("")?.launch.clearsEnvironment == false)
        #expect(
            faults("clear-env yes") == [
                "unexpected-text: unexpected 'yes' behind 'clear-env' (one option a line)"
            ])
    }

    @Test func `a user may bring its group`() {
        #expect(job("user www")?.launch.user == "www")
        #expect(job("user www")?.launch.group == nil)
        #expect(job("user 33:44")?.launch.user == "33")
        #expect(job("user 33:44")?.launch.group == "44")
        #expect(job("user www\ngroup web")?.launch.group == "web")
        #expect(job("groups a 20 c")?.launch.supplementaryGroups == ["a", "20", "c"])
        #expect(job("")?.launch.supplementaryGroups == nil)
    }

    @Test(arguments: [
        ("user a:b:c", "bad-user: 'a:b:c' is not a user (write 'user U' or 'user U:G')"),
        ("user :g", "bad-user: '' is not a name or number"),
        ("user u:", "bad-user: '' is not a name or number"),
        ("user \"a b\"", "bad-user: 'a b' is not a name or number"),
        ("group a/b", "bad-user: 'a/b' is not a name or number"),
        (
            "groups a,b",
            "bad-user: 'a,b' is not a name or number (blanks separate them, not commas)"
        ),
        ("user 4294967295", "out-of-range: '4294967295' is out of range (0 to 4294967294)"),
        ("user a:b\ngroup c", "conflict: the group is given twice ('user U:G' names it already)"),
        ("group c\nuser a:b", "conflict: the group is given twice ('user U:G' names it already)"),
    ])
    func `a bad user is refused`(options: String, fault: String) {
        #expect(faults(options) == [fault])
    }

    @Test(arguments: [("0022", 0o22), ("777", 0o777), ("0", 0)])
    func `umask is octal`(word: String, value: UInt32) {
        #expect(job("umask \(word)")?.launch.umask == value)
    }

    @Test(arguments: [
        ("umask 0088", "bad-number: '0088' is not an octal number (such as 0022)"),
        ("umask 1000", "out-of-range: '1000' is out of range (0000 to 0777)"),
        (
            "umask 77777777777777777777",
            "out-of-range: '77777777777777777777' is out of range (0000 to 0777)"
        ),
        ("umask \"\"", "out-of-range: '' is out of range (0000 to 0777)"),
        ("nice 20", "out-of-range: '20' is out of range (-20 to 19)"),
        ("nice -21", "out-of-range: '-21' is out of range (-20 to 19)"),
        ("nice 1.5", "bad-number: '1.5' is not a whole number (-20 to 19)"),
        ("nice 5x", "bad-number: '5x' is not a whole number (-20 to 19)"),
        ("nice -", "bad-number: '-' is not a whole number (-20 to 19)"),
        (
            "nice 99999999999999999999",
            "out-of-range: '99999999999999999999' is out of range (-20 to 19)"
        ),
        ("oom-score-adjust 1001", "out-of-range: '1001' is out of range (-1000 to 1000)"),
        (
            "order 2147483648",
            "out-of-range: '2147483648' is out of range (-2147483648 to 2147483647)"
        ),
    ])
    func `a bad number is refused`(options: String, fault: String) {
        #expect(faults(options) == [fault])
    }

    @Test func `numbers have signs`() {
        #expect(job("nice +5")?.launch.nice == 5)
        #expect(job("nice -20")?.launch.nice == -20)
        #expect(job("")?.launch.nice == nil)
        #expect(job("oom-score-adjust -1000")?.launch.oomScoreAdjust == -1000)
        #expect(job("order -2147483648")?.placement.order == .min)
    }
}
