import Basics
import Config
import Testing

@testable import swinit

/// `swinit config` and `swinit help config`.
@Suite struct ConfigInvocationTests {
    @Test(
        arguments: [
            ("swinit config", nil), ("swinit config a", "a"), ("swinit config -c a", "a"),
            ("swinit -c a config", "a"), ("swinit config --config=a", "a"),
        ] as [(Text, Text?)])
    func `prints a file`(line: Text, file: Text?) {
        #expect(read(line) == Invocation(mode: .print, file: file))
    }

    @Test func `shows secrets where it is told to`() {
        let wanted = Invocation(mode: .print, file: "a", showsSecrets: true)
        #expect(read("swinit config --show-secrets a") == wanted)
        #expect(read("swinit --show-secrets config a") == wanted)
    }

    @Test func `reads the variable that names the file`() {
        let wanted = Invocation(mode: .print, file: "env")
        #expect(read("swinit config", ["SWINIT_CONFIG=env"]) == wanted)
    }

    @Test func `lists the options`() throws {
        for line in ["swinit help config", "swinit config --help", "swinit config -h"] as [Text] {
            let help = try #require(said(line))
            #expect(help.status == 0 && help.descriptor == 1)
            #expect(help.text.hasPrefix("swinit config [FILE] [--show-secrets]\n"))
            #expect(help.text.hasSuffix(OptionHelp.list()))
        }
    }

    @Test func `explains one option`() {
        let page = OptionHelp.page(of: "stop-timeout")
        #expect(page != nil)
        #expect(said("swinit help config stop-timeout")?.text == page)
        #expect(said("swinit help config stop-timeout")?.status == 0)
    }
}
