import Basics
import Testing

@Suite struct LogScriptTests {
    @Test(arguments: [
        ("-", "", true), ("-", "a", false), ("-abc", "abc", true), ("-abc", "abcd", false),
        ("-abc", "ab", false), ("-*", "", true), ("-*", "anything", true), ("-a*", "abc", true),
        ("-a*", "ba", false), ("-*c", "abc", true), ("-*c", "ab", false),
        // The first byte that is the one behind the star ends it, and nothing is tried again.
        ("-*ab", "aab", false), ("-*bc", "abbc", false), ("-*: *", "x: y", true),
        ("-*:*:*", "a:b", false), ("-*:*:*", "a:b:c", true),
        // A star behind a star is looked for itself, and is one then.
        ("-**", "ab", false), ("-**", "a*b", true), ("-**b", "a*cb", true), ("-a**", "a*", true),
    ])
    func `a pattern matches a whole line`(pattern: String, line: String, isMatch: Bool) {
        let matches = Array(line.utf8).withUnsafeBufferPointer {
            LogScript.matches(Text(Array(pattern.utf8)), $0)
        }
        #expect(matches == isMatch)
    }

    @Test(arguments: [
        ("s4096", 4096), ("s", 0), ("sx1", 0), ("n12x", 12),
        ("s99999999999999999999", 1_000_000_000),
    ])
    func `a number ends at the first byte that is no digit`(word: String, number: Int) {
        #expect(LogScript.number(Text(Array(word.utf8))) == number)
    }

    private static func words(_ script: String) -> [Text] {
        Text(Array(script.utf8)).split(at: 32)
    }

    @Test(arguments: [
        "t ./main", "t s1000000 n5 !gzip /var/log/web", "-* +*error* e", "-* =status ./x",
        "+a -b e ./a -* +*c* ./c", "s1 n0 .",
    ])
    func `an action of multilog is taken`(script: String) {
        #expect(LogScript.fault(in: Self.words(script)) == nil)
    }

    @Test(
        arguments: [
            ("x ./main", 0, "is no action of multilog"),
            ("t  ./main", 1, "is no action of multilog"),
            ("e2 ./main", 0, "is no action of multilog"),
            ("tt ./main", 0, "is no action of multilog"),
            ("./main t", 1, "counts only as the first action"),
            ("s10k ./main", 0, "needs a number behind its letter"),
            ("n ./main", 0, "needs a number behind its letter"),
            ("= ./main", 0, "needs a file behind the ="),
            ("./main !", 1, "needs a command behind the !"),
            ("t s5000 -x*", 2, "ends a script that puts lines nowhere"),
        ] as [(String, Int, StaticString)])
    func `another action is refused, and which one it is`(
        script: String, index: Int, reason: StaticString
    ) {
        let fault = LogScript.fault(in: Self.words(script))
        #expect(fault?.index == index)
        #expect(fault.map { Text(stringLiteral: $0.reason) } == Text(stringLiteral: reason))
    }
}
