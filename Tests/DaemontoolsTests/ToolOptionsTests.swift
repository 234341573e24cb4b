import Basics
import Testing

@testable import Daemontools

@Suite struct ToolOptionsTests {
    /// The options with their values, and behind a bar the operands.
    private func read(_ words: [Text], _ letters: StaticString) -> Text {
        var options = ToolOptions(.softlimit, words, letters)
        var read = Text([])
        while let letter = options.next() {
            guard letter != ToolOptions.problem else { return "\(read)?" }
            read = "\(read)\(Text([letter]))=\(options.value) "
        }
        read.bytes.append(124)
        for word in words.dropFirst(options.index) { read = "\(read)\(word)|" }
        return read
    }

    @Test(
        arguments: [
            (["p"], "|"), (["p", "a"], "|a|"), (["p", "-a", "b"], "a= |b|"),
            (["p", "-ab", "c"], "a= b= |c|"), (["p", "-abv1", "c"], "a= b= v=1 |c|"),
            (["p", "-v", "1", "c"], "v=1 |c|"), (["p", "-v", "-a", "c"], "v=-a |c|"),
            (["p", "-", "-a"], "|-|-a|"), (["p", "--", "-a"], "|-a|"),
            (["p", "--x", "-a"], "|-a|"),
            (["p", "-a", "--", "b"], "a= |b|"), (["p", "c", "-a"], "|c|-a|"), (["p", ""], "||"),
            (["p", "-v", "", "c"], "v= |c|"), (["p", "-z"], "?"), (["p", "-az"], "a= ?"),
            (["p", "-v"], "?"), (["p", "-:"], "?"), (["p", "-a-"], "a= ?"),
        ] as [([Text], Text)])
    func `goes as daemontools' getopt goes`(words: [Text], result: Text) {
        #expect(read(words, "abv:") == result)
    }
}
