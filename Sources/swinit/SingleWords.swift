import Basics
import Config

/// What single-command mode says, in the words of the program by whose name it runs.
enum SingleWords {
    /// A paragraph of ``Words`` for each ``SingleFact``, in that order; who is silent on it has no line
    /// there.
    ///
    /// A line begins with who says it (swinit, tini, dumb-init, catatonit) and the verbosity from
    /// which on it is said, `-` for always. The marks: `%1` the command's program, `%2` our process
    /// number, `%3` that of the fact, `%4` its signal or status and `%5` the name of that signal,
    /// `%6` more words, `%7` the status that stands for that signal.
    static let all = Words.text(.single)

    /// What `personality` says of `fact` at this verbosity: whole lines, empty for nothing.
    @inline(never)
    static func pattern(
        of fact: SingleFact, by personality: Personality, at verbosity: Int32
    ) -> Text {
        let all = Self.all
        var pattern = Text([])
        var paragraph: UInt8 = 0
        var start = 0
        while start < all.count, paragraph <= fact.rawValue {
            let end = (all.firstIndex(of: 10, from: start) ?? all.count) + 1
            if all.bytes[start] == 10 {
                paragraph += 1
            } else if paragraph == fact.rawValue, all.bytes[start] == personality.initial,
                // What is said always has a sign below the digits.
                verbosity >= Int32(all.bytes[start + 1]) - 48 || all.bytes[start + 1] < 48
            {
                pattern.bytes.append(all.bytes, (start + 3)..<end)
            }
            start = end
        }
        return pattern
    }
}
