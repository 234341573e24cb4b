import Basics

extension OptionEntry {
    /// A line as it may stand in a file; empty where there is none.
    var example: Text {
        for row in Words.text(.examples).split(at: 10)
        where row.word(0) == name { return row }
        return Text([])
    }
}
