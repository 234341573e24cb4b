public import Basics
import CLinux

/// The longer words of swinit, which stand in `WORDS.txt` and are seldom read: the program holds them
/// packed.
public enum Words {
    /// What they are for, in the order of the file.
    public enum Part: UInt8, CaseIterable {
        case faults, examples, general, run, tool, config, check
        case tini, dumbInit, dumbInitRewrite, catatonit, single
    }

    /// The words of `part`; the last line ends too.
    @inline(never)
    public static func text(_ part: Part) -> Text {
        let packed = unsafe UnsafeBufferPointer(start: swinit_words(), count: swinit_words_count())
        return unsafe Inflate.text(packed).word(Int(part.rawValue), endedBy: 0)
    }
}
