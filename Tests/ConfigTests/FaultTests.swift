import Basics
import Testing

@testable import Config

/// The table of sentences.
struct FaultTests {
    @Test func `every fault has its own line with a code and a message`() {
        var count: UInt8 = 0
        while let fault = Fault(rawValue: count) {
            let words = FaultWords(fault, ["1", "2", "3"])
            #expect(!words.code.bytes.contains { $0 != 45 && ($0 < 97 || $0 > 122) })
            #expect(!words.code.isEmpty)
            #expect(!words.message.isEmpty)
            #expect(words.message.bytes.last != 32)
            #expect(words.hint.bytes.first != 32)
            count += 1
        }
        let lines = Text(stringLiteral: FaultWords.all).split(at: 10)
        #expect(lines.count == Int(count))
        #expect(FaultWords(.unexpandedVariable, ["x"]).code == "unexpanded-variable")
        #expect(FaultWords(.ampersandArgument, []).code == "trailing-ampersand")
        #expect(FaultWords(.quoteInWord, []).code == "quote-in-word")
    }

    @Test func `every option has a name, a help line, and stands somewhere, once`() {
        var names: [Text] = []
        for entry in OptionCatalogue.entries {
            #expect(!entry.name.isEmpty)
            #expect(entry.help.utf8CodeUnitCount > 0)
            #expect(entry.isJobOption || entry.isGlobal)
            #expect(!names.contains(entry.name))
            names.append(entry.name)
        }
        var isKnown = [Bool](repeating: false, count: 64)
        for entry in OptionCatalogue.entries {
            if let job = entry.job { isKnown[Int(job.rawValue)] = true }
        }
        var count: UInt8 = 0
        while JobOption(rawValue: count) != nil {
            #expect(isKnown[Int(count)])
            count += 1
        }
    }
}
