import Basics

extension Line {
    /// Warns of `${NAME}` in the words from `first` on: nothing replaces it.
    @inline(never)
    func adviseVariables(from first: Int, _ list: inout DiagnosticList) {
        for index in first..<max(count, first) where !isLiteral(index) {
            adviseVariable(index, &list)
        }
    }

    /// Warns of `${NAME}` in word `index`.
    @inline(never)
    func adviseVariable(_ index: Int, _ list: inout DiagnosticList) {
        guard index < count, !isLiteral(index), let start = variable(in: words[index]) else {
            return
        }
        var end = start + 2
        while end < words[index].end, bytes[end] != 125 { end += 1 }
        end = min(end + 1, words[index].end)
        list.add(
            .unexpandedVariable, at: span(from: start, to: end), Text(bytes[start..<end]))
    }

    /// Where `${` and a letter stand in `word`.
    private func variable(in word: Word) -> Int? {
        var index = word.start
        while index + 3 < word.end {
            if bytes[index] == 36, bytes[index + 1] == 123 {
                switch bytes[index + 2] {
                case 65...90, 97...122, 95: return index
                default: break
                }
            }
            index += 1
        }
        return nil
    }
}

extension Text {
    /// Whether the bytes of `part` stand anywhere in the text.
    @inline(never)
    func contains(_ part: Text) -> Bool {
        guard !part.isEmpty, count >= part.count else { return part.isEmpty }
        for start in 0...(count - part.count)
        where bytes[start] == part.bytes[0] && slice(start..<(start + part.count)) == part {
            return true
        }
        return false
    }
}
