import Basics

/// Finds lines and columns of places in files; forward it never looks at a byte twice.
struct SourceCursor {
    /// Lines count from 1.
    private(set) var line = 1
    /// Characters (code points) before the place on its line; a byte that is none counts as one.
    private(set) var column = 0
    /// The offset at which the line begins.
    private(set) var lineStart = 0
    private var source: Int32 = -1
    private var offset = 0

    /// Begins nowhere.
    init() {}

    /// Goes to `offset` of file number `source`, whose bytes these are.
    @inline(never)
    mutating func move(to target: Int, source: Int32, bytes: [UInt8]) {
        if source != self.source || target < offset {
            self.source = source
            offset = Lexer.firstOffset(of: bytes)
            (line, column, lineStart) = (1, 0, offset)
        }
        let end = min(target, bytes.count)
        while offset < end {
            if bytes[offset] == 10 {
                offset += 1
                (line, column, lineStart) = (line + 1, 0, offset)
            } else {
                offset += max(UTF8Form.length(at: offset, in: bytes, before: bytes.count), 1)
                column += 1
            }
        }
    }
}
