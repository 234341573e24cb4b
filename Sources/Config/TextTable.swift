import Basics

/// Tables that stand in one text: a row a line, ` | ` between the columns.
///
/// As arrays of structures they would need a pointer and a length for every cell.
extension Text {
    /// Row `number` of `table`; empty where there is none.
    @inline(never)
    init(row number: Int, of table: StaticString) {
        self.init(rowOf: table, at: table.start(ofRow: number))
    }

    /// The row of `table` that begins at `start`; empty where there is none.
    @inline(never)
    init(rowOf table: StaticString, at start: Int) {
        self.init([])
        table.withUTF8Buffer { table in
            var end = start
            while end < table.count, unsafe table[end] != 10 { end += 1 }
            if start < end {
                unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: table[start..<end]))
            }
        }
    }

    /// Column `number` of this row; empty where there is none.
    @inline(never)
    func column(_ number: Int) -> Text {
        var column = 0
        var start = 0
        var index = 0
        while index < count {
            // A bar without a blank before it is a part of the cell.
            if bytes[index] == 124, bytes[max(index, 1) - 1] == 32 {
                if column == number { return slice(start..<max(start, index - 1)) }
                column += 1
                start = index + 2
            }
            index += 1
        }
        return column == number && start < count ? slice(start..<count) : Text([])
    }

    /// Which of `words`, separated by blanks, this text is.
    @inline(never)
    func place(in words: StaticString) -> Int? {
        words.withUTF8Buffer { words in
            var place = 0
            var start = 0
            while start < words.count {
                var end = start
                var isSame = true
                while end < words.count, unsafe words[end] != 32 {
                    let offset = end - start
                    let byte = offset < count ? bytes[offset] : 32
                    if unsafe words[end] != byte { isSame = false }
                    end += 1
                }
                if isSame, end - start == count { return place }
                place += 1
                start = end + 1
            }
            return nil
        }
    }
}

extension StaticString {
    /// Where row `number` of this table begins; its end where there is none.
    @inline(never)
    func start(ofRow number: Int) -> Int {
        var row = 0
        return withUTF8Buffer { table in
            for index in table.indices {
                if row == number { return index }
                if unsafe table[index] == 10 { row += 1 }
            }
            return table.count
        }
    }
}
