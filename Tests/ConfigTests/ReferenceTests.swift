import Foundation
import TestSupport
import Testing

/// The reference page in the sources.
struct ReferenceTests {
    /// With SWINIT_WRITE_REFERENCE in the environment the page is written anew first.
    @Test func `the reference page is what the catalogue says`() throws {
        let file = Repository.root.appending(path: "Sources/Config/REFERENCE.md")
        var page = try String(contentsOf: file, encoding: .utf8)
        if ProcessInfo.processInfo.environment["SWINIT_WRITE_REFERENCE"] != nil {
            let head = page.range(of: ReferencePage.marker)?.lowerBound ?? page.endIndex
            page = page[..<head] + ReferencePage.text
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        let isFresh = page.hasSuffix(ReferencePage.text)
        #expect(
            isFresh, "SWINIT_WRITE_REFERENCE=1 swift test --filter ReferenceTests writes it anew")
    }
}
