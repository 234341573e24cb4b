import Basics
import Testing

@testable import swinit

@Suite struct SingleWordsTests {
    private static let all: [Personality] = [.swinit, .tini, .dumbInit, .catatonit]

    @Test func `has a paragraph for each fact and no other`() {
        let words = String(decoding: SingleWords.all.bytes, as: UTF8.self)
        let paragraphs = words.split(separator: "\n\n")
        #expect(paragraphs.count == SingleFact.allCases.count)
    }

    @Test(arguments: SingleFact.allCases)
    func `ends every line that is said`(fact: SingleFact) {
        let patterns = Self.all.map { SingleWords.pattern(of: fact, by: $0, at: 9) }
        #expect(patterns.contains { !$0.isEmpty })
        for pattern in patterns where !pattern.isEmpty { #expect(pattern.hasSuffix("\n")) }
    }

    @Test(
        arguments: [
            (.notForked, .dumbInit, -9, "[dumb-init] Unable to fork. Exiting.\n"),
            (.noSubreaper, .tini, -1, ""), (.warnedOrphan, .catatonit, 9, ""),
            (.warnedOrphan, .swinit, 0, "swinit | warning: reaped orphan (pid %3): %6\n"),
            (.suspending, .dumbInit, 0, ""), (.suspending, .swinit, 2, ""),
            (.suspending, .dumbInit, 1, "[dumb-init] Suspending self due to TTY signal.\n"),
            (.began, .dumbInit, 1, ""),
            (.began, .dumbInit, 2, "[dumb-init] Running in debug mode.\n"),
            (.receivedChild, .tini, 2, "[DEBUG tini (%2)] Received SIGCHLD\n"),
            (.received, .tini, 2, ""), (.dropped, .swinit, 2, "swinit | dropped %5\n"),
            (.endedKilled, .dumbInit, 1, "[dumb-init] Child exited with status %7. Goodbye.\n"),
        ] as [(SingleFact, Personality, Int32, Text)])
    func `says what the program of that name says at that verbosity`(
        fact: SingleFact, personality: Personality, verbosity: Int32, pattern: Text
    ) {
        #expect(SingleWords.pattern(of: fact, by: personality, at: verbosity) == pattern)
    }
}
