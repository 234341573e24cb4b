import Basics

/// The claims of the files while they are read.
///
/// A class, which there is only where somebody will look at them.
final class ClaimList {
    /// All claims up to now.
    private(set) var all: [Claim] = []
    /// The claims before this one are settled: their blocks are read.
    private var settled = 0

    /// Adds what word `index` of `line` says; a variable in it makes it unknown.
    @inline(never)
    func add(_ kind: Claim.Kind, _ text: Text, _ line: Line, _ index: Int) {
        guard !text.isEmpty, line.isLiteral(index) || !Expansion.isNeeded(for: text) else { return }
        let isInDirectory = kind == .file || kind == .program
        add(
            Claim(kind: kind, text: text, span: line.span(index), isInDirectory: isInDirectory))
    }

    func add(_ claim: Claim) { all.append(claim) }

    /// Gives the claims of one block its directory and search path.
    @inline(never)
    func settle(directory: Text?, search: Text?, hasFiles: Bool) {
        var kept: [Claim] = []
        for index in settled..<all.count {
            var claim = all[index]
            let hasSlash = claim.text.firstIndex(of: 47) != nil
            if claim.kind == .program, !hasSlash {
                // PATH may come from a file.
                if hasFiles { continue }
                claim.search = search ?? Text([])
            } else if claim.isInDirectory, claim.text.bytes.first != 47, let directory {
                if Expansion.isNeeded(for: directory) { continue }
                claim.text = "\(directory)/\(claim.text)"
            }
            kept.append(claim)
        }
        all.removeLast(all.count - settled)
        all += kept
        settled = all.count
    }
}
