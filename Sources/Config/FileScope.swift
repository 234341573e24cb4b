import Basics

/// One file of the configuration while it is read.
struct FileScope {
    var lexer: Lexer
    /// Where it is, without `./`: to find an include that leads back to it.
    let path: Text
    /// Where this file's own `defaults` stand.
    var defaultsSpan: Span?
    /// How many jobs there were before this file.
    let firstJob: Int

    init(lexer: Lexer, path: Text, firstJob: Int) {
        self.lexer = lexer
        self.path = path
        self.firstJob = firstJob
    }

    /// The line at hand.
    var line: Line { lexer.line }
}
