import Basics
import Config
import Foundation
import TestSupport
import Testing

@testable import swinit

/// What `check` finds on this machine.
@Suite struct ClaimCheckTests {
    /// The codes of what is wrong with this job, of a file in `scratch`.
    private func codes(_ options: String, in scratch: Scratch) throws -> [String] {
        let file = try scratch.write("jobs.conf", "job {\n name a\n\(options)\n}\n")
        var outcome = ConfigurationFiles.load(Text(Array(file.utf8)), withClaims: true)
        var check = ClaimCheck()
        for index in 0..<outcome.claims.count {
            if let claim = outcome.claims[index], !check.holds(claim) { outcome.refute(claim) }
        }
        return outcome.diagnostics.diagnostics.map {
            String(decoding: $0.code.bytes, as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("cmd sh", []), ("cmd /bin/sh", []), ("cmd no-such-program", ["missing-program"]),
        ("cmd /no/such", ["missing-program"]), ("cmd sh\nenv PATH=/no:/such", ["missing-program"]),
        ("cmd sh\nenv PATH=/no::/bin", []), ("cmd bin/sh\ndir /", []),
        ("cmd /bin", ["missing-program"]),
        ("cmd /etc/passwd", ["missing-program"]), ("cmd sh\nuser root:root", []),
        ("cmd sh\nuser nobody-here", ["unknown-user"]), ("cmd sh\nuser 4711:4712", []),
        ("cmd sh\ngroup nobody-here", ["unknown-group"]), ("cmd sh\ndir /etc", []),
        ("cmd sh\ndir /etc/passwd", ["missing-file"]), ("cmd sh\nin passwd\ndir /etc", []),
        ("cmd sh\nin gone\ndir /etc", ["missing-file"]),
        ("cmd sh\ndepends { /etc/passwd /gone }", ["missing-file"]),
        ("cmd sh ${PATH}\nexpand", []),
        ("cmd sh ${NO_SUCH_VARIABLE}\nexpand", ["unknown-variable"]),
    ])
    func `what is missing has a code`(options: String, expected: [String]) throws {
        #expect(try codes(options, in: Scratch()) == expected)
    }

    @Test func `files beside the configuration are found`() throws {
        let scratch = try Scratch()
        try scratch.write("here.env", "A=1\n")
        let options = "cmd /bin/sh\nenv-file here.env\nenv-file optional gone.env\n"
        #expect(try codes(options, in: scratch) == [])
        #expect(try codes(options + "env-file gone.env", in: scratch) == ["missing-file"])
        #expect(try codes(options + "env-dir here.env", in: scratch) == ["missing-file"])
    }
}
