import Basics

/// One file of the configuration while it is read.
///
/// A class, as ``Line`` is: all that reads the file is handed it.
final class FileScope {
    var lexer: Lexer
    /// Where it is, without `./`: to find an include that leads back to it.
    let path: Text
    /// The files that its last `include` named and that are still to be read, the last one first.
    var waiting: [Text] = []
    /// The file that includes it.
    let includer: FileScope?
    /// How many files are open.
    let depth: Int
    /// Where this file's own `defaults` stand.
    var defaultsSpan: Span?
    /// What its jobs start from; at first what those of the including file start from.
    var defaults: JobDraft
    /// How many jobs there were before this file.
    let firstJob: Int

    init(_ lexer: Lexer, path: Text, from includer: FileScope?, firstJob: Int) {
        self.lexer = lexer
        self.path = path
        self.includer = includer
        depth = (includer?.depth ?? 0) + 1
        defaults = includer?.defaults ?? JobDraft()
        self.firstJob = firstJob
    }

    /// The line at hand.
    var line: Line { lexer.line }
}
