import Foundation
import TestSupport
import Testing

/// What the README shows.
struct ReadmeTests {
    @Test func `every configuration in the README passes the check`() throws {
        let file = Repository.root.appending(path: "README.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        // Between fences; the parts at even places are prose.
        let parts = text.components(separatedBy: "\n```").enumerated()
        let files = parts.filter { $0.offset % 2 == 1 && $0.element.hasPrefix("\njob {") }
        #expect(files.count >= 2)
        for (_, file) in files {
            let outcome = load(file + "\n")
            #expect(outcome.codes == [], "\(outcome.report)")
        }
    }
}
