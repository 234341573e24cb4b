public import Basics

extension OptionEntry {
    /// A line as it may stand in a file; empty where there is none.
    var example: Text { Self.column(0, ofExample: row) }

    /// One line of help.
    public var help: Text { Self.column(1, ofExample: row) }

    @inline(never)
    private static func column(_ column: Int, ofExample row: Int) -> Text {
        Words.text(.examples).word(row, endedBy: 10).column(column)
    }
}
