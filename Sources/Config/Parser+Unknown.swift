import Basics

/// Lines outside of jobs that begin with no option.
extension Parser {
    @inline(never)
    func refuseUnknown(_ file: FileScope) {
        let line = file.line
        if line.isPlain(0, "}") {
            list.add(.closesNothing, line, 0)
            return
        }
        if line.isPlain(0, "{") {
            list.add(.opensNothing, line, 0)
            skipBlock(file)
            return
        }
        let word = line.text(0)
        let isGlued = word.hasSuffix("{")
        let bare = isGlued ? word.slice(0..<(word.count - 1)) : word
        let near = OptionCatalogue.suggestion(for: bare, inJob: false)
        list.add(
            isGlued ? .unsplitBrace : .unknownDirective, at: line.span(0), bare,
            suggesting: isGlued ? nil : near)
        guard isGlued || line.isPlain(line.count - 1, "{") else { return }
        // A misspelt job is read all the same, so that its own errors and its name are known.
        if let near, near.isEqual(to: "job") {
            readBlock(file, opening: line.span(0), in: .job)
        } else {
            skipBlock(file)
        }
    }
}
