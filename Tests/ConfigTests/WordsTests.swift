import Basics
import Foundation
import TestSupport
import Testing

@testable import Config

/// The words that the program holds packed.
struct WordsTests {
    /// The parts of WORDS.txt by their names, in its order.
    private static func parts() throws -> [(name: String, text: String)] {
        let file = Repository.root.appending(path: "Sources/Config/WORDS.txt")
        let all = try String(contentsOf: file, encoding: .utf8)
        return all.components(separatedBy: "== ").dropFirst().map { part in
            let end = part.firstIndex(of: "\n") ?? part.endIndex
            return (String(part[..<end]), String(part[end...].dropFirst()))
        }
    }

    @Test func `the packed words are those of the text file`() throws {
        let parts = try Self.parts()
        #expect(parts.map(\.name) == Words.Part.allCases.map { "\($0)" })
        for (part, words) in zip(Words.Part.allCases, parts) {
            let isFresh = Words.text(part) == Text(Array(words.text.utf8))
            #expect(isFresh, "python3 Tests/ConfigTests/pack.py packs them anew")
        }
    }

    @Test func `what was not packed by DEFLATE is no text, and no trap`() {
        let others: [[UInt8]] = [
            [], Array("any words".utf8), [5] + Array(repeating: 255, count: 20),
            [4] + Array(repeating: 0, count: 30),
        ]
        for bytes in others {
            let text = unsafe bytes.withUnsafeBufferPointer { unsafe Inflate.text($0) }
            #expect(text.count < 100_000)
        }
    }
}
