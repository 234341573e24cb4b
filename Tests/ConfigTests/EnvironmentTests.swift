import Basics
import Testing

@testable import Config

/// Variables from files: Docker's `--env-file`, daemontools' envdir, and `${NAME}`.
@Suite struct EnvironmentTests {
    private func text(_ string: String) -> Text { Text(Array(string.utf8)) }

    private func string(_ text: Text) -> String { String(decoding: text.bytes, as: UTF8.self) }

    // MARK: - Files

    private func file(_ content: String) -> EnvironmentFile {
        EnvironmentFile(Array(content.utf8)) { name in
            name == text("HELD") ? text("by swinit") : nil
        }
    }

    private func entries(_ content: String) -> [String] {
        let read = file(content)
        #expect(read.fault == nil)
        return read.entries.map(string)
    }

    @Test func `a line of an env-file is a name and the rest of the line`() {
        #expect(
            entries("A=1\nB=x y  \nC=\"q\"\nD='q' # no comment\nE=\nF=a=b\n")
                == ["A=1", "B=x y  ", "C=\"q\"", "D='q' # no comment", "E=", "F=a=b"])
    }

    @Test func `comments, empty lines and blanks before a name do not count`() {
        #expect(entries("# c\n\n   \t\n  # c\n  A=1\n#B=2") == ["A=1"])
        #expect(entries("") == [])
        #expect(entries("\n\n") == [])
    }

    @Test func `a name alone takes swinit's value, and nothing where there is none`() {
        #expect(entries("HELD\nMISSING\nA=1\n") == ["HELD=by swinit", "A=1"])
    }

    @Test func `a carriage return and a byte-order mark are no part of a variable`() {
        #expect(entries("\u{FEFF}A=1\r\nB=2\r\n\r\nC=x\ry") == ["A=1", "B=2", "C=x\ry"])
    }

    @Test func `an env-file may have no blank in a name, no NUL, and no line without a name`() {
        #expect(file("A=1\nB C=2").fault == "line 2 has a blank in the name")
        #expect(file("A =1").fault == "line 1 has a blank in the name")
        #expect(file("\n\n=1").fault == "line 3 has no name before the =")
        #expect(file("A=1\0").fault == "line 1 has a NUL")
        let many = (0...EnvironmentFile.entryLimit).map { "A\($0)=\n" }.joined()
        #expect(
            file(many).fault
                == text("line \(EnvironmentFile.entryLimit + 1) is one variable too many"))
        #expect(file(many).entries.count == EnvironmentFile.entryLimit)
    }

    // MARK: - Folders

    private func entry(_ name: String, _ content: String) -> String? {
        EnvironmentFolder.entry(text(name), Array(content.utf8)).map(string)
    }

    @Test func `a file of an env-dir is a variable, and its first line the value`() {
        #expect(entry("A", "secret\n") == "A=secret")
        #expect(entry("A", "secret") == "A=secret")
        #expect(entry("A", "first\nsecond\n") == "A=first")
        #expect(entry("A", "  kept before, not behind \t \n") == "A=  kept before, not behind")
        #expect(entry("A", "with\r\n") == "A=with\r")
        #expect(entry("A", "two\0lines\n") == "A=two\nlines")
        #expect(entry("A", "\n") == "A=")
        #expect(entry("A", "  \n") == "A=")
    }

    @Test func `an empty file takes the variable away`() {
        #expect(entry("A", "") == "A")
    }

    @Test func `hidden files do not count, and no name has an equals sign`() {
        #expect(!EnvironmentFolder.counts("..data"))
        #expect(!EnvironmentFolder.counts(".hidden"))
        #expect(EnvironmentFolder.counts("A.b"))
        #expect(entry("A=B", "x") == nil)
        #expect(entry("", "x") == nil)
    }

    // MARK: - Expansion

    private func expand(_ string: String) throws -> String {
        let values = ["NAME": "value", "EMPTY": "", "WORDS": "a b", "SIGN": "${NAME}", "_9": "n"]
        return self.string(
            try Expansion.expand(text(string)) { name in
                values[self.string(name)].map(text)
            })
    }

    private func fault(_ string: String) -> String? {
        do {
            return "no fault: \(try expand(string))"
        } catch let fault as Expansion.Fault {
            return "\(self.string(fault.subject)): \(self.string(fault.reason))"
        } catch {
            return nil
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("$", "$"), ("$NAME", "$NAME"), ("$$", "$$"),
        ("a${NAME}b", "avalueb"), ("${NAME}${NAME}", "valuevalue"), ("${EMPTY}", ""),
        ("${_9}", "n"), ("${WORDS}", "a b"), ("${SIGN}", "${NAME}"), ("}${NAME}", "}value"),
        ("$${NAME}", "${NAME}"), ("$$${NAME}", "$${NAME}"), ("$x${NAME}", "$xvalue"),
        ("${NAME:-other}", "value"), ("${EMPTY:-other}", "other"), ("${NONE:-other}", "other"),
        ("${NONE:-}", ""), ("${NONE:-a:-b}", "a:-b"), ("${NONE:-${NAME}}!", "value!"),
        ("${NONE:-${GONE:-x}}", "x"), ("${NAME:?needed}", "value"), ("${NONE:-$}", "$"),
    ])
    func `variables are replaced`(written: String, wanted: String) throws {
        #expect(try expand(written) == wanted)
    }

    @Test func `what is not set is a fault that names it`() {
        #expect(fault("a ${NONE} b") == "${NONE}: it is not set")
        #expect(fault("${NONE:?set it}") == "${NONE}: set it")
        #expect(fault("${EMPTY:?set it}") == "${EMPTY}: set it")
        #expect(fault("${NONE:?}") == "${NONE}: it is not set")
        #expect(fault("${NONE:-${GONE}}") == "${GONE}: it is not set")
    }

    @Test(arguments: [
        "${", "${}", "${NAME", "${9}", "${NA ME}", "${NAME:}", "${NAME:+x}", "${NAME-x}",
        "${NONE:-${NAME}", "${-x}",
    ])
    func `what is no variable is a fault`(written: String) {
        #expect(
            fault(written)?.hasSuffix("it must be ${NAME}, ${NAME:-...} or ${NAME:?...}") == true)
    }

    @Test func `defaults in defaults and long values are bounded`() {
        let deep = String(repeating: "${NONE:-", count: 100) + String(repeating: "}", count: 100)
        #expect(fault(deep)?.contains("it must be") == true)
        let long = String(repeating: "x", count: Expansion.longest) + "${NAME}"
        #expect(fault(long)?.hasSuffix("the value becomes too long") == true)
    }
}
