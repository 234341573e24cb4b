import Basics
import Testing

@Suite struct TextTests {
    @Test(
        arguments: [
            ("a bc d", 0, "a"), ("a bc d", 1, "bc"), ("a bc d", 2, "d"), ("a bc d", 3, ""),
            ("a bc d", 9, ""), ("a bc d", -1, ""), ("", 0, ""), ("", 1, ""), ("a ", 1, ""),
        ] as [(Text, Int, Text)])
    func `finds a word by its number`(text: Text, index: Int, word: Text) {
        #expect(text.word(index) == word)
    }

    @Test func `puts values and literals together`() {
        let name: Text = "n"
        #expect("\(name)" as Text == Text([110]))
        #expect("\(name)\(7 as Int32)" as Text == "n7")
        #expect("a\(name)b" as Text == "anb")
        #expect("" as Text == Text([]))
    }
}
