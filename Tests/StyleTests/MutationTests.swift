import Foundation
import TestSupport
import Testing

/// The list of deliberate breaks that `Tests/SupervisionTests/Mutations/run.sh` tries.
struct MutationTests {
    /// One break: a title, a file, a line of it and what stands there instead.
    private func breaks() throws -> [[String]] {
        let path = "\(Repository.root.path)/Tests/SupervisionTests/Mutations/list.txt"
        let lines = try String(contentsOfFile: path, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        return lines.indices.filter { lines[$0].hasPrefix("# ") && $0 + 3 < lines.count }
            .map { Array(lines[$0...($0 + 3)]) }
    }

    @Test func `every break of the supervisor still applies`() throws {
        let breaks = try breaks()
        #expect(breaks.count >= 10)
        #expect(Set(breaks.map { $0[1] }).count >= 8)
        for mutation in breaks {
            let file = "\(Repository.root.path)/\(mutation[1])"
            let lines = try String(contentsOfFile: file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
            let old = lines.filter { $0 == mutation[2].dropFirst() }
            #expect(old.count == 1, "\(mutation[0])")
            #expect(mutation[3].first == "+" && mutation[2].dropFirst() != mutation[3].dropFirst())
        }
    }
}
