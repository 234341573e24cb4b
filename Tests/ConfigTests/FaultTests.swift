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
        let lines = FaultWords.table.split(at: 10)
        #expect(lines.count == Int(count) + 1)
        #expect(FaultWords(.unexpandedVariable, ["x"]).code == "unexpanded-variable")
        #expect(FaultWords(.ampersandArgument, []).code == "trailing-ampersand")
        #expect(FaultWords(.quoteInWord, []).code == "quote-in-word")
    }

    @Test func `every option has a name, a help line, and stands somewhere, once`() {
        var names: [Text] = []
        for row in 0..<OptionCatalogue.count {
            let entry = OptionCatalogue.entry(row)
            #expect(!entry.name.isEmpty)
            #expect(!entry.help.isEmpty)
            #expect(entry.isJobOption || entry.isGlobal)
            #expect(!names.contains(entry.name))
            names.append(entry.name)
        }
        var count = 0
        while let option = Option(rawValue: UInt8(count)) {
            #expect(OptionCatalogue.entry(count).option == option)
            count += 1
        }
        // What follows is not supported yet.
        for row in count..<OptionCatalogue.count {
            #expect(OptionCatalogue.entry(row).option == nil)
        }
        #expect(names[Int(Option.forward.rawValue)] == "forward")
        #expect(names[Int(Option.runTimeout.rawValue)] == "run-timeout")
    }

    @Test func `a row has a kind, and a default that can be read is one that may be written`() {
        for row in 0..<OptionCatalogue.count {
            let entry = OptionCatalogue.entry(row)
            #expect(OptionEntry.Kind(rawValue: entry.kind.rawValue) != nil)
            if entry.kind == .choice {
                #expect(entry.choices.split(at: 124).contains(entry.initial))
            }
            if let number = entry.read(entry.initial) {
                #expect(entry.kind != .number || number >= 0)
            }
        }
        let stop = StopPolicy()
        #expect(initial(.stopSignal) == Int64(stop.signal.rawValue))
        #expect(initial(.stopTimeout) == Int64(stop.timeout.count))
        #expect(initial(.stopRetries) == Int64(stop.retries))
        #expect(initial(.stopScope) == stop.scope.rawValue)
        #expect(initial(.order) == Int64(Placement().order))
    }

    private func initial(_ option: Option) -> Int64? {
        let entry = OptionCatalogue.entry(Int(option.rawValue))
        return entry.read(entry.initial)
    }
}
